import { permissionsOf, type RoleName } from '../../src/model/access.ts'
import type { Caller } from '../../src/engine/people/caller.ts'

/** Somebody signed in a moment ago, with these roles; no test ends a session that it did not begin. */
export const aCaller = (tenant: string, id: string, ...roles: readonly RoleName[]): Caller => ({
  tenant,
  id,
  roles,
  may: permissionsOf(roles),
  session: undefined,
  freshUntil: '2999-01-01T00:00:00.000Z',
  by: 'passkey',
})

/** The same, whose last sign-in was a while ago. */
export const notFresh = (caller: Caller): Caller => ({ ...caller, freshUntil: '2000-01-01T00:00:00.000Z' })
