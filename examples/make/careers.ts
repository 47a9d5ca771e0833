import { DEGREES, OFFICE_PLACES, SCHOOLS, STEMS, TRADES, type Trade } from './bank/organisations.ts'
import { INTERESTS } from './bank/remarks.ts'
import { SKILL_GROUPS, toolsIn } from './bank/technologies.ts'
import { DATE_STYLES, monthOf, TODAY, yearOf, type Month } from './calendar.ts'
import type { Prose } from './prose.ts'
import type { Random } from './random.ts'
import type { Education, Job, Resume, RoleName } from './types.ts'

export interface Employer {
  readonly name: string
  readonly trade: Trade
}

/** The invented economy of one company's applicants. */
export function employersOf(random: Random): readonly Employer[] {
  return STEMS.map((stem) => {
    const trade = random.pick(TRADES)
    return { name: `${stem} ${random.pick(trade.suffixes)}`, trade }
  })
}

const TITLES: Readonly<Record<RoleName, readonly string[]>> = {
  'Backend Engineer': [
    'Backend Engineer',
    'Software Engineer',
    'Software Developer',
    'Server Developer',
    'Platform Engineer',
    'Systems Programmer',
  ],
  'Frontend Developer': ['Frontend Developer', 'Web Developer', 'UI Engineer', 'Interface Developer', 'Frontend Engineer'],
  'Data Engineer': ['Data Engineer', 'Data Analyst', 'BI Developer', 'Analytics Engineer', 'Database Developer'],
}

/** The latest month in which anything of a career lies. */
const NOW: Month = monthOf(TODAY.getUTCFullYear(), TODAY.getUTCMonth() + 1)

/** One job of a career before it is told: who with, as what, when. */
export interface Post {
  readonly employer: Employer
  readonly title: string
  readonly place: string
  readonly from: Month
  readonly to: Month | undefined
  readonly partTime?: boolean
}

export interface Shape {
  readonly posts?: number
  /** Months without work between the last two jobs. */
  readonly gap?: number
  readonly ended?: boolean
}

/** Posts from the latest to the first. */
export function posts(random: Random, employers: readonly Employer[], role: RoleName, shape: Shape = {}): Post[] {
  const count = shape.posts ?? random.int(2, 4)
  const chosen = random.sample(employers, count)
  const ended = shape.ended ?? random.chance(0.3)
  let end: Month = NOW - (ended ? random.int(1, 5) : 0)
  return chosen.map((employer, i) => {
    const length = random.int(14, 52)
    const from = end - length
    const level =
      i === 0 && count > 2 ? random.pick(['Senior ', 'Lead ', 'Senior ', '']) : i === count - 1 ? random.pick(['Junior ', '', '']) : ''
    const post: Post = {
      employer,
      title: `${level}${random.pick(TITLES[role])}`,
      place: random.pick(OFFICE_PLACES),
      from,
      to: i === 0 && !ended ? undefined : end,
    }
    end = from - (i === 0 && shape.gap !== undefined ? shape.gap : random.pick([0, 0, 1, 1, 2, 3]))
    return post
  })
}

export interface Told {
  readonly owner: string
  readonly name: string
  readonly role: RoleName
  readonly contacts: readonly string[]
}

/** A résumé that tells these posts in sentences of its own. */
export function resume(random: Random, prose: Prose, told: Told, history: readonly Post[]): Resume {
  const { owner, name, role, contacts } = told
  const first = history.at(-1)
  const latest = history[0]
  if (first === undefined || latest === undefined) throw new RangeError('A résumé needs a job.')
  const jobs = history.map((post, i): Job => ({
    employer: post.employer.name,
    title: post.title,
    place: post.place,
    from: post.from,
    to: post.to,
    ...(post.partTime ? { partTime: true } : {}),
    bullets: prose.bullets(
      random,
      owner,
      { role, trade: post.employer.trade, year: yearOf(post.from) },
      i === 0 ? random.int(3, 4) : random.int(2, 3),
    ),
  }))
  const years = Math.max(2, yearOf(NOW) - yearOf(first.from))
  const { trade } = latest.employer
  const trade2 =
    history.map((post) => post.employer.trade).find((other) => other !== trade) ?? random.pick(TRADES.filter((other) => other !== trade))
  return {
    name,
    headline: random.chance(0.5) ? latest.title : role,
    contacts,
    summary: prose.summary(random, owner, { role, trade, year: yearOf(NOW) }, { title: role, years, start: yearOf(first.from), trade2 }),
    jobs,
    education: schooling(random, yearOf(first.from)),
    skills: SKILL_GROUPS[role].map(([label, kinds]) => ({
      label,
      items: [...new Set(kinds.flatMap((kind) => random.sample(toolsIn(kind, 2026), random.int(2, 4))))],
    })),
    interests: random.sample(INTERESTS, random.int(2, 3)),
    dates: random.pick(DATE_STYLES),
  }
}

function schooling(random: Random, work: number): Education[] {
  const to = work - random.pick([0, 0, 1])
  const first = { school: random.pick(SCHOOLS), degree: random.pick(DEGREES), from: to - random.int(3, 5), to }
  if (random.chance(0.7)) return [first]
  return [
    { school: random.pick(SCHOOLS.filter((s) => s !== first.school)), degree: 'MSc in Computer Science', from: to + 1, to: to + 3 },
    first,
  ]
}
