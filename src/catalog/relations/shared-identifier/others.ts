import type { SameAnswer } from '../../../kit/cell.ts'
import { differentPeople } from '../../../kit/wording.ts'
import type { Sighting } from '../../../model/finding.ts'
import { isNonEmpty } from '../../../model/statement.ts'
import type { Attested, NonEmpty, PersonaId } from '../../../model/statement.ts'
import type { SharedIdentifier, SharedKind } from './relation.ts'

/** One of my identifiers with the other personas that hold it. */
export interface HeldByOthers {
  readonly mine: Attested<string>
  readonly others: NonEmpty<{
    readonly other: PersonaId
    readonly person: PersonaId
    readonly theirs: Attested<string>
    readonly row: SharedIdentifier
  }>
}

/**
 * My identifiers of this kind that personas with one of these answers hold too. Keys that more than `most` people besides
 * this applicant hold are left out: they belong to an office, not to a person.
 */
export function heldByOthers(
  rows: readonly SharedIdentifier[],
  kind: SharedKind,
  asked: { readonly same: SameAnswer; readonly most: number },
): readonly HeldByOthers[] {
  const byKey = Map.groupBy(
    rows.filter((r) => r.kind === kind),
    (r) => r.mine.value,
  )
  return [...byKey.values()].flatMap((group): HeldByOthers[] => {
    const [first] = group
    if (first === undefined || strangers(group) > asked.most) return []
    const others = group.flatMap((row) =>
      row.with?.same === asked.same ? [{ other: row.with.other, person: row.with.person, theirs: row.with.theirs, row }] : [],
    )
    return isNonEmpty(others) ? [{ mine: first.mine, others }] : []
  })
}

/** A sighting of each, which says who the others are: `persona p-1, a different person`. */
export const sightingsOf = (held: readonly HeldByOthers[], says: (people: string) => string): readonly Sighting[] =>
  held.map(({ mine, others }) => ({
    says: says(differentPeople(others.map((o) => o.other))),
    because: [mine, ...others.map((o) => o.theirs)],
  }))

/** Keys of this kind that more than `most` people besides this applicant hold. */
export function heldByVeryMany(
  rows: readonly SharedIdentifier[],
  kind: SharedKind,
  most: number,
): readonly { readonly mine: Attested<string>; readonly holders: number }[] {
  const byKey = Map.groupBy(
    rows.filter((r) => r.kind === kind),
    (r) => r.mine.value,
  )
  return [...byKey.values()].flatMap((group) => {
    const [first] = group
    return first !== undefined && strangers(group) > most ? [{ mine: first.mine, holders: first.holders }] : []
  })
}

/** People besides this applicant, however many records each has. Too many to be joined: all records but this one. */
const strangers = (group: readonly SharedIdentifier[]): number =>
  group.some((r) => r.with === undefined)
    ? (group[0]?.holders ?? 1) - 1
    : new Set(group.flatMap((r) => (r.with === undefined || r.with.same === 'yes' ? [] : [r.with.person]))).size

/**
 * Of these only what stands among `mine`, with the statement that says so: an address may be shared because somebody lives
 * there or because something was sent there, and a detector asks for one of the two.
 */
export function among(held: readonly HeldByOthers[], mine: ReadonlyMap<string, Attested<unknown>>): readonly HeldByOthers[] {
  return held.flatMap((shared): HeldByOthers[] => {
    const own = mine.get(shared.mine.value)
    return own === undefined ? [] : [{ ...shared, mine: { value: shared.mine.value, from: own.from } }]
  })
}

/** Values by their key; those without one are left out, and of equal keys the first stays. */
export function byKey<T>(values: readonly Attested<T>[], key: (value: T) => string | undefined): ReadonlyMap<string, Attested<T>> {
  const map = new Map<string, Attested<T>>()
  for (const value of values) {
    const of = key(value.value)
    if (of !== undefined && !map.has(of)) map.set(of, value)
  }
  return map
}
