import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { AppError, storage } from '../../model/errors.ts'
import type { Connection, Database } from './database.ts'
import { asFault } from './faults.ts'
import { lockFolder } from './folder-lock.ts'
import { MIGRATIONS, migrateOnce } from './migrate.ts'
import * as schema from './schema.ts'
import { upkeepOf } from './upkeep.ts'

/**
 * PostgreSQL as WebAssembly in this process, in a folder or in memory. A transaction that was acknowledged survives the death of
 * the process, but not a power cut: the embedded database hands its writes to the operating system and does not wait for the
 * disk (`fsync` is off in PGlite).
 *
 * The folder holds `database/`, the files of PostgreSQL, and `in-use.lock` while a process has it open.
 */
export async function connectEmbedded(folder: string): Promise<Connection> {
  if (folder === 'memory') return connectionOf(await boot('memory://'), async () => {})
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const lock = await lockFolder(folder)
    try {
      return connectionOf(await bootFolder(folder), () => lock.release())
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    throw asFault(error)
  }
}

async function bootFolder(folder: string): Promise<PGlite> {
  const place = join(folder, 'database')
  if (!(await there(place))) await make(folder, place)
  if (!(await there(join(place, 'PG_VERSION')))) throw damaged(folder, `"${place}" is not a database folder`)
  try {
    return await boot(place)
  } catch (error) {
    const fault = asFault(error)
    throw fault instanceof AppError && fault.code === 'storage' ? fault : damaged(folder, error)
  }
}

/** Made beside its place and moved there when it is whole, so that a process that dies meanwhile leaves nothing half made. */
async function make(folder: string, place: string): Promise<void> {
  const making = join(folder, 'database.making')
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { mode: 0o700 })
  try {
    await (await boot(making)).close()
    await rename(making, place)
  } catch (error) {
    await rm(making, { recursive: true, force: true }).catch(() => {})
    throw asFault(error)
  }
}

/** For one sort or hash; there is one session and so one or two of them at a time. */
const WORK_MEMORY = '32MB'

async function boot(place: string): Promise<PGlite> {
  const client = await PGlite.create({ dataDir: place, relaxedDurability: false, startParams: [...PGlite.defaultStartParams, '-c', `work_mem=${WORK_MEMORY}`] })
  const db = drizzle(client, { schema })
  try {
    await migrateOnce(db as unknown as Database, () => migrate(db, { migrationsFolder: MIGRATIONS }))
    return client
  } catch (error) {
    await client.close().catch(() => {})
    throw error
  }
}

function connectionOf(client: PGlite, release: () => Promise<void>): Connection {
  const db = drizzle(client, { schema })
  const upkeep = upkeepOf((statement) => client.exec(statement))
  return {
    async transaction(work) {
      await upkeep.due()
      return db.transaction((tx) => work(tx as unknown as Database))
    },
    changed: (rows) => upkeep.changed(rows),
    async close() {
      try {
        await client.close()
      } finally {
        await release()
      }
    },
  }
}

const damaged = (folder: string, cause: unknown): AppError =>
  storage(
    `The database in the data folder "${folder}" cannot be opened: it is damaged, or was made by another version of the embedded database. Put a backup of the folder in its place, or name another folder with --data; the files are left as they are.`,
    cause,
  )

async function there(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
