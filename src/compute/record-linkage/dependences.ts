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
  const first = new Map<number, number>()
  const second = new Map<number, number>()
  const step = Math.max(1, count / MOST_RECORDS)
  let [inFirst, inSecond] = [0, 0]
  for (let at = 0; at < count; at += step) {
    const i = Math.floor(at)
    const x = a.codes[i]!
    const y = b.codes[i]!
    if (x === NONE || y === NONE) continue
    const holders = boundary !== undefined && i >= boundary ? second : first
    if (holders === first) inFirst++
    else inSecond++
    const key = x * 2 ** 26 + y
    holders.set(key, (holders.get(key) ?? 0) + 1)
  }
  let equal = 0
  for (const [key, n] of first) equal += boundary === undefined ? (n * (n - 1)) / 2 : n * (second.get(key) ?? 0)
  return { equal, possible: Math.max(1, boundary === undefined ? (inFirst * (inFirst - 1)) / 2 : inFirst * inSecond) }
}
