import type { Instant } from '../../model/statement.ts'
import { lookAt, readOneTime } from '../people/one-time.ts'
import type { OneTimeKind, OneTimeRow } from '../people/ports.ts'
import { countTry, succeeded } from '../people/throttle.ts'
import type { Token } from '../people/tokens.ts'
import type { Deps, Tx } from '../ports.ts'

/** Who writes to us through a link has no account: this stands in the log. */
export const PERSON = 'person-concerned'

export interface Through {
  readonly token: Token
  readonly row: OneTimeRow
  readonly now: Instant
}

/**
 * Does the work for whoever holds the link, without using it up. One that never was, one that was used and one whose time is over are
 * the same answer after the same queries: throws `gone`, and `too-many` where somebody tries too often.
 */
export async function throughLink<T>(
  deps: Pick<Deps, 'store' | 'clock'>,
  from: { readonly link: string; readonly address: string },
  kind: OneTimeKind,
  work: (tx: Tx, through: Through) => Promise<T>,
): Promise<T> {
  const token = readOneTime(from.link)
  const asked = { address: from.address }
  await deps.store.tx(token.tenant, (tx) => countTry(tx, asked, deps.clock.now()))
  return deps.store.tx(token.tenant, async (tx) => {
    const now = deps.clock.now()
    const row = await lookAt(tx, token, [kind], now)
    await succeeded(tx, asked, now)
    return work(tx, { token, row, now })
  })
}

/** The persona a link is about. */
export const personaOf = (row: OneTimeRow): string => row.account ?? ''
