import type { Permission, RoleName } from '../../model/access.ts'
import { forbidden, needsFresh } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'
import type { Actor } from '../access.ts'

/** Who signed in, and what they may do at this moment. */
export interface Caller extends Actor {
  readonly roles: readonly RoleName[]
  readonly may: ReadonlySet<Permission>
  /** Undefined for an API key. */
  readonly session: string | undefined
  /** Until then the last full authentication is recent enough to be a second person; undefined: sign in again. */
  readonly freshUntil: Instant | undefined
  readonly by: 'password' | 'passkey' | 'oidc' | 'key'
}

/**
 * Throws `forbidden` where the caller may not. A thing that is missing, or of another room or tenant, is not asked about here: it is
 * `not-found` to everybody alike.
 */
export function demand(caller: Caller, permission: Permission): void {
  if (!caller.may.has(permission)) throw forbidden()
}

/**
 * Throws `needs-fresh-sign-in` where all factors were shown too long ago for this act; a key shows none. Whoever has the machine's
 * command line is its operator and no `Caller`.
 */
export function demandFresh(caller: Actor | Caller, now: Instant): void {
  if (!('may' in caller)) return
  if (caller.freshUntil === undefined || caller.freshUntil <= now) throw needsFresh()
}
