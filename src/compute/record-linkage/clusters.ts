import type { Records } from './columns.ts'
import type { Model } from './model.ts'
import { scorer } from './score.ts'

/** Pairs over the decision line. */
export interface Links {
  readonly left: Uint32Array
  readonly right: Uint32Array
  /** Log2 odds. */
  readonly odds: Float32Array
}

/**
 * Clusters for records of people, not chains of them: one weak link between two groups would make one person of both. Links are taken
 * strongest first, and two groups become one only where their records, compared crosswise, do not speak against it on the whole:
 * the mean of the log2 odds, each held to ±5, is at least −1. Blocking need not have proposed those crosswise pairs; they are compared
 * here, at most six by six, those that joined their group first.
 *
 * This is average linkage (R. Sokal, C. Michener, 1958) on the model's odds. It is for records of which everything counts. Personas of one
 * operator share one thing with this and another with that persona; among them a chain is what is looked for, and plain
 * connected components are right.
 *
 * @returns for each record the smallest record of its cluster; the same whatever the order of the links
 */
export function consistentClusters(records: Records, model: Model, links: Links): Uint32Array {
  const groups = new Groups(records.count)
  const one = scorer(records, model)
  const order = Uint32Array.from(links.left.keys())
  order.sort((a, b) => links.odds[b]! - links.odds[a]! || links.left[a]! - links.left[b]! || links.right[a]! - links.right[b]!)
  for (const k of order) {
    const a = groups.of(links.left[k]!)
    const b = groups.of(links.right[k]!)
    if (a !== b && groups.agree(a, b, one)) groups.join(a, b)
  }
  return groups.smallest()
}

const HELD = 5
const LEAST_MEAN = -1
const COMPARED = 6

/** Groups of records as lists: `next` leads from a record to the one that joined after it. A group is named by its first record. */
class Groups {
  readonly #first: Uint32Array
  readonly #last: Uint32Array
  readonly #next: Uint32Array
  readonly #size: Uint32Array

  constructor(count: number) {
    this.#first = Uint32Array.from({ length: count }, (_, i) => i)
    this.#last = this.#first.slice()
    this.#next = this.#first.slice()
    this.#size = new Uint32Array(count).fill(1)
  }

  of(record: number): number {
    return this.#first[record]!
  }

  agree(a: number, b: number, one: ReturnType<typeof scorer>): boolean {
    if (this.#size[a] === 1 && this.#size[b] === 1) return true
    let sum = 0
    let pairs = 0
    for (let x = a, m = 0; m < Math.min(COMPARED, this.#size[a]!); x = this.#next[x]!, m++) {
      for (let y = b, n = 0; n < Math.min(COMPARED, this.#size[b]!); y = this.#next[y]!, n++) {
        sum += Math.max(-HELD, Math.min(HELD, one(Math.min(x, y), Math.max(x, y)).odds))
        pairs++
      }
    }
    return sum >= LEAST_MEAN * pairs
  }

  /** The smaller group is written to, so no record is renamed more than log₂ n times. */
  join(a: number, b: number): void {
    const [large, small] = this.#size[a]! > this.#size[b]! || (this.#size[a] === this.#size[b] && a < b) ? [a, b] : [b, a]
    for (let x = small, n = 0; n < this.#size[small]!; x = this.#next[x]!, n++) this.#first[x] = large
    this.#next[this.#last[large]!] = small
    this.#last[large] = this.#last[small]!
    this.#size[large]! += this.#size[small]!
  }

  smallest(): Uint32Array {
    const least = new Uint32Array(this.#first.length).fill(0xffffffff)
    return this.#first.map((group, record) => (least[group] = Math.min(least[group]!, record)))
  }
}
