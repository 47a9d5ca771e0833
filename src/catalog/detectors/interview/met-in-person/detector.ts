import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import meetingsInPerson from '../../../views/meetings-in-person/view.ts'

export default defineDetector({
  id: 'interview/met-in-person',
  version: 1,
  status: 'stable',
  title: 'Met in person',
  asks: 'Has somebody met the candidate in person and recorded it?',
  phase: 'interview',
  family: 'presence',
  direction: 'lowers',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1656'],
  indicators: [],
  threshold: {
    origin: 'EXACT',
    says: 'A named person recorded that the candidate was met in person, arranged independently of the candidate’s own contacts, and no record says the opposite. Moderate, because helpers are known to come in the place of a persona.',
  },
  clears: ['The person who was met turns out to be somebody else than the one who works.'],
  cites: [
    {
      source: 'psa231018',
      says: 'Counts meetings in person that never come about among the warning signs; one that took place is the opposite.',
    },
    { source: 'mtrends25', says: 'Investigations met helpers who stand in for a persona, which is why one meeting is not proof.' },
  ],
  falsePositives: [
    { story: 'The meeting was planned and nobody came.', case: 'quiet-nobody-came' },
    { story: 'The candidate’s own acquaintance reports the meeting.', case: 'quiet-supplied-by-the-candidate' },
    { story: 'One record says met, a later one says that somebody else came.', case: 'quiet-records-disagree' },
  ],
  blindSpots: [
    'A hired stand-in can come to one meeting.',
    'Who cannot travel has no such record, which means nothing against them: other ways to verify stand equal.',
  ],
  lawfulUse: {
    purpose: 'Seeing what speaks for a candidate.',
    note: 'It can only help. A meeting is offered to everybody on the requisition in the same way, with an equal alternative, and its absence is never held against anybody.',
  },
  next: ['Nothing to do.'],
  needs: { meetingsInPerson },
  detect: ({ meetingsInPerson }) => {
    if (meetingsInPerson.some((m) => m.value.outcome === 'contradicted')) return []
    const met = meetingsInPerson.filter((m) => m.value.outcome === 'confirmed' && m.value.contact === 'independent')
    return isNonEmpty(met) ? [{ says: 'The candidate was met in person, as a named person recorded.', because: met }] : []
  },
})
