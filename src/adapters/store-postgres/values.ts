import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/**
 * These texts as a query of one column. One parameter however many they are: a query may have 65,535, and the drivers disagree on
 * arrays.
 */
export function texts(values: readonly string[]): SQL {
  return sql`select unnest(${textsIn(values)}::text::text[]) collate "C"`
}

/** These texts as one parameter that is an array. */
export function textsIn(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`
}

/** These whole numbers, signed 32-bit, as a query of one column. */
export const integers = (values: readonly number[]): SQL => sql`select unnest(${`{${values.join(',')}}`}::text::int[])`

/**
 * The column is one of these. As an array made by a query: a planner without statistics still searches the index once a value
 * (joined, it would read the index from end to end), and the text is parsed once and not for every row compared with it.
 */
export const anyOf = (column: PgColumn | SQL, values: readonly string[]): SQL => sql`${column} = any(array(${texts(values)}))`
