import { IDENTIFIER_KINDS, MISSING } from './columns.ts'
import type { Evidence, Learnt } from './learn-levels.ts'
import { LEVELS, ownerShare } from './levels.ts'
import { HUB } from './owners.ts'

/**
 * From what was learnt rule by rule to figures that hold among all pairs of records: how many pairs of one identity there are, and what
 * strangers look like once those are taken out of the counts (in a small file that everybody stands in twice, most equal birthdays
 * are true pairs).
 */
export interface Calibrated {
  /** Share of each level among strangers, column by column. */
  readonly strangers: Float64Array[]
  /** Of the pairs counted at each level, the part that are strangers. */
  readonly strangersPart: Float64Array[]
  /** Expected pairs of one identity among the candidates. */
  readonly same: number
}

const ROUNDS = 12
/** What an identifier's owner share is taken for before measuring counts as so many shared values. */
const OWNER_PAIRS = 20
/** Of the pairs that agree on something that is no identifier, at least this part is taken for strangers. */
const LEAST_STRANGERS = 0.1

/** @param sizes `possible` pairs of records there are; `scale` candidate pairs for each one read */
export function calibrate(evidence: Evidence, learnt: Learnt, sizes: { readonly possible: number; readonly scale: number }): Calibrated {
  const { patterns, chance } = evidence
  const share = Float64Array.from(learnt.sameShare)
  let same = total(evidence, share, sizes.scale)
  const strangers = chance.map(({ levels }) => Float64Array.from(levels))
  const strangersPart = chance.map(({ levels }) => new Float64Array(levels.length).fill(1))
  for (let round = 0; round < ROUNDS; round++) {
    takeOut(evidence, learnt, { share, scale: sizes.scale, strangers, strangersPart })
    for (let p = 0; p < patterns.size; p++) share[p] = posterior(evidence, learnt, { strangers, same: same / sizes.possible }, p)
    same = total(evidence, share, sizes.scale)
  }
  return { strangers, strangersPart, same }
}

/** Never nothing: a model that expects no true pair at all could not be shown one. */
function total({ patterns }: Evidence, share: Float64Array, scale: number): number {
  return Math.max(0.5, patterns.pairs.reduce((sum, pairs, p) => sum + pairs * share[p]!, 0) * scale)
}

interface Prior {
  readonly strangers: readonly Float64Array[]
  readonly same: number
}

function posterior({ patterns }: Evidence, learnt: Learnt, prior: Prior, p: number): number {
  const { width, levels } = patterns
  let same = prior.same
  for (let f = 0; f < width; f++) {
    const level = levels[p * width + f]!
    if (level !== MISSING) same *= learnt.same[f]![level]! / prior.strangers[f]![level]!
  }
  return same / (same + 1 - prior.same)
}

/** Takes the expected true pairs out of what was counted among all pairs. */
function takeOut(
  { columns, patterns, chance, operators }: Evidence,
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
      const share = operators ? Math.min(1, to.share[p]! + learnt.operatorShare[p]!) : to.share[p]!
      if (level !== MISSING) found[level]! += patterns.pairs[p]! * share * to.scale
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
    // A value held by many and mostly by strangers, such as an office address or a VPN exit, weighs nothing.
    if (identifier && to.strangersPart[f]![HUB]! > 0.5) learnt.same[f]![HUB] = table[HUB]!
  }
}
