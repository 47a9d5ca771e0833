/** Room for keys until the table is half full. */
const FIRST_SIZE = 1 << 12

/** Numbers from 0 for signed 32-bit keys in the order in which they came; open addressing, at most half full. */
export class KeyNumbers {
  keys = new Int32Array(FIRST_SIZE / 2)
  count = 0
  #slots = new Int32Array(FIRST_SIZE)
  #mask = FIRST_SIZE - 1

  /** The number of a key that may be new. */
  add(key: number): number {
    let slot = spread(key) & this.#mask
    for (let number = this.#slots[slot] as number; number !== 0; number = this.#slots[slot] as number) {
      if (this.keys[number - 1] === key) return number - 1
      slot = (slot + 1) & this.#mask
    }
    if (this.count === this.keys.length) {
      this.#grow()
      return this.add(key)
    }
    this.keys[this.count] = key
    this.#slots[slot] = ++this.count
    return this.count - 1
  }

  /** The number of a key, or −1. */
  find(key: number): number {
    let slot = spread(key) & this.#mask
    for (let number = this.#slots[slot] as number; number !== 0; number = this.#slots[slot] as number) {
      if (this.keys[number - 1] === key) return number - 1
      slot = (slot + 1) & this.#mask
    }
    return -1
  }

  #grow(): void {
    const old = this.keys
    this.keys = new Int32Array(old.length * 2)
    this.keys.set(old)
    this.#slots = new Int32Array(old.length * 4)
    this.#mask = this.#slots.length - 1
    for (let number = 1; number <= this.count; number++) {
      let slot = spread(this.keys[number - 1] as number) & this.#mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask
      this.#slots[slot] = number
    }
  }
}

/** Keys are hashes already; their low bits may be a rank within a bin, so the high ones are folded in. */
const spread = (key: number): number => key ^ (key >>> 15)
