import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../../adapters/clock/index.ts'
import { codeOf, makePrivateFolder } from '../../adapters/keys/durable-file.ts'
import type { OpenStore } from '../../adapters/store-postgres/index.ts'
import type { KeptBackup, WriteKept } from '../../engine/jobs/backup.ts'
import { backupKey, keyPlace } from './key.ts'
import { writeBackup } from './write.ts'

/** Where backups lie that were asked for over HTTP: in no backup themselves. */
const folderOf = (data: string): string => join(data, 'backups')
const ENDING = '.backup'

/** Writes backups of a running server into its data folder, under the backup's key there. */
export function keepBackups(parts: { readonly store: OpenStore; readonly data: string; readonly beside: string }): WriteKept {
  const { data } = parts
  return async (name, watch) => {
    await makePrivateFolder(folderOf(data))
    const { key } = await backupKey(keyPlace(data))
    const done = await writeBackup({ ...parts, out: join(folderOf(data), `${name}${ENDING}`), key, now: systemClock.now(), watch })
    return { rows: Object.values(done.about.rows).reduce((sum, n) => sum + n, 0), parts: done.files, bytes: done.bytes }
  }
}

/** What lies there, newest first. */
export async function keptBackups(data: string): Promise<readonly KeptBackup[]> {
  const names = await readdir(folderOf(data)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith(ENDING))
      .map(async (name) => {
        const { size, mtime } = await stat(join(folderOf(data), name))
        return { name, bytes: size, made: mtime.toISOString() }
      }),
  )
  return found.toSorted((a, b) => b.made.localeCompare(a.made))
}
