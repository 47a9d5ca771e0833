import { NONE } from '../../compute/record-linkage/columns.ts'

/** Above this share of used places, looking one up takes too many steps. */
const FULLEST = 0.6

/**
 * Dense codes for 64-bit hashes, in the order in which they first come: open addressing with linear probing. No strings and no
 * objects a value. Two different values with one hash would be taken for one; among ten million that has a chance of 1 in 180,000.
 */
export class Dictionary {
  #low = new Uint32Array(1024)
  #high = new Uint32Array(1024)
  #counts = new Uint32Array(1024)
  /** Code + 1; 0 is empty. */
  #places = new Uint32Array(2048)
  #mask = 2047
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Counts one use of each hash and writes its code at `codes[records[i]]`; NONE where there is no value. */
  encode(words: Uint32Array, records: Uint32Array, codes: Uint32Array): void {
    const rows = records.length
    this.#reserve(this.#size + rows)
    const counts = this.#counts
    for (let i = 0; i < rows; i++) {
      const low = words[2 * i]!
      const high = words[2 * i + 1]!
      if (low === 0 && high === 0) {
        codes[records[i]!] = NONE
        continue
      }
      const code = this.#code(low, high)
      counts[code]!++
      codes[records[i]!] = code
    }
  }

  /** The code of one hash, given one now where it has none. */
  add(low: number, high: number): number {
    this.#reserve(this.#size + 1)
    return this.#code(low, high)
  }

  find(low: number, high: number): number {
    for (let place = spread(low, high) & this.#mask; ; place = (place + 1) & this.#mask) {
      const code = this.#places[place]! - 1
      if (code < 0) return NONE
      if (this.#low[code] === low && this.#high[code] === high) return code
    }
  }

  /** Has any hash the lowest bit set? */
  hasMarked(): boolean {
    for (let code = 0; code < this.#size; code++) if ((this.#low[code]! & 1) === 1) return true
    return false
  }

  /** How many records hold each code, cut to size. */
  counts(): Uint32Array {
    return this.#counts.slice(0, this.#size)
  }

  #code(low: number, high: number): number {
    const mask = this.#mask
    const places = this.#places
    for (let place = spread(low, high) & mask; ; place = (place + 1) & mask) {
      const code = places[place]! - 1
      if (code < 0) {
        const next = this.#size++
        this.#low[next] = low
        this.#high[next] = high
        places[place] = next + 1
        return next
      }
      if (this.#low[code] === low && this.#high[code] === high) return code
    }
  }

  #reserve(size: number): void {
    if (size > this.#low.length) {
      const length = Math.max(size, this.#low.length * 2)
      this.#low = grown(this.#low, length)
      this.#high = grown(this.#high, length)
      this.#counts = grown(this.#counts, length)
    }
    if (size <= this.#places.length * FULLEST) return
    let length = this.#places.length
    while (size > length * FULLEST) length *= 2
    this.#places = new Uint32Array(length)
    this.#mask = length - 1
    for (let code = 0; code < this.#size; code++) {
      let place = spread(this.#low[code]!, this.#high[code]!) & this.#mask
      while (this.#places[place] !== 0) place = (place + 1) & this.#mask
      this.#places[place] = code + 1
    }
  }
}

/** The lowest bit is a mark and says nothing; the hash below it is even already. */
const spread = (low: number, high: number): number => (low >>> 1) ^ high

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(length)
  next.set(array)
  return next
}
