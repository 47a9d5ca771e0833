/** Numbers for different rows of bytes, all of one width, in the order in which they first come. No string and no object a row. */
export class RowNumbers {
  readonly #width: number
  #rows: Uint8Array
  #size = 0
  /** Open addressing: number + 1; 0 is empty. */
  #places = new Uint32Array(1 << 12)

  constructor(width: number) {
    this.#width = width
    this.#rows = new Uint8Array(width << 10)
  }

  /** The number of the row levels[at …], given one now where it has none. */
  of(levels: Uint8Array, at: number): number {
    const mask = this.#places.length - 1
    for (let place = this.#hash(levels, at) & mask; ; place = (place + 1) & mask) {
      const number = this.#places[place]! - 1
      if (number < 0) return this.#add(levels, at, place)
      if (this.#same(number, levels, at)) return number
    }
  }

  /** All rows, one after another. */
  rows(): Uint8Array {
    return this.#rows.slice(0, this.#size * this.#width)
  }

  #same(number: number, levels: Uint8Array, at: number): boolean {
    const from = number * this.#width
    for (let f = 0; f < this.#width; f++) if (this.#rows[from + f] !== levels[at + f]) return false
    return true
  }

  #hash(levels: Uint8Array, at: number): number {
    let h = 0x811c9dc5
    for (let f = 0; f < this.#width; f++) h = Math.imul(h ^ levels[at + f]!, 0x01000193)
    return Math.imul(h ^ (h >>> 15), 0x85ebca6b) >>> 13
  }

  #add(levels: Uint8Array, at: number, place: number): number {
    const from = this.#size * this.#width
    if (from + this.#width > this.#rows.length) {
      const larger = new Uint8Array(this.#rows.length * 2)
      larger.set(this.#rows)
      this.#rows = larger
    }
    for (let f = 0; f < this.#width; f++) this.#rows[from + f] = levels[at + f]!
    this.#places[place] = ++this.#size
    if (this.#size * 2 > this.#places.length) this.#grow()
    return this.#size - 1
  }

  #grow(): void {
    this.#places = new Uint32Array(this.#places.length * 2)
    const mask = this.#places.length - 1
    for (let number = 0; number < this.#size; number++) {
      let place = this.#hash(this.#rows, number * this.#width) & mask
      while (this.#places[place] !== 0) place = (place + 1) & mask
      this.#places[place] = number + 1
    }
  }
}
