import { DuckDBDataChunk, type DuckDBType, VARCHAR } from '@duckdb/node-api'
import bindings, { type Vector } from '@duckdb/node-bindings'
import type { Database } from './database.ts'
import type { Ids } from './ids.ts'
import { INLINE, STRING } from './strings.ts'

/** Rows in one chunk; the database's own vector size. */
const ROWS = 2048

/** Numbers as they are, or the ids of these records. */
export type FilledColumn =
  | { readonly type: DuckDBType; readonly values: Int32Array | Uint32Array | Uint8Array | Float32Array | BigInt64Array }
  | { readonly ids: Ids; readonly records: Uint32Array }

/** Fills a table from typed arrays, a vector at a time: no value becomes an object on the way. */
export async function appendColumns(db: Database, table: string, columns: readonly FilledColumn[]): Promise<void> {
  const [first] = columns
  const total = first === undefined ? 0 : 'ids' in first ? first.records.length : first.values.length
  const appender = await db.connection.createAppender(table)
  // One chunk for all: the appender copies it, and chunks of their own would lie beside the table until they are collected.
  const chunk = DuckDBDataChunk.create(columns.map((column) => ('ids' in column ? VARCHAR : column.type)))
  const texts = new Uint8Array(ROWS * STRING)
  for (let from = 0; from < total; from += ROWS) {
    const rows = Math.min(ROWS, total - from)
    chunk.rowCount = rows
    columns.forEach((column, i) => {
      const vector = chunk.getColumnVector(i) as unknown as { vector: Vector; items: { set(from: unknown): void }; flush(): void }
      if ('ids' in column) return fillTexts(vector.vector, column.ids, column.records.subarray(from, from + rows), texts)
      vector.items.set(column.values.subarray(from, from + rows))
      vector.flush()
    })
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

/** Short ids are written in the database's own form, all of a vector at once; for longer ones it takes a call each. */
function fillTexts(vector: Vector, { bytes, offsets }: Ids, records: Uint32Array, texts: Uint8Array): void {
  texts.fill(0)
  const long: number[] = []
  for (let row = 0; row < records.length; row++) {
    const start = offsets[records[row]!]!
    const length = offsets[records[row]! + 1]! - start
    if (length > INLINE) {
      long.push(row)
      continue
    }
    const at = row * STRING
    texts[at] = length
    for (let i = 0; i < length; i++) texts[at + 4 + i] = bytes[start + i]!
  }
  bindings.copy_data_to_vector(vector, 0, texts.buffer as ArrayBuffer, 0, records.length * STRING)
  for (const row of long)
    bindings.vector_assign_string_element_len(vector, row, bytes.subarray(offsets[records[row]!], offsets[records[row]! + 1]))
}
