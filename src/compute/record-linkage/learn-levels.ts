import { IDENTIFIER_KINDS, MISSING, type BlockingRule, type Column, type ColumnKind } from './columns.ts'
import type { Chance } from './chance.ts'
import { LEVELS, ownerShare } from './levels.ts'
import type { Patterns } from './patterns.ts'

/**
 * Learns how often pairs of one person stand at each level, without labels.
 *
 * Expectation–maximisation on the candidate pairs as they are converges to whatever the blocking rules selected for: among pairs
 * proposed for an equal name, "same name" becomes the class, and a shared wallet counts against it. Four things prevent that here:
 *
 * 1. Each rule's pairs are looked at for themselves, and the columns that the rule demanded say nothing there (they agree by
 *    selection). Each rule has its own share of true pairs; what the levels are worth is pooled over the rules.
 * 2. What strangers look like is counted among all pairs (chance.ts). Among one rule's pairs it may shift, since neighbours share more
 *    than a street, but it is held to the count.
 * 3. Between personas there are two ways of being a true pair: one identity twice ("same": everything speaks), or two identities of
 *    one operator ("operator": some identifier is shared, the others speak, names and dates are those of strangers).
 * 4. Bounds: a better level never weighs less than a worse one, no column may be different in more than a given share of true
 *    pairs, and seeds stand in as a few pairs' worth of evidence.
 *
 * Sources: I. Fellegi, A. Sunter, "A theory for record linkage" (JASA 1969); W. Winkler, "Using the EM algorithm for weight
 * computation in the Fellegi–Sunter model" (1988); conditioning on the blocking rule and fixed shares of strangers as in T. Enamorado,
 * B. Fifield, K. Imai, "Using a probabilistic model to assist merging of large-scale administrative records" (APSR 2019) and R. Linacre et
 * al., "Splink" (IJPDS 2022).
 */
export interface Learnt {
  readonly same: Float64Array[]
  /** Of identifiers only; undefined elsewhere. */
  readonly operator: (Float64Array | undefined)[]
  /** For each pattern the probabilities of the two kinds of true pairs, averaged over the rules that proposed it. */
  readonly sameShare: Float64Array
  readonly operatorShare: Float64Array
  readonly iterations: number
}

/**
 * Seeds count as so many pairs, and as this part of the pairs a column was learnt from: a column may differ from what is usual, within
 * reason.
 */
const SEED_PAIRS = 4
const SEED_PART = 0.25
/**
 * The share of true pairs that differ in a column lies in these bounds. Above the first upper one the column would speak for "different
 * people" of one person. An operator gives a new identity its own accounts: below the second lower one, having done so would speak against
 * the link.
 */
const DIFFERENT = { same: [0, 0.3], operator: [0.6, 0.85] } as const
type Reading = keyof typeof DIFFERENT

/** For two identities of one operator, what is equal or near is as in one identity, only rarer. */
function seedsOf(kind: ColumnKind, reading: Reading): readonly number[] {
  const { seeds } = LEVELS[kind]
  if (reading === 'same') return seeds
  const different = 0.7
  const rest = 1 - seeds.at(-1)!
  return seeds.map((seed, l) => (l === seeds.length - 1 ? different : (seed * (1 - different)) / rest))
}
/** What any two records look like counts as so many pairs beside what strangers look like among a rule's pairs. */
const CHANCE_PAIRS = 200
const MOST_ITERATIONS = 60
const SETTLED = 1e-4

export interface Evidence {
  readonly columns: readonly Column[]
  readonly rules: readonly BlockingRule[]
  readonly patterns: Patterns
  readonly chance: readonly Chance[]
  /** Whether two identities of one operator count as a true pair. */
  readonly operators: boolean
}

export function learnLevels(evidence: Evidence): Learnt {
  const { columns, patterns } = evidence
  const same = columns.map((column) => Float64Array.from(LEVELS[column.kind].seeds))
  const operator = columns.map((column) =>
    IDENTIFIER_KINDS.has(column.kind) ? Float64Array.from(seedsOf(column.kind, 'operator')) : undefined,
  )
  const sets = selections(evidence)
  const symbols = symbolsOf(evidence)
  const sameShare = new Float64Array(patterns.size)
  const operatorShare = new Float64Array(patterns.size)
  let iterations = 0
  for (let change = 1; change > SETTLED && iterations < MOST_ITERATIONS; iterations++) {
    const tallies = { same: new Float64Array(symbols.count), operator: new Float64Array(symbols.count) }
    sameShare.fill(0)
    operatorShare.fill(0)
    for (const set of sets) expect(evidence, set, { symbols, same, operator, tallies, sameShare, operatorShare })
    change = Math.max(maximise(evidence, 'same', same, tallies.same), maximise(evidence, 'operator', operator, tallies.operator))
  }
  for (let p = 0; p < patterns.size; p++) {
    const proposed = Math.max(1, bitCount(patterns.rules[p]!))
    sameShare[p]! /= proposed
    operatorShare[p]! /= proposed
  }
  return { same, operator, sameShare, operatorShare, iterations }
}

