import { personas } from '../../../kit/wording.ts'
import type { Sighting } from '../../../model/finding.ts'
import type { PersonaId } from '../../../model/statement.ts'
import { heldByOthers, heldByVeryMany } from './others.ts'
import type { SharedIdentifier, SharedKind } from './relation.ts'

export interface LeftOut {
  readonly kind: SharedKind
  /** As in the detector that weighs this kind. */
  readonly most: number
  /** `delivery address` */
  readonly what: string
}

/** What the cards of a phase's *shared, and not weighed* have in common. */
export const NOT_WEIGHED = {
  title: 'Shared, and not weighed',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  threshold: {
    origin: 'PROP',
    says: 'More others than the detectors of this phase count, an answer “unknown” of the identity channel, or a household: people who openly gave one home address.',
  },
  clears: ['Nothing to clear: it is shown so that a person can see what was left out.'],
  cites: [{ source: 'sharedart', says: 'Households, agencies and offices share things; a shared identifier is not a shared identity.' }],
  blindSpots: ['A large ring on one value appears here and not among what counts.'],
  lawfulUse: { purpose: 'Showing what was seen and not counted.', note: 'Shown for context, never counted.' },
  next: ['If it is not an agency’s, an office’s or a household’s, look at the other personas with it.'],
} as const

/** What is shared and counts for nothing, with the reason: too many have it, nobody can say who the other is, or a home is shared too. */
export const notWeighed = (rows: readonly SharedIdentifier[], kinds: readonly LeftOut[], household: Household): readonly Sighting[] =>
  kinds.flatMap((kind) => leftOut(rows, kind, household))

type Household = (others: readonly { readonly other: PersonaId }[]) => boolean

function leftOut(rows: readonly SharedIdentifier[], { kind, most, what }: LeftOut, household: Household): readonly Sighting[] {
  const unknown = heldByOthers(rows, kind, { same: 'unknown', most })
  const athome = heldByOthers(rows, kind, { same: 'no', most }).filter(({ others }) => household(others))
  return [
    ...heldByVeryMany(rows, kind, most).map(({ mine, holders }): Sighting => ({
      says: `The ${what} is that of ${holders} personas, as an agency’s or an office’s is, and was not weighed.`,
      because: [mine],
    })),
    ...unknown.map(({ mine, others }): Sighting => ({
      says: `The ${what} is also that of ${personas(others.map((o) => o.other))}; whether that is the same person cannot be said, so it was not weighed.`,
      because: [mine, ...others.map((o) => o.theirs)],
    })),
    ...athome.map(({ mine, others }): Sighting => ({
      says: `The ${what} is also that of ${personas(others.map((o) => o.other))}, of the same home address; a household shares things, so it was not weighed.`,
      because: [mine, ...others.map((o) => o.theirs)],
    })),
  ]
}
