import type { Pairs, Records } from './columns.ts'
import { comparer } from './compare.ts'
import type { Model } from './model.ts'
import { type Weights, weigher } from './weigh.ts'

/**
 * Log2 odds that the two records of each pair belong together, prior included: 0 is even, 10 is 1,000 to 1 for, −10 against.
 * `odds` is what a link is decided on (`model.rests`); `withNames` lets names, dates and the like speak too and may put a pair before
 * a person. Where everything counts, both are the same array.
 */
export interface Scores {
  readonly odds: Float32Array
  readonly withNames: Float32Array
}

export function score(records: Records, model: Model, pairs: Pick<Pairs, 'left' | 'right'>): Scores {
  const width = records.columns.length
  const compare = comparer(records)
  const { of } = weigher(records, model)
  const row = new Uint8Array(width)
  const withNames = new Float32Array(pairs.left.length)
  const odds = model.rests === 'everything' ? withNames : new Float32Array(pairs.left.length)
  for (let k = 0; k < pairs.left.length; k++) {
    const i = pairs.left[k]!
    const j = pairs.right[k]!
    compare(i, j, row, 0)
    const weights = of(i, j, row, 0)
    withNames[k] = combined(model.prior.same + weights.same, model.prior.operator + weights.operator)
    if (odds !== withNames) odds[k] = identifiersAlone(model, weights)
  }
  return { odds, withNames }
}

const identifiersAlone = (model: Model, weights: Weights): number =>
  weights.operator === -Infinity
    ? model.prior.same + Math.min(0, weights.sameByIdentifiers)
    : combined(model.prior.same + weights.sameByIdentifiers, model.prior.operator + weights.operator)

/** log2(2^a + 2^b) without overflow. */
export function combined(a: number, b: number): number {
  const high = Math.max(a, b)
  const low = Math.min(a, b)
  return high - low > 40 ? high : high + Math.log2(1 + 2 ** (low - high))
}
