import bindings from '@duckdb/node-bindings'
import type { Chunk } from './database.ts'

/** Bytes of the database's form of a string: four for its length, then up to twelve of its own, or four of them and a pointer to all. */
export const STRING = 16
export const INLINE = 12
const WORDS = STRING / 4
/** Rows of a chunk; the database's own vector size. */
export const MOST_ROWS = 2048

/**
 * The texts of a column as bytes. A call for each would cost more than the query; those that lie side by side in the database's memory, as
 * texts made by one expression do, are fetched together. They lie at multiples of eight bytes, with at most seven between two:
 * whatever is read stands between two texts of this chunk.
 */
export class Strings {
  #bytes = new Uint8Array(1 << 18)
  /** That of row r is `bytes[starts[r] … starts[r] + lengths[r])`. */
  readonly starts = new Uint32Array(MOST_ROWS)
  readonly lengths = new Uint32Array(MOST_ROWS)

  /** Good until the next call. */
  gathered(chunk: Chunk, column: number): Uint8Array {
    const { rowCount } = chunk
    const { dataView } = chunk.getColumnVector(column) as unknown as { dataView: DataView }
    const words = new Uint32Array(dataView.buffer, dataView.byteOffset, rowCount * WORDS)
    let most = 0
    for (let row = 0; row < rowCount; row++) most += (this.lengths[row] = words[row * WORDS]!) + 8
    if (most > this.#bytes.length) this.#bytes = new Uint8Array(most * 2)
    const inline = new Uint8Array(dataView.buffer, dataView.byteOffset, dataView.byteLength)
    let at = 0
    for (let row = 0; row < rowCount;) {
      const length = this.lengths[row]!
      if (length <= INLINE) {
        this.starts[row] = at
        for (let i = 0; i < length; i++) this.#bytes[at++] = inline[row * STRING + 4 + i]!
        row++
        continue
      }
      const upTo = runFrom(words, row)
      const first = words[row * WORDS + 2]!
      const bytes = words[(upTo - 1) * WORDS + 2]! + this.lengths[upTo - 1]! - first
      const run = bindings.get_data_from_pointer(dataView.buffer as ArrayBuffer, dataView.byteOffset + row * STRING + 8, bytes)
      this.#bytes.set(run, at)
      for (; row < upTo; row++) this.starts[row] = at + words[row * WORDS + 2]! - first
      at += bytes
    }
    return this.#bytes
  }
}

/** The first row after `row` that does not lie right behind its forerunner. */
function runFrom(words: Uint32Array, row: number): number {
  let next = row + 1
  for (; next < words.length / WORDS; next++) {
    const at = next * WORDS
    const gap = words[at + 2]! - (words[at - 2]! + words[at - WORDS]!)
    if (words[at]! <= INLINE || words[at + 3] !== words[at - 1] || gap < 0 || gap > 7) break
  }
  return next
}
