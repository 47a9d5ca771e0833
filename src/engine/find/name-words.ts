import { nameKey } from '../../compute/name-key.ts'
import type { AnyStatement, PersonaId } from '../../model/statement.ts'

/** More words are no name that somebody looks for. */
const MOST_WORDS = 12

/** The words under which a name is found: without case, accents and other scripts' letters, in no order. */
export const wordsOf = (name: string): readonly string[] =>
  [...new Set(name.split(/\s+/).flatMap((part) => nameKey(part).split(' ')))].filter((word) => word !== '').slice(0, MOST_WORDS)

/**
 * Words of the names that statements give a persona. For people who look for somebody by name; nothing that judges reads them, so a
 * consistent renaming still changes no outcome.
 */
export function nameWordsOf(persona: PersonaId, statements: readonly AnyStatement[]): { persona: PersonaId; word: string }[] {
  const words = new Set(statements.flatMap((s) => (s.property === 'person-name' ? wordsOf(s.value.full) : [])))
  return [...words].map((word) => ({ persona, word }))
}
