import { monthRange, writeMonth } from '../../../../compute/months.ts'
import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import type { Period } from '../../../views/periods/view.ts'
import periods from '../../../views/periods/view.ts'

/** One wrong digit makes one impossible period, and everybody mistypes; two are another matter. */
const ENTRIES = 2
const LONGEST_YEARS = 60
/** Months by which a job may start after the file was made: somebody has signed for it. */
const AHEAD = 12

export default defineDetector({
  id: 'application/job-dates-impossible',
  version: 1,
  status: 'stable',
  title: 'Periods that cannot be',
  asks: 'Do at least two jobs or studies end before they begin, last longer than a working life, or begin long after the document was made?',
  phase: 'application',
  family: 'timeline',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: 'At least two different entries whose end lies before their beginning, that last more than 60 years, or (jobs only) that begin more than 12 months after the last change of the file. None of 31 honest CVs with dated jobs has one.',
  },
  settings: {
    entries: {
      unit: 'entries',
      shipped: ENTRIES,
      least: 2,
      most: 10,
      says: 'More entries with impossible dates are needed before it fires.',
    },
  },
  clears: ['The candidate corrects the dates, and another document bears the correction out.'],
  cites: [{ source: 'psa231018', says: 'Lists contradictions in the history that a candidate gives among the signs on the hiring side.' }],
  falsePositives: [
    { story: 'One year is mistyped and the job ends before it begins.', case: 'quiet-one-typo' },
    { story: 'The next job is signed for and begins in two months.', case: 'quiet-next-job' },
    { story: 'Begin and end stand in the same year without months.', case: 'quiet-same-year' },
    { story: 'Studies are planned and begin after the document was made.', case: 'quiet-planned-studies' },
  ],
  blindSpots: ['Periods that are possible and untrue.', 'Two wrong readings of one badly laid out document.'],
  lawfulUse: {
    purpose: 'Verification of claims that the candidate made',
    note: 'Nothing is concluded about age: only the length of one entry is looked at.',
  },
  next: ['Look at the marked lines: the reader may have misread them.', 'Ask the candidate for the right dates.'],
  needs: { periods },
  detect: ({ periods }, numbers) => {
    const found = new Map(
      periods.flatMap((period) => {
        const says = impossible(period)
        return says === undefined ? [] : [[`${period.at} ${period.from}`, { period, says }] as const]
      }),
    )
    const because = [...found.values()].map((f) => f.period.entry)
    if (found.size < numbers.entries || !isNonEmpty(because)) return []
    return [{ says: `${found.size} entries have impossible dates: ${[...found.values()].map((f) => f.says).join('; ')}.`, because }]
  },
})

function impossible({ kind, at, from, to, made }: Period): string | undefined {
  if (from === undefined) return undefined
  const start = monthRange(from)
  if (kind === 'job' && made !== undefined && start.first > made + AHEAD)
    return `${at} begins ${from}, and the file was last changed ${writeMonth(made)}`
  if (to === undefined || to === 'present') return undefined
  const end = monthRange(to)
  if (end.last < start.first) return `${at} ends ${to} and begins ${from}`
  return end.first - start.last > LONGEST_YEARS * 12 ? `${at} lasts from ${from} to ${to}` : undefined
}
