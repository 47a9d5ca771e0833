import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dossier } from '../../engine/dossier.ts'
import type { Deps } from '../../engine/ports.ts'
import type { Failure } from '../../engine/read.ts'
import type { Catalog } from '../../kit/catalog.ts'
import { storage } from '../../model/errors.ts'
import { indexPage } from './index-page.ts'
import { personaPage } from './persona-page.ts'
import { sheetsOf } from './sheets.ts'

/**
 * Writes the report: `index.html` and one page a persona, each a file that needs no other and asks no network. Readable by
 * its owner only. `failures`: files that could not be used, named on the index. Returns the path of the index.
 */
export async function writeReport(
  folder: string,
  found: readonly Dossier[],
  place: { deps: Deps; catalog: Catalog },
  failures: readonly Failure[] = [],
): Promise<string> {
  const names = new Map(found.map((d) => [d.persona.id, d.name ?? d.persona.id]))
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (const d of found) {
      const sheets = await sheetsOf(d, place.deps)
      await writeFile(join(folder, `${d.persona.id}.html`), personaPage(d, place.catalog, { sheets, names }), { mode: 0o600 })
    }
    const index = join(folder, 'index.html')
    await writeFile(index, indexPage(found, { made: place.deps.clock.now(), names, failures }), { mode: 0o600 })
    return index
  } catch (cause) {
    if (typeof (cause as NodeJS.ErrnoException).syscall !== 'string') throw cause
    throw storage(`The report cannot be written to "${folder}" (${(cause as Error).message}). Choose another folder with --report.`, cause)
  }
}
