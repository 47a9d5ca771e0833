import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/**
 * The column is one of these texts. One JSON parameter instead of one parameter a value: a query may have 65,535, and the
 * drivers disagree on arrays.
 */
export const anyOf = (column: PgColumn, values: readonly string[]): SQL => sql`${column} = any(${textArray(values)})`

/** These texts as an SQL array. */
export function textArray(values: readonly string[]): SQL {
  return sql`${`{${values.map((value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`}::text::text[]`
}

/** These whole numbers, signed 32-bit, as an SQL array. */
export const integerArray = (values: readonly number[]): SQL => sql`${`{${values.join(',')}}`}::text::int[]`
