import { defineDetector } from '../../../../kit/detector.ts'
import commits from '../../../views/commits/view.ts'

const DAY = 86_400_000
const GAP_YEARS = 3
const BURST = 20
const BURST_DAYS = 90

export default defineDetector({
  id: 'application/activity-resumed-after-years',
  version: 1,
  status: 'stable',
  title: 'Account silent for years, then suddenly busy',
  asks: 'Was the account silent for at least three years and then busy within three months?',
  phase: 'application',
  family: 'code-history',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585'],
  indicators: ['dormant-social-account-reactivated'],
  threshold: {
    origin: 'PROP',
    says: 'Three years without a commit, counted from the opening of the account, followed by 20 commits in 90 days. Shown only: 43 of 495 honest accounts do the same, and 5 of 96 alleged ones, so it tells nothing by itself.',
  },
  settings: {
    years: { unit: 'silent years', shipped: GAP_YEARS, least: 2, most: 15, says: 'A longer silence is needed before it is shown.' },
    commits: {
      unit: 'commits',
      shipped: BURST,
      least: 10,
      most: 500,
      says: 'More commits after the silence are needed before it is shown.',
    },
  },
  clears: ['The candidate says what they did in between; private work leaves no trace.'],
  cites: [
    { source: 'seal', says: 'Tells of an account that had been silent for ten years.' },
    {
      source: 'amazon25',
      says: 'Names dormant accounts that came alive among small details, and says that such a detail alone means nothing.',
    },
  ],
  falsePositives: [
    { story: 'A quiet year between two busy ones.', case: 'quiet-one-year' },
    { story: 'Somebody comes back after years for a few small fixes.', case: 'quiet-few-fixes' },
  ],
  blindSpots: ['Work in private repositories, which is where most people work.', 'Accounts kept alive with small commits.'],
  lawfulUse: {
    purpose: 'A question to ask in the interview',
    note: 'Shown, never weighed: parents, carers, the ill and people with private work are silent in public for years.',
  },
  next: ['Nothing, unless other findings concern the same account.'],
  needs: { commits },
  detect: ({ commits }, numbers) =>
    commits.flatMap(({ account, mine }) => {
      const opened = Date.parse(account.value.created)
      const since = mine.filter((c) => Date.parse(c.value.authored) >= opened)
      for (const [i, first] of since.entries()) {
        const start = Date.parse(first.value.authored)
        const before = since[i - 1]
        const gap = start - (before === undefined ? opened : Date.parse(before.value.authored))
        if (gap < numbers.years * 365 * DAY) continue
        const busy = since.slice(i).filter((c) => Date.parse(c.value.authored) <= start + BURST_DAYS * DAY).length
        if (busy >= numbers.commits) {
          return [
            {
              says: `No commit for ${Math.floor(gap / (365 * DAY))} years until ${first.value.authored.slice(0, 10)}, then ${busy} in ${BURST_DAYS} days.`,
              because: [account, ...(before === undefined ? [] : [before]), first] as const,
            },
          ]
        }
      }
      return []
    }),
})
