import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import { careerDifferences } from '../../../grammar/career-differences.ts'
import jobs from '../../../views/jobs/view.ts'

const CONTRADICTIONS = 2

export default defineDetector({
  id: 'application/job-dates-differ-between-sources',
  version: 1,
  status: 'stable',
  title: 'Two documents tell different careers',
  asks: 'Do two kinds of documents of the same candidate contradict each other about at least two jobs?',
  phase: 'application',
  family: 'timeline',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001', 'T1585.001'],
  indicators: ['profile-contradicts-resume'],
  threshold: {
    origin: 'PROP',
    says: 'At least two contradictions. One contradiction: the same employer with a start or end more than 6 months apart, or one and the same period (both ends within 3 months, at least a year long) under two employers. The catalogue proposes two contradictions beyond a tolerance of 2 months; 6 leaves room for rounding.',
  },
  settings: {
    jobs: { unit: 'contradicted jobs', shipped: CONTRADICTIONS, least: 2, most: 10, says: 'More jobs must differ before it fires.' },
  },
  clears: ['The candidate says which document is out of date, and the other one holds.', 'An employer confirms one of the versions.'],
  cites: [
    { source: 'adv22', says: 'Lists profiles that contradict the papers behind them.' },
    { source: 'psa231018', says: 'Lists contradictions between name, history and contact data across profiles.' },
  ],
  falsePositives: [
    {
      story: 'The online profile has not been touched for two years and still shows the last job as present.',
      case: 'quiet-outdated-profile',
    },
    { story: 'Short jobs are left out of one of the documents.', case: 'quiet-short-jobs-left-out' },
    { story: 'Starts and ends are rounded to the year or a month or two off.', case: 'quiet-rounded-dates' },
    { story: 'A promotion stands as three posts in one document and as one job in the other.', case: 'quiet-promotions-grouped' },
    { story: 'A company was renamed, so one job carries two names.', case: 'quiet-renamed-company' },
  ],
  blindSpots: ['Documents that were all made together.', 'Employers spelled so differently that they are not recognised as one.'],
  lawfulUse: {
    purpose: 'Verification of claims that the candidate made',
    note: 'Only documents that the candidate gave or published. Tidying a résumé is common and lawful; the candidate is asked before anything else.',
  },
  next: ['Ask the candidate which of the two versions is right.', 'Confirm one of the periods with the employer.'],
  needs: { jobs },
  detect: ({ jobs }, numbers) => {
    const found = careerDifferences(jobs)
    const because = found.flatMap((d) => d.because)
    if (found.length < numbers.jobs || !isNonEmpty(because)) return []
    return [{ says: `${found.length} jobs differ between documents: ${found.map((d) => d.says).join('; ')}.`, because }]
  },
})
