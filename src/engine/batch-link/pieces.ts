import type { EncodedColumn, WantedColumn } from './encode-column.ts'
import type { Proposal, ProposalPiece } from './propose.ts'
import type { Kept, ScoreJob, Slice } from './score-slice.ts'

/**
 * Work that is done in pieces, side by side: what all pieces have in common, what one is, and its result. Everything is plain values and
 * shared arrays, so that it can be posted to a thread as it is.
 */
export interface Pieces {
  /** `source`: see `LinkTable`. */
  readonly columns: {
    readonly job: { readonly source: unknown; readonly count: number }
    readonly piece: WantedColumn
    readonly result: EncodedColumn
  }
  /** The result is how many pairs were written. */
  readonly propose: { readonly job: Proposal; readonly piece: ProposalPiece; readonly result: number }
  readonly score: { readonly job: ScoreJob; readonly piece: Slice; readonly result: Kept }
}
