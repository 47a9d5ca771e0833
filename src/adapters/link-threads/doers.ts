import { encodeColumn } from '../../engine/batch-link/encode-column.ts'
import type { Pieces } from '../../engine/batch-link/pieces.ts'
import { proposer } from '../../engine/batch-link/propose.ts'
import { scoreSlice } from '../../engine/batch-link/score-slice.ts'

export interface Doer<K extends keyof Pieces> {
  readonly one: (piece: Pieces[K]['piece']) => Pieces[K]['result'] | Promise<Pieces[K]['result']>
  readonly close?: () => void | Promise<unknown>
}

/** How each kind of work is done, whichever thread does it. */
export const DOERS: { readonly [K in keyof Pieces]: (job: Pieces[K]['job'], signal: AbortSignal) => Promise<Doer<K>> } = {
  async columns({ source, count }, signal) {
    const { openColumns } = await import('../analytics-duckdb/columns.ts')
    const { texts, close } = await openColumns(source, signal)
    return { one: (wanted) => encodeColumn(wanted, texts(wanted.name), count), close }
  },
  propose: async (job) => ({ one: proposer(job) }),
  score: async (job) => ({ one: (slice) => scoreSlice(job, slice) }),
}
