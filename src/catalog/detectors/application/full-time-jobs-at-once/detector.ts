import { monthRange, writeMonth } from '../../../../compute/months.ts'
import { defineDetector } from '../../../../kit/detector.ts'
import type { Placed } from '../../../../kit/placed.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import type { Role } from '../../../../model/statement.ts'
import type { Job } from '../../../../model/vocabulary.ts'
import { organisationKey } from '../../../../compute/organisation-key.ts'
import documentDates from '../../../views/document-dates/view.ts'
import jobs from '../../../views/jobs/view.ts'

const JOBS = 3
/** Months that all of them must run together: handovers and notice periods are shorter. */
const TOGETHER = 6
const CAREERS: readonly Role[] = ['resume', 'profile', 'application']
/** Posts that are commonly held beside a job, by their title. What the reader marks as running beside is left out anyway. */
const BESIDE =
  /\b(?:intern(?:ship)?|trainee|student|volunteer\w*|freelanc\w*|consult\w*|contract\w*|advis\w*|mentor|tutor|instructor|lecturer|teach\w*|coach|founder|co-founder|owner|partner|director|board|chair\w*|member|president|organi[sz]er|ambassador|research\w*|assistant|fellow|author|editor|blogger|speaker|maintainer|open source|part[- ]time|temp\w*|seasonal|self[- ]employed|independent)\b/i

export default defineDetector({
  id: 'application/full-time-jobs-at-once',
  version: 1,
  status: 'stable',
  title: 'Three full-time jobs at the same time',
  asks: 'Does one document claim at least three full-time jobs at three employers over the same half year?',
  phase: 'application',
  family: 'timeline',
  direction: 'raises',
  strength: 'weak',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: 'At least three employers for at least six whole months together, counted only where the dates leave no doubt; side work, training, entries without a post and posts usually held beside a job are left out. Two jobs at once are not counted: too many honest people hold them.',
  },
  clears: ['The candidate says which of the posts were part-time, or that one employer stood behind several names.'],
  cites: [{ source: 'psa231018', says: 'Lists contradictions in the history that a candidate gives among the signs on the hiring side.' }],
  falsePositives: [
    { story: 'Somebody holds two jobs.', case: 'quiet-two-jobs' },
    { story: 'A consultant lists clients and boards beside the main job.', case: 'quiet-side-work' },
    { story: 'Three jobs meet in the same year without months.', case: 'quiet-years-only' },
    { story: 'Three posts at one employer overlap.', case: 'quiet-one-employer' },
    { story: 'An artist lists productions and shows by year, without posts.', case: 'quiet-productions' },
  ],
  blindSpots: ['Posts whose title does not say that they are part-time: weak for that reason.', 'One job told under several names.'],
  lawfulUse: {
    purpose: 'A question to ask in the interview',
    note: 'Holding several jobs is lawful in most places and common where pay is low; it is only asked about.',
  },
  next: ['Ask which of the posts were full-time.'],
  needs: { jobs, documentDates },
  detect: ({ jobs, documentDates }) => {
    const full = jobs.filter(
      (j) =>
        CAREERS.includes(j.role) &&
        j.value.beside !== true &&
        j.value.title !== undefined &&
        !BESIDE.test(`${j.value.title} ${j.value.employer}`),
    )
    return [...Map.groupBy(full, (j) => j.artifact)].flatMap(([artifact, told]) => {
      const busiest = together(told, documentDates.get(artifact)?.latest.value)
      const because = busiest.jobs
      if (!isNonEmpty(because)) return []
      return [
        {
          says: `${because.length} full-time jobs ran together from ${writeMonth(busiest.first)} to ${writeMonth(busiest.last)}: ${because.map((j) => j.value.employer).join(', ')}.`,
          because,
        },
      ]
    })
  },
})

interface Span {
  readonly job: Placed<Job>
  readonly key: string
  readonly first: number
  readonly last: number
}

/** The first half year in which three employers certainly run together; empty where there is none. */
function together(jobs: readonly Placed<Job>[], latest: number | undefined): { jobs: Placed<Job>[]; first: number; last: number } {
  const spans = jobs.flatMap((job): Span[] => {
    const { from, to } = job.value
    const last = to === 'present' ? latest : to === undefined ? undefined : monthRange(to).first
    return from === undefined || last === undefined
      ? []
      : [{ job, key: organisationKey(job.value.employer), first: monthRange(from).last, last }]
  })
  for (const { first } of spans.toSorted((a, b) => a.first - b.first)) {
    const running = [...new Map(spans.filter((s) => s.first <= first && s.last >= first + TOGETHER - 1).map((s) => [s.key, s])).values()]
    if (running.length >= JOBS) return { jobs: running.map((s) => s.job), first, last: Math.min(...running.map((s) => s.last)) }
  }
  return { jobs: [], first: 0, last: 0 }
}
