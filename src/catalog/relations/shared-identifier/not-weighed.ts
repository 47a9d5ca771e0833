import { personas } from '../../../kit/wording.ts'
import type { Sighting } from '../../../model/finding.ts'
import type { PersonaId } from '../../../model/statement.ts'
import { heldByOthers, heldByVeryMany } from './others.ts'
import type { SharedIdentifier, SharedKind } from './relation.ts'

export interface LeftOut {
  /** As in the detector that weighs this kind. */
  readonly most: number
  /** `delivery address` */
  readonly what: string
  readonly household: (others: readonly PersonaId[]) => boolean
}

/** What is shared and counts for nothing, with the reason: too many have it, nobody can say who the other is, or a home is shared too. */
export function notWeighed(rows: readonly SharedIdentifier[], kind: SharedKind, { most, what, household }: LeftOut): readonly Sighting[] {
  const unknown = heldByOthers(rows, kind, { same: 'unknown', most })
  const athome = heldByOthers(rows, kind, { same: 'no', most }).filter(({ others }) => household(others.map((o) => o.other)))
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
