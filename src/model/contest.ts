import type { Instant, PersonaId, Role } from './statement.ts'

/** A neutral question to the person, sent by somebody by name. */
export interface Ask {
  readonly id: string
  readonly persona: PersonaId
  readonly question: string
  /** What it is about; none where it was written without any. */
  readonly findings: readonly string[]
  /** Asked of everybody on the requisition, or for the reason in `deviation`. */
  readonly documents: readonly Role[]
  /** Why this person is asked for more than the others: what was found, and why that needs a document. */
  readonly deviation?: { readonly reason: string; readonly findings: readonly string[] }
  readonly by: string
  readonly at: Instant
  readonly expires: Instant
  readonly answered?: Answer
}

interface Answer {
  readonly at: Instant
  readonly text: string
  readonly files: number
  /** The run that reads the files; absent where there were none. */
  readonly run?: string
}

/** Somebody asks to have a step done another way. Read by whoever handles these, and by nobody who reviews. */
export interface AnotherWay {
  readonly id: string
  readonly persona: PersonaId
  readonly ask: string
  readonly wish: string
  readonly at: Instant
  readonly answered?: { readonly by: string; readonly at: Instant; readonly says: string }
}

export const CONTESTS = ['correction', 'appeal'] as const
export type ContestKind = (typeof CONTESTS)[number]

export const OUTCOMES = ['upheld', 'rejected'] as const
export type ContestOutcome = (typeof OUTCOMES)[number]

/** A person says that something found about them is wrong, or that a decision is. */
export interface Contest {
  readonly id: string
  readonly persona: PersonaId
  readonly kind: ContestKind
  /** Whoever was refused once may ask once more, and somebody else answers. */
  readonly instance: 1 | 2
  /** The first instance of this one. */
  readonly of?: string
  readonly statement: string
  /** Findings that are said to be wrong; all that were shown where the person named none. */
  readonly wrong: readonly string[]
  readonly files: number
  readonly run?: string
  readonly at: Instant
  readonly due: Instant
  readonly decided?: Judged
}

interface Judged {
  readonly outcome: ContestOutcome
  readonly by: string
  readonly at: Instant
  readonly reason: string
  /** Findings that no longer stand. */
  readonly findings: readonly string[]
  /** Personas that this one was said to be apart from. */
  readonly apart: readonly PersonaId[]
  /** Indicators that were taken back. */
  readonly indicators: readonly string[]
  /** Numbers of the decisions that were taken back. */
  readonly undone: readonly number[]
}
