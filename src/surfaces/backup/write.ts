import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { writeArchive, type ArchiveWriter, type Manifest } from '../../adapters/archive/index.ts'
import { SCHEMA } from '../../adapters/jobs/walls.ts'
import { codeOf } from '../../adapters/keys/durable-file.ts'
import type { OpenStore } from '../../adapters/store-postgres/index.ts'
import { dumpAll } from '../../adapters/store-postgres/whole.ts'
import type { Room } from '../../model/finding.ts'
import { cancelled } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'

export interface BackupWork {
  readonly store: OpenStore
  readonly data: string
  readonly beside: string
  readonly out: string
  readonly key: Uint8Array
  readonly now: Instant
  readonly watch: {
    /** Checked before each part. */
    readonly signal: AbortSignal
    /** Told how many parts are written. */
    progress(parts: number): void
  }
}

/** What a backup says of itself. */
export interface BackupAbout {
  readonly made: Instant
  /** Version of the tables. */
  readonly schema: number
  readonly rows: Readonly<Record<string, number>>
  /** Ends of the tenants' logs: what must be there again. */
  readonly heads: readonly { readonly tenant: string; readonly room: Room; readonly seq: number; readonly hash: string }[]
}

export interface WrittenBackup {
  readonly about: BackupAbout
  readonly files: number
  readonly bytes: number
  /** The keys that open the stored files, in a file of their own, to be kept elsewhere. */
  readonly keys: string
}

/**
 * The database as it is at one moment, then the stored files, which only ever grow: whatever the rows name is there. A file that was
 * forgotten meanwhile is left out.
 */
export async function writeBackup({ store, data, beside, out, key, now, watch }: BackupWork): Promise<WrittenBackup> {
  const keys = `${out}.keys`
  await writeArchive(keys, key, async (archive) => {
    await addFolder(archive, join(data, 'keys'), 'keys', (path) => path !== 'backup.key')
    return { made: now }
  })
  const manifest = await writeArchive(out, key, async (whole) => {
    const archive = watching(whole, watch)
    const about = await addDatabase(archive, store, now)
    await addFolder(archive, join(data, 'blobs'), 'blobs', (path) => !path.split('/').includes('wip'))
    await addFolder(archive, join(data, 'lists'), 'lists')
    await addFolder(archive, beside, 'beside')
    return about as unknown as Manifest['about']
  })
  return {
    about: manifest.about as unknown as BackupAbout,
    files: manifest.files.length,
    bytes: manifest.files.reduce((sum, file) => sum + file.size, 0),
    keys,
  }
}

function watching(archive: ArchiveWriter, { signal, progress }: BackupWork['watch']): ArchiveWriter {
  let parts = 0
  return {
    async add(name, bytes) {
      if (signal.aborted) throw cancelled()
      await archive.add(name, bytes)
      progress(++parts)
    },
  }
}

async function addDatabase(archive: ArchiveWriter, store: OpenStore, made: Instant): Promise<BackupAbout> {
  const rows: Record<string, number> = {}
  const heads: BackupAbout['heads'][number][] = []
  let part = 0
  const { schema } = await dumpAll(store.connection, async (taken) => {
    const lines = taken.lines.split('\n')
    rows[taken.table] = (rows[taken.table] ?? 0) + lines.length
    if (taken.table === 'audit_head') heads.push(...lines.map((line) => JSON.parse(line) as BackupAbout['heads'][number]))
    await archive.add(`database/${String(part++).padStart(6, '0')}.json`, Buffer.from(JSON.stringify(taken)))
  })
  await archive.add('jobs.json', Buffer.from(JSON.stringify(await openJobsOf(store))))
  return { made, schema, rows, heads }
}

/** What is still to be done. Done jobs are history, and dead ones are of a machine that is gone. */
async function openJobsOf(store: OpenStore): Promise<readonly unknown[]> {
  const { direct } = store.connection
  const [there] = (await direct.execute(`select to_regclass('${SCHEMA}.job_common') is not null as there`)).rows as { there: boolean }[]
  if (there?.there !== true) return []
  const { rows } = await direct.execute(
    `select name, data, to_char(start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as after
     from ${SCHEMA}.job_common where state in ('created', 'retry', 'active') order by created_on, id`,
  )
  return rows
}

async function addFolder(archive: ArchiveWriter, folder: string, name: string, wanted = (_path: string): boolean => true): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((path) => wanted(path) && !path.endsWith('.tmp') && !path.endsWith('.lock'))
    .sort()
  for (const path of paths) {
    const bytes = await readFile(join(folder, path)).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    })
    if (bytes !== undefined) await archive.add(`${name}/${path}`, bytes)
  }
}
