import { calibrate, type Calibrated } from './calibrate.ts'
import { chances, pairsPossible, type Chance } from './chance.ts'
import type { BlockingRule, Pairs, Records } from './columns.ts'
import { comparer } from './compare.ts'
import { expectedBest } from './decide.ts'
import { dependencesOf } from './dependences.ts'
import { learnLevels, type Learnt } from './learn-levels.ts'
import { LEVELS } from './levels.ts'
import { probability, type FieldModel, type Model } from './model.ts'
import { patternsOf } from './patterns.ts'
import { combined } from './score.ts'
import { weigher } from './weigh.ts'

export interface Training {
  readonly rules: readonly BlockingRule[]
  /** `identifiers`: links between personas; `everything`: records of any kind (default). */
  readonly rests?: Model['rests'] | undefined
  /** Seed of the random pairs. */
  readonly seed?: number | undefined
}

/** Candidate pairs that are compared for training, and those whose final odds set the prior and the line. */
const READ = 500_000
const SCORED = 250_000
const SEED = 20220522
/** A rare value is believed to be at most so many times rarer than the column's average: beyond lie families and mistypings. */
const RARER = 64

/** Learns a model from the records and their candidate pairs alone. Nothing is labelled. Deterministic. */
export function train(records: Records, pairs: Pairs, training: Training): Model {
  const { columns } = records
  const seed = training.seed ?? SEED
  const patterns = patternsOf(records, pairs, READ)
  const chance = chances(records, seed)
  const evidence = { columns, rules: training.rules, patterns, chance }
  const learnt = learnLevels(evidence)
  const sizes = { possible: Math.max(1, pairsPossible(records)), scale: patterns.read === 0 ? 1 : pairs.left.length / patterns.read }
  const calibrated = calibrate(evidence, learnt, sizes)
  const fields = columns.map((_, f) => fieldModel(records, f, { learnt, calibrated, chance: chance[f]! }))
  const dependences = dependencesOf(records, {
    equal: fields.map((field) => field.strangers[0]!),
    truePairs: (calibrated.same + calibrated.operator) / sizes.possible,
  })
  const rests = training.rests ?? 'everything'
  const { prior, odds, expected } = settlePrior(records, pairs, { fields, dependences, rests, calibrated, possible: sizes.possible })
  return {
    version: 1,
    fields,
    dependences,
    prior,
    rests,
    line: expectedBest(odds),
    learnt: { records: records.count, pairs: pairs.left.length, pairsRead: patterns.read, iterations: learnt.iterations, expected, seed },
  }
}

function fieldModel(
  records: Records,
  f: number,
  from: { readonly learnt: Learnt; readonly calibrated: Calibrated; readonly chance: Chance },
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
    operator: from.learnt.operator[f] === undefined ? undefined : Array.from(from.learnt.operator[f]),
    strangers: Array.from(strangers),
    ...(graded ? {} : { perHolder: from.calibrated.strangersPart[f]![0]! / Math.max(1, holders), least: strangers[0]! / RARER }),
  }
}

interface Unsettled {
  readonly fields: readonly FieldModel[]
  readonly dependences: Model['dependences']
  readonly rests: Model['rests']
  readonly calibrated: Calibrated
  readonly possible: number
}

/**
 * With the weights as they will be used (rare values, dependences), the share of true pairs that makes itself come true: the expected number of
 * true pairs under the prior is the prior's own. Expectation–maximisation in two numbers.
 */
function settlePrior(
  records: Records,
  pairs: Pairs,
  of: Unsettled,
): { readonly prior: Model['prior']; readonly odds: Float32Array; readonly expected: number } {
  const step = Math.max(1, pairs.left.length / SCORED)
  const count = Math.ceil(pairs.left.length / step)
  const same = new Float32Array(count)
  const operator = new Float32Array(count)
  const compare = comparer(records)
  const weigh = weigher(records, of)
  const row = new Uint8Array(records.columns.length)
  for (let k = 0; k < count; k++) {
    const at = Math.min(pairs.left.length - 1, Math.floor(k * step))
    compare(pairs.left[at]!, pairs.right[at]!, row, 0)
    const weights = weigh.of(pairs.left[at]!, pairs.right[at]!, row, 0)
    same[k] =
      of.rests === 'everything'
        ? weights.same
        : weights.operator === -Infinity
          ? Math.min(0, weights.sameByIdentifiers)
          : weights.sameByIdentifiers
    operator[k] = weights.operator
  }
  let expectedSame = of.calibrated.same
  let expectedOperator = of.calibrated.operator
  const odds = new Float32Array(count)
  let prior = { same: 0, operator: 0 }
  for (let round = 0; round < 30; round++) {
    prior = { same: Math.log2(expectedSame / of.possible), operator: Math.log2(expectedOperator / of.possible) }
    expectedSame = 0
    expectedOperator = 0
    for (let k = 0; k < count; k++) {
      const forSame = prior.same + same[k]!
      odds[k] = combined(forSame, prior.operator + operator[k]!)
      const p = probability(odds[k]!)
      const part = 2 ** (forSame - odds[k]!)
      expectedSame += p * part * step
      expectedOperator += p * (1 - part) * step
    }
    expectedSame = Math.max(0.5, expectedSame)
    expectedOperator = Math.max(0.01, expectedOperator)
  }
  return { prior, odds, expected: expectedSame + expectedOperator }
}
