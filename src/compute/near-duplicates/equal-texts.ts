/** Finds the first of equal texts by 64 bits over their words. */
export class EqualTexts {
  #slots = new Int32Array(1 << 12)
  readonly #low: Int32Array
  readonly #high: Int32Array
  #count = 0

  /** `most`: how many texts there are at most. */
  constructor(most: number) {
    this.#low = new Int32Array(most)
    this.#high = new Int32Array(most)
  }

  /** Number of the earlier text with these 64 bits; the next free number when there is none. */
  numberOf(low: number, high: number): number {
    const mask = this.#slots.length - 1
    let slot = (low ^ (high >>> 7)) & mask
    for (let other = this.#slots[slot] as number; other !== 0; other = this.#slots[slot] as number) {
      if (this.#low[other - 1] === low && this.#high[other - 1] === high) return other - 1
      slot = (slot + 1) & mask
    }
    this.#low[this.#count] = low
    this.#high[this.#count] = high
    this.#slots[slot] = ++this.#count
    if (this.#count * 2 > mask) this.#grow()
    return this.#count - 1
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    const mask = this.#slots.length - 1
    for (let number = 1; number <= this.#count; number++) {
      let slot = ((this.#low[number - 1] as number) ^ ((this.#high[number - 1] as number) >>> 7)) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number
    }
  }
}
