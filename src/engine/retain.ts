import type { Catalog } from '../kit/catalog.ts'
import { notFound } from '../model/errors.ts'
import { RETENTION_CLASSES, type Persona } from '../model/persona.ts'
import type { PersonaId } from '../model/statement.ts'
import type { Actor } from './access.ts'
import { daysAfter } from './intake.ts'
import type { Deps } from './ports.ts'
import { reassess, type Watch } from './screen.ts'

type Quiet = Pick<Watch, 'progress' | 'signal'>

/** The candidate has withdrawn: kept only as long as a closed application is. */
export async function withdraw(deps: Deps, actor: Actor, id: PersonaId): Promise<Persona> {
  return deps.store.tx(actor.tenant, async (tx) => {
    const persona = await tx.persona(id)
    if (persona === undefined) throw notFound('persona', id)
    const now = deps.clock.now()
    const retention = 'candidate-cleared'
    const closed: Persona = { ...persona, status: 'withdrawn', retention, keepUntil: daysAfter(now, RETENTION_CLASSES[retention].days) }
    await tx.putPersona(closed)
    await tx.appendAudit({ actor: actor.id, action: 'withdrawn', subject: id, detail: { retention } }, now)
    return closed
  })
}

/**
 * Removes a candidate without residue: persona, statements, findings, index keys, and the bytes that nobody else holds. What
 * others' findings rested on is gone, so they are assessed again. The audit row has the class and counts, no content (R-060).
 */
export async function forget(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  work: { persona: PersonaId; watch: Quiet },
): Promise<{ readonly artifacts: number; readonly reassessed: number }> {
  const { persona: id, watch } = work
  const { artifacts, others } = await deps.store.tx(actor.tenant, async (tx) => {
    const persona = await tx.persona(id)
    if (persona === undefined) throw notFound('persona', id)
    const { released, touched } = await tx.forget(id)
    await tx.appendAudit(
      { actor: actor.id, action: 'forgotten', subject: id, detail: { retention: persona.retention, artifacts: released.length } },
      deps.clock.now(),
    )
    return { artifacts: released, others: touched }
  })
  for (const artifact of artifacts) await deps.blobs.delete(artifact)
  await reassess(deps, catalog, actor, { personas: others, watch })
  return { artifacts: artifacts.length, reassessed: others.length }
}

/** Forgets everybody whose time of keeping is over. One that fails is reported and the others go on. */
export async function sweep(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  watch: Quiet,
): Promise<{
  readonly forgotten: readonly PersonaId[]
  readonly failed: readonly { readonly persona: PersonaId; readonly error: string }[]
}> {
  const due = await deps.store.tx(actor.tenant, (tx) => tx.personasDue(deps.clock.now()))
  const forgotten: PersonaId[] = []
  const failed: { persona: PersonaId; error: string }[] = []
  for (const persona of due) {
    try {
      await forget(deps, catalog, actor, { persona, watch })
      forgotten.push(persona)
    } catch (error) {
      failed.push({ persona, error: error instanceof Error ? error.message : String(error) })
    }
  }
  return { forgotten, failed }
}
