import { monthRange, writeMonth } from '../../../../compute/months.ts'
import { defineDetector } from '../../../../kit/detector.ts'
import type { Placed } from '../../../../kit/placed.ts'
import type { Attested, NonEmpty } from '../../../../model/statement.ts'
import type { ValueOf } from '../../../../model/vocabulary.ts'
import type { DocumentDate } from '../../../views/document-dates/view.ts'
import documentDates from '../../../views/document-dates/view.ts'
import skills from '../../../views/skills/view.ts'
import { technologyNamed } from './technologies.ts'

/** Months before the first release that still pass: early testers, and years rounded to the nearest. */
const TOLERANCE = 6

export default defineDetector({
  id: 'application/technology-before-first-release',
  version: 1,
  status: 'stable',
  title: 'Technology used before it existed',
  asks: 'Does a document claim work with a technology at a time before anybody could have it?',
  phase: 'application',
  family: 'timeline',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: ['technology-predates-existence'],
  threshold: {
    origin: 'PROP',
    says: 'The claimed beginning, or the end of the job in which it is said to have been used, lies more than 6 months before the earliest public month of the technology. Years of experience are counted back from the date of the file, never from today, and only where the file is dated. The source of the rule has no tolerance; 6 months are proposed.',
  },
  clears: [
    'The candidate worked on the technology before its release and names the project.',
    'The dates were rounded or mistyped, and another document has them right.',
    'The technology existed under another name.',
  ],
  cites: [
    { source: 'dtex24', says: 'Advises comparing claimed years of experience with the age of the technology, without tolerance.' },
    { source: 'release-topic-pages', says: 'Gives the month of the first release for most of the technologies compared here.' },
    { source: 'release-kubernetes', says: 'Dates Kubernetes.' },
    { source: 'release-spring-boot', says: 'Dates Spring Boot.' },
    { source: 'release-airflow', says: 'Dates Airflow.' },
    { source: 'release-istio', says: 'Dates Istio.' },
    { source: 'release-prometheus', says: 'Dates Prometheus.' },
    { source: 'release-deno', says: 'Dates Deno.' },
    { source: 'release-solana', says: 'Dates Solana.' },
    { source: 'release-amazon-ecs', says: 'Dates Amazon ECS.' },
  ],
  falsePositives: [
    { story: 'Somebody tried an early version some months before the first release.', case: 'quiet-early-tester' },
    { story: 'Eight years are claimed of something that is seven and a half years old.', case: 'quiet-rounded-up' },
    { story: 'A technology stands under a long job that began before it existed and ended after.', case: 'quiet-long-job' },
    { story: 'The résumé is an old one, so its years count back from then.', case: 'quiet-years-in-undated-text' },
  ],
  blindSpots: [
    'Technologies that are not in the table, and versions of one technology.',
    'Years of experience in documents without a date of their own.',
    'A bullet that the reader puts under the wrong job.',
  ],
  lawfulUse: {
    purpose: 'Verification of claims that the candidate made',
    note: 'Copied phrases, templates and writing aids cause this too, and they are lawful. One technical question settles it.',
  },
  next: ['Ask what the technology was used for at the time.', 'Ask whether the dates are right.'],
  needs: { skills, documentDates },
  detect: ({ skills, documentDates }) => {
    const said = new Set<string>()
    return skills.flatMap((skill) => {
      const technology = technologyNamed(skill.value.name)
      const claim = claimOf(skill, documentDates.get(skill.artifact))
      if (technology === undefined || claim === undefined) return []
      if (claim.month >= monthRange(technology.released).first - TOLERANCE || said.has(technology.name)) return []
      said.add(technology.name)
      return [{ says: `${claim.says(technology.name)}; its first public release was in ${technology.released}.`, because: claim.because }]
    })
  },
})

interface Claim {
  /** Latest month at which the technology must have existed for the claim to be true. */
  readonly month: number
  readonly says: (name: string) => string
  readonly because: NonEmpty<Attested<unknown>>
}

function claimOf(skill: Placed<ValueOf<'skill'>>, date: DocumentDate | undefined): Claim | undefined {
  const { from, to, years } = skill.value
  // A period is the period of the job the technology is named under: it may have come late in it.
  if (to !== undefined && to !== 'present')
    return { month: monthRange(to).last, says: (name) => `Says ${name} was used in a job that ended ${to}`, because: [skill] }
  if (from !== undefined && to === undefined)
    return { month: monthRange(from).last, says: (name) => `Says ${name} since ${from}`, because: [skill] }
  if (years !== undefined && date?.stated === true) {
    const month = date.latest.value - Math.floor(years) * 12
    return {
      month,
      says: (name) => `A document of ${writeMonth(date.latest.value)} says ${years} years of ${name}, that is since ${writeMonth(month)}`,
      because: [skill, date.latest],
    }
  }
  return undefined
}
