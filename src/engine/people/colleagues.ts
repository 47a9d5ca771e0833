import type { RoleName } from '../../model/access.ts'
import type { Deps } from '../ports.ts'
import { demand, type Caller } from './caller.ts'

/** Somebody one works with, by the id that stands beside what they did. */
export interface Colleague {
  readonly account: string
  readonly name: string
  readonly roles: readonly RoleName[]
  /** Whether work can be given to them now. */
  readonly here: boolean
}

/** Everybody who has or had an account: what they did is still read when they have gone. */
export async function colleagues(deps: Pick<Deps, 'store'>, caller: Caller): Promise<readonly Colleague[]> {
  demand(caller, 'case:read')
  const all = await deps.store.tx(caller.tenant, (tx) => tx.accounts())
  return all.map(({ id, name, roles, state }) => ({ account: id, name, roles, here: state === 'active' }))
}
