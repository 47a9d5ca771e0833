import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import type { CodeHistory } from '../../../views/commits/view.ts'
import commits from '../../../views/commits/view.ts'

const DAY = 86_400_000
/** Days before the account that do not count: people push what they wrote the week before. */
const GRACE = 30
const FEWEST = 20
/** Of the account's commits in own repositories, the part that must be older than the account. */
const SHARE = 1 / 3
/** More commits than this, per older one, made in the same repositories since: somebody moved house and went on working. */
const CONTINUED = 1 / 4
/** So many older commits in other people's repositories show that the address was in use at that time. */
const ELSEWHERE = 5
const SHOWN = 10

export default defineDetector({
  id: 'application/history-older-than-account',
  version: 1,
  status: 'stable',
  title: 'Code history older than the account, and not continued',
  asks: 'Is much of the account’s own code history dated before the account existed, and left alone since?',
  phase: 'application',
  family: 'code-history',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1585', 'F1020.001'],
  indicators: ['github-commits-predate-account'],
  threshold: {
    origin: 'PROP',
    says: 'At least 20 commits dated 30 days and more before the account (the catalogue’s proposal) that make up at least a third of its commits in own, non-fork repositories, with less than one commit since for every four of them in the same repositories, fewer than five of them in other people’s repositories, and signed ones not counted. The last four conditions were added on honest accounts: without them 9 of 495 fire on full histories, with them none; cut off after the account’s first year 6 of 286 do, most of them imports of 2008, when the platform opened.',
  },
  clears: [
    'The earlier account or host shows the same history.',
    'The candidate explains one of the older projects in detail.',
    'Another project holds commits of the same address from that time.',
  ],
  cites: [
    { source: 'ghfa', says: 'Lists commits dated before the account existed among its rules, without any minimum.' },
    { source: 'seal', says: 'Describes accounts whose histories are older than the account because they were copied.' },
  ],
  falsePositives: [
    { story: 'A developer moved from another host and goes on working in the same repositories.', case: 'quiet-moved-and-continued' },
    { story: 'A second account: the same address stands in other people’s projects from before.', case: 'quiet-known-elsewhere' },
    { story: 'One old project was imported beside years of later work.', case: 'quiet-one-old-project' },
    { story: 'The old commits are signed with a key that the platform has verified.', case: 'quiet-signed' },
    { story: 'The first weeks of work were pushed together when the account was opened.', case: 'quiet-first-push' },
  ],
  blindSpots: [
    'Dates rewritten to lie after the account.',
    'Old accounts that were bought.',
    'A developer who moves finished projects from a closed host to a new account fires too: ask.',
  ],
  lawfulUse: {
    purpose: 'Verification of work that the candidate shows',
    note: 'Public data that the candidate pointed to. Histories are moved for many lawful reasons; whose name stands in the author field is not used.',
  },
  next: ['Ask where the projects were hosted before.', 'Ask the candidate to walk through one of the older projects.'],
  needs: { commits },
  detect: ({ commits }) =>
    commits.flatMap((history) => {
      const older = olderCommits(history)
      if (!isNonEmpty(older)) return []
      const years = new Set(older.map((c) => c.value.authored.slice(0, 4)))
      return [
        {
          says: `${older.length} commits in ${count(new Set(older.map((c) => c.value.repository)).size, 'own repository', 'own repositories')} are dated before the account was opened (${day(history.account.value.created)}), the first ${day(older[0].value.authored)}, ${count(years.size, 'year', 'years')} touched; hardly any followed in the same repositories.`,
          because: [history.account, ...older.slice(0, SHOWN)] as const,
        },
      ]
    }),
})

/** The older commits when they are many, weighty, abandoned and known nowhere else; otherwise none. */
function olderCommits({ account, mine }: CodeHistory): CodeHistory['mine'] {
  const opened = Date.parse(account.value.created)
  const isOld = (c: CodeHistory['mine'][number]): boolean =>
    Date.parse(c.value.authored) < opened - GRACE * DAY && c.value.verified !== true
  const own = mine.filter((c) => c.value.own && c.value.fork !== true)
  const older = own.filter(isOld)
  const repositories = new Set(older.map((c) => c.value.repository))
  const since = own.filter((c) => repositories.has(c.value.repository) && Date.parse(c.value.authored) >= opened).length
  const elsewhere = mine.filter((c) => !c.value.own && isOld(c)).length
  const weighty = older.length >= FEWEST && older.length >= own.length * SHARE
  return weighty && since <= older.length * CONTINUED && elsewhere < ELSEWHERE ? older : []
}

const day = (instant: string): string => instant.slice(0, 10)
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
