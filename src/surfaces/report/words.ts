import type { Dossier } from '../../engine/dossier.ts'
import type { Recommendation } from '../../model/finding.ts'

/** A persona that was not assessed is asked about, never cleared. */
export const recommendationOf = (d: Dossier): Recommendation => d.assessment?.recommendation ?? 'ask'

/** The words of recommendations, written for a recruiter; every surface uses these. */
export const RECOMMENDATION_WORDS: Readonly<Record<Recommendation, string>> = {
  clear: 'Nothing to follow up. Go on as with anybody.',
  ask: 'A neutral question could settle what was seen. Ask before anything else.',
  review: 'A person should look at the evidence. Nothing else happens until then.',
  escalate: 'Two independent kinds of evidence point the same way. A trained person decides with the evidence at hand.',
}

/** Printed beside every recommendation, so that a rare thing is not taken for a likely one. */
export const BASE_RATE =
  'How to read this: almost all applicants are who they say they are. A recommendation says where to look, not what is true. Refugees, people with changed names and people from anywhere are not targets; origin is not evidence. No one is rejected by this program.'

/** Why, in one sentence: the finding that carried the recommendation, or what could not be checked. */
export function strongestReason(d: Dossier): string {
  const first = d.assessment?.reasons[0]
  const carried = d.findings.find((f) => f.finding.id === first)
  if (carried !== undefined) return carried.finding.says
  const scanned = scannedPages(d)
  if (scanned > 0 && recommendationOf(d) === 'ask')
    return `The document has no text layer (${scanned} scanned ${scanned === 1 ? 'page' : 'pages'}), so nothing could be checked.`
  if (d.assessment === undefined) return 'Not assessed yet.'
  if (d.assessment.recommendation === 'ask') return 'Too little could be read to check anything.'
  const lowering = d.findings.find((f) => f.finding.direction === 'lowers')
  const clear = lowering === undefined ? 'Nothing stood out.' : lowering.finding.says
  return scanned === 0 ? clear : `${clear} ${scanned === 1 ? 'One scanned page' : `${scanned} scanned pages`} could not be read.`
}

function scannedPages(d: Dossier): number {
  return d.statements.reduce((n, s) => n + (s.property === 'no-text-layer' ? s.value.pages : 0), 0)
}

/** One step for the person at the screen. */
export function nextStep(d: Dossier): string {
  const carried = d.findings.find((f) => f.finding.id === d.assessment?.reasons[0])
  const step = carried?.card?.next[0]
  if (step !== undefined) return step
  if (d.assessment?.recommendation === 'ask') return 'Ask for a copy with text that can be selected.'
  if (d.assessment?.recommendation !== 'clear') return 'Look at the evidence.'
  return scannedPages(d) === 0 ? 'Go on.' : 'Go on; a copy with text that can be selected would let more be checked.'
}
