import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'

/** Rows from which it pays to count a table at once. */
export const WORTH_COUNTING = 500

/**
 * Counts a table that was just filled. A table that was never counted is believed to have a handful of rows a tenant, and a relation
 * that joins it goes through ten thousand rows for each identifier: seconds instead of milliseconds. The role that works has no right to
 * count, so it is laid down for that one statement; the upkeep counts everything, but only when a large share has changed.
 */
export async function countRows(db: Database, table: 'indicator' | 'disposition'): Promise<void> {
  await db.execute(sql`set local role none`)
  await db.execute(sql`analyze ${sql.identifier(table)}`)
  await db.execute(sql`set local role bonafide_app`)
}