/** The pairs one rule proposed. */
interface Selection {
  readonly members: Int32Array
  /** Columns that speak in this selection. */
  readonly speaking: Int32Array
  /** Share of the two kinds of true pairs; learnt. */
  share: { same: number; operator: number }
  readonly seed: { readonly same: number; readonly operator: number }
  /** What strangers look like among this rule's pairs; learnt. */
  readonly strangers: Float64Array[]
}

function selections({ columns, rules, patterns, chance, operators }: Evidence): Selection[] {
  const of = (demanded: readonly number[], chosen: (mask: number) => boolean): Selection => {
    const members = Int32Array.from(Array.from({ length: patterns.size }, (_, p) => p).filter((p) => chosen(patterns.rules[p]!)))
    const owners = demanded.flatMap((f) => (IDENTIFIER_KINDS.has(columns[f]!.kind) ? [ownerShare(columns[f]!.kind, 0)] : []))
    const open = owners.length > 0
    const total = open ? Math.max(...owners) : 0.3
    const operator = operators ? (open ? total / 2 : 0.01) : 0
    const seed = { same: total - operator, operator }
    return {
      members,
      speaking: Int32Array.from([...columns.keys()].filter((f) => !demanded.includes(f))),
      share: { ...seed },
      seed,
      strangers: chance.map(({ levels }) => Float64Array.from(levels)),
    }
  }
  const unruled = of([], (mask) => mask === 0)
  return [...rules.map((rule, r) => of(rule.columns, (mask) => ((mask >>> r) & 1) === 1)), unruled].filter((set) => set.members.length > 0)
}

/**
 * Column and level in one number, so that a pattern is a row of places in flat tables: the loop over them runs some hundred million
 * times. A missing value has a place of its own, where every ratio is 1.
 */
const LEVELS_OF_COLUMN = 16
const NO_LEVEL = 15
interface Symbols {
  readonly count: number
  /** A row of `width` a pattern. */
  readonly of: Uint16Array
  /** 1 where an identifier is shared. */
  readonly shares: Uint8Array
}

function symbolsOf({ columns, patterns }: Evidence): Symbols {
  const { width, levels, size } = patterns
  const shares = new Uint8Array(size)
  const of = Uint16Array.from(levels, (level, at) => {
    const f = at % width
    const { kind } = columns[f]!
    if (IDENTIFIER_KINDS.has(kind) && level < LEVELS[kind].equal) shares[(at - f) / width] = 1
    return f * LEVELS_OF_COLUMN + (level === MISSING ? NO_LEVEL : level)
  })
  return { count: width * LEVELS_OF_COLUMN, of, shares }
}

type Tables = (Float64Array | undefined)[]
interface Round {
  readonly symbols: Symbols
  readonly same: Float64Array[]
  readonly operator: Tables
  readonly tallies: { readonly same: Float64Array; readonly operator: Float64Array }
  readonly sameShare: Float64Array
  readonly operatorShare: Float64Array
}

/** By symbol how much oftener true pairs than this selection's strangers stand there. */
function ratios(symbols: Symbols, tables: Tables, strangers: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(symbols.count).fill(1)
  for (const [f, table] of tables.entries())
    for (let l = 0; l < (table?.length ?? 0); l++) out[f * LEVELS_OF_COLUMN + l] = table![l]! / strangers[f]![l]!
  return out
}

