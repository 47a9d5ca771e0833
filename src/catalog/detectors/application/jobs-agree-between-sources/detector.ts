import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import { careerDifferences } from '../../../grammar/career-differences.ts'
import { doesAgree, stintsOf } from '../../../grammar/stint.ts'
import jobs from '../../../views/jobs/view.ts'

const EMPLOYERS = 2
/** The catalogue's own tolerance for two sources about one period. */
const TOLERANCE = 2

export default defineDetector({
  id: 'application/jobs-agree-between-sources',
  version: 1,
  status: 'stable',
  title: 'Résumé and public profile tell the same career',
  asks: 'Do the résumé and the public profile agree about at least two employers, and contradict each other nowhere?',
  phase: 'application',
  family: 'timeline',
  direction: 'lowers',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001', 'T1585.001'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: 'At least two employers with both dates within 2 months in the résumé and in the profile, and no contradiction. An application form is not a second source: it is usually filled from the résumé.',
  },
  settings: {
    employers: {
      unit: 'employers',
      shipped: EMPLOYERS,
      least: 2,
      most: 10,
      says: 'More employers must agree before it speaks for the applicant.',
    },
  },
  clears: ['The profile turns out to have been made together with the résumé.'],
  cites: [{ source: 'psa231018', says: 'Lists contradictions in the history across profiles; agreement is the opposite.' }],
  falsePositives: [
    { story: 'Only one employer stands in both documents.', case: 'quiet-one-employer' },
    { story: 'Two jobs agree and a third one contradicts.', case: 'quiet-one-contradiction' },
    { story: 'The application form repeats the résumé.', case: 'quiet-form-repeats-resume' },
  ],
  blindSpots: ['A profile made up together with the résumé.'],
  lawfulUse: {
    purpose: 'Verification of claims that the candidate made',
    note: 'It only speaks for the candidate. Having no public profile has no weight.',
  },
  next: ['Nothing to do; it is shown beside the findings.'],
  needs: { jobs },
  detect: ({ jobs }, numbers) => {
    if (careerDifferences(jobs).length > 0) return []
    const profile = stintsOf(jobs, 'profile')
    const agreeing = [...stintsOf(jobs, 'resume').values()].flatMap((told) => {
      const shown = profile.get(told.key)
      return shown !== undefined && doesAgree(told, shown, TOLERANCE)
        ? [{ employer: told.employer, jobs: [...told.jobs, ...shown.jobs] }]
        : []
    })
    const because = agreeing.flatMap((a) => a.jobs)
    if (agreeing.length < numbers.employers || !isNonEmpty(because)) return []
    return [
      { says: `Résumé and profile agree about ${agreeing.length} employers: ${agreeing.map((a) => a.employer).join(', ')}.`, because },
    ]
  },
})
