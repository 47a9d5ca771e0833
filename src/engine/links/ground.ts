import type { Instant, PersonaId, StatementId } from '../../model/statement.ts'
import type { Held, OverlapRow, Pair, SameApplicant, Value } from '../ports.ts'

/** A value as one persona has it: where it was said and when it was used. */
export interface Use extends Value {
  readonly statements: readonly StatementId[]
  readonly ats: readonly Instant[]
}

/** The part of the index that the pairs at hand need, in memory. */
export interface Ground {
  /** Values by persona, by `nameOf`. */
  readonly uses: ReadonlyMap<PersonaId, ReadonlyMap<string, Use>>
  readonly held: ReadonlyMap<string, Held>
  /** From the side of the persona. */
  readonly overlaps: ReadonlyMap<PersonaId, readonly OverlapRow[]>
  /** The identity channel's answer, by `pairName`. */
  readonly same: ReadonlyMap<string, SameApplicant>
  /** Digests of author fields that are not the candidate, by persona. */
  readonly thirdParty: ReadonlyMap<PersonaId, ReadonlySet<string>>
}

/** One text per value, for looking up. */
export const nameOf = ({ kind, key }: Value): string => `${kind} ${key}`

export const pairOf = (a: PersonaId, b: PersonaId): Pair => (a < b ? { persona: a, other: b } : { persona: b, other: a })
export const pairName = ({ persona, other }: Pair): string => `${persona} ${other}`

/** The names of the values that both have, in a fixed order. */
export function sharedBetween(ground: Ground, { persona, other }: Pair): readonly string[] {
  const [mine, theirs] = [ground.uses.get(persona), ground.uses.get(other)]
  if (mine === undefined || theirs === undefined) return []
  const [few, many] = mine.size <= theirs.size ? [mine, theirs] : [theirs, mine]
  return [...few.keys()].filter((name) => many.has(name)).sort()
}

/** What was found equal between the two, from the first one's side. */
export const overlapsBetween = (ground: Ground, { persona, other }: Pair): readonly OverlapRow[] =>
  (ground.overlaps.get(persona) ?? []).filter((row) => row.other === other)
