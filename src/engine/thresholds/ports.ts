import type { DispositionKind } from '../../model/disposition.ts'
import type { Backtest, Change, NumberSet, TriedCounts, TriedOutcome } from '../../model/number-set.ts'
import type { PersonaId } from '../../model/statement.ts'

/** Of whom a check would say something else, by the last decision about each. */
export interface Decided {
  readonly personas: number
  readonly confirmed: number
  readonly cleared: number
  readonly inconclusive: number
}

export interface ChangedPersona {
  readonly persona: PersonaId
  readonly change: Change
  readonly decided: DispositionKind | undefined
}

/** Numbers of one's own for detectors, and what they would say. `Tx` has these. A trial is a backtest's id or a set's. */
export interface ThresholdsTx {
  /** Until the transaction ends nobody else of this tenant changes a set: of a detector one is active and one in shadow. */
  lockNumbers(): Promise<void>
  /** Adds, or replaces all but what it is of. */
  putNumberSet(set: NumberSet): Promise<void>
  numberSet(id: string): Promise<NumberSet | undefined>
  /** Newest first. */
  numberSetsOf(detector: string): Promise<readonly NumberSet[]>
  /** In shadow or active, of every detector. */
  numberSetsInForce(): Promise<readonly NumberSet[]>
  /** That are active or once were, of every detector. */
  numberSetsUsed(): Promise<readonly NumberSet[]>
  putBacktest(backtest: Backtest): Promise<void>
  backtest(id: string): Promise<Backtest | undefined>
  /** Newest first. */
  backtestsOf(detector: string, limit: number): Promise<readonly Backtest[]>
  /** In place of what the trial had of these personas. */
  putTried(trial: string, rows: readonly TriedOutcome[]): Promise<void>
  dropTried(trial: string): Promise<void>
  triedCounts(trial: string): Promise<Partial<TriedCounts>>
  triedDecided(trial: string): Promise<Readonly<Record<Change, Decided>>>
  /** In order of id, from after `after`. */
  triedChanged(trial: string, page: { readonly after?: PersonaId | undefined; readonly limit: number }): Promise<readonly ChangedPersona[]>
}
