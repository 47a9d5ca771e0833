import { MISSING, NONE, type Column, type Records } from './columns.ts'
import { comparer } from './compare.ts'
import { LEVELS, HOLDER_GROUPS, holderGroup } from './levels.ts'
import type { Model } from './model.ts'

/** How often any two records stand at each level of a column. */
export interface Chance {
  /** Share of each level among pairs of records that both have a value; sums to 1. */
  readonly levels: Float64Array
  /** Pairs of records that both have a value. */
  readonly pairs: number
}

/**
 * Random pairs that are compared to learn about levels below "equal". Enough for shares of 1 in 30,000; of 1 in 10,000 where links rest on
 * identifiers, of which equality is counted, and those levels only propose.
 */
const DRAWN = { everything: 300_000, identifiers: 100_000 } as const

/**
 * Equal values are counted exactly, from the number of holders of each value (drawing pairs would miss rare ones); levels below
 * from pairs drawn with a fixed seed, or from all pairs where there are few.
 */
export function chances(records: Records, seed: number, rests: Model['rests']): Chance[] {
  const seen = records.columns.map((column) => new Float64Array(LEVELS[column.kind].words.length))
  // Where "different" is all that is below "equal", the rest is its, and nothing has to be drawn.
  const graded = [...seen.keys()].filter((f) => seen[f]!.length > LEVELS[records.columns[f]!.kind].equal + 1)
  const compare = comparer({ ...records, columns: graded.map((f) => records.columns[f]!), rows: undefined })
  const row = new Uint8Array(graded.length)
  if (graded.length > 0)
    draw(records, { seed, most: DRAWN[rests] }, (i, j) => {
      compare(i, j, row, 0)
      for (let at = 0; at < row.length; at++) if (row[at] !== MISSING) seen[graded[at]!]![row[at]!]!++
    })
  return records.columns.map((column, f) => chanceOf(column, seen[f]!, records))
}

export function pairsPossible(records: Records): number {
  const { count, boundary } = records
  return boundary === undefined ? (count * (count - 1)) / 2 : boundary * (count - boundary)
}

function draw(records: Records, of: { seed: number; most: number }, use: (i: number, j: number) => void): void {
  const { count, boundary } = records
  if (pairsPossible(records) <= of.most) {
    for (let i = 0; i < (boundary ?? count); i++) for (let j = Math.max(i + 1, boundary ?? 0); j < count; j++) use(i, j)
    return
  }
  const next = sequence(of.seed)
  for (let k = 0; k < of.most; k++) {
    const i = Math.floor(next() * (boundary ?? count))
    const j = boundary === undefined ? Math.floor(next() * count) : boundary + Math.floor(next() * (count - boundary))
    if (i !== j) use(i, j)
  }
}

/** Marsaglia's xorshift with 32 bits (2003), as numbers from 0 to 1: the same pairs on every run. */
function sequence(seed: number): () => number {
  let state = seed | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

function chanceOf(column: Column, seen: Float64Array, records: Records): Chance {
  const { equal } = LEVELS[column.kind]
  const pairs = Math.max(1, pairsWithValues(column, records))
  const equalPairs = equalPairsByGroup(column, records, equal)
  const levels = new Float64Array(seen.length)
  let rest = 1
  for (let l = 0; l < equal; l++) {
    // A level that no two records stand at is as rare as one pair, not impossible.
    levels[l] = Math.min(0.5 / equal, Math.max(equalPairs[l]!, 0.5) / pairs)
    rest -= levels[l]!
  }
  let below = 0
  for (let l = equal; l < seen.length; l++) below += seen[l]! + 0.5
  for (let l = equal; l < seen.length; l++) levels[l] = ((seen[l]! + 0.5) / below) * rest
  return { levels, pairs }
}

function pairsWithValues(column: Column, records: Records): number {
  const split = records.boundary ?? records.count
  const first = withValue(column, 0, split)
  const second = withValue(column, split, records.count)
  return records.boundary === undefined ? (first * (first - 1)) / 2 : first * second
}

function withValue({ codes, starts }: Column, from: number, to: number): number {
  let held = 0
  if (starts === undefined) for (let i = from; i < to; i++) held += codes[i] === NONE ? 0 : 1
  else for (let i = from; i < to; i++) held += starts[i + 1]! > starts[i]! ? 1 : 0
  return held
}

/** Pairs of records with an equal value: all in one number, or by groups of holders. */
function equalPairsByGroup(column: Column, records: Records, groups: number): Float64Array {
  const out = new Float64Array(groups)
  const { counts, codes, starts } = column
  const { boundary } = records
  let second: Uint32Array | undefined
  if (boundary !== undefined) {
    second = new Uint32Array(counts.length)
    for (let at = starts?.[boundary] ?? boundary; at < codes.length; at++) if (codes[at] !== NONE) second[codes[at]!]!++
  }
  for (let code = 0; code < counts.length; code++) {
    const holders = counts[code]!
    const inSecond = second?.[code] ?? 0
    const pairs = second === undefined ? (holders * (holders - 1)) / 2 : (holders - inSecond) * inSecond
    if (pairs > 0) out[groups === 1 ? 0 : Math.min(HOLDER_GROUPS.length, holderGroup(holders))]! += pairs
  }
  return out
}
