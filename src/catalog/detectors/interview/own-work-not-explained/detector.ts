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
  settings: {
    asked: { unit: 'questions', shipped: ASKED, least: 3, most: 15, says: 'More questions must have been asked before it fires.' },
    answered: {
      unit: 'answers',
      shipped: ANSWERED,
      least: 0,
      most: 1,
      says: 'It fires for people who knew one thing, too.',
    },
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
  detect: ({ interview }, numbers) => {
    const asked = interview.filter((q) => ABOUT.includes(q.about))
    const unknown = asked.filter((q) => q.unknown)
    const because = unknown.flatMap((q) => q.answers)
    const known = asked.length - unknown.length
    if (asked.length < numbers.asked || known > numbers.answered || !isNonEmpty(because)) return []
    return [
      {
        says: `Of ${asked.length} questions about their own claims, ${known === 1 ? 'one was' : 'none was'} answered.`,
        because,
      },
    ]
  },
})
