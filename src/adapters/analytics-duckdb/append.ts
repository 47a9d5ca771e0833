import { DuckDBDataChunk, type DuckDBType } from '@duckdb/node-api'
import type { Database } from './database.ts'

/** Rows in one chunk; the database's own vector size. */
const ROWS = 2048

export interface TypedColumn {
  readonly type: DuckDBType
  readonly values: Int32Array | Uint32Array | Uint8Array | Float32Array | BigInt64Array
}

/** Fills a table from typed arrays, a vector at a time: no value becomes an object on the way. */
export async function appendColumns(db: Database, table: string, columns: readonly TypedColumn[]): Promise<void> {
  const total = columns[0]!.values.length
  const appender = await db.connection.createAppender(table)
  // One chunk for all: the appender copies it, and chunks of their own would lie beside the table until they are collected.
  const chunk = DuckDBDataChunk.create(columns.map((column) => column.type))
  for (let from = 0; from < total; from += ROWS) {
    const rows = Math.min(ROWS, total - from)
    chunk.rowCount = rows
    columns.forEach(({ values }, i) => {
      const vector = chunk.getColumnVector(i) as unknown as { items: { set(from: unknown): void }; flush(): void }
      vector.items.set(values.subarray(from, from + rows))
      vector.flush()
    })
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
