import { unauthenticated } from '../../model/errors.ts'
import type { Deps } from '../ports.ts'
import { callerOfKey } from './api-keys.ts'
import type { Caller } from './caller.ts'
import { callerOfSession } from './sessions.ts'

/** Who sends this token, of a key or a session, as of now. Throws `unauthenticated`, and never says why. */
export async function callerOf(deps: Pick<Deps, 'store' | 'clock'>, token: string): Promise<Caller> {
  const caller = (await callerOfKey(deps, token)) ?? (await callerOfSession(deps, token))
  if (caller === undefined) throw unauthenticated()
  return caller
}
