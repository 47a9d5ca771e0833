import type { Catalog } from '../../kit/catalog.ts'
import { reassess, type Watch } from '../screen.ts'
import { demand, type Caller } from '../people/caller.ts'
import { stillIn } from '../people/sessions.ts'
import type { Deps } from '../ports.ts'
import { checkReason } from '../reason.ts'

/** Personas assessed before those who wait are counted again. */
const AT_ONCE = 500

/**
 * Starts scoring again and assesses everybody who waited. Killed in the middle, the same again goes on where it stopped. Returns
 * how many were assessed; fewer than waited when somebody stops it once more.
 */
export async function startScoring(
  deps: Deps,
  catalog: Catalog,
  caller: Caller,
  work: { readonly reason: string; readonly watch: Pick<Watch, 'progress' | 'signal'> },
): Promise<{ readonly assessed: number }> {
  demand(caller, 'scoring:stop')
  const reason = checkReason(work.reason)
  const now = deps.clock.now()
  await deps.store.tx(caller.tenant, async (tx) => {
    await stillIn(tx, caller)
    if (!(await tx.lockScoring()).stopped) return
    await tx.putScoring({ stopped: false, by: caller.id, at: now, reason })
    const detail = { reasonLength: reason.length, waiting: await tx.countUnscored() }
    await tx.appendAudit({ actor: caller.id, action: 'scoring-started', subject: 'scoring', detail }, now)
  })
  let assessed = 0
  for (;;) {
    const { turned, waiting, personas } = await deps.store.tx(caller.tenant, async (tx) => {
      const state = await tx.scoring()
      const page = state.stopped ? [] : await tx.unscored(AT_ONCE)
      return { turned: state.at, waiting: page, personas: (await tx.personasOf(page)).map((p) => p.id) }
    })
    if (waiting.length === 0) return { assessed }
    await reassess(deps, catalog, caller, { personas, watch: work.watch })
    // Who was put back because somebody stopped it meanwhile stays.
    const done = await deps.store.tx(caller.tenant, async (tx) => {
      const same = (await tx.scoring()).at === turned
      if (same) await tx.removeUnscored(waiting)
      return same
    })
    if (!done) return { assessed }
    assessed += personas.length
  }
}
