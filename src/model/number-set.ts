import type { OutcomeKind } from './finding.ts'
import type { Numbers } from './numbers.ts'
import type { Instant, PersonaId } from './statement.ts'

/** What of a set is beside the point in every rule about it: who did it, when and why. */
export interface NumberAct {
  readonly by: string
  readonly at: Instant
  readonly reason: string
}

/**
 * Numbers of one's own for a detector. In `shadow` they make a second outcome that nobody weighs; `active` they are what is asked by;
 * `ended` they are history. Good for the one version of the detector that they were tried on.
 */
export interface NumberSet {
  readonly id: string
  readonly detector: string
  readonly version: number
  readonly numbers: Numbers
  readonly state: 'shadow' | 'active' | 'ended'
  /** The run that tried them on the organisation's own history. */
  readonly backtest: string
  readonly made: NumberAct
  /** Asked to make them active; waits for a second person. */
  readonly proposed?: NumberAct
  readonly approved?: NumberAct
  readonly ended?: NumberAct
  /** The set that was active before; it returns when this one is taken back. */
  readonly before?: string
}

/** What a detector says of one persona by the numbers in force, and what it would say by others. */
export interface TriedOutcome {
  readonly persona: PersonaId
  readonly now: OutcomeKind
  readonly other: OutcomeKind
}

/** How many personas each pair of answers was given for. */
export type TriedCounts = Readonly<Record<`${OutcomeKind} ${OutcomeKind}`, number>>

/** Numbers that were run over the organisation's own history. */
export interface Backtest {
  /** Of the run, too. */
  readonly id: string
  readonly detector: string
  readonly version: number
  readonly numbers: Numbers
  /** The numbers they were compared with. */
  readonly against: Numbers
  readonly by: string
  readonly at: Instant
  /** Undefined until every persona was asked. */
  readonly done?: { readonly at: Instant; readonly counts: Partial<TriedCounts> }
}

export const CHANGES = ['newly', 'quiet'] as const
/** Would fire and does not; fires and would not. */
export type Change = (typeof CHANGES)[number]
