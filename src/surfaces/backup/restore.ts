import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { checkArchive, readArchive } from '../../adapters/archive/index.ts'
import { openBeside } from '../../adapters/beside/index.ts'
import { openBlobs } from '../../adapters/blobs-fs/index.ts'
import { openJobs } from '../../adapters/jobs/index.ts'
import { codeOf } from '../../adapters/keys/durable-file.ts'
import type { OpenStore } from '../../adapters/store-postgres/index.ts'
import { fillAll, type TablePart } from '../../adapters/store-postgres/whole.ts'
import { verifyAudit } from '../../engine/audit.ts'
import type { ForgottenEntry } from '../../engine/beside.ts'
import type { JobName } from '../../engine/jobs/kinds.ts'
import type { JobData } from '../../engine/jobs/ports.ts'
import type { Deps } from '../../engine/ports.ts'
import { replayForgotten } from '../../engine/replay.ts'
import type { Catalog } from '../../kit/catalog.ts'
import { badUsage, conflict, storage } from '../../model/errors.ts'
import type { BackupAbout } from './write.ts'

export interface RestoreWork {
  readonly file: string
  /** The archive of keys. */
  readonly keys: string
  readonly key: Uint8Array
  /** A folder that is not there or is empty. */
  readonly data: string
}

/** Checks both archives to their ends, then puts keys, stored files and lists in place. The database is filled by `restoreRows`. */
export async function restoreFiles({ file, keys, key, data }: RestoreWork): Promise<BackupAbout> {
  await refuseFilled(data)
  const about = (await checkArchive(file, key)).about as unknown as BackupAbout
  await checkArchive(keys, key)
  try {
    for (const [archive, parts] of [
      [keys, ['keys']],
      [file, ['blobs', 'lists', 'beside']],
    ] as const)
      for await (const { name, bytes } of readArchive(archive, key))
        if (parts.some((part) => name.startsWith(`${part}/`))) await place(data, name, bytes)
  } catch (error) {
    // Half a restored folder would be taken for a whole one. There was nothing in it before.
    await rm(data, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
  return about
}

async function refuseFilled(data: string): Promise<void> {
  const found = await readdir(data).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  if (found.length > 0) throw conflict(`"${data}" is not empty. A backup is restored into a folder of its own: name a new one with --data.`)
}

async function place(data: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(data, normalize(name))
  if (!path.startsWith(join(data, sep))) throw badUsage(`The backup names a file outside its folder ("${name}").`)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, bytes, { mode: 0o600 })
}

/** Fills an empty database, and sends what was still to be done. */
export async function restoreRows(store: OpenStore, { file, key }: Pick<RestoreWork, 'file' | 'key'>, about: BackupAbout): Promise<void> {
  let open: readonly { name: JobName; data: JobData; after: string }[] = []
  await fillAll(store.connection, about.schema, async function* parts(): AsyncGenerator<TablePart> {
    for await (const { name, bytes } of readArchive(file, key)) {
      if (name.startsWith('database/')) yield JSON.parse(bytes.toString()) as TablePart
      if (name === 'jobs.json') open = JSON.parse(bytes.toString()) as typeof open
    }
  })
  if (open.length === 0) return
  const jobs = await openJobs(store)
  for (const { name, data, after } of open) await jobs.send(undefined, name, data, { after })
  await jobs.close()
}

export interface Restored {
  readonly tenants: number
  readonly rows: number
  readonly forgotten: readonly string[]
  readonly held: readonly string[]
  /** Files that rows name and that are not there. */
  readonly missing: number
}

/**
 * Holds what was restored against what the backup says of itself, and forgets again whom it brought back. `more` are lists of the
 * forgotten that were kept elsewhere and may be newer than the backup's.
 */
export async function settleRestored(
  deps: Deps,
  catalog: Catalog,
  work: {
    readonly about: BackupAbout
    readonly data: string
    readonly more: readonly ForgottenEntry[]
    readonly signal: AbortSignal
  },
): Promise<Restored> {
  const { about, data } = work
  const beside = openBeside(join(data, 'beside'))
  const entries = [...(await beside.forgotten()), ...work.more]
  const forgotten: string[] = []
  const held: string[] = []
  let missing = 0
  for (const { tenant, room, seq, hash } of about.heads) {
    const head = await deps.store.tx(tenant, (tx) => tx.auditHead(room))
    if (head?.seq !== seq || head.hash !== hash)
      throw storage(`The log of "${tenant}" does not end as the backup says. Restore again, or use another backup.`)
  }
  const tenants = new Set(about.heads.map((head) => head.tenant))
  for (const tenant of tenants) {
    const { faults } = await verifyAudit(deps, { tenant, id: 'restore' })
    if (faults[0] !== undefined) throw storage(`The log of "${tenant}" is not whole: ${faults[0].says}`)
    const own: Deps = { ...deps, beside, blobs: await openBlobs({ folder: join(data, 'blobs'), keys: join(data, 'keys'), tenant }) }
    const replayed = await replayForgotten(
      own,
      catalog,
      { tenant, id: 'restore' },
      { entries, watch: { progress: () => undefined, signal: work.signal } },
    )
    forgotten.push(...replayed.forgotten)
    held.push(...replayed.held)
    missing += await missingFiles(own, tenant)
  }
  const rows = Object.values(about.rows).reduce((sum, count) => sum + count, 0)
  return { tenants: tenants.size, rows, forgotten, held, missing }
}

async function missingFiles(deps: Deps, tenant: string): Promise<number> {
  let missing = 0
  for (let after: string | undefined; ;) {
    const page = await deps.store.tx(tenant, (tx) => tx.personas({ limit: 500, ...(after === undefined ? {} : { after }) }))
    const last = page.at(-1)
    if (last === undefined) return missing
    after = last.id
    const artifacts = await deps.store.tx(tenant, (tx) => tx.submissions(page.map((persona) => persona.id)))
    for (const id of new Set(artifacts.map((one) => one.artifact))) if (!(await deps.blobs.has(id))) missing++
  }
}
