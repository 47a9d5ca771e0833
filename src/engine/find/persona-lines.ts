import type { Recommendation } from '../../model/finding.ts'
import type { Persona } from '../../model/persona.ts'
import { namesOf } from '../cluster-dossier.ts'
import { standingOf, type Standing } from '../disposition-standing.ts'
import type { Tx } from '../ports.ts'

/** A persona as it stands in a list. */
export interface PersonaLine {
  readonly persona: Persona
  /** Absent when no document names one. */
  readonly name: string | undefined
  /** Absent until it was assessed. */
  readonly recommendation: Recommendation | undefined
  readonly standing: Standing
}

/** In the order given. */
export async function personaLines(tx: Tx, personas: readonly Persona[]): Promise<readonly PersonaLine[]> {
  const ids = personas.map((p) => p.id)
  const names = await namesOf(tx, ids)
  const recommendations = await tx.recommendations(ids)
  const decisions = Map.groupBy(await tx.dispositions(ids), (d) => d.persona)
  return personas.map((persona) => ({
    persona,
    name: names.get(persona.id),
    recommendation: recommendations.get(persona.id),
    standing: standingOf(persona, decisions.get(persona.id) ?? []),
  }))
}
