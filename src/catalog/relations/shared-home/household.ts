import type { PersonaId } from '../../../model/statement.ts'
import type { SharedHome } from './relation.ts'

/** Besides the person asked about. Larger households exist; so many people with one employer in one of them are worth a question. */
const PEOPLE = 2

/**
 * Do these people openly live together with the person asked about? All of them gave the same home address, and they are few.
 * What a household shares is its own business; people who say to live apart and share the same things are another matter.
 */
export function oneHousehold(others: readonly { readonly other: PersonaId }[], homes: readonly SharedHome[]): boolean {
  const at = new Map(homes.map((home) => [home.other, home.person]))
  return others.every(({ other }) => at.has(other)) && new Set(others.map(({ other }) => at.get(other))).size <= PEOPLE
}
