import type { Actor } from '../access.ts'
import type { Deps } from '../ports.ts'
import { LOOKS_BACK_DAYS } from './browsing.ts'
import { after, DAY } from './instants.ts'
import { throttlesOver } from './throttle.ts'

/** Removes what is over and of no use to anybody: sessions, links, counts of failures, and views that no history needs any more. */
export async function tidyPeople(deps: Pick<Deps, 'store' | 'clock'>, actor: Actor): Promise<number> {
  const now = deps.clock.now()
  const before = { throttles: throttlesOver(now), views: after(now, -(LOOKS_BACK_DAYS + 1) * DAY) }
  return deps.store.tx(actor.tenant, (tx) => tx.sweepPeople(now, before))
}
