import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import interview from '../../../views/interview/view.ts'

const QUESTIONS = 2

export default defineDetector({
  id: 'interview/claimed-place-known',
  version: 1,
  status: 'stable',
  title: 'Knows the place they claim',
  asks: 'Did every answer about the claimed place agree with public fact?',
  phase: 'interview',
  family: 'presence',
  direction: 'lowers',
  strength: 'weak',
  room: 'identity',
  technique: ['T1656'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: 'At least two answers about the place, all of them matching. Weak, because anybody can look such things up.',
  },
  settings: {
    answers: {
      unit: 'answers',
      shipped: QUESTIONS,
      least: 2,
      most: 10,
      says: 'More answers, all right, are needed before it speaks for the applicant.',
    },
  },
  clears: ['An answer is found to be wrong.'],
  cites: [{ source: 'psa250723', says: 'Suggests everyday questions about the claimed place.' }],
  falsePositives: [
    { story: 'Only one of the answers was right.', case: 'quiet-one-differs' },
    { story: 'The questions were about work, not about a place.', case: 'quiet-other-questions' },
  ],
  blindSpots: ['Answers looked up during the call.'],
  lawfulUse: {
    purpose: 'Verification of the place that the candidate declared',
    note: 'It only speaks for the candidate. Not knowing a place has no weight.',
  },
  next: ['Nothing to do; it is shown beside the findings.'],
  needs: { interview },
  detect: ({ interview }, numbers) => {
    const answered = interview.filter((q) => q.about === 'place' && !q.unknown)
    const because = answered.flatMap((q) => q.answers.filter((a) => a.value.agreement === 'matches'))
    if (answered.length < numbers.answers || answered.some((q) => !q.matched) || !isNonEmpty(because)) return []
    return [{ says: `All ${answered.length} answers about the claimed place agree with public fact.`, because }]
  },
})
