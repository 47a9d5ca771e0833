import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import interview from '../../../views/interview/view.ts'

const QUESTIONS = 2

export default defineDetector({
  id: 'interview/claimed-place-contradicted',
  version: 1,
  status: 'stable',
  title: 'Answers about the claimed place contradict public fact',
  asks: 'Did public fact contradict two neutral answers about the place where the candidate says they are?',
  phase: 'interview',
  family: 'presence',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1656'],
  indicators: ['claimed-residence-not-known'],
  threshold: {
    origin: 'PROP',
    says: 'Every place question that got an answer, and at least two, contradicted by a public fact that the interviewer looked up. Not knowing an answer counts for nothing.',
  },
  settings: {
    answers: {
      unit: 'answers',
      shipped: QUESTIONS,
      least: 2,
      most: 10,
      says: 'More answers, all contradicted, are needed before it fires.',
    },
  },
  clears: ['The candidate was travelling or had just moved and says so.', 'The place is verified another way that the candidate chooses.'],
  cites: [
    { source: 'psa250723', says: 'Suggests everyday questions about the claimed place.' },
    { source: 'kraken25', says: 'Tells how questions about the claimed place could not be answered.' },
    { source: 'coindesk24', says: 'Collects stories about the claimed place that public facts refuted.' },
  ],
  falsePositives: [
    { story: 'Somebody who has just moved does not know the nearest station and last week’s weather.', case: 'quiet-new-resident' },
    { story: 'A nervous person gets one of two answers wrong.', case: 'quiet-one-wrong' },
    { story: 'One thing was wrong, two other answers about the same place were right.', case: 'quiet-mostly-right' },
  ],
  blindSpots: ['Answers looked up during the call.', 'Somebody who rents a room in the claimed place for a week.'],
  lawfulUse: {
    purpose: 'Verification of the place that the candidate declared',
    note: 'Only the claimed place against public fact, the same questions for everybody. No place is better or worse than another; how somebody speaks is not asked.',
  },
  next: ['Ask whether the candidate was travelling.', 'Offer several ways to verify the place and let the candidate choose.'],
  needs: { interview },
  detect: ({ interview }, numbers) => {
    const answered = interview.filter((q) => q.about === 'place' && !q.unknown)
    const because = answered.filter((q) => q.differed).flatMap((q) => q.answers.filter((a) => a.value.agreement === 'differs'))
    if (answered.length < numbers.answers || answered.some((q) => !q.differed) || !isNonEmpty(because)) return []
    return [{ says: `${answered.length} of ${answered.length} answers about the claimed place were contradicted by public fact.`, because }]
  },
})
