import { NONE } from '../../compute/record-linkage/columns.ts'

/** Above this share of used places, looking one up takes too many steps. */
const FULLEST = 0.6
/** Words of a place: both halves of the hash, code + 1 (0 is empty), and one so that a place never spans two lines of the processor's cache. */
const WORDS = 4
const LOW = 0
const HIGH = 1
const CODE = 2

/**
 * Dense codes for 64-bit hashes, in the order in which they first come: open addressing with linear probing. No strings and no
 * objects a value. Two different values with one hash would be taken for one; among ten million that has a chance of 1 in 180,000.
 */
export class Dictionary {
  #places = new Uint32Array(2048 * WORDS)
  #mask = 2047
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Writes the code of each hash at `codes[records[i]]`; NONE where there is no value. */
  encode(words: Uint32Array, records: Uint32Array, codes: Uint32Array): void {
    const rows = records.length
    this.#reserve(this.#size + rows)
    const places = this.#places
    for (let i = 0; i < rows; i++) {
      const low = words[2 * i]!
      const high = words[2 * i + 1]!
      if (low === 0 && high === 0) {
        codes[records[i]!] = NONE
        continue
      }
      codes[records[i]!] = places[this.#place(low, high) + CODE]! - 1
    }
  }

  /** The code of one hash, given one now where it has none. */
  add(low: number, high: number): number {
    this.#reserve(this.#size + 1)
    return this.#places[this.#place(low, high) + CODE]! - 1
  }

  find(low: number, high: number): number {
    const code = this.#places[this.#seek(low, high) + CODE]!
    return code === 0 ? NONE : code - 1
  }

  /** Has any hash the lowest bit set? */
  hasMarked(): boolean {
    const places = this.#places
    for (let at = 0; at < places.length; at += WORDS) if (places[at + CODE] !== 0 && (places[at + LOW]! & 1) === 1) return true
    return false
  }

  /** Both halves of the hash of each code. */
  hashes(): Uint32Array {
    const hashes = new Uint32Array(2 * this.#size)
    const places = this.#places
    for (let at = 0; at < places.length; at += WORDS) {
      const code = places[at + CODE]! - 1
      if (code < 0) continue
      hashes[2 * code] = places[at + LOW]!
      hashes[2 * code + 1] = places[at + HIGH]!
    }
    return hashes
  }

  /** Where the hash stands; it gets the next code where it is new. */
  #place(low: number, high: number): number {
    const at = this.#seek(low, high)
    const places = this.#places
    if (places[at + CODE] === 0) {
      places[at + LOW] = low
      places[at + HIGH] = high
      places[at + CODE] = ++this.#size
    }
    return at
  }

  /** Where the hash stands, or the empty place where it would. */
  #seek(low: number, high: number): number {
    const places = this.#places
    const mask = this.#mask
    for (let place = spread(low, high) & mask; ; place = (place + 1) & mask) {
      const at = place * WORDS
      if (places[at + CODE] === 0 || (places[at + LOW] === low && places[at + HIGH] === high)) return at
    }
  }

  #reserve(size: number): void {
    let length = this.#mask + 1
    if (size <= length * FULLEST) return
    while (size > length * FULLEST) length *= 2
    const before = this.#places
    this.#places = new Uint32Array(length * WORDS)
    this.#mask = length - 1
    for (let from = 0; from < before.length; from += WORDS) {
      if (before[from + CODE] === 0) continue
      const at = this.#seek(before[from + LOW]!, before[from + HIGH]!)
      for (let word = 0; word < WORDS; word++) this.#places[at + word] = before[from + word]!
    }
  }
}

/** The lowest bit is a mark and says nothing; the hash below it is even already. */
const spread = (low: number, high: number): number => (low >>> 1) ^ high
