import { catalog } from '../../src/catalog/index.gen.ts'
import { recordDecision } from '../../src/engine/disposition.ts'
import { recheck, type Change } from '../../src/engine/lookback/recheck.ts'
import type { Deps } from '../../src/engine/ports.ts'
import type { Disposition } from '../../src/model/disposition.ts'
import { UNWATCHED } from './workshop.ts'

/** What an approval in a case does in the end, for a persona whose own findings would not carry one: one person decided, a second agreed. */
export async function confirmedByTwo(
  deps: Deps,
  tenant: string,
  { persona, by, second }: { readonly persona: string; readonly by: string; readonly second: string },
): Promise<{ readonly disposition: Disposition; readonly changes: readonly Change[] }> {
  const actor = { tenant, id: second }
  const { disposition, others } = await deps.store.tx(tenant, (tx) =>
    recordDecision(tx, actor, deps.clock.now(), { persona, kind: 'confirmed', reason: 'It was denied.', by }),
  )
  return { disposition, changes: await recheck(deps, catalog, actor, { personas: others, watch: UNWATCHED }) }
}
