import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/**
 * These texts as a query of one column. One parameter however many they are: a query may have 65,535, and the drivers disagree on
 * arrays. A query and not an array, because a cast array is parsed again for every row that it is compared with.
 */
export function texts(values: readonly string[]): SQL {
  const quoted = values.map((value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`)
  return sql`select unnest(${`{${quoted.join(',')}}`}::text::text[]) collate "C"`
}

/** These whole numbers, signed 32-bit, as a query of one column. */
export const integers = (values: readonly number[]): SQL => sql`select unnest(${`{${values.join(',')}}`}::text::int[])`

export const anyOf = (column: PgColumn, values: readonly string[]): SQL => sql`${column} in (${texts(values)})`
