import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import * as schema from './every-table.ts'

/**
 * Rows after which statistics are worth having. Small on purpose: of a table that was never counted the planner believes that
 * every step gives one row, and compares each with each; one code account is enough for that to take a second.
 */
const AT_LEAST = 500
/** Changed rows, as a share of all counted before, after which tidying pays (autovacuum's own default is 0.2). */
const SHARE = 0.5

/** Ours alone: without a list the system's own tables are tidied too, which takes ten times as long. */
export const OWN_TABLES = Object.values(schema)
  .flatMap((table) => (is(table, PgTable) ? [`"${getTableName(table)}"`] : []))
  .join(', ')

/** How many rows our tables had when they were last counted; 0 before. */
export const COUNTED = sql`select coalesce(sum(greatest(c.reltuples, 0)), 0)::float8 as rows from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'public'`

export interface Upkeep {
  changed(rows: number): void
  /** Tidies when it is time; called between transactions. */
  due(): Promise<void>
}

/**
 * Tidies when so many rows have changed that it pays: fresh statistics, so that plans suit the number of rows; in the embedded
 * database, which has no autovacuum, the space of deleted rows too. `counted` says how many rows there were at the last time.
 */
export function upkeepOf(tidy: () => Promise<unknown>, counted: () => Promise<number>): Upkeep {
  let since = 0
  let total: number | undefined
  return {
    changed(rows) {
      since += rows
    },
    async due() {
      if (since < AT_LEAST) return
      try {
        total ??= await counted()
        if (since < AT_LEAST + SHARE * total) return
        total = Math.min(total + since, Number.MAX_SAFE_INTEGER / 4)
        since = 0
        await tidy()
      } catch {
        // Only tidying: whatever stops it (a full disk) will stop the next write with a message.
      }
    },
  }
}
