import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Beside, ForgottenEntry } from '../../engine/beside.ts'
import type { AuditRoot } from '../../engine/jobs/ports.ts'
import { codeOf, makePrivateFolder, storageFault, syncFolder } from '../keys/durable-file.ts'
import { tenantDigest } from '../keys/keyring.ts'

/**
 * A folder of lists, one line of JSON an entry, only added to:
 *
 *     forgotten/<digest of the tenant>.jsonl
 *     audit-roots/<digest of the tenant>.jsonl
 */
export function openBeside(folder: string): Beside {
  const [forgotten, roots] = [join(folder, 'forgotten'), join(folder, 'audit-roots')]
  const rootsOf = (tenant: string): Promise<readonly AuditRoot[]> => lines(join(roots, `${tenantDigest(tenant)}.jsonl`))
  return {
    noteForgotten: (entry) => append(forgotten, `${tenantDigest(entry.tenant)}.jsonl`, [entry]),
    async forgotten() {
      const all: ForgottenEntry[] = []
      for (const name of await names(forgotten)) all.push(...(await lines<ForgottenEntry>(join(forgotten, name))))
      return all
    },
    async keepRoots(tenant, given) {
      const known = new Set((await rootsOf(tenant)).map((root) => root.n))
      await append(
        roots,
        `${tenantDigest(tenant)}.jsonl`,
        given.filter((root) => !known.has(root.n)),
      )
    },
    roots: rootsOf,
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
