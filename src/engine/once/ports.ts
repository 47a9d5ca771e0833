import type { Instant } from '../../model/statement.ts'

/** What a caller was told, as far as it is told again. */
export interface StoredAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** JSON text; undefined where there was none. */
  readonly body: string | undefined
}

/** A call that carries a key, so that sending it again does nothing twice. */
export interface OnceCall {
  readonly caller: string
  readonly key: string
  /** Hash of what was asked for: route and body. */
  readonly asked: string
  readonly at: Instant
  /** `begun`: nothing was written yet. `acted`: something was, and the answer is not known yet, or never will be. */
  readonly state: 'begun' | 'acted' | 'answered'
  readonly answer: StoredAnswer | undefined
}

/** The part of a transaction that remembers calls. */
export interface OnceTx {
  /** Adds it where the caller has not used the key yet; else returns the call that has it, locked until the transaction ends. */
  beginOnce(call: OnceCall): Promise<OnceCall | undefined>
  changeOnce(call: Pick<OnceCall, 'caller' | 'key'>, to: Partial<Pick<OnceCall, 'state' | 'answer' | 'at'>>): Promise<void>
  endOnce(call: Pick<OnceCall, 'caller' | 'key'>): Promise<void>
  /** Removes those of before. */
  sweepOnce(before: Instant): Promise<void>
}
