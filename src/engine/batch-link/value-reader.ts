import { ByteHash } from '../../compute/byte-hash.ts'
import type { ColumnKind } from '../../compute/record-linkage/columns.ts'
import { settlerOf } from './settle.ts'
import { type Settler, UNSETTLED } from './settler.ts'

/** What `read` answers to a value that is empty or blank. */
export const BLANK = -2
/** What is as yet as written, and hashed apart from what is settled. */
const WRITTEN = 1
const DECODER = new TextDecoder()
const ENCODER = new TextEncoder()

/** Reads the values of one column one after another. No string is made of a value that bytes can settle. */
export class ValueReader {
  readonly #settler: Settler
  /** Of the last value's key; of the value as written where it is unsettled. */
  readonly hash = new ByteHash()
  /** Begins with the last value's key. */
  key = new Uint8Array(1 << 12)
  #first = 0
  #end = 0

  constructor(kind: ColumnKind) {
    this.#settler = settlerOf(kind)
  }

  /** The length of the key of the value from[start … start + length), UNSETTLED or BLANK. */
  read(from: Uint8Array, start: number, length: number): number {
    let first = start
    let end = start + length
    while (first < end && isBlank(from[first]!)) first++
    while (end > first && isBlank(from[end - 1]!)) end--
    if (first === end) return BLANK
    // A domain may be spelled longer than it was written.
    if (this.key.length < end - first + 256) this.key = new Uint8Array(2 * (end - first + 256))
    const settled = this.#settler(from, first, end, this.key)
    if (settled === UNSETTLED) {
      this.hash.of(from, first, end, WRITTEN)
      this.#first = first
      this.#end = end
    } else this.hash.of(this.key, 0, settled)
    return settled
  }

  /** The last value, as written. */
  written(from: Uint8Array): string {
    return DECODER.decode(from.subarray(this.#first, this.#end))
  }

  /** The same for a key that was settled elsewhere. */
  readKey(key: string): number {
    const bytes = ENCODER.encode(key)
    if (this.key.length < bytes.length) this.key = new Uint8Array(2 * bytes.length)
    this.key.set(bytes)
    this.hash.of(this.key, 0, bytes.length)
    return bytes.length
  }
}

const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d && byte !== 0x0b && byte !== 0x0c)
