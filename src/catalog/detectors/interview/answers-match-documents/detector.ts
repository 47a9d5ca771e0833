import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import interview from '../../../views/interview/view.ts'

const CLAIMS = 3
const ABOUT: readonly string[] = ['job', 'education', 'project', 'skill', 'own-document']

export default defineDetector({
  id: 'interview/answers-match-documents',
  version: 1,
  status: 'stable',
  title: 'Answers match the own documents',
  asks: 'Did every re-asked claim, and at least three, come back as the documents state it?',
  phase: 'interview',
  family: 'timeline',
  direction: 'lowers',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1656'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: 'At least three re-asked claims, all of them matching and none unknown or different. The mirror of "own claims could not be explained".',
  },
  settings: {
    claims: {
      unit: 'claims',
      shipped: CLAIMS,
      least: 3,
      most: 10,
      says: 'More matching claims are needed before it speaks for the applicant.',
    },
  },
  clears: ['Another interviewer records that a claim is told differently.'],
  cites: [{ source: 'psa231018', says: 'Lists contradictions in the history that a candidate gives among the signs on the hiring side.' }],
  falsePositives: [
    { story: 'Two of three answers match and the third is not known.', case: 'quiet-one-unknown' },
    { story: 'Only two claims were re-asked.', case: 'quiet-too-few' },
  ],
  blindSpots: ['Answers read from the résumé or prompted by somebody else.', 'A résumé that is made up but well learnt.'],
  lawfulUse: {
    purpose: 'Verification of claims that the candidate made',
    note: 'It only speaks for the candidate. The same questions for everybody on the requisition.',
  },
  next: ['Nothing to do; it is shown beside the findings.'],
  needs: { interview },
  detect: ({ interview }, numbers) => {
    const asked = interview.filter((q) => ABOUT.includes(q.about))
    const because = asked.flatMap((q) => q.answers.filter((a) => a.value.agreement === 'matches'))
    if (asked.length < numbers.claims || asked.some((q) => !q.matched) || !isNonEmpty(because)) return []
    return [{ says: `All ${asked.length} re-asked claims were told as the documents state them.`, because }]
  },
})
