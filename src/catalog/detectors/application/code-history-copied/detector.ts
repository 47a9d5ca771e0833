import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import { later, repositoryMeetings } from '../../../relations/shared-commits/meetings.ts'
import type { CommitMeeting, RepositoryMeeting } from '../../../relations/shared-commits/meetings.ts'
import sharedCommits from '../../../relations/shared-commits/relation.ts'
import account from '../../../views/account/view.ts'
import commits from '../../../views/commits/view.ts'

const COMMITS = 20
const SHARE = 0.9
const SHOWN = 10

/** Another author on the same content, or on the same message and second: the history was written anew. Equal hashes have equal authors. */
function rewritten({ mine, theirs }: CommitMeeting): boolean {
  const [a, b] = [
    mine.value.authorDigest ?? mine.value.authorEmail?.toLowerCase(),
    theirs.value.authorDigest ?? theirs.value.authorEmail?.toLowerCase(),
  ]
  return a !== undefined && b !== undefined && a !== b
}

/** Mine is the copy only if nothing that is known speaks for the opposite: date of creation on the platform, first author date. */
function mineIsLater(met: RepositoryMeeting, copied: readonly CommitMeeting[], created: string | undefined): boolean {
  const first = (dates: readonly string[]): string | undefined => dates.toSorted()[0]
  const authored = later(first(copied.map((c) => c.mine.value.authored)), first(copied.map((c) => c.theirs.value.authored)))
  const orders = [later(created, met.otherCreated), authored]
  return orders.includes('mine') && !orders.includes('theirs')
}

export default defineDetector({
  id: 'application/code-history-copied',
  version: 1,
  status: 'stable',
  title: 'Repository history equal to an earlier one, with another author',
  asks: 'Is a repository of this account the history of another applicant’s, with the author replaced?',
  phase: 'application',
  family: 'code-history',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['F1020.001', 'T1656'],
  indicators: ['github-copied-history-author-rewritten'],
  threshold: {
    origin: 'PROP',
    says: `At least ${COMMITS} commits and ${SHARE * 100} % of a repository of one’s own have the same tree, or the same message and second, as commits of a different applicant, under another hash and another author; only the later of the two histories is named.`,
  },
  settings: {
    commits: { unit: 'copied commits', shipped: COMMITS, least: 10, most: 500, says: 'More copied commits are needed before it fires.' },
  },
  clears: [
    'The account’s owner shows an earlier record of the same work, for example on another code host.',
    'The repository says openly that it is an import of somebody else’s work.',
  ],
  cites: [
    { source: 'seal', says: 'Code accounts were found with copied histories in which the author had been rewritten.' },
    { source: 'ghfa', says: 'An open tool compares commits of accounts for copies.' },
  ],
  falsePositives: [
    { story: 'The earlier, rightful repository that somebody else copied.', case: 'quiet-the-original' },
    { story: 'A mirror that leaves the authors as they were.', case: 'quiet-mirror-with-authors-kept' },
    { story: 'Two repositories begin with the same project template.', case: 'quiet-common-template' },
    { story: 'The same person moved to a new account.', case: 'quiet-own-second-account' },
    {
      story: 'Work that was moved here from another host after somebody had copied it with later dates.',
      case: 'quiet-moved-from-another-host',
    },
  ],
  blindSpots: [
    'Only accounts in this store are compared, not all of the code host.',
    'Work that was moved here from another host, after somebody had copied it with the dates kept, looks like the copy; see what clears it.',
    'When neither the dates of creation nor the author dates tell which is earlier, nobody is named.',
    'A copy with more than a tenth of own commits on top is not found.',
  ],
  lawfulUse: {
    purpose: 'Checking work samples that the applicant offered, against the company’s own records.',
    note: 'Equal content is observed; who the author field names is a claim that anybody can type (R-008) and is used only to leave honest mirrors out. Followers and stars are not read.',
  },
  next: [
    'Open both repositories side by side.',
    'Ask the applicant to explain one design decision in the repository.',
    'Ask the owner of the earlier repository, through a contact found independently.',
  ],
  needs: { account, commits, shared: sharedCommits },
  detect: ({ account: accounts, commits: histories, shared }, numbers) => {
    const own = new Map(histories.flatMap((h) => h.all.map((c) => [c.from[0], c.value] as const)))
    const created = new Map(accounts.flatMap((a) => a.repositories.map((r) => [r.value.name, r.value.created] as const)))
    return repositoryMeetings(shared, own).flatMap((met) => {
      if (met.same === 'yes' || met.same === 'unknown') return []
      const copied = met.commits.filter(rewritten)
      const hashes = new Set(copied.map((c) => c.mine.value.sha))
      const total = new Set([...own.values()].filter((c) => c.own && c.repository === met.repository).map((c) => c.sha)).size
      const because = copied.slice(0, SHOWN).flatMap((c) => [c.mine, c.theirs])
      if (
        hashes.size < numbers.commits ||
        hashes.size < SHARE * total ||
        !mineIsLater(met, copied, created.get(met.repository)) ||
        !isNonEmpty(because)
      )
        return []
      return [
        {
          says: `${hashes.size} of ${total} commits of the repository ${met.repository} stand, earlier and under another author, in the account of persona ${met.other}, a different applicant.`,
          because,
        },
      ]
    })
  },
})
