import { monthRange, writeMonth } from '../../../../compute/months.ts'
import { defineDetector } from '../../../../kit/detector.ts'
import type { Placed } from '../../../../kit/placed.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import type { Job } from '../../../../model/vocabulary.ts'
import documentMetadata from '../../../views/document-metadata/view.ts'
import jobs from '../../../views/jobs/view.ts'

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
  asks: 'Do at least two jobs end before they begin, last longer than a working life, or begin long after the document was made?',
  phase: 'application',
  family: 'timeline',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: 'At least two different jobs whose end lies before their beginning, that last more than 60 years, or that begin more than 12 months after the last change of the file.',
  },
  clears: ['The candidate corrects the dates, and another document bears the correction out.'],
  cites: [{ source: 'psa231018', says: 'Lists contradictions in the history that a candidate gives among the signs on the hiring side.' }],
  falsePositives: [
    { story: 'One year is mistyped and the job ends before it begins.', case: 'quiet-one-typo' },
    { story: 'The next job is signed for and begins in two months.', case: 'quiet-next-job' },
    { story: 'Begin and end stand in the same year without months.', case: 'quiet-same-year' },
  ],
  blindSpots: ['Periods that are possible and untrue.', 'Two wrong readings of one badly laid out document.'],
  lawfulUse: {
    purpose: 'Verification of claims that the candidate made',
    note: 'Nothing is concluded about age: only the length of one entry is looked at.',
  },
  next: ['Look at the marked lines: the reader may have misread them.', 'Ask the candidate for the right dates.'],
  needs: { jobs, documentMetadata },
  detect: ({ jobs, documentMetadata }) => {
    const made = new Map<string, number>()
    for (const file of documentMetadata) {
      const latest = [file.value.created, file.value.modified].flatMap((d) => (d === undefined ? [] : [monthRange(d.slice(0, 7)).first]))
      if (latest.length > 0) made.set(file.artifact, Math.max(...latest))
    }
    const found = jobs.flatMap((job) => {
      const says = impossible(job, made.get(job.artifact))
      return says === undefined ? [] : [{ job, says }]
    })
    const different = new Map(found.map((f) => [`${f.job.value.employer} ${f.job.value.from}`, f]))
    const because = [...different.values()].map((f) => f.job)
    if (different.size < ENTRIES || !isNonEmpty(because)) return []
    return [{ says: `${different.size} jobs have impossible dates: ${[...different.values()].map((f) => f.says).join('; ')}.`, because }]
  },
})

function impossible({ value }: Placed<Job>, made: number | undefined): string | undefined {
  const { employer, from, to } = value
  if (from === undefined) return undefined
  const start = monthRange(from)
  if (made !== undefined && start.first > made + AHEAD)
    return `${employer} begins ${from}, and the file was last changed ${writeMonth(made)}`
  if (to === undefined || to === 'present') return undefined
  const end = monthRange(to)
  if (end.last < start.first) return `${employer} ends ${to} and begins ${from}`
  return end.first - start.last > LONGEST_YEARS * 12 ? `${employer} lasts from ${from} to ${to}` : undefined
}
