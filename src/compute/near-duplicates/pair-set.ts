/** Pairs of numbers below 2²⁶, each once; open addressing over one array. */
export class PairSet {
  count = 0
  #slots = new Float64Array(1 << 12)
  readonly #factor: number

  /** `below`: every number of a pair is smaller than this. */
  constructor(below: number) {
    this.#factor = below
  }

  add(a: number, b: number): void {
    // Zero is an empty place.
    const key = a * this.#factor + b + 1
    const mask = this.#slots.length - 1
    let slot = place(a, b) & mask
    for (;;) {
      const old = this.#slots[slot] as number
      if (old === key) return
      if (old === 0) break
      slot = (slot + 1) & mask
    }
    this.#slots[slot] = key
    if (++this.count * 2 > mask) this.#grow()
  }

  /** All pairs as `a × below + b`, in ascending order. */
  sorted(): Float64Array {
    return this.#slots
      .filter((key) => key !== 0)
      .map((key) => key - 1)
      .sort()
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Float64Array(old.length * 2)
    const mask = this.#slots.length - 1
    for (const key of old) {
      if (key === 0) continue
      let slot = place(Math.floor((key - 1) / this.#factor), (key - 1) % this.#factor) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = key
    }
  }
}

function place(a: number, b: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77)
  return h ^ (h >>> 15)
}
