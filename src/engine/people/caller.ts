import type { Permission, RoleName } from '../../model/access.ts'
import { forbidden } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'
import type { Actor } from '../access.ts'

/** A signed-in person or key. */
export interface Caller extends Actor {
  readonly roles: readonly RoleName[]
  readonly may: ReadonlySet<Permission>
  readonly session: string | undefined
  /** Until when a re-authentication counts as fresh; undefined where there was none. */
  readonly freshUntil: Instant | undefined
  readonly by: 'password' | 'passkey' | 'oidc' | 'key'
}

/** Throws `forbidden`. Never the answer about a thing of another room or tenant: that one is not there (404). */
export function demand(caller: Caller, permission: Permission): void {
  if (!caller.may.has(permission)) throw forbidden(permission)
}
