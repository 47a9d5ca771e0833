import { defineDetector } from '../../../../kit/detector.ts'
import commits from '../../../views/commits/view.ts'

const DAY = 86_400_000
const SPAN = 180
const FILLED = 0.95
const SHIFTED_DAYS = 30
const SHIFTED = 20

export default defineDetector({
  id: 'application/commits-on-nearly-every-day',
  version: 1,
  status: 'stable',
  title: 'Contribution calendar filled by hand or script',
  asks: 'Are there commits on nearly every day of half a year, or are most dates far from when the commit was made?',
  phase: 'application',
  family: 'conduct',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585'],
  indicators: ['github-contribution-badge-farming'],
  threshold: {
    origin: 'PROP',
    says: 'Commits on at least 95 % of the days of a history of at least 180 days, or at least 20 commits and half of all with an author date more than 30 days from the commit date. Shown only.',
  },
  settings: {
    days: { unit: 'days', shipped: SPAN, least: 90, most: 1500, says: 'A longer history is needed before filled days are shown.' },
    shifted: {
      unit: 'commits',
      shipped: SHIFTED,
      least: 10,
      most: 500,
      says: 'More commits with a shifted date are needed before it is shown.',
    },
  },
  clears: ['The candidate says that it is a streak, a bot of theirs or a rebase.'],
  cites: [
    { source: 'seal', says: 'Describes activity produced to fill the contribution calendar.' },
    { source: 'ketman', says: 'Describes artificial activity on code accounts.' },
  ],
  falsePositives: [
    { story: 'A very busy developer who rests at weekends.', case: 'quiet-working-days' },
    { story: 'A branch of old commits was rebased once.', case: 'quiet-one-rebase' },
  ],
  blindSpots: ['Scripts that leave out days.'],
  lawfulUse: { purpose: 'Understanding a code account', note: 'Shown, never weighed: streaks are a hobby.' },
  next: ['Nothing, unless other findings concern the same account.'],
  needs: { commits },
  detect: ({ commits }, numbers) =>
    commits.flatMap(({ account, mine }) => {
      const [first, last] = [mine[0], mine.at(-1)]
      if (first === undefined || last === undefined) return []
      const span = Math.floor((Date.parse(last.value.authored) - Date.parse(first.value.authored)) / DAY) + 1
      const days = new Set(mine.map((c) => c.value.authored.slice(0, 10))).size
      const shifted = mine.filter(
        (c) =>
          c.value.committed !== undefined && Math.abs(Date.parse(c.value.committed) - Date.parse(c.value.authored)) > SHIFTED_DAYS * DAY,
      )
      const because = [account, first, last] as const
      if (span >= numbers.days && days >= span * FILLED) return [{ says: `Commits on ${days} of ${span} days.`, because }]
      if (shifted.length >= numbers.shifted && shifted.length * 2 >= mine.length)
        return [
          {
            says: `${shifted.length} of ${mine.length} commits carry a date more than ${SHIFTED_DAYS} days from when they were made.`,
            because,
          },
        ]
      return []
    }),
})
