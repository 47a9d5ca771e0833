import type { Catalog } from '../kit/catalog.ts'
import { conflict, notFound } from '../model/errors.ts'
import { RETENTION_CLASSES, type Persona } from '../model/persona.ts'
import type { PersonaId } from '../model/statement.ts'
import { digest } from '../compute/digest.ts'
import type { Actor } from './access.ts'
import { buryCleared, forgetInCases } from './cases/forget.ts'
import { expireIndicators } from './indicators.ts'
import { daysAfter } from './intake.ts'
import { NOTHING, relink } from './links/update.ts'
import type { Deps } from './ports.ts'
import { relate, replaceIndex } from './relate.ts'
import { reassess, type Watch } from './screen.ts'

type Quiet = Pick<Watch, 'progress' | 'signal'>

/** The candidate has withdrawn: kept only as long as a closed application is. */
export async function withdraw(deps: Deps, actor: Actor, id: PersonaId): Promise<Persona> {
  return deps.store.tx(actor.tenant, async (tx) => {
    await tx.stay([id])
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
 * others' findings rested on is gone, so they are assessed again. The audit row has the class,
 * counts and a hash of the ids, no content (R-060). Of who was cleared a tombstone is left (R-062).
 */
export async function forget(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  work: { persona: PersonaId; watch: Quiet },
): Promise<{ readonly artifacts: number; readonly reassessed: number }> {
  const { persona: id, watch } = work
  // Before it is done: whom a person ordered to be forgotten comes back from no backup, also when we die in the middle of it.
  if ((await deps.store.tx(actor.tenant, (tx) => tx.persona(id))) === undefined) throw notFound('persona', id)
  await deps.beside?.noteForgotten({ tenant: actor.tenant, persona: id, at: deps.clock.now() })
  const { artifacts, others } = await deps.store.tx(actor.tenant, async (tx) => {
    // First of all: what is being said about them now is written down before, and so forgotten with the rest.
    await tx.lockToForget(id)
    const persona = await tx.persona(id)
    if (persona === undefined) throw notFound('persona', id)
    if ((await tx.holdsOf([id])).length > 0)
      throw conflict(`${persona.id} is kept for a court or an authority. Two people end that in its case; then it can be forgotten.`)
    await buryCleared(tx, id)
    await forgetInCases(tx, id)
    const cluster = (await tx.clusterOf([id])).get(id)
    // First its keys, so that it is known what they were and who comes to light by their going.
    const lost = await replaceIndex(tx, [id], { identifiers: [], sketches: [] })
    const { released, touched } = await tx.forget(id)
    const { compared, met } = await relate(tx, [...new Set([...touched, ...lost.uncrowded])].sort())
    await relink(
      tx,
      {
        ...NOTHING,
        personas: compared,
        met,
        lost: lost.values,
        gone: cluster === undefined ? [] : [{ persona: id, cluster }],
        cause: 'A persona was forgotten, and what it had in common with the others is gone.',
      },
      deps.clock.now(),
    )
    await tx.appendAudit(
      {
        actor: actor.id,
        action: 'forgotten',
        subject: id,
        detail: { retention: persona.retention, artifacts: released.length, hash: digest([id, ...released].join(' ')) },
      },
      deps.clock.now(),
    )
    return { artifacts: released, others: [...new Set([...touched, ...compared, ...met])].sort() }
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
  await expireIndicators(deps, catalog, actor, watch)
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
