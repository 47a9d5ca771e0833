import { DuckDBTableFunction, type DuckDBType, VARCHAR } from '@duckdb/node-api'
import bindings, { type Vector } from '@duckdb/node-bindings'
import type { Database } from './database.ts'
import type { Ids } from './ids.ts'
import { INLINE, MOST_ROWS, STRING } from './strings.ts'

/** Numbers as they are, or the ids of these records; of all records in their order where none are named. */
export type FilledColumn = { readonly type: DuckDBType; readonly values: Uint32Array | Uint8Array | Float32Array } | IdColumn
interface IdColumn {
  readonly ids: Ids
  readonly records?: Uint32Array
}

/**
 * Makes `name()` a table of these columns, which lie in typed arrays: a query takes them a vector at a time, and neither does a value become an
 * object nor is there a second copy of the table. It can be read once, by one query on one thread.
 */
export function rowsOfArrays(db: Database, name: string, columns: Readonly<Record<string, FilledColumn>>): void {
  const filled = Object.values(columns)
  const total = Math.max(...filled.map((column) => lengthOf(column)))
  const texts = new Uint8Array(MOST_ROWS * STRING)
  let from = 0
  db.connection.registerTableFunction(
    DuckDBTableFunction.create({
      name,
      bindFunction(info) {
        for (const [called, column] of Object.entries(columns)) info.addResultColumn(called, 'ids' in column ? VARCHAR : column.type)
        info.setCardinality(total, true)
      },
      initFunction: (info) => info.setMaxThreads(1),
      mainFunction(_info, chunk) {
        const to = Math.min(from + MOST_ROWS, total)
        chunk.rowCount = to - from
        for (const [i, column] of filled.entries()) {
          const vector = chunk.getColumnVector(i) as unknown as { vector: Vector; items: { set(from: unknown): void }; flush(): void }
          if ('ids' in column) fillTexts(vector.vector, column, { from, to, texts })
          else {
            vector.items.set(column.values.subarray(from, to))
            vector.flush()
          }
        }
        from = to
      },
    }),
  )
}

const lengthOf = (column: FilledColumn): number =>
  'ids' in column ? (column.records?.length ?? column.ids.offsets.length - 1) : column.values.length

/** Short ids are written in the database's own form, all of a vector at once; for longer ones it takes a call each. */
function fillTexts(
  vector: Vector,
  { ids: { bytes, offsets }, records }: IdColumn,
  { from, to, texts }: { readonly from: number; readonly to: number; readonly texts: Uint8Array },
): void {
  texts.fill(0)
  const long: number[] = []
  for (let row = from, at = 0; row < to; row++, at += STRING) {
    const record = records === undefined ? row : records[row]!
    const start = offsets[record]!
    const length = offsets[record + 1]! - start
    if (length > INLINE) long.push(row)
    else {
      texts[at] = length
      for (let i = 0; i < length; i++) texts[at + 4 + i] = bytes[start + i]!
    }
  }
  bindings.copy_data_to_vector(vector, 0, texts.buffer as ArrayBuffer, 0, (to - from) * STRING)
  for (const row of long) {
    const record = records === undefined ? row : records[row]!
    bindings.vector_assign_string_element_len(vector, row - from, bytes.subarray(offsets[record], offsets[record + 1]))
  }
}
