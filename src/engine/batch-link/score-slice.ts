import { type Records } from '../../compute/record-linkage/columns.ts'
import type { Model } from '../../compute/record-linkage/model.ts'
import { score } from '../../compute/record-linkage/score.ts'
import type { Candidates } from './candidates.ts'
import { RowNumbers } from './row-numbers.ts'

/** Everything that scoring needs: shared arrays and plain values, so that it can be posted to a thread as it is. */
export interface ScoreJob {
  readonly records: Records
  readonly model: Model
  readonly pairs: Candidates
}

/** Pairs from … to − 1. */
export interface Slice {
  readonly from: number
  readonly to: number
}

/** Pairs that are scored at a time: some hundred milliseconds of work, so that cancelling and progress are prompt. */
const SLICE = 1 << 17

export const slicesOf = (pairs: number): readonly Slice[] =>
  Array.from({ length: Math.ceil(pairs / SLICE) }, (_, n) => ({ from: n * SLICE, to: Math.min(pairs, (n + 1) * SLICE) }))

/** The pairs of a slice that are worth keeping, in their order. */
export interface Kept {
  readonly left: Uint32Array
  readonly right: Uint32Array
  /** Log2 odds with everything counted. */
  readonly odds: Float32Array
  readonly linked: Uint8Array
  /** Which row of `levels` is a pair's. */
  readonly pattern: Uint32Array
  /** The different rows of levels, in the order in which they first come. */
  readonly levels: Uint8Array
}

/** A pair that falls short of the line by at most so many bits (one in eight of its odds) is shown to a person where everything counts. */
const NEARLY = 3

export function scoreSlice({ records, model, pairs }: ScoreJob, { from, to }: Slice): Kept {
  const left = pairs.left.subarray(from, to)
  const right = pairs.right.subarray(from, to)
  const width = records.columns.length
  const levels = new Uint8Array(left.length * width)
  const { odds, withNames } = score(records, model, { left, right }, levels)
  const least = model.rests === 'everything' ? model.line - NEARLY : model.line
  const kept = new Uint32Array(left.length)
  let count = 0
  for (let k = 0; k < left.length; k++) if (odds[k]! >= model.line || withNames[k]! >= least) kept[count++] = k
  const patterns = patternsOf(levels, kept.subarray(0, count), width)
  const out = { left: new Uint32Array(count), right: new Uint32Array(count), odds: new Float32Array(count), linked: new Uint8Array(count) }
  for (let n = 0; n < count; n++) {
    const k = kept[n]!
    out.left[n] = left[k]!
    out.right[n] = right[k]!
    out.odds[n] = Math.max(odds[k]!, withNames[k]!)
    out.linked[n] = odds[k]! >= model.line ? 1 : 0
  }
  return { ...out, ...patterns }
}

/** The rows of `levels` that these pairs have, each once. */
function patternsOf(levels: Uint8Array, pairs: Uint32Array, width: number): Pick<Kept, 'pattern' | 'levels'> {
  const known = new RowNumbers(width)
  const pattern = pairs.map((k) => known.of(levels, k * width))
  return { pattern, levels: known.rows() }
}
