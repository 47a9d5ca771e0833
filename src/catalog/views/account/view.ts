import { defineView } from '../../../kit/input.ts'
import { place } from '../../../kit/placed.ts'
import type { Placed } from '../../../kit/placed.ts'
import { isNonEmpty } from '../../../model/statement.ts'
import type { NonEmpty } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'

export interface CodeAccount {
  readonly account: Placed<ValueOf<'account'>>
  /** Repositories in the same file, own and others'. */
  readonly repositories: readonly Placed<ValueOf<'repository'>>[]
}

/** Accounts on code hosts with the repositories they came with. */
export default defineView({
  id: 'account',
  missing: 'no code account',
  reads: ['account', 'repository'],
  build: (of): NonEmpty<CodeAccount> | undefined => {
    const accounts = of
      .filter((s) => s.property === 'account')
      .map((s) => ({
        account: place(s),
        repositories: of
          .filter((r) => r.property === 'repository')
          .filter((r) => r.seenIn.artifact === s.seenIn.artifact)
          .map(place),
      }))
    return isNonEmpty(accounts) ? accounts : undefined
  },
})
