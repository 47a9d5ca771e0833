import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import checks from '../../../views/checks/view.ts'

export default defineDetector({
  id: 'interview/met-in-person',
  version: 1,
  status: 'stable',
  title: 'Met in person',
  asks: 'Did a named colleague of yours meet the candidate in person?',
  phase: 'interview',
  family: 'presence',
  direction: 'lowers',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1656'],
  indicators: [],
  threshold: { origin: 'EXACT', says: 'A check "met in person" recorded as confirmed by a named person, arranged by your side.' },
  clears: ['The person who met the candidate withdraws the record.'],
  cites: [{ source: 'psa231018', says: 'Names meetings in person among the checks that fraudulent applicants avoid.' }],
  falsePositives: [
    { story: 'A meeting was arranged but did not take place.', case: 'quiet-no-answer' },
    { story: 'The meeting was vouched for by a contact whom the candidate supplied.', case: 'quiet-supplied-contact' },
  ],
  blindSpots: ['Somebody else comes to the meeting.', 'Being met says nothing about the career that is claimed.'],
  lawfulUse: { purpose: 'Verification that the candidate is a real person', note: 'It only speaks for the candidate. Not having met in person has no weight, and other ways of verification count the same.' },
  next: ['Nothing to do; it is shown beside the findings.'],
  needs: { checks },
  detect: ({ checks }) => {
    const met = checks.map((c) => c.check).filter((c) => c.value.kind === 'met-in-person' && c.value.outcome === 'confirmed' && c.value.contact === 'independent')
    return isNonEmpty(met) ? [{ says: 'A named colleague met the candidate in person.', because: met }] : []
  },
})