function expect({ patterns, chance }: Evidence, set: Selection, round: Round): void {
  const { width, pairs } = patterns
  const { symbols, tallies } = round
  const { members, speaking, share } = set
  const sameRatio = ratios(symbols, round.same, set.strangers)
  const operatorRatio = ratios(symbols, round.operator, set.strangers)
  const tally = new Float64Array(symbols.count)
  const neither = 1 - share.same - share.operator
  let all = 0
  let sumSame = 0
  let sumOperator = 0
  for (let m = 0; m < members.length; m++) {
    const p = members[m]!
    const row = p * width
    let forSame = share.same
    let forOperator = symbols.shares[p] === 1 ? share.operator : 0
    for (let s = 0; s < speaking.length; s++) {
      const symbol = symbols.of[row + speaking[s]!]!
      forSame *= sameRatio[symbol]!
      forOperator *= operatorRatio[symbol]!
    }
    const sum = forSame + forOperator + neither
    const pSame = forSame / sum
    const pOperator = forOperator / sum
    round.sameShare[p]! += pSame
    round.operatorShare[p]! += pOperator
    const times = pairs[p]!
    const same = times * pSame
    const operator = times * pOperator
    const strangers = times * (1 - pSame - pOperator)
    all += times
    sumSame += same
    sumOperator += operator
    for (let s = 0; s < speaking.length; s++) {
      const symbol = symbols.of[row + speaking[s]!]!
      tallies.same[symbol]! += same
      tallies.operator[symbol]! += operator
      tally[symbol]! += strangers
    }
  }
  for (const [f, table] of set.strangers.entries()) {
    const mine = ofColumn(tally, f, table.length)
    const total = mine.reduce((a, b) => a + b, 0) + CHANCE_PAIRS
    for (let l = 0; l < table.length; l++) table[l] = (mine[l]! + CHANCE_PAIRS * chance[f]!.levels[l]!) / total
  }
  // A share that is exactly 0 or 1 could never be left again.
  const bound = (share: number): number => Math.min(0.999, Math.max(1e-9, share))
  set.share = {
    same: bound((sumSame + SEED_PAIRS * set.seed.same) / (all + SEED_PAIRS)),
    operator: set.seed.operator === 0 ? 0 : bound((sumOperator + SEED_PAIRS * set.seed.operator) / (all + SEED_PAIRS)),
  }
  const both = set.share.same + set.share.operator
  if (both > 0.999) set.share = { same: (set.share.same * 0.999) / both, operator: (set.share.operator * 0.999) / both }
}

const ofColumn = (flat: Float64Array, f: number, levels: number): Float64Array =>
  flat.subarray(f * LEVELS_OF_COLUMN, f * LEVELS_OF_COLUMN + levels)

/** Puts the new shares into `tables`; returns the largest change. */
function maximise({ columns, chance }: Evidence, reading: Reading, tables: Tables, tallies: Float64Array): number {
  let change = 0
  for (const [f, table] of tables.entries()) {
    if (table === undefined) continue
    const next = sharesOf(columns[f]!.kind, reading, ofColumn(tallies, f, table.length))
    descending(next, chance[f]!.levels)
    for (let l = 0; l < next.length; l++) {
      change = Math.max(change, Math.abs(next[l]! - table[l]!))
      table[l] = next[l]!
    }
  }
  return change
}

function sharesOf(kind: ColumnKind, reading: Reading, tally: Float64Array): Float64Array {
  const seeds = seedsOf(kind, reading)
  const counted = tally.reduce((a, b) => a + b, 0)
  const weight = SEED_PAIRS + SEED_PART * counted
  const shares = tally.map((n, l) => (n + weight * seeds[l]!) / (counted + weight))
  const last = shares.length - 1
  const [least, most] = DIFFERENT[reading]
  const different = Math.min(most, Math.max(least, shares[last]!))
  const scale = (1 - different) / (1 - shares[last]!)
  for (let l = 0; l < last; l++) shares[l]! *= scale
  shares[last] = different
  return shares
}

/**
 * Makes shares[l] / against[l] fall from level to level by pooling neighbours that do not (the pool-adjacent-violators method,
 * M. Ayer et al., 1955). The sum of `shares` stays.
 */
export function descending(shares: Float64Array, against: Float64Array): void {
  const pools: { from: number; share: number; against: number }[] = []
  for (let l = 0; l < shares.length; l++) {
    let pool = { from: l, share: shares[l]!, against: against[l]! }
    for (
      let before = pools.at(-1);
      before !== undefined && before.share * pool.against < pool.share * before.against;
      before = pools.at(-1)
    ) {
      pool = { from: before.from, share: before.share + pool.share, against: before.against + pool.against }
      pools.pop()
    }
    pools.push(pool)
  }
  for (const [k, pool] of pools.entries()) {
    const end = pools[k + 1]?.from ?? shares.length
    for (let l = pool.from; l < end; l++) shares[l] = (pool.share * against[l]!) / pool.against
  }
}

function bitCount(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++
  return count
}
