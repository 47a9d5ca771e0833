/** Places per hash in the table that two sets are compared with. */
const ROOM = 4

/** Exact comparison of sets of hashes: one is laid out in a table, others are held against it. */
export class ShingleSets {
  #keys = new Int32Array(4096)
  /** Which layout a place belongs to, so that the table need not be emptied. */
  #layout = new Int32Array(4096)
  #now = 0

  /** Lays a list out and gives its different hashes in the order in which they came. */
  layOut(hashes: Int32Array, count: number): Int32Array {
    if (this.#keys.length < count * ROOM) {
      const size = 2 ** Math.ceil(Math.log2(count * ROOM))
      this.#keys = new Int32Array(size)
      this.#layout = new Int32Array(size)
      this.#now = 0
    }
    const now = ++this.#now
    const [keys, layout, mask] = [this.#keys, this.#layout, this.#keys.length - 1]
    const different = new Int32Array(count)
    let n = 0
    for (let k = 0; k < count; k++) {
      const hash = hashes[k] as number
      let slot = hash & mask
      while (layout[slot] === now && keys[slot] !== hash) slot = (slot + 1) & mask
      if (layout[slot] === now) continue
      layout[slot] = now
      keys[slot] = hash
      different[n++] = hash
    }
    return n === count ? different : different.slice(0, n)
  }

  /** How many of these different hashes are laid out. */
  shared(different: Int32Array): number {
    const [keys, layout, now, mask] = [this.#keys, this.#layout, this.#now, this.#keys.length - 1]
    let both = 0
    for (let k = 0; k < different.length; k++) {
      const hash = different[k] as number
      let slot = hash & mask
      while (layout[slot] === now && keys[slot] !== hash) slot = (slot + 1) & mask
      if (layout[slot] === now) both++
    }
    return both
  }
}
