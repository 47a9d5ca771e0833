import { monthRange, monthsApart, monthsShared } from '../../compute/months.ts'
import type { Placed } from '../../kit/placed.ts'
import type { Role } from '../../model/statement.ts'
import type { Job } from '../../model/vocabulary.ts'
import { canAgree, stintsOf, writePeriod } from './stint.ts'
import type { Stint } from './stint.ts'

/** Kinds of documents that tell a career; told inside one kind, two versions are only two versions. */
const KINDS = ['resume', 'profile', 'application', 'cover-letter'] as const satisfies readonly Role[]
const NAMES: Readonly<Record<(typeof KINDS)[number], string>> = {
  resume: 'résumé',
  profile: 'profile',
  application: 'application',
  'cover-letter': 'cover letter',
}

/** Months by which one employer's start or end may differ: half a year is how far honest rounding goes. */
const TOLERANCE = 6
/** Two names for one job show as one and the same period, so both ends must nearly meet. */
const SAME_PERIOD = 3
/** Shorter periods coincide by chance. */
const LONG = 12

export interface CareerDifference {
  readonly says: string
  readonly because: readonly Placed<Job>[]
}

/** What two kinds of documents say differently about the same employer or the same period; each employer counts once. */
export function careerDifferences(jobs: readonly Placed<Job>[]): readonly CareerDifference[] {
  const told = KINDS.map((kind) => ({ kind, stints: stintsOf(jobs, kind) }))
  const counted = new Set<string>()
  const found: CareerDifference[] = []
  for (const [i, a] of told.entries()) {
    for (const b of told.slice(i + 1)) {
      for (const { mine, theirs } of pairs(a.stints, b.stints)) {
        if (counted.has(mine.key) || counted.has(theirs.key)) continue
        counted.add(mine.key)
        counted.add(theirs.key)
        found.push({
          says: `${NAMES[a.kind]}: ${describe(mine)}, ${NAMES[b.kind]}: ${describe(theirs)}`,
          because: [...mine.jobs, ...theirs.jobs],
        })
      }
    }
  }
  return found
}

const describe = (s: Stint): string => `${s.employer} ${writePeriod(s.whole)}`

function pairs(a: ReadonlyMap<string, Stint>, b: ReadonlyMap<string, Stint>): { mine: Stint; theirs: Stint }[] {
  const found: { mine: Stint; theirs: Stint }[] = []
  for (const mine of a.values()) {
    const theirs = b.get(mine.key)
    if (theirs !== undefined) {
      if (!canAgree(mine, theirs, TOLERANCE)) found.push({ mine, theirs })
      continue
    }
    const instead = [...b.values()].find((other) => !a.has(other.key) && !isPartOfName(mine.key, other.key) && isSamePeriod(mine, other))
    if (instead !== undefined) found.push({ mine, theirs: instead })
  }
  return found
}

/** "Northwind" and "Northwind Payments" may well be one employer. */
const isPartOfName = (a: string, b: string): boolean =>
  a.split(' ').every((t) => b.split(' ').includes(t)) || b.split(' ').every((t) => a.split(' ').includes(t))

/** One finished full-time job each, and both ends nearly meet: two names for what can only have been one job. */
function isSamePeriod(a: Stint, b: Stint): boolean {
  if (a.beside || b.beside) return false
  const [x, y] = [a.whole, b.whole]
  if (x.from === undefined || y.from === undefined || x.to === undefined || y.to === undefined || x.to === 'present' || y.to === 'present')
    return false
  const [fromA, toA, fromB, toB] = [monthRange(x.from), monthRange(x.to), monthRange(y.from), monthRange(y.to)]
  // A bare year says too little to call two periods the same one.
  if ([fromA, toA, fromB, toB].some((r) => r.first !== r.last)) return false
  return (
    monthsApart(fromA, fromB) <= SAME_PERIOD &&
    monthsApart(toA, toB) <= SAME_PERIOD &&
    monthsShared({ first: fromA.first, last: toA.last }, { first: fromB.first, last: toB.last }) >= LONG
  )
}
