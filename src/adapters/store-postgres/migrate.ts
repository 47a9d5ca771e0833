import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { storage } from '../../model/errors.ts'
import { rowsOf, type Database } from './database.ts'
import { asFault } from './faults.ts'

export const MIGRATIONS = join(import.meta.dirname, 'migrations')

/** The name of the lock that one process holds while it changes the tables: the first eight bytes of "bonafide", as a number. */
const LOCK = '7093009302740886629'

/**
 * Brings the tables up to date, one process at a time, and checks that the role the product works as is held by row-level
 * security. `apply` runs what is not recorded as done; `db` is one connection, outside a transaction.
 */
export async function migrateOnce(db: Database, apply: () => Promise<void>): Promise<void> {
  await db.execute(sql.raw(`select pg_advisory_lock(${LOCK})`))
  try {
    await refuseNewer(db)
    await apply()
    await refuseUnbound(db)
  } finally {
    await db.execute(sql.raw(`select pg_advisory_unlock(${LOCK})`))
  }
}

async function refuseNewer(db: Database): Promise<void> {
  const [found] = await rowsOf<{ there: boolean }>(db, sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`)
  if (found?.there !== true) return
  const [done] = await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from drizzle.__drizzle_migrations`)
  const known = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).length
  if ((done?.n ?? 0) > known)
    throw storage('This data was written by a newer version of Bonafide. Install that version, or use another data folder or database.')
}

async function refuseUnbound(db: Database): Promise<void> {
  const [role] = await rowsOf<{ free: boolean }>(
    db,
    sql`select rolsuper or rolbypassrls as free from pg_roles where rolname = 'bonafide_app'`,
  )
  if (role?.free !== false)
    throw storage(
      'The database role bonafide_app may bypass row-level security, so tenants would not be kept apart. Run: alter role bonafide_app nosuperuser nobypassrls',
    )
  try {
    await db.execute(sql`set role bonafide_app`)
  } catch (error) {
    throw storage(
      'The database user may not act as the role bonafide_app. Ask the owner of the server to run: grant bonafide_app to <this user>',
      asFault(error),
    )
  }
  await db.execute(sql`reset role`)
}
