import { IDENTIFIER_KINDS, NONE, type Column, type Records } from './columns.ts'
import type { Dependence } from './model.ts'

/**
 * Columns that repeat each other: a given name and the full name, a suburb and its postcode. Fellegi and Sunter add the weights of
 * columns as if strangers' agreements were independent; where they are not, one coincidence would be counted twice. Measured
 * here: among strangers who agree on one column, how many agree on the other. Each column gets at most one such partner, the one that
 * explains most of it, always the rarer of the two, so no circle can arise. (A tree of dependences as of C. Chow and C. Liu, 1968, reduced
 * to agreement.)
 */
const MOST_RECORDS = 100_000
/** A dependence is believed when strangers agree on both at least so many times oftener than chance, seen in at least so many pairs. */
const OFTENER = 3
const PAIRS_SEEN = 10

export interface Strangers {
  /** Share of equal values among strangers, column by column. */
  readonly equal: readonly number[]
  /** Share of true pairs among all pairs. */
  readonly truePairs: number
}

export function dependencesOf(records: Records, strangers: Strangers): Dependence[] {
  const { columns } = records
  const usable = columns.flatMap((column, f) => (column.starts === undefined && !IDENTIFIER_KINDS.has(column.kind) ? [f] : []))
  const found: (Dependence & { readonly oftener: number })[] = []
  for (const given of usable) {
    for (const of of usable) {
      if (given === of || !rarer(strangers.equal, given, of)) continue
      const both = equalInBoth(records, columns[given]!, columns[of]!)
      const seen = both.equal - strangers.truePairs * both.possible
      if (seen < PAIRS_SEEN || seen < both.equal / 2) continue
      const together = seen / both.possible
      const conditional = Math.min(1, together / strangers.equal[given]!)
      const oftener = conditional / strangers.equal[of]!
      if (oftener >= OFTENER) found.push({ of, given, strangers: conditional, oftener })
    }
  }
  found.sort((a, b) => b.oftener - a.oftener || a.of - b.of || a.given - b.given)
  const taken = new Set<number>()
  return found.flatMap(({ of, given, strangers: share }) => {
    if (taken.has(of)) return []
    taken.add(of)
    return [{ of, given, strangers: share }]
  })
}

const rarer = (equal: readonly number[], a: number, b: number): boolean => equal[a]! < equal[b]! || (equal[a] === equal[b] && a < b)

/**
 * Pairs of records with both columns equal, and pairs with both present, among evenly spread records; across the files where there are
 * two.
 */
function equalInBoth({ count, boundary }: Records, a: Column, b: Column): { equal: number; possible: number } {
  const keys = [0, 0].map(() => new Float64Array(Math.min(count, MOST_RECORDS) + 1))
  const used = [0, 0]
  const step = Math.max(1, count / MOST_RECORDS)
  for (let at = 0; at < count; at += step) {
    const i = Math.floor(at)
    const x = a.codes[i]!
    const y = b.codes[i]!
    if (x === NONE || y === NONE) continue
    const file = boundary !== undefined && i >= boundary ? 1 : 0
    keys[file]![used[file]!++] = x * 2 ** 26 + y
  }
  const [first, second] = keys.map((held, file) => held.subarray(0, used[file]).sort()) as [Float64Array, Float64Array]
  const [inFirst, inSecond] = [first.length, second.length]
  const equal = boundary === undefined ? pairsWithin(first) : pairsAcross(first, second)
  return { equal, possible: Math.max(1, boundary === undefined ? (inFirst * (inFirst - 1)) / 2 : inFirst * inSecond) }
}

/** Of sorted keys. */
function pairsWithin(keys: Float64Array): number {
  let pairs = 0
  for (let k = 1, run = 0; k < keys.length; k++) {
    run = keys[k] === keys[k - 1] ? run + 1 : 0
    pairs += run
  }
  return pairs
}

/** Of keys sorted on both sides. */
function pairsAcross(first: Float64Array, second: Float64Array): number {
  let pairs = 0
  for (let x = 0, from = 0, to = 0; x < first.length; x++) {
    if (x === 0 || first[x] !== first[x - 1]) {
      for (from = to; from < second.length && second[from]! < first[x]!;) from++
      for (to = from; to < second.length && second[to] === first[x];) to++
    }
    pairs += to - from
  }
  return pairs
}
