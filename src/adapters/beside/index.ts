import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Beside, ForgottenEntry } from '../../engine/beside.ts'
import type { AuditRoot } from '../../engine/jobs/rows.ts'
import { ROOMS, type Room } from '../../model/finding.ts'
import { codeOf, makePrivateFolder, storageFault, syncFolder } from '../keys/durable-file.ts'
import { tenantDigest } from '../keys/keyring.ts'

/**
 * A folder of lists, one line of JSON an entry, only added to:
 *
 *     forgotten/<digest of the tenant>.jsonl
 *     audit-roots/<digest of the tenant>.jsonl
 *     audit-roots-sanctions/<digest of the tenant>.jsonl
 *
 * Roots of the sanctions room lie apart: whoever is given the others, to verify a log, cannot count them.
 */
export function openBeside(folder: string): Beside {
  const forgotten = join(folder, 'forgotten')
  const roots = { identity: join(folder, 'audit-roots'), sanctions: join(folder, 'audit-roots-sanctions') }
  const rootsOf = (tenant: string, room: Room): Promise<readonly AuditRoot[]> => lines(join(roots[room], `${tenantDigest(tenant)}.jsonl`))
  return {
    noteForgotten: (entry) => append(forgotten, `${tenantDigest(entry.tenant)}.jsonl`, [entry]),
    async forgotten() {
      const all: ForgottenEntry[] = []
      for (const name of await names(forgotten)) all.push(...(await lines<ForgottenEntry>(join(forgotten, name))))
      return all
    },
    async keepRoots(tenant, given) {
      for (const room of ROOMS) {
        const known = new Set((await rootsOf(tenant, room)).map((root) => root.n))
        const fresh = given.filter((root) => root.room === room && !known.has(root.n))
        await append(roots[room], `${tenantDigest(tenant)}.jsonl`, fresh)
      }
    },
    roots: async (tenant) => (await Promise.all(ROOMS.map((room) => rootsOf(tenant, room)))).flat(),
  }
}

async function append(folder: string, name: string, entries: readonly unknown[]): Promise<void> {
  if (entries.length === 0) return
  await makePrivateFolder(folder)
  const path = join(folder, name)
  try {
    const file = await open(path, 'a', 0o600)
    try {
      // A line that was cut off when a machine lost power ends here; the next is whole.
      await file.appendFile(entries.map((entry) => `\n${JSON.stringify(entry)}`).join(''))
      await file.sync()
    } finally {
      await file.close()
    }
    await syncFolder(folder)
  } catch (error) {
    throw storageFault(path, error)
  }
}

async function names(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw storageFault(folder, error)
  }
}

async function lines<Entry>(path: string): Promise<readonly Entry[]> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw storageFault(path, error)
  }
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Entry]
    } catch {
      return []
    }
  })
}
