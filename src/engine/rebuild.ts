import type { Catalog } from '../kit/catalog.ts'
import type { PersonaId } from '../model/statement.ts'
import type { Actor } from './access.ts'
import { refuseWhileStopped } from './cases/stop.ts'
import { expireIndicators } from './indicators.ts'
import { runsOfNow } from './lookback/detectors.ts'
import type { Deps } from './ports.ts'
import { reassessAll, type Watch } from './screen.ts'

/** All personas of the tenant, in order of id. */
export async function everyPersona(deps: Pick<Deps, 'store'>, actor: Actor): Promise<readonly PersonaId[]> {
  const ids: PersonaId[] = []
  for (;;) {
    const last = ids.at(-1)
    const page = await deps.store.tx(actor.tenant, (tx) => tx.personas({ limit: 1000, ...(last === undefined ? {} : { after: last }) }))
    if (page.length === 0) return ids
    ids.push(...page.map((p) => p.id))
  }
}

/** Throws everything derived away and makes it again from the statements. Twice gives the same hash. */
export async function rebuild(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  watch: Pick<Watch, 'progress' | 'signal'>,
): Promise<{ readonly personas: number; readonly hash: string }> {
  await expireIndicators(deps, catalog, actor, watch)
  const runs = await deps.store.tx(actor.tenant, async (tx) => {
    await refuseWhileStopped(tx)
    await tx.dropDerived()
    return runsOfNow(tx, catalog)
  })
  const personas = await everyPersona(deps, actor)
  await reassessAll(deps, catalog, actor, { personas, watch })
  const hash = await deps.store.tx(actor.tenant, async (tx) => {
    await tx.replaceDetectorRuns(runs)
    const value = await tx.derivedHash()
    await tx.appendAudit(
      { actor: actor.id, action: 'rebuilt', subject: 'all', detail: { personas: personas.length, hash: value } },
      deps.clock.now(),
    )
    return value
  })
  return { personas: personas.length, hash }
}
