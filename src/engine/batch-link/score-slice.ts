import { type Records } from '../../compute/record-linkage/columns.ts'
import { compare } from '../../compute/record-linkage/compare.ts'
import type { Model } from '../../compute/record-linkage/model.ts'
import { score } from '../../compute/record-linkage/score.ts'
import type { Candidates } from './candidates.ts'

/** Everything that scoring needs: shared arrays and plain values, so that it can be posted to a thread as it is. */
export interface ScoreJob {
  readonly records: Records
  readonly model: Model
  readonly pairs: Candidates
}

/** The pairs of a slice that are worth keeping, in their order. */
export interface Kept {
  readonly left: Uint32Array
  readonly right: Uint32Array
  /** Log2 odds with everything counted. */
  readonly odds: Float32Array
  readonly linked: Uint8Array
  /** A row of levels a pair. */
  readonly levels: Uint8Array
}

/** A pair that falls short of the line by at most so many bits (one in eight of its odds) is shown to a person where everything counts. */
const NEARLY = 3

export function scoreSlice({ records, model, pairs }: ScoreJob, from: number, to: number): Kept {
  const left = pairs.left.subarray(from, to)
  const right = pairs.right.subarray(from, to)
  const { odds, withNames } = score(records, model, { left, right })
  const least = model.rests === 'everything' ? model.line - NEARLY : model.line
  const kept: number[] = []
  for (let k = 0; k < left.length; k++) if (odds[k]! >= model.line || withNames[k]! >= least) kept.push(k)
  const picked = { left: Uint32Array.from(kept, (k) => left[k]!), right: Uint32Array.from(kept, (k) => right[k]!) }
  return {
    ...picked,
    odds: Float32Array.from(kept, (k) => Math.max(odds[k]!, withNames[k]!)),
    linked: Uint8Array.from(kept, (k) => (odds[k]! >= model.line ? 1 : 0)),
    levels: compare(records, picked),
  }
}
