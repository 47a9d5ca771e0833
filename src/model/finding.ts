import type { Numbers } from './numbers.ts'
import type { Attested, NonEmpty, PersonaId, StatementId } from './statement.ts'

export const STRENGTHS = ['weak', 'moderate', 'strong'] as const
/** How rare this is among honest people; not how much harm it does. */
export type Strength = (typeof STRENGTHS)[number]
/** `context` is shown and never counts. */
export type Direction = 'raises' | 'lowers' | 'context'
/** Identity: "this claim is false", open to the hiring side. Sanctions: compliance only. */
export const ROOMS = ['identity', 'sanctions'] as const
export type Room = (typeof ROOMS)[number]

/** Findings of one family are one fact seen from several sides: only the strongest counts. */
export const FAMILIES = {
  contact: 'who answers at a phone, mailbox, handle or referee',
  'copied-content': 'text, careers and pictures that stand on more than one persona',
  document: 'how a file was made',
  timeline: 'when the person says things happened',
  'code-history': 'what the public code history shows',
  presence: 'where and over which network the person appears',
  device: 'which devices are used',
  payout: 'where the money goes',
  organisation: 'what employers, schools, issuers and the owner of an identity confirm or deny',
  conduct: 'how documents and meetings were conducted; never counts',
  listed: 'what published lists say; sanctions room only',
} as const
export type Family = keyof typeof FAMILIES

export const PHASES = ['application', 'interview', 'onboarding', 'access', 'payout', 'offboarding', 'lure'] as const
export type Phase = (typeof PHASES)[number]

/** What a detector returns: one sentence with the values it rests on. */
export interface Sighting {
  readonly says: string
  readonly because: NonEmpty<Attested<unknown>>
}

/** A sighting about one persona, with the detector's card beside it. */
export interface Finding {
  /** Hash of persona, detector, version, moved numbers and evidence: the same finding has the same id after a rebuild. */
  readonly id: string
  readonly persona: PersonaId
  readonly detector: string
  readonly version: number
  /** By which numbers it was made; undefined: as shipped. */
  readonly numbers?: Numbers | undefined
  readonly family: Family
  readonly strength: Strength
  readonly direction: Direction
  readonly room: Room
  readonly says: string
  readonly because: NonEmpty<StatementId>
}

export type Outcome =
  | { readonly kind: 'fired'; readonly findings: NonEmpty<Sighting> }
  | { readonly kind: 'quiet' }
  | { readonly kind: 'not-applicable'; readonly missing: NonEmpty<string> }
  | { readonly kind: 'failed'; readonly error: string }
export type OutcomeKind = Outcome['kind']

/**
 * What to do next, in words. It decides nothing.
 * `review`: a person looks. `escalate`: two independent families, one of them strong. `ask`: a neutral question could clear it.
 */
export const RECOMMENDATIONS = ['clear', 'ask', 'review', 'escalate'] as const
export type Recommendation = (typeof RECOMMENDATIONS)[number]

export interface Assessment {
  readonly persona: PersonaId
  readonly recommendation: Recommendation
  /** Detector id → outcome; `missing` and `error` where there are any. */
  readonly outcomes: Readonly<Record<string, { readonly kind: OutcomeKind; readonly missing?: readonly string[]; readonly error?: string }>>
  /** Ids of the findings that carried the recommendation, strongest first. */
  readonly reasons: readonly string[]
}
