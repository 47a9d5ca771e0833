import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import { careerDifferences } from '../../../grammar/career-differences.ts'
import jobs from '../../../views/jobs/view.ts'

export default defineDetector({
  id: 'application/one-job-differs-between-sources',
  version: 1,
  status: 'stable',
  title: 'One job differs between two documents',
  asks: 'Do two kinds of documents of the same candidate contradict each other about exactly one job?',
  phase: 'application',
  family: 'timeline',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: ['profile-contradicts-resume'],
  threshold: {
    origin: 'PROP',
    says: 'Exactly one contradiction, counted as in "two documents tell different careers". One is too common among honest people to weigh.',
  },
  clears: ['The candidate says which document is right.'],
  cites: [{ source: 'adv22', says: 'Lists profiles that contradict the papers behind them.' }],
  falsePositives: [
    { story: 'The profile is out of date and still shows the last job as present.', case: 'quiet-outdated-profile' },
    { story: 'One document gives years, the other gives months.', case: 'quiet-years-only' },
  ],
  blindSpots: ['Documents that were all made together.'],
  lawfulUse: { purpose: 'A question to ask in the interview', note: 'Shown, never weighed.' },
  next: ['Ask the candidate which of the two is right.'],
  needs: { jobs },
  detect: ({ jobs }) => {
    const found = careerDifferences(jobs)
    const [only] = found
    return found.length === 1 && only !== undefined && isNonEmpty(only.because)
      ? [{ says: `One job differs between documents: ${only.says}.`, because: only.because }]
      : []
  },
})
