import { monthRange, monthsApart } from '../../compute/months.ts'
import type { MonthRange } from '../../compute/months.ts'
import type { Placed } from '../../kit/placed.ts'
import { isNonEmpty } from '../../model/statement.ts'
import type { NonEmpty, Role } from '../../model/statement.ts'
import type { Job } from '../../model/vocabulary.ts'
import { organisationKey } from '../../compute/organisation-key.ts'

interface Period {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Everything that one kind of document says about one employer: single posts, and the whole time spanned by them. */
export interface Stint {
  readonly key: string
  readonly employer: string
  readonly role: Role
  readonly jobs: NonEmpty<Placed<Job>>
  readonly beside: boolean
  readonly whole: Period
}

/** Stints by employer. Promotions and returns to the same employer are one stint, because documents group them differently. */
export function stintsOf(jobs: readonly Placed<Job>[], role: Role): ReadonlyMap<string, Stint> {
  const grouped = new Map<string, Placed<Job>[]>()
  for (const job of jobs) {
    if (job.role !== role) continue
    const key = organisationKey(job.value.employer)
    if (key === '') continue
    grouped.set(key, [...(grouped.get(key) ?? []), job])
  }
  return new Map([...grouped].flatMap(([key, posts]) => (isNonEmpty(posts) ? [[key, stint(key, role, posts)] as const] : [])))
}

function stint(key: string, role: Role, jobs: NonEmpty<Placed<Job>>): Stint {
  const froms = jobs.flatMap((j) => j.value.from ?? [])
  const tos = jobs.flatMap((j) => j.value.to ?? [])
  return {
    key,
    employer: jobs[0].value.employer,
    role,
    jobs,
    beside: jobs.every((j) => j.value.beside === true),
    whole: {
      from: froms.length === 0 ? undefined : froms.reduce((a, b) => (monthRange(b).first < monthRange(a).first ? b : a)),
      to:
        tos.length === 0
          ? undefined
          : tos.reduce((a, b) => (a === 'present' || (b !== 'present' && monthRange(b).last <= monthRange(a).last) ? a : b)),
    },
  }
}

const periods = (s: Stint): readonly Period[] => [s.whole, ...s.jobs.map((j) => ({ from: j.value.from, to: j.value.to }))]

/**
 * Can the two be about the same time, give or take `tolerance` months at either end? Any post or the whole time may fit. A
 * missing date fits everything, and so does "present" beside an end, because the older document did not know the end yet.
 */
export const canAgree = (a: Stint, b: Stint, tolerance: number): boolean =>
  periods(a).some((x) => periods(b).some((y) => apart(x.from, y.from) <= tolerance && apart(x.to, y.to) <= tolerance))

/** Both have both dates, and these are at most `tolerance` months apart: agreement that was seen, not only possible. */
export const doesAgree = (a: Stint, b: Stint, tolerance: number): boolean =>
  periods(a).some((x) =>
    periods(b).some(
      (y) =>
        isKnown(x) &&
        isKnown(y) &&
        (x.to === 'present') === (y.to === 'present') &&
        apart(x.from, y.from) <= tolerance &&
        apart(x.to, y.to) <= tolerance,
    ),
  )

/** Months between two dates as written; 0 where either is missing or still going on. */
function apart(a: string | undefined, b: string | undefined): number {
  const [x, y] = [range(a), range(b)]
  return x === undefined || y === undefined ? 0 : monthsApart(x, y)
}

const isKnown = (p: Period): boolean => p.from !== undefined && p.to !== undefined
const range = (written: string | undefined): MonthRange | undefined =>
  written === undefined || written === 'present' ? undefined : monthRange(written)

/** `2018-03 to 2020`, for people. */
export const writePeriod = (p: Period): string => `${p.from ?? 'an unnamed start'} to ${p.to ?? 'an unnamed end'}`
