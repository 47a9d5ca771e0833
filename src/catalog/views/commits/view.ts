import { defineView } from '../../../kit/input.ts'
import { place } from '../../../kit/placed.ts'
import type { Placed } from '../../../kit/placed.ts'
import { isNonEmpty } from '../../../model/statement.ts'
import type { NonEmpty } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'

export type Commit = ValueOf<'commit'>

export interface CodeHistory {
  readonly account: Placed<ValueOf<'account'>>
  /** Oldest first, by the date the author field gives. */
  readonly all: NonEmpty<Placed<Commit>>
  /** Commits that carry this account: the platform resolved them to it, or they bear an e-mail address of its own. */
  readonly mine: readonly Placed<Commit>[]
}

/** The code history of each account, from the file it came in. */
export default defineView({
  id: 'commits',
  missing: 'no code account with commits',
  reads: ['account', 'commit'],
  build: (of): NonEmpty<CodeHistory> | undefined => {
    const histories = of
      .filter((s) => s.property === 'account')
      .flatMap((s): CodeHistory[] => {
        const commits = of
          .filter((c) => c.property === 'commit')
          .filter((c) => c.seenIn.artifact === s.seenIn.artifact)
          .map(place)
        const all = commits.sort((a, b) => compare(a.value.authored, b.value.authored) || compare(a.value.sha, b.value.sha))
        if (!isNonEmpty(all)) return []
        const own = ownAddresses(s.value, all)
        return [{ account: place(s), all, mine: all.filter((c) => carriesAccount(c.value, own)) }]
      })
    return isNonEmpty(histories) ? histories : undefined
  },
})

/** An address is the account's own when the profile shows it, the platform issued it, or it stands on commits that the platform resolved to it. */
function ownAddresses(account: ValueOf<'account'>, commits: readonly Placed<Commit>[]): ReadonlySet<string> {
  const login = account.login.toLowerCase()
  const own = new Set([`${login}@users.noreply.github.com`, `${account.id}+${login}@users.noreply.github.com`])
  if (account.email) own.add(account.email.toLowerCase())
  for (const c of commits) if (c.value.byAccount === true && c.value.authorEmail) own.add(c.value.authorEmail.toLowerCase())
  return own
}

const carriesAccount = (c: Commit, own: ReadonlySet<string>): boolean =>
  c.byAccount ?? (c.authorEmail !== undefined && own.has(c.authorEmail.toLowerCase()))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
