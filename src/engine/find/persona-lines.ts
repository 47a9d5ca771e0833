import type { Recommendation } from '../../model/finding.ts'
import type { Persona } from '../../model/persona.ts'
import { standingOf, type Standing } from '../disposition-standing.ts'
import { nameAmong } from '../dossier.ts'
import type { Found } from './ports.ts'

/** A persona as it stands in a list. */
export interface PersonaLine {
  readonly persona: Persona
  /** Absent when no document names one. */
  readonly name: string | undefined
  /** Absent until it was assessed. */
  readonly recommendation: Recommendation | undefined
  readonly standing: Standing
}

export const personaLine = ({ persona, names, recommendation, decided }: Found): PersonaLine => ({
  persona,
  name: nameAmong(names),
  recommendation,
  standing: standingOf(persona, decided === undefined ? [] : [decided]),
})
