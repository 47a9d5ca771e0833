import { IDENTIFIER_KINDS, MISSING } from './columns.ts'
import type { Evidence, Learnt } from './learn-levels.ts'
import { HOLDER_WORDS, LEVELS, ownerShare } from './levels.ts'

/**
 * From what was learnt rule by rule to figures that hold among all pairs of records: how many true pairs there are, and what strangers
 * look like once the true pairs are taken out of the counts (in a small file that everybody stands in twice, most equal birthdays
 * are true pairs).
 */
export interface Calibrated {
  /** Share of each level among strangers, column by column. */
  readonly strangers: Float64Array[]
  /** What was counted among all pairs, and how much of that is strangers: factor for the share of one value. */
  readonly strangersPart: Float64Array[]
  /** Expected true pairs of each kind among the candidates. */
  readonly same: number
  readonly operator: number
  /** Probability of a true pair of either kind, by pattern. */
  readonly share: Float64Array
}

const ROUNDS = 12
/** What an identifier's owner share is taken for before measuring counts as so many shared values. */
const OWNER_PAIRS = 20
/** Of the pairs that agree on something that is no identifier, at least this part is taken for strangers. */
const LEAST_STRANGERS = 0.1
const HUB = HOLDER_WORDS.length - 1

/** @param possible pairs of records there are; `scale` candidate pairs for each one read */
export function calibrate(evidence: Evidence, learnt: Learnt, sizes: { readonly possible: number; readonly scale: number }): Calibrated {
  const { patterns, chance } = evidence
  const share = learnt.sameShare.map((p, i) => p + learnt.operatorShare[i]!)
  let { same, operator } = totals(evidence, learnt.sameShare, learnt.operatorShare, sizes.scale)
  const strangers = chance.map(({ levels }) => Float64Array.from(levels))
  const strangersPart = chance.map(({ levels }) => new Float64Array(levels.length).fill(1))
  const sameShare = Float64Array.from(learnt.sameShare)
  const operatorShare = Float64Array.from(learnt.operatorShare)
  for (let round = 0; round < ROUNDS; round++) {
    takeOut(evidence, learnt, { share, scale: sizes.scale, strangers, strangersPart })
    for (let p = 0; p < patterns.size; p++) {
      const [s, o] = posterior(evidence, learnt, { strangers, same: same / sizes.possible, operator: operator / sizes.possible }, p)
      sameShare[p] = s
      operatorShare[p] = o
      share[p] = s + o
    }
    ;({ same, operator } = totals(evidence, sameShare, operatorShare, sizes.scale))
  }
  return { strangers, strangersPart, same, operator, share }
}

function totals({ patterns }: Evidence, same: Float64Array, operator: Float64Array, scale: number): { same: number; operator: number } {
  let s = 0
  let o = 0
  for (let p = 0; p < patterns.size; p++) {
    s += patterns.pairs[p]! * same[p]!
    o += patterns.pairs[p]! * operator[p]!
  }
  // Never nothing: a model that expects no true pair at all could not be shown one.
  return { same: Math.max(s * scale, 0.5), operator: Math.max(o * scale, 0.01) }
}

interface Prior {
  readonly strangers: readonly Float64Array[]
  readonly same: number
  readonly operator: number
}

function posterior({ columns, patterns }: Evidence, learnt: Learnt, prior: Prior, p: number): readonly [same: number, operator: number] {
  const { width, levels } = patterns
  let same = prior.same
  let operator = prior.operator
  let shares = false
  for (let f = 0; f < width; f++) {
    const level = levels[p * width + f]!
    if (level === MISSING) continue
    const against = prior.strangers[f]![level]!
    same *= learnt.same[f]![level]! / against
    const table = learnt.operator[f]
    if (table === undefined) continue
    if (level < LEVELS[columns[f]!.kind].equal) shares = true
    operator *= table[level]! / against
  }
  if (!shares) operator = 0
  const sum = same + operator + 1 - prior.same - prior.operator
  return [same / sum, operator / sum]
}

/** Takes the expected true pairs out of what was counted among all pairs. */
function takeOut(
  { columns, patterns, chance }: Evidence,
  learnt: Learnt,
  to: { readonly share: Float64Array; readonly scale: number; readonly strangers: Float64Array[]; readonly strangersPart: Float64Array[] },
): void {
  for (const [f, column] of columns.entries()) {
    const identifier = IDENTIFIER_KINDS.has(column.kind)
    const { equal } = LEVELS[column.kind]
    const { levels, pairs } = chance[f]!
    const found = new Float64Array(levels.length)
    for (let p = 0; p < patterns.size; p++) {
      const level = patterns.levels[p * patterns.width + f]!
      if (level !== MISSING) found[level]! += patterns.pairs[p]! * to.share[p]! * to.scale
    }
    const table = to.strangers[f]!
    let sum = 0
    for (let l = 0; l < levels.length; l++) {
      const counted = levels[l]! * pairs
      const graded = identifier && l < equal
      const owners = graded ? (found[l]! + OWNER_PAIRS * ownerShare(column.kind, l)) / (counted + OWNER_PAIRS) : found[l]! / counted
      const part = Math.max(graded ? 0.001 : LEAST_STRANGERS, 1 - owners)
      to.strangersPart[f]![l] = part
      table[l] = levels[l]! * part
      sum += table[l]!
    }
    for (let l = 0; l < levels.length; l++) table[l]! /= sum
    if (identifier && to.strangersPart[f]![HUB]! > 0.5) silence(learnt, table, f)
  }
}

/** A value held by many and mostly by strangers, such as an office address or a VPN exit, weighs nothing. */
function silence(learnt: Learnt, strangers: Float64Array, f: number): void {
  learnt.same[f]![HUB] = strangers[HUB]!
  const table = learnt.operator[f]
  if (table !== undefined) table[HUB] = strangers[HUB]!
}
