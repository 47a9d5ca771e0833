import { defineDetector } from '../../../../kit/detector.ts'
import commits from '../../../views/commits/view.ts'

const DAY = 86_400_000
const YEARS = 4
const CALENDAR_YEARS = 3
const A_YEAR = 5
const VOUCHED = 20
const SHOWN = 10

export default defineDetector({
  id: 'application/long-code-history',
  version: 1,
  status: 'stable',
  title: 'Long code history that others can vouch for',
  asks: 'Has the account committed over at least four years, partly signed or in other people’s repositories?',
  phase: 'application',
  family: 'code-history',
  direction: 'lowers',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1585'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: 'Commits since the account was opened over at least four years, five or more in each of at least three calendar years, and at least 20 that are signed and verified or stand in other people’s repositories. Holds for 244 of 495 honest accounts.',
  },
  settings: {
    years: { unit: 'years', shipped: YEARS, least: 2, most: 15, says: 'A longer history is needed before it speaks for the applicant.' },
    vouched: {
      unit: 'vouched commits',
      shipped: VOUCHED,
      least: 5,
      most: 500,
      says: 'More commits that are signed or in other people’s repositories are needed.',
    },
  },
  clears: ['The account turns out to have changed hands.'],
  cites: [
    {
      source: 'seal',
      says: 'Describes copied and rewritten histories; work inside other people’s projects over years is what these lack.',
    },
  ],
  falsePositives: [
    { story: 'All the history stands in own repositories, where any date can be written.', case: 'quiet-own-repositories-only' },
    { story: 'Four years lie between two short bursts.', case: 'quiet-two-bursts' },
    { story: 'The old part of the history is dated before the account.', case: 'quiet-older-than-account' },
  ],
  blindSpots: ['Accounts that were bought, rented or taken over.', 'Outside repositories that belong to the same circle.'],
  lawfulUse: {
    purpose: 'Verification of work that the candidate shows',
    note: 'It only speaks for the candidate. Having no public code has no weight.',
  },
  next: ['Nothing to do; it is shown beside the findings.'],
  needs: { commits },
  detect: ({ commits }, numbers) =>
    commits.flatMap(({ account, mine }) => {
      const since = mine.filter((c) => c.value.authored >= account.value.created)
      const [first, last] = [since[0], since.at(-1)]
      if (
        first === undefined ||
        last === undefined ||
        Date.parse(last.value.authored) - Date.parse(first.value.authored) < numbers.years * 365 * DAY
      )
        return []
      const byYear = Map.groupBy(since, (c) => c.value.authored.slice(0, 4))
      const years = [...byYear].filter(([, inYear]) => inYear.length >= A_YEAR).map(([year]) => year)
      const vouched = since.filter((c) => c.value.verified === true || !c.value.own)
      if (years.length < CALENDAR_YEARS || vouched.length < numbers.vouched) return []
      return [
        {
          says: `Commits from ${first.value.authored.slice(0, 7)} to ${last.value.authored.slice(0, 7)}, ${vouched.length} of them signed or in other people’s repositories.`,
          because: [account, first, last, ...vouched.slice(0, SHOWN)] as const,
        },
      ]
    }),
})
