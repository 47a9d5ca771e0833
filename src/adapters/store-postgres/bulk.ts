import { getTableColumns, getTableName, sql, type InferInsertModel, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { rowsOf, type Scope } from './database.ts'

/** Rows in one statement: beyond this, a larger statement is no faster. */
const MOST_ROWS = 5_000
/** Characters of JSON in one statement; bounds the memory of the database, which is one WebAssembly heap when embedded. */
const MOST_CHARACTERS = 8_000_000

/** JSON arrays of at most so many rows and characters. A row that is larger than that alone goes alone. */
export function* jsonChunks(rows: Iterable<unknown>): Generator<string> {
  let chunk: string[] = []
  let length = 0
  for (const row of rows) {
    const json = JSON.stringify(row)
    if (chunk.length > 0 && (chunk.length >= MOST_ROWS || length + json.length > MOST_CHARACTERS)) {
      yield `[${chunk.join(',')}]`
      chunk = []
      length = 0
    }
    chunk.push(json)
    length += json.length
  }
  if (chunk.length > 0) yield `[${chunk.join(',')}]`
}

/** The rows of a JSON array as a table expression with these columns. */
export function recordset(json: string, columns: string): SQL {
  return sql`jsonb_to_recordset(${json}::text::jsonb) as r(${sql.raw(columns)})`
}

/**
 * Inserts rows in as few statements as there are chunks; rows that are there already are left as they are. The tenant is
 * added here. Returns how many were new.
 */
export async function insertAll<Table extends PgTable>(
  scope: Scope,
  table: Table,
  rows: readonly Omit<InferInsertModel<Table>, 'tenant'>[],
): Promise<number> {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => name !== 'tenant')
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const shape = columns.map(([name, column]) => `"${name}" ${column.getSQLType()}`).join(', ')
  const values = columns.map(([name]) => `r."${name}"`).join(', ')
  let added = 0
  for (const json of jsonChunks(rows)) {
    const [counted] = await rowsOf<{ n: number }>(
      scope.db,
      sql`with added as (
        insert into ${sql.identifier(getTableName(table))} (tenant, ${sql.raw(names)})
        select ${scope.tenant}, ${sql.raw(values)} from ${recordset(json, shape)}
        on conflict do nothing returning 1
      ) select count(*)::int as n from added`,
    )
    added += counted?.n ?? 0
  }
  scope.wrote(added)
  return added
}
