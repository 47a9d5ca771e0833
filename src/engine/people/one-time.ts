import { gone } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'
import type { Deps, Tx } from '../ports.ts'
import { after } from './instants.ts'
import type { OneTimeKind, OneTimeRow } from './ports.ts'
import { hashOf, newToken, readToken, type Token } from './tokens.ts'

/** Makes something that works once within `lasts` milliseconds; returns its token. */
export async function makeOneTime(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'chance'>,
  lasts: number,
  row: Pick<OneTimeRow, 'kind' | 'account' | 'payload'>,
): Promise<{ readonly token: string; readonly expires: Instant }> {
  const { id, hash, token } = newToken(deps.chance, 'link', tx.tenant)
  const expires = after(deps.clock.now(), lasts)
  await tx.addOneTime({ ...row, id, hash, expires })
  return { token, expires }
}

const OVER = 'This was used already, or its time is over. Start again, or ask for a new link.'

/** Reads the token's form; throws `gone`, as for one that was used: whoever guesses learns nothing. */
export function readOneTime(text: string): Token {
  const token = readToken('link', text)
  if (token === undefined) throw gone(OVER)
  return token
}

/** Looks without using it up. Throws `gone`. */
export async function lookAt(tx: Tx, token: Token, kinds: readonly OneTimeKind[], now: Instant): Promise<OneTimeRow> {
  return standing(await tx.oneTime(token.id, hashOf(token.secret)), kinds, now)
}

/** Uses it up; of two who come at once, one gets it. Throws `gone`. */
export async function take(tx: Tx, token: Token, kinds: readonly OneTimeKind[], now: Instant): Promise<OneTimeRow> {
  return standing(await tx.takeOneTime(token.id, hashOf(token.secret)), kinds, now)
}

function standing(row: OneTimeRow | undefined, kinds: readonly OneTimeKind[], now: Instant): OneTimeRow {
  if (row === undefined || !kinds.includes(row.kind) || row.expires <= now) throw gone(OVER)
  return row
}
