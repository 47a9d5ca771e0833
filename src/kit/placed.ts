import { isNonEmpty } from '../model/statement.ts'
import type { ArtifactId, Attested, Basis, Locator, NonEmpty, Role, Statement } from '../model/statement.ts'
import type { Property, ValueOf } from '../model/vocabulary.ts'

/** A value with its evidence and the artifact it stands in: what most views of one persona hand to a detector. */
export interface Placed<T> extends Attested<T> {
  readonly artifact: ArtifactId
  readonly role: Role
  readonly at: Locator
  readonly basis: Basis
}

export function place<P extends Property>(statement: Statement<P>): Placed<ValueOf<P>> {
  const { artifact, at, role } = statement.seenIn
  return { value: statement.value, from: [statement.id], artifact, at, role, basis: statement.basis }
}

/** Every statement placed, in the order given; `undefined` (not applicable) when there is none. */
export function placeAll<P extends Property>(statements: readonly Statement<P>[]): NonEmpty<Placed<ValueOf<P>>> | undefined {
  return isNonEmpty(statements) ? (statements.map(place) as unknown as NonEmpty<Placed<ValueOf<P>>>) : undefined
}
