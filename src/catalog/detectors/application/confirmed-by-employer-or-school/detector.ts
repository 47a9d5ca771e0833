import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import checks from '../../../views/checks/view.ts'

const KINDS: readonly string[] = ['employment', 'education', 'identity-owner']

export default defineDetector({
  id: 'application/confirmed-by-employer-or-school',
  version: 1,
  status: 'stable',
  title: 'Confirmed independently',
  asks: 'Did an employer, a school or the owner of the identity, reached through a contact of yours, confirm the claim?',
  phase: 'application',
  family: 'organisation',
  direction: 'lowers',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: [],
  threshold: {
    origin: 'EXACT',
    says: 'At least one check of employment, education or identity recorded as confirmed by a named person through an independent contact.',
  },
  clears: ['The contact turns out to have come from the candidate.', 'The confirming party withdraws.'],
  cites: [
    { source: 'lockheed24', says: 'Names the checks before an offer that would have helped.' },
    { source: 'mandiant24', says: 'Advises checks of claims and references before an offer.' },
  ],
  falsePositives: [
    { story: 'A referee whom the candidate supplied confirms everything.', case: 'quiet-supplied-contact' },
    { story: 'The employer was asked and has not answered.', case: 'quiet-no-answer' },
  ],
  blindSpots: [
    'A real person’s career used by somebody else: the employer confirms that person, not this one.',
    'Front organisations that answer the telephone.',
  ],
  lawfulUse: {
    purpose: 'Verification of claimed employment and education',
    note: 'It only speaks for the candidate. A check that nobody made has no weight.',
  },
  next: ['Nothing to do; it is shown beside the findings.'],
  needs: { checks },
  detect: ({ checks }) => {
    const confirmed = checks.filter(
      ({ check: { value } }) => KINDS.includes(value.kind) && value.outcome === 'confirmed' && value.contact === 'independent',
    )
    const because = confirmed.flatMap((c) => [c.check, ...c.claims])
    if (!isNonEmpty(because)) return []
    const kinds = [...new Set(confirmed.map((c) => (c.check.value.kind === 'identity-owner' ? 'the identity' : c.check.value.kind)))]
    return [{ says: `Confirmed independently: ${kinds.join(', ')}.`, because }]
  },
})
