import { MISSING, type Pairs, type Records } from './columns.ts'
import { comparer } from './compare.ts'

/** Pairs with the same levels in every column and the same blocking rules are one pattern; training looks at patterns only. */
export interface Patterns {
  readonly width: number
  readonly size: number
  /** `size` rows of `width` levels. */
  readonly levels: Uint8Array
  readonly rules: Uint32Array
  /** Pairs with this pattern. */
  readonly pairs: Float64Array
  /** Pairs looked at, evenly spread over all. */
  readonly read: number
}

/** Symbols of the tree below: levels 0–14, and 15 for a missing one. */
const SYMBOLS = 16
const SYMBOL_MISSING = 15

/** @param most looks at about this many pairs at most */
export function patternsOf(records: Records, pairs: Pairs, most: number): Patterns {
  const width = records.columns.length
  const compare = comparer(records)
  const step = Math.max(1, pairs.left.length / most)
  const tree = new Tree()
  const row = new Uint8Array(width)
  const rows: number[] = []
  const rules: number[] = []
  const counts: number[] = []
  let read = 0
  for (let at = 0; at < pairs.left.length; at += step) {
    const k = Math.floor(at)
    const mask = pairs.rules?.[k] ?? 0
    compare(pairs.left[k]!, pairs.right[k]!, row, 0)
    tree.start()
    for (let f = 0; f < width; f++) tree.step(row[f] === MISSING ? SYMBOL_MISSING : row[f]!)
    for (let bits = 0; bits < 32; bits += 4) tree.step((mask >>> bits) & 15)
    const pattern = tree.leaf(counts.length)
    if (pattern === counts.length) {
      for (const level of row) rows.push(level)
      rules.push(mask)
      counts.push(0)
    }
    counts[pattern]!++
    read++
  }
  return {
    width,
    size: counts.length,
    levels: Uint8Array.from(rows),
    rules: Uint32Array.from(rules),
    pairs: Float64Array.from(counts),
    read,
  }
}

/** A prefix tree in one growing array: sixteen children a node. Works for any number of columns, which a packed number would not. */
class Tree {
  #children = new Int32Array(1 << 16)
  #nodes = 1
  #at = 0

  start(): void {
    this.#at = 0
  }

  step(symbol: number): void {
    const edge = this.#at * SYMBOLS + symbol
    let next = this.#children[edge]!
    if (next === 0) {
      next = this.#nodes++
      if ((this.#nodes + 1) * SYMBOLS > this.#children.length) {
        const larger = new Int32Array(this.#children.length * 2)
        larger.set(this.#children)
        this.#children = larger
      }
      this.#children[edge] = next
    }
    this.#at = next
  }

  /** The number kept at this leaf; `fresh` is kept where there was none. */
  leaf(fresh: number): number {
    const edge = this.#at * SYMBOLS
    if (this.#children[edge] === 0) this.#children[edge] = fresh + 1
    return this.#children[edge]! - 1
  }
}
