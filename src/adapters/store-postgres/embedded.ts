import { access, mkdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { AppError, storage } from '../../model/errors.ts'
import { makeFolder } from '../folders/index.ts'
import { rowsOf, SETTINGS, sqlOf, type Ask, type Connection, type Database } from './database.ts'
import { asFault, FULL, isTrap } from './faults.ts'
import { lockFolder } from './folder-lock.ts'
import { MIGRATIONS, migrateOnce } from './migrate.ts'
import * as schema from './schema.ts'
import { COUNTED, OWN_TABLES, upkeepOf } from './upkeep.ts'

/** For one sort or hash; there is one session and so one or two of them at a time. */
const WORK_MEMORY = '32MB'
/** Bytes that must be free before a transaction: three segments of PostgreSQL's log of changes, 16 MiB each. */
const RESERVE = 48 * 1024 * 1024
/** `EX_IOERR` of sysexits.h. */
const EXIT_STORAGE = 74

/**
 * PostgreSQL as WebAssembly in this process, in a folder or in memory. A transaction that was acknowledged survives the death of
 * the process, but not a power cut: the embedded database hands its writes to the operating system and does not wait for the
 * disk (`fsync` is off in PGlite).
 *
 * The folder holds `database/`, the files of PostgreSQL, and `in-use.lock` while a process has it open.
 */
export async function connectEmbedded(folder: string): Promise<Connection> {
  if (folder === 'memory') return connectionOf(await boot('memory://'), undefined, async () => {})
  try {
    await makeFolder(folder, { mode: 0o700 })
    const lock = await lockFolder(folder)
    try {
      return connectionOf(await bootFolder(folder), folder, () => lock.release())
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    throw asFault(error)
  }
}

async function bootFolder(folder: string): Promise<Engine> {
  const place = join(folder, 'database')
  if (!(await there(place))) await make(folder, place)
  if (!(await there(join(place, 'PG_VERSION')))) throw damaged(folder, `"${place}" is not a database folder`)
  await refuseFull(folder)
  try {
    return await boot(place)
  } catch (error) {
    const fault = asFault(error)
    // A trap while starting comes of files that make no sense, not of a disk that filled up.
    throw fault instanceof AppError && !isTrap(error) ? fault : damaged(folder, error)
  }
}

/** Made beside its place and moved there when it is whole, so that a process that dies meanwhile leaves nothing half made. */
async function make(folder: string, place: string): Promise<void> {
  const making = join(folder, 'database.making')
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { mode: 0o700 })
  try {
    await refuseFull(folder)
    await (await boot(making)).client.close()
    await rename(making, place)
  } catch (error) {
    await rm(making, { recursive: true, force: true }).catch(() => {})
    throw asFault(error)
  }
}

interface Engine {
  readonly client: PGlite
  /** From now until it is called with `false`, a panic of the database ends the process. */
  endOnPanic(yes: boolean): void
}

async function boot(place: string): Promise<Engine> {
  let open = false
  const client = await PGlite.create({
    dataDir: place,
    relaxedDurability: false,
    startParams: [...PGlite.defaultStartParams, '-c', `work_mem=${WORK_MEMORY}`],
    onStderr(line) {
      if (open && line.includes(' PANIC: ')) dieOf(line)
      return true
    },
  })
  const db = drizzle(client, { schema })
  try {
    await migrateOnce(db as unknown as Database, () => migrate(db, { migrationsFolder: MIGRATIONS }))
    return { client, endOnPanic: (yes) => void (open = yes) }
  } catch (error) {
    await client.close().catch(() => {})
    throw error
  }
}

/**
 * When PostgreSQL cannot write its log of changes it ends itself; compiled to WebAssembly it cannot, and spins for ever inside a
 * call that never returns. So the process ends for it, saying why. What was acknowledged is kept.
 */
function dieOf(line: string): void {
  process.stderr.write(
    `Cannot store: ${line.includes('No space left') ? FULL : `The embedded database has stopped: ${line.slice(line.indexOf('PANIC'))}`}\n`,
  )
  process.exit(EXIT_STORAGE)
}

function connectionOf({ client, endOnPanic }: Engine, folder: string | undefined, release: () => Promise<void>): Connection {
  const db = drizzle(client, { schema })
  const upkeep = upkeepOf(
    () => client.exec(`vacuum (analyze) ${OWN_TABLES}`),
    async () => (await rowsOf<{ rows: number }>(db as unknown as Database, COUNTED))[0]?.rows ?? 0,
  )
  let last: Promise<unknown> = Promise.resolve()
  // There is one session: between several statements of one text that fails in the middle, and the rollback, nobody else may come.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
  const execute = async (text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> => {
    try {
      if (values.length > 0) return await client.query(text, values)
      return { rows: (await client.exec(text)).flatMap((result) => result.rows) }
    } catch (error) {
      await client.exec('rollback').catch(() => {})
      throw error
    }
  }
  const transaction: Connection['transaction'] = (work, tenant) =>
    inTurn(() =>
      db.transaction(async (tx) => {
        const inside = tx as unknown as Database
        const ask: Ask = (query, values) => rowsOf(inside, sqlOf(query, values))
        if (tenant !== undefined) await ask(SETTINGS, [tenant])
        return work(inside, ask)
      }),
    )
  endOnPanic(true)
  return {
    async transaction(work, tenant) {
      if (folder !== undefined) await refuseFull(folder)
      await upkeep.due()
      return transaction(work, tenant)
    },
    look: transaction,
    changed: (rows) => upkeep.changed(rows),
    direct: {
      alone: true,
      async execute(text, values) {
        if (folder !== undefined) await refuseFull(folder)
        return inTurn(() => execute(text, values))
      },
    },
    async close() {
      endOnPanic(false)
      try {
        await client.close()
      } finally {
        await release()
      }
    },
  }
}

/** Before anything is begun: a database that runs out of space in the middle of a change has to be ended. */
async function refuseFull(folder: string): Promise<void> {
  let free: number
  try {
    const { bavail, bsize } = await statfs(folder)
    free = bavail * bsize
  } catch (error) {
    throw storage(`The data folder "${folder}" is gone or cannot be reached. Put it back, or name another one with --data.`, error)
  }
  if (free < RESERVE) throw storage(FULL)
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
