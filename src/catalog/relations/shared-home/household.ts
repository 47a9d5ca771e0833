import type { PersonaId } from '../../../model/statement.ts'
import type { SharedHome } from './relation.ts'

/** Two people have at most three records each that a company keeps apart: an application, a worker's row, a payee's. */
const RECORDS = 3

/**
 * Do these people openly live together with the person asked about? All of them gave the same home address, and they are few.
 * What a household shares is its own business; people who say to live apart and share the same things are another matter.
 */
export function oneHousehold(others: readonly PersonaId[], homes: readonly SharedHome[]): boolean {
  const there = new Set(homes.map((home) => home.other))
  return others.length <= RECORDS && others.every((other) => there.has(other))
}
