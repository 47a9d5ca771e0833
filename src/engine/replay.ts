import type { Catalog } from '../kit/catalog.ts'
import type { PersonaId } from '../model/statement.ts'
import type { Actor } from './access.ts'
import type { ForgottenEntry } from './beside.ts'
import type { Deps } from './ports.ts'
import { forget } from './retain.ts'
import type { Watch } from './screen.ts'

export interface Replayed {
  readonly forgotten: readonly PersonaId[]
  /** On legal hold in the backup, and forgotten after it: a person decides. */
  readonly held: readonly PersonaId[]
}

/**
 * Forgets again whom a backup brought back. Somebody who was handed in anew after being forgotten stays: only who was received
 * before the order is meant by it.
 */
export async function replayForgotten(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  work: { readonly entries: readonly ForgottenEntry[]; readonly watch: Pick<Watch, 'progress' | 'signal'> },
): Promise<Replayed> {
  const last = new Map<PersonaId, string>()
  for (const { tenant, persona, at } of work.entries) if (tenant === actor.tenant && at > (last.get(persona) ?? '')) last.set(persona, at)
  const { back, holds } = await deps.store.tx(actor.tenant, async (tx) => ({
    back: await tx.personasOf([...last.keys()]),
    holds: new Set((await tx.holdsOf([...last.keys()])).map((hold) => hold.persona)),
  }))
  const forgotten: PersonaId[] = []
  const held: PersonaId[] = []
  for (const { id, received, retention } of back) {
    if (received > (last.get(id) ?? '')) continue
    if (retention === 'evidence-legal-hold' || holds.has(id)) held.push(id)
    else {
      await forget(deps, catalog, actor, { persona: id, watch: work.watch })
      forgotten.push(id)
    }
  }
  return { forgotten, held }
}
