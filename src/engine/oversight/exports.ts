import { demand, type Caller } from '../people/caller.ts'
import type { Deps } from '../ports.ts'
import type { MadeDecision, Period } from './ports.ts'
import type { Contest } from '../../model/contest.ts'

type Needs = Pick<Deps, 'store' | 'clock'>

/** Decisions as they were made, with their reasons; of quiet cases only for their members. Written down in the log. */
export async function decisionsFor(deps: Needs, caller: Caller, period: Period): Promise<readonly MadeDecision[]> {
  demand(caller, 'report:export')
  return deps.store.tx(caller.tenant, async (tx) => {
    const made = (await tx.decisionsMade(period)).filter((m) => m.members === undefined || m.members.includes(caller.id))
    const detail = { decisions: made.length, from: period.from, to: period.to }
    await tx.appendAudit({ actor: caller.id, action: 'decisions-exported', subject: 'oversight', detail }, deps.clock.now())
    return made
  })
}

/** What people contested and what became of it. */
export async function contestsFor(deps: Needs, caller: Caller, period: Period): Promise<readonly Contest[]> {
  demand(caller, 'report:export')
  return deps.store.tx(caller.tenant, async (tx) => {
    const found = await tx.contestsFiled(period)
    const detail = { reviews: found.length, from: period.from, to: period.to }
    await tx.appendAudit({ actor: caller.id, action: 'reviews-exported', subject: 'oversight', detail }, deps.clock.now())
    return found
  })
}
