import type { Disposition } from '../../model/disposition.ts'
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

/** A name, and what kind of document gives it. */
export interface Name {
  readonly full: string
  readonly role: string
}

/** A persona as a line of a list is made from. */
export interface Found {
  readonly persona: Persona
  /** That its documents give it, in the order of the documents. */
  readonly names: readonly Name[]
  /** Absent until it was assessed. */
  readonly recommendation: Recommendation | undefined
  /** The last decision. */
  readonly decided: Disposition | undefined
}

/** The part of a transaction that people find personas with. */
export interface FindTx {
  personasByArrival(asked: Pick<PersonasAsked, 'requisition' | 'after' | 'limit'>): Promise<readonly Persona[]>
  /** With what a list shows of each. */
  foundByArrival(asked: PersonasAsked): Promise<readonly Found[]>
  /** In order of id. */
  foundOf(personas: readonly PersonaId[]): Promise<readonly Found[]>
  /** Words of the names these go by, in the place of those that were there. */
  replaceNameWords(personas: readonly PersonaId[], rows: readonly { readonly persona: PersonaId; readonly word: string }[]): Promise<void>
  /**
   * At most so many, in order of id, who have all these words, and one that begins with `begin` where it is given. Of a beginning alone
   * those whose word comes first.
   */
  personasNamed(words: readonly string[], begin: string | undefined, limit: number): Promise<readonly PersonaId[]>
}
