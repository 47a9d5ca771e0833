import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import interview from '../../../views/interview/view.ts'

/** Fewer questions than this say nothing about a person. */
const ASKED = 3
const ANSWERED = 1
const ABOUT: readonly string[] = ['job', 'education', 'project', 'skill', 'own-document']

export default defineDetector({
  id: 'interview/own-work-not-explained',
  version: 1,
  status: 'stable',
  title: 'Own claims could not be explained',
  asks: 'Could the candidate say something of substance about at most one of three or more of their own claims?',
  phase: 'interview',
  family: 'timeline',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1656', 'F1020.001'],
  indicators: ['own-resume-not-known'],
  threshold: {
    origin: 'PROP',
    says: 'At most one answered of at least three re-asked claims; a person records what was known, never how it was said.',
  },
  clears: [
    'The candidate explains the work in writing, in their own time, or shows it.',
    'A former colleague or employer confirms the work.',
  ],
  cites: [
    { source: 'socure25', says: 'Attends an interview in which the applicant cannot speak about the history in the résumé.' },
    { source: 'socure25', says: 'Attends an interview in which the applicant cannot speak about the history in the résumé.' },
    {
      source: 'unit42-2311',
      says: 'Found prepared answers and résumés for personas whose owners could not explain the work presented as their own.',
    },
  ],
  falsePositives: [
    { story: 'The work is old and two of four details are gone.', case: 'quiet-old-work' },
    {
      story: 'A confidentiality agreement forbids talking about it, so the questions are recorded as not asked.',
      case: 'quiet-confidential',
    },
    { story: 'A nervous first round is followed by a second one in which the same questions are answered.', case: 'quiet-second-round' },
  ],
  blindSpots: ['Prepared or prompted answers.', 'Questions that anybody could answer from the résumé itself.'],
  lawfulUse: {
    purpose: 'Verification of claims that the candidate made',
    note: 'Another way of answering is offered to everybody first (in writing, with more time). Pauses, speech, camera and surroundings have no place in the record.',
  },
  next: [
    'Offer to answer in writing or with more time.',
    'Ask for a short walk through one piece of the claimed work.',
    'Confirm one claim with a former employer.',
  ],
  needs: { interview },
  detect: ({ interview }) => {
    const asked = interview.filter((q) => ABOUT.includes(q.about))
    const unknown = asked.filter((q) => q.unknown)
    const because = unknown.flatMap((q) => q.answers)
    if (asked.length < ASKED || asked.length - unknown.length > ANSWERED || !isNonEmpty(because)) return []
    return [
      {
        says: `Of ${asked.length} questions about their own claims, ${asked.length - unknown.length === 1 ? 'one was' : 'none was'} answered.`,
        because,
      },
    ]
  },
})
