import type { Pairs, Records } from './columns.ts'
import { comparer } from './compare.ts'
import type { Model } from './model.ts'
import { weigher } from './weigh.ts'

/**
 * Log2 odds that the two records of each pair belong together, prior included: 0 is even, 10 is 1,000 to 1 for, −10 against.
 * `odds` is what a link is decided on (`model.rests`); `withNames` lets names, dates and the like speak too and may put a pair before
 * a person. Where everything counts, both are the same array.
 */
export interface Scores {
  readonly odds: Float32Array
  readonly withNames: Float32Array
}

/** @param levels where the levels of every pair are wanted too: takes a row of one byte a column for each */
export function score(records: Records, model: Model, pairs: Pick<Pairs, 'left' | 'right'>, levels?: Uint8Array): Scores {
  const width = records.columns.length
  const one = scorer(records, model, levels)
  const withNames = new Float32Array(pairs.left.length)
  const odds = model.rests === 'everything' ? withNames : new Float32Array(pairs.left.length)
  for (let k = 0; k < pairs.left.length; k++) {
    const found = one(pairs.left[k]!, pairs.right[k]!, levels === undefined ? 0 : k * width)
    withNames[k] = found.withNames
    odds[k] = found.odds
  }
  return { odds, withNames }
}

/** Scores one pair after another. The answer is overwritten by the next call, and so are the levels at `levels[at …]`. */
export function scorer(
  records: Records,
  model: Model,
  levels: Uint8Array = new Uint8Array(records.columns.length),
): (i: number, j: number, at?: number) => { readonly odds: number; readonly withNames: number } {
  const compare = comparer(records)
  const { of } = weigher(records, model)
  const everything = model.rests === 'everything'
  const out = { odds: 0, withNames: 0 }
  return (i, j, at = 0) => {
    compare(i, j, levels, at)
    const weights = of(i, j, levels, at)
    const same = model.prior + weights.same
    out.withNames = everything ? same : combined(same, weights.operator)
    out.odds = everything ? same : Math.max(NOTHING_SHARED, weights.operator)
    return out
  }
}

/** Log2 odds of a pair that shares no identifier where links rest on them. */
const NOTHING_SHARED = -100

/** log2(2^a + 2^b) without overflow. */
export function combined(a: number, b: number): number {
  const high = Math.max(a, b)
  const low = Math.min(a, b)
  return high - low > 40 ? high : high + Math.log2(1 + 2 ** (low - high))
}
