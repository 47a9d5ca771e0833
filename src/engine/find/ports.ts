import type { Recommendation } from '../../model/finding.ts'
import type { Persona } from '../../model/persona.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'

/** Which personas: all conditions that are given hold. Newest first. */
export interface PersonasAsked {
  readonly status?: Persona['status'] | undefined
  readonly requisition?: string | undefined
  readonly recommendation?: Recommendation | undefined
  /** The last of the page before. */
  readonly after?: { readonly received: Instant; readonly id: PersonaId } | undefined
  readonly limit: number
}

/** The part of a transaction that people find personas with. */
export interface FindTx {
  personasByArrival(asked: PersonasAsked): Promise<readonly Persona[]>
  /** Of those of them that were assessed. */
  recommendations(personas: readonly PersonaId[]): Promise<ReadonlyMap<PersonaId, Recommendation>>
  /** Words of the names these go by, in the place of those that were there. */
  replaceNameWords(personas: readonly PersonaId[], rows: readonly { readonly persona: PersonaId; readonly word: string }[]): Promise<void>
  /** At most so many, in order of id, who have all these words, and one that begins with `begin` where it is given. */
  personasNamed(words: readonly string[], begin: string | undefined, limit: number): Promise<readonly PersonaId[]>
}
