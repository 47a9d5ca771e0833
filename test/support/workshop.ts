import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBlobs } from '../../src/adapters/blobs-fs/index.ts'
import { systemChance } from '../../src/adapters/chance/index.ts'
import { systemClock } from '../../src/adapters/clock/index.ts'
import { openSandbox, type ReadingSandbox } from '../../src/adapters/sandbox/index.ts'
import { catalog } from '../../src/catalog/index.gen.ts'
import type { Actor } from '../../src/engine/access.ts'
import { dossiers, type Dossier } from '../../src/engine/dossier.ts'
import type { ReceivedFile } from '../../src/engine/intake.ts'
import type { Deps } from '../../src/engine/ports.ts'
import { screen, type Candidate, type Screened } from '../../src/engine/screen.ts'
import { freshTenant, openTestStore } from './databases.ts'

/** The real parts, put together as `main.ts` does, with a tenant and blobs of their own. */
export interface Workshop {
  readonly deps: Deps
  readonly actor: Actor
  screen(...candidates: readonly Candidate[]): Promise<Screened>
  dossiers(personas: readonly string[]): Promise<readonly Dossier[]>
  close(): Promise<void>
}

let sandbox: ReadingSandbox | undefined

/** Watching nothing, never cancelled. */
export const UNWATCHED = { progress: () => undefined, signal: new AbortController().signal, width: 2 }

export async function openWorkshop(): Promise<Workshop> {
  sandbox ??= openSandbox({
    readersModule: new URL('../../src/catalog/readers.gen.ts', import.meta.url),
    renderModule: new URL('../../src/catalog/readers/pdf/render.ts', import.meta.url),
    acceptNoNetworkIsolation: true,
  })
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-'))
  const tenant = freshTenant()
  const actor = { tenant, id: 'tester' }
  const deps: Deps = {
    store: await openTestStore(),
    blobs: await openBlobs({ folder: join(folder, 'blobs'), keys: join(folder, 'keys'), tenant }),
    sandbox,
    clock: systemClock,
    chance: systemChance,
  }
  return {
    deps,
    actor,
    screen: (...candidates) => screen(deps, catalog, actor, { candidates, watch: UNWATCHED }),
    dossiers: (personas) => deps.store.tx(tenant, (tx) => dossiers(tx, catalog, personas)),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Ends the reading processes that all workshops of a test file share. */
export async function closeSandbox(): Promise<void> {
  await sandbox?.close()
  sandbox = undefined
}

/** A candidate with files given as text. */
export function candidateOf(source: string, files: Readonly<Record<string, string>>, more: Pick<Candidate, 'to'> = {}): Candidate {
  const received = Object.entries(files).map(([name, text]): ReceivedFile => ({
    path: `${source}/${name}`,
    name,
    bytes: new TextEncoder().encode(text),
  }))
  return { source, ...more, load: () => Promise.resolve({ files: received, failures: [] }) }
}
