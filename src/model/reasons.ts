import type { DispositionKind } from './disposition.ts'

interface ReasonCard {
  readonly says: string
  readonly for: DispositionKind
  /** Tied to findings that the decider has opened. */
  readonly findings: boolean
}

/**
 * Why somebody decided as they did: a closed list, so that reasons can be counted and compared. None is about where somebody is
 * from, which papers they hold, how they speak or how they seemed; a test keeps it so.
 */
export const REASONS = {
  'contradiction-stands': {
    says: 'Facts exclude each other, the person was heard, and it was not explained.',
    for: 'confirmed',
    findings: true,
  },
  'denied-by-third-party': { says: 'Somebody independent, asked by us, denied what was claimed.', for: 'confirmed', findings: true },
  'identity-of-another': { says: 'The identity belongs to somebody else, who was asked.', for: 'confirmed', findings: true },
  'one-behind-several': {
    says: 'One person stands behind several personas, by more than one piece of evidence.',
    for: 'confirmed',
    findings: true,
  },
  explained: { says: 'It was explained, and the explanation was checked.', for: 'cleared', findings: true },
  'verified-by-third-party': { says: 'Somebody independent, asked by us, verified what was claimed.', for: 'cleared', findings: true },
  'ordinary-sharing': { says: 'What is shared has an ordinary reason: a household, an agency, an office.', for: 'cleared', findings: true },
  'wrong-finding': { says: 'The finding is wrong: a file was misread, or rests on wrong figures.', for: 'cleared', findings: true },
  'nothing-raised': { says: 'Nothing speaks against the person.', for: 'cleared', findings: false },
  'cannot-be-told': { says: 'What there is does not decide it either way.', for: 'inconclusive', findings: true },
  'ended-before': { says: 'The application ended before it could be told.', for: 'inconclusive', findings: false },
} as const satisfies Readonly<Record<string, ReasonCard>>
export type ReasonCode = keyof typeof REASONS
export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[]

/** Shorter looks than this at a piece of evidence are no looks: one cannot read a finding's sentence in less. Seconds. */
export const LEAST_LOOK = 3
