import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import interview from '../../../views/interview/view.ts'

const CLAIMS = 2
const ABOUT: readonly string[] = ['job', 'education', 'project', 'skill', 'own-document']

export default defineDetector({
  id: 'interview/answers-differ-seconded',
  version: 1,
  status: 'stable',
  title: 'Two interviewers recorded the same differences',
  asks: 'Did two interviewers independently record that at least two claims are told differently from the own documents?',
  phase: 'interview',
  family: 'timeline',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1656', 'F1020.001'],
  indicators: ['profile-contradicts-resume', 'own-resume-not-known'],
  threshold: {
    origin: 'PROP',
    says: 'At least two claims that differ, each recorded by two different named people. A contradiction that a second person verified is what R-010 calls strong.',
  },
  settings: {
    claims: {
      unit: 'claims',
      shipped: CLAIMS,
      least: 2,
      most: 10,
      says: 'More claims that two people recorded are needed before it fires.',
    },
  },
  clears: [
    'The candidate shows a document from the time that bears out what was said.',
    'The same question, asked again, is answered as in the documents.',
  ],
  cites: [
    { source: 'psa231018', says: 'Lists contradictions in the history that a candidate gives among the signs on the hiring side.' },
    { source: 'socure25', says: 'Attends an interview in which the applicant cannot speak about the history in the résumé.' },
  ],
  falsePositives: [
    { story: 'One interviewer heard differences, the second interviewer did not.', case: 'quiet-not-seconded' },
    { story: 'Both interviewers heard one slip, and nothing else differed.', case: 'quiet-one-claim' },
    { story: 'The same person signed the record twice.', case: 'quiet-same-person-twice' },
  ],
  blindSpots: ['Interviews held by one person.', 'A second interviewer who only repeats what the first one said.'],
  lawfulUse: {
    purpose: 'Verification of claims that the candidate made',
    note: 'Facts only, the same questions for everybody on the requisition. The candidate hears of the differences before anybody decides.',
  },
  next: [
    'Tell the candidate which answers differ and ask for their account.',
    'Confirm one of the claims with the employer or school through a contact that you found yourself.',
  ],
  needs: { interview },
  detect: ({ interview }, numbers) => {
    const seconded = interview.filter((asked) => asked.seconded && ABOUT.includes(asked.about))
    const because = seconded.flatMap((asked) => asked.answers.filter((a) => a.value.agreement === 'differs'))
    if (seconded.length < numbers.claims || !isNonEmpty(because)) return []
    return [
      {
        says: `Two interviewers recorded that ${seconded.length} claims were told differently from the documents (${seconded.map((asked) => asked.about).join(', ')}).`,
        because,
      },
    ]
  },
})
