import { monthRange, monthsApart } from '../../../../compute/months.ts'
import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import type { Attested } from '../../../../model/statement.ts'
import { organisationKey } from '../../../../compute/organisation-key.ts'
import { writePeriod } from '../../../grammar/stint.ts'
import type { Answer, Asked } from '../../../views/interview/view.ts'
import interview from '../../../views/interview/view.ts'
import jobs from '../../../views/jobs/view.ts'

/** One slip is human; two claims told differently are a question. */
const CLAIMS = 2
/** Nobody remembers months in conversation: only a year and more counts as another date. */
const SPOKEN_TOLERANCE = 12
/** Questions about places are weighed in a detector of their own, small talk in none. */
const ABOUT: readonly Answer['about'][] = ['job', 'education', 'project', 'skill', 'own-document']

export default defineDetector({
  id: 'interview/answers-differ-from-documents',
  version: 1,
  status: 'stable',
  title: 'Answers differ from the own documents',
  asks: 'Did the candidate describe at least two of their own claims differently from how their documents state them?',
  phase: 'interview',
  family: 'timeline',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1656', 'F1020.001'],
  indicators: ['profile-contradicts-resume'],
  threshold: {
    origin: 'PROP',
    says: 'At least two different claims, each recorded as differing by a named interviewer, or told as a job whose dates lie more than 12 months from every document. The catalogue proposes two contradictions.',
  },
  settings: {
    claims: { unit: 'claims', shipped: CLAIMS, least: 2, most: 10, says: 'More claims must be told differently before it fires.' },
  },
  clears: [
    'The candidate explains the difference and a document or a former employer bears it out.',
    'The same question, asked again, is answered as in the documents.',
  ],
  cites: [
    { source: 'psa231018', says: 'Lists contradictions in the history that a candidate gives among the signs on the hiring side.' },
    { source: 'adv22', says: 'Lists profiles that contradict the papers behind them.' },
  ],
  falsePositives: [
    { story: 'Somebody mixes up the months of an old job and gets one detail of it wrong.', case: 'quiet-one-slip' },
    {
      story: 'A nervous first round goes wrong and the second round answers the same questions as the résumé does.',
      case: 'quiet-put-right-later',
    },
    { story: 'The recorded start of a job is a few months off, as memory is.', case: 'quiet-months-off' },
  ],
  blindSpots: [
    'A well rehearsed story that keeps to the documents.',
    'Interviewers who record only a general impression.',
    'Somebody who fails one session and has another person answer the same questions in the next.',
  ],
  lawfulUse: {
    purpose: 'Verification of claims that the candidate made',
    note: 'Facts only, the same questions for everybody on the requisition. How something was said is not part of the record.',
  },
  next: [
    'Ask the candidate, without reproach, which of the two versions is right.',
    'Have a second interviewer ask the same question again.',
    'Confirm the period with the employer through a contact that you found yourself.',
  ],
  needs: { interview, jobs },
  detect: ({ interview, jobs }, numbers) => {
    const seen = interview
      .filter((asked) => ABOUT.includes(asked.about))
      .flatMap((asked) => {
        if (asked.differed) return [{ says: describe(asked), asked, because: differing(asked) }]
        const other = otherDates(asked, jobs)
        return other === undefined ? [] : [{ ...other, asked }]
      })
    const because = seen.flatMap((s) => s.because)
    if (seen.length < numbers.claims || !isNonEmpty(because)) return []
    return [
      {
        says: `In the interview ${seen.length} claims were told differently from the documents: ${seen.map((s) => s.says).join('; ')}.`,
        because,
      },
    ]
  },
})

const WORDS: Readonly<Record<Answer['about'], string>> = {
  job: 'a job',
  education: 'the education',
  project: 'a project',
  skill: 'a skill',
  place: 'a place',
  'own-document': 'their own document',
  other: 'another claim',
}

const describe = (asked: Asked): string => {
  const employer = asked.answers.find((a) => a.value.job !== undefined)?.value.job?.employer
  return employer === undefined ? WORDS[asked.about] : `the job at ${employer}`
}

const differing = (asked: Asked): Attested<unknown>[] => asked.answers.filter((a) => a.value.agreement === 'differs')

/** A job told with dates that no document gives for that employer. */
function otherDates(
  asked: Asked,
  jobs: readonly Attested<NonNullable<Answer['job']>>[],
): { says: string; because: Attested<unknown>[] } | undefined {
  for (const answer of asked.answers) {
    const told = answer.value.job
    if (told === undefined) continue
    const documented = jobs.filter((j) => organisationKey(j.value.employer) === organisationKey(told.employer))
    const first = documented[0]
    if (
      first === undefined ||
      documented.some((j) => apart(told.from, j.value.from) <= SPOKEN_TOLERANCE && apart(told.to, j.value.to) <= SPOKEN_TOLERANCE)
    )
      continue
    return {
      says: `${told.employer} told as ${writePeriod({ from: told.from, to: told.to })}, documents say ${writePeriod({ from: first.value.from, to: first.value.to })}`,
      because: [answer, ...documented],
    }
  }
  return undefined
}

function apart(a: string | undefined, b: string | undefined): number {
  return a === undefined || b === undefined || a === 'present' || b === 'present' ? 0 : monthsApart(monthRange(a), monthRange(b))
}
