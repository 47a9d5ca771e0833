import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import { later, repositoryMeetings } from '../../../relations/shared-commits/meetings.ts'
import sharedCommits from '../../../relations/shared-commits/relation.ts'
import account from '../../../views/account/view.ts'
import commits from '../../../views/commits/view.ts'

const COMMITS = 10
const SHOWN = 10

export default defineDetector({
  id: 'application/commits-in-two-accounts',
  version: 1,
  status: 'stable',
  title: 'Own commits that already stand in a different applicant’s account',
  asks: 'Do commits that this account presents as its own work stand, with the same hashes, in an earlier repository of a different applicant?',
  phase: 'application',
  family: 'code-history',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1585', 'T1656'],
  indicators: ['github-duplicate-commit-hashes'],
  threshold: {
    origin: 'PROP',
    says: `At least ${COMMITS} equal commit hashes in repositories that are nobody’s fork, all by one author who carries this account, and the other applicant’s repository was created earlier.`,
  },
  settings: {
    commits: { unit: 'equal commits', shipped: COMMITS, least: 5, most: 500, says: 'More equal commits are needed before it fires.' },
  },
  clears: [
    'The repository was transferred between two accounts of one person, or handed over openly.',
    'The other applicant confirms having mirrored this account’s work.',
  ],
  cites: [
    { source: 'ghfa', says: 'An open tool reports commit hashes that several repositories have in common.' },
    { source: 'seal', says: 'Accounts were found whose histories had been staged from other repositories.' },
  ],
  falsePositives: [
    { story: 'A mirror of somebody else’s project that leaves the authors as they were.', case: 'quiet-mirror' },
    { story: 'A group project of a course that every member copied to the own account.', case: 'quiet-group-project' },
    { story: 'The same person moved to a new account.', case: 'quiet-own-second-account' },
    { story: 'The earlier repository that somebody else mirrored.', case: 'quiet-the-original' },
  ],
  blindSpots: [
    'Only accounts in this store are compared.',
    'Work done alone for a teammate’s repository and then copied to the own account looks the same.',
    'Where a date of creation is missing, nobody is named.',
  ],
  lawfulUse: {
    purpose: 'Checking work samples that the applicant offered, against the company’s own records.',
    note: 'Equal hashes are observed. Forks are left out; followers and stars are not read.',
  },
  next: ['Open both repositories side by side and see who pushed first.', 'Ask the applicant how the work came into the other account.'],
  needs: { account, commits, shared: sharedCommits },
  detect: ({ account: accounts, commits: histories, shared }, numbers) => {
    const all = new Map(histories.flatMap((h) => h.all.map((c) => [c.from[0], c.value] as const)))
    const carried = new Set(histories.flatMap((h) => h.mine.map((c) => c.value.sha)))
    const created = new Map(accounts.flatMap((a) => a.repositories.map((r) => [r.value.name, r.value.created] as const)))
    return repositoryMeetings(shared, all).flatMap((met) => {
      if (met.same === 'yes' || met.same === 'unknown') return []
      const equal = met.commits.filter((c) => c.kind === 'commit')
      // Several authors are a team, and somebody else's name on all of them is an honest mirror.
      const authors = new Set(equal.map((c) => c.mine.value.authorDigest ?? c.mine.value.authorEmail?.toLowerCase()))
      const because = equal.slice(0, SHOWN).flatMap((c) => [c.mine, c.theirs])
      if (equal.length < numbers.commits || authors.size !== 1 || !equal.some((c) => carried.has(c.mine.value.sha)) || !isNonEmpty(because))
        return []
      if (later(created.get(met.repository), met.otherCreated) !== 'mine') return []
      return [
        {
          says: `${equal.length} commits of the repository ${met.repository} stand, with the same hashes, in an earlier repository of persona ${met.other}, a different applicant.`,
          because,
        },
      ]
    })
  },
})
