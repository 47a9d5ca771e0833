import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { queries } from '../../api/queries.ts'
import { t } from '../../texts/index.ts'

export type Account = AnswerOf<'GET /api/accounts'>['items'][number]
export type Role = Account['roles'][number]
/** A link that lets its holder in once, as it is told this one time. */
export type LinkMade = AnswerOf<'POST /api/accounts'>

export const useAccounts = (enabled = true) => useQuery({ queryKey: keys.accounts, queryFn: () => call('GET /api/accounts', {}), enabled })

export const lookAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: keys.accounts })

/** Roles of those who run the account or the machine. They see no cases, so nobody holds one of these and another. */
export const RUNS: readonly Role[] = ['tenant-admin', 'sysadmin']
export const ROLES = Object.keys(t.people.roles) as Role[]

/** What somebody signs in with, in words. */
export const meansOf = ({ has }: Account): string =>
  [
    has.passkeys > 0 ? t.people.means.passkeys(has.passkeys) : '',
    has.password ? (has.app ? t.people.means.passwordAndApp : t.people.means.password) : '',
    has.provider ? t.people.means.provider : '',
  ]
    .filter((text) => text !== '')
    .join(', ') || t.people.means.nothing
