import type { Catalog } from '../../kit/catalog.ts'
import { WAITING } from '../../model/adjudication.ts'
import { workedOn } from '../../model/case-needs.ts'
import { notFound } from '../../model/errors.ts'
import { RETENTION_CLASSES, type RetentionClass } from '../../model/persona.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import { standingOf } from '../disposition-standing.ts'
import type { Watching } from '../lookback/recheck.ts'
import { demand, type Caller } from '../people/caller.ts'
import { stillIn } from '../people/sessions.ts'
import type { Deps, Tx } from '../ports.ts'
import { forget } from '../retain.ts'
import type { Watch } from '../screen.ts'

interface Kept {
  readonly what: 'record' | 'log' | 'screening'
  readonly because: 'hold' | 'open-question' | RetentionClass
  /** For the person who asked. */
  readonly says: string
  readonly until: Instant | undefined
}

/** What erasing a persona deletes, and what stays and why. */
export interface ErasurePlan {
  readonly persona: PersonaId
  readonly deletes: boolean
  readonly kept: readonly Kept[]
}

/** Changes nothing. What the sanctions room keeps is told only to who reads that room; to all others, the person too, it is not there. */
export async function erasurePlan(deps: Pick<Deps, 'store' | 'clock'>, caller: Caller, id: PersonaId): Promise<ErasurePlan> {
  demand(caller, 'persona:forget')
  const now = deps.clock.now()
  return deps.store.tx(caller.tenant, (tx) => planOf(tx, caller, id, now))
}

/**
 * Erases what may be erased. A record that something keeps is forgotten by the first sweep after that has ended; until then it
 * stays as it is.
 */
export async function erase(
  deps: Deps,
  catalog: Catalog,
  caller: Caller,
  work: { readonly persona: PersonaId; readonly watch: Watching & Pick<Watch, 'progress'> },
): Promise<ErasurePlan> {
  demand(caller, 'persona:forget')
  const now = deps.clock.now()
  const plan = await deps.store.tx(caller.tenant, async (tx) => {
    await stillIn(tx, caller)
    await tx.stay([work.persona])
    const found = await planOf(tx, caller, work.persona, now)
    const because = found.kept.filter((kept) => kept.what === 'record').map((kept) => kept.because)
    await tx.appendAudit(
      { actor: caller.id, action: 'erasure-asked', subject: work.persona, detail: { deletes: found.deletes, because } },
      now,
    )
    const persona = await tx.persona(work.persona)
    if (persona !== undefined && !found.deletes && !because.includes('ca-ads-4y')) await tx.putPersona({ ...persona, keepUntil: now })
    return found
  })
  if (plan.deletes) await forget(deps, catalog, caller, work)
  return plan
}

async function planOf(tx: Tx, caller: Caller, id: PersonaId, now: Instant): Promise<ErasurePlan> {
  const persona = await tx.persona(id)
  if (persona === undefined) throw notFound('persona', id)
  const kept: Kept[] = []
  const record = (because: Kept['because'], says: string, until?: Instant): void => void kept.push({ what: 'record', because, says, until })
  if ((await tx.holdsOf([id])).length > 0) record('hold', 'We must keep the record for a court or an authority.')
  if ((await tx.casesOfPersonas([id])).some((c) => c.status === 'open' && workedOn(c)))
    record('open-question', 'Somebody is looking at a question about the record; it is kept until that is answered.')
  const { decided } = standingOf(persona, await tx.dispositions([id]))
  if (decided?.kind === 'confirmed' && persona.keepUntil > now)
    record('ca-ads-4y', 'Records of how it was decided must be kept for four years.', persona.keepUntil)
  kept.push({
    what: 'log',
    because: 'log-6m-min',
    says: 'That something was done, by whom and when, stays in the log, without content.',
    until: undefined,
  })
  if (caller.may.has('screening:read') && (await tx.matches({ subjects: [id], states: [...WAITING, 'confirmed'] })).length > 0)
    kept.push({ what: 'screening', because: 'sanctions-10y', says: RETENTION_CLASSES['sanctions-10y'].says, until: undefined })
  return { persona: id, deletes: !kept.some((k) => k.what === 'record'), kept }
}
