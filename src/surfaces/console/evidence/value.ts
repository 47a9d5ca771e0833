import { valueInWords as inWords } from '../../../model/in-words.ts'
import type { AnyStatement } from '../../../model/statement.ts'
import type { AnswerOf } from '../../client/index.ts'

type Dossier = AnswerOf<'GET /api/personas/:persona'>
/** A statement under a finding: what a document says, and where. */
export type Evidence = Dossier['statements'][number]
export type FindingShown = Dossier['findings'][number]

/** The same with its value typed by its property, which the service has checked before it was written down. */
export const typed = (evidence: Evidence): AnyStatement => evidence as unknown as AnyStatement

export const valueInWords = (evidence: Evidence): string => inWords(typed(evidence))

/** The place that a statement names, in its own words; undefined where it names none. */
export function placeNamed(evidence: Evidence): string | undefined {
  const s = typed(evidence)
  switch (s.property) {
    case 'place':
      return s.value.text
    case 'postal-address':
      return s.value
    case 'shipment':
    case 'payee-company':
      return s.value.address
    case 'interview-answer':
      return s.value.about === 'place' ? s.value.said : undefined
    default:
      return undefined
  }
}
