import { calibrate, type Calibrated } from './calibrate.ts'
import { chances, pairsPossible } from './chance.ts'
import type { BlockingRule, Pairs, Records } from './columns.ts'
import { comparer } from './compare.ts'
import { expectedBest } from './decide.ts'
import { dependencesOf } from './dependences.ts'
import { learnLevels, type Learnt } from './learn-levels.ts'
import { LEVELS } from './levels.ts'
import type { FieldModel, Model, OperatorBits } from './model.ts'
import { HUB, ownersOf } from './owners.ts'
import { patternsOf } from './patterns.ts'
import { combined } from './score.ts'
import { weigher } from './weigh.ts'

export interface Training {
  readonly rules: readonly BlockingRule[]
  /** `identifiers`: links between personas; `everything`: records of any kind (default). */
  readonly rests?: Model['rests'] | undefined
  /** How many candidate pairs there are, where those handed over are some of them, evenly spread. */
  readonly of?: number | undefined
  /** Seed of the random pairs. */
  readonly seed?: number | undefined
}

/** Candidate pairs that are compared for training, and those whose final odds set the prior and the line. */
const READ = 500_000
const SCORED = 250_000
const SEED = 20220522
/**
 * Where links rest on identifiers: two to one, not even odds for the sake of recall, since a wrong link costs a person. The measured worth
 * of values with many holders is on the low side (owners.ts accepts only rare values as corroboration), so what lies just over this line
 * is likelier than it says.
 */
const PERSONAS_LINE = 1
/** A rare value is believed to be at most so many times rarer than the column's average: beyond lie families and mistypings. */
const RARER = 64

/** Learns a model from the records and their candidate pairs alone. Nothing is labelled. Deterministic. */
export function train(records: Records, pairs: Pairs, training: Training): Model {
  const { columns } = records
  const seed = training.seed ?? SEED
  const patterns = patternsOf(records, pairs, READ)
  const rests = training.rests ?? 'everything'
  const chance = chances(records, seed, rests)
  const operators = rests === 'identifiers'
  const evidence = { columns, rules: training.rules, patterns, chance, operators }
  const learnt = learnLevels(evidence)
  const all = training.of ?? pairs.left.length
  const sizes = { possible: Math.max(1, pairsPossible(records)), scale: patterns.read === 0 ? 1 : all / patterns.read }
  const calibrated = calibrate(evidence, learnt, sizes)
  const owners = operators ? ownersOf(evidence, learnt) : undefined
  const fields = columns.map((_, f) => fieldModel(records, f, { learnt, calibrated, owners: owners?.shares[f] }))
  const dependences = dependencesOf(records, {
    equal: fields.map((field) => field.strangers[0]!),
    truePairs: calibrated.same / sizes.possible,
  })
  const { prior, odds, expected } = settlePrior(records, pairs, {
    fields,
    dependences,
    operators,
    same: calibrated.same,
    possible: sizes.possible,
    all,
  })
  return {
    version: 1,
    fields,
    dependences,
    prior,
    rests,
    line: operators ? PERSONAS_LINE : expectedBest(odds),
    learnt: { records: records.count, pairs: all, pairsRead: patterns.read, iterations: learnt.iterations, expected, seed },
  }
}

function fieldModel(
  records: Records,
  f: number,
  from: { readonly learnt: Learnt; readonly calibrated: Calibrated; readonly owners: Float64Array | undefined },
): FieldModel {
  const column = records.columns[f]!
  const same = from.learnt.same[f]!
  const strangers = from.calibrated.strangers[f]!
  const graded = LEVELS[column.kind].equal > 1
  const holders = column.counts.reduce((a, b) => a + b, 0)
  return {
    name: column.name,
    kind: column.kind,
    same: Array.from(same),
    operator: from.owners && operatorBits(from.owners, from.learnt.operator[f]!, { strangers, equal: LEVELS[column.kind].equal }),
    strangers: Array.from(strangers),
    ...(graded ? {} : { perHolder: from.calibrated.strangersPart[f]![0]! / Math.max(1, holders), least: strangers[0]! / RARER }),
  }
}

/**
 * Beside another shared identifier one is worth at most what it is worth alone and so many bits: strangers who share one thing often share
 * a second.
 */
const BESIDE = 4
/** A value a slip apart adds at most this: it may be another's. */
const NEAR = 2

function operatorBits(
  shares: Float64Array,
  learnt: Float64Array,
  of: { readonly strangers: Float64Array; readonly equal: number },
): OperatorBits {
  // What more than thirty-two hold weighs nothing, whatever it is: an office line, a VPN exit, a service's wallet.
  const alone = Array.from(shares, (share, group) => (group === HUB ? -BESIDE : Math.log2(share / (1 - share))))
  const last = learnt.length - 1
  const beside = Array.from(learnt, (share, l) => {
    const weight = Math.log2(share / of.strangers[l]!)
    if (l < of.equal) return Math.max(0, Math.min(weight, alone[l]! + BESIDE))
    // Differing in the rest is in `alone` already: most pairs that share one thing share no second.
    return l === last ? 0 : Math.max(0, Math.min(weight, NEAR))
  })
  return { alone, beside }
}

interface Unsettled {
  readonly fields: readonly FieldModel[]
  readonly dependences: Model['dependences']
  readonly operators: boolean
  readonly same: number
  readonly possible: number
  readonly all: number
}

/**
 * With the weights as they will be used (rare values, dependences), the share of true pairs that makes itself come true: the expected
 * number of pairs of one identity under the prior is the prior's own. Expectation–maximisation in one number.
 */
function settlePrior(
  records: Records,
  pairs: Pairs,
  of: Unsettled,
): { readonly prior: Model['prior']; readonly odds: Float32Array; readonly expected: number } {
  const step = Math.max(1, pairs.left.length / SCORED)
  const count = Math.ceil(pairs.left.length / step)
  /** Pairs that each one looked at stands for. */
  const each = of.all / Math.max(1, count)
  const same = new Float32Array(count)
  const operator = new Float32Array(count).fill(-Infinity)
  const compare = comparer(records)
  const weigh = weigher(records, of)
  const row = new Uint8Array(records.columns.length)
  for (let k = 0; k < count; k++) {
    const at = Math.min(pairs.left.length - 1, Math.floor(k * step))
    compare(pairs.left[at]!, pairs.right[at]!, row, 0)
    const weights = weigh.of(pairs.left[at]!, pairs.right[at]!, row, 0)
    same[k] = weights.same
    if (of.operators) operator[k] = weights.operator
  }
  // In odds rather than their logarithms, so that a round costs a division a pair.
  const timesSame = Float64Array.from(same, (bits) => 2 ** bits)
  const forOperator = Float64Array.from(operator, (bits) => 2 ** bits)
  let expectedSame = of.same
  let expected = 0
  let prior = 0
  for (let round = 0; round < 30; round++) {
    const share = expectedSame / of.possible
    prior = Math.log2(share)
    expectedSame = 0
    expected = 0
    for (let k = 0; k < count; k++) {
      const forSame = share * timesSame[k]!
      const either = forSame + forOperator[k]!
      expectedSame += forSame / (1 + either)
      expected += either / (1 + either)
    }
    expectedSame = Math.max(0.5, expectedSame * each)
    expected *= each
  }
  const odds = same.map((bits, k) => combined(prior + bits, operator[k]!))
  return { prior, odds, expected }
}
