import type { Catalog } from '../kit/catalog.ts'
import type { Disposition, DispositionKind } from '../model/disposition.ts'
import { notFound } from '../model/errors.ts'
import type { Instant, PersonaId } from '../model/statement.ts'
import type { Actor } from './access.ts'
import { refuseWhileContested } from './contest/frozen.ts'
import { recheck, type Change, type Watching } from './lookback/recheck.ts'
import type { Deps, Tx } from './ports.ts'
import { checkReason } from './reason.ts'

/**
 * Records what a person decided, with the findings that stood then. Only ever added; the last one stands. It changes no status and
 * no assessment of the persona itself. Those who share something with a persona who becomes or was confirmed are looked at again.
 */
export async function decide(
  deps: Deps,
  catalog: Catalog,
  actor: Actor,
  work: { persona: PersonaId; kind: DispositionKind; reason: string; watch: Watching },
): Promise<{ readonly disposition: Disposition; readonly changes: readonly Change[] }> {
  const reason = checkReason(work.reason)
  const { disposition, others } = await deps.store.tx(actor.tenant, (tx) =>
    recordDecision(tx, actor, deps.clock.now(), { persona: work.persona, kind: work.kind, reason, by: actor.id }),
  )
  return { disposition, changes: await recheck(deps, catalog, actor, { personas: others, watch: work.watch }) }
}

/** Writes the decision down. `others`: those to be looked at again because of it. */
export async function recordDecision(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { persona, kind, reason, by }: { persona: PersonaId; kind: DispositionKind; reason: string; by: string },
): Promise<{ readonly disposition: Disposition; readonly others: readonly PersonaId[] }> {
  if ((await tx.persona(persona)) === undefined) throw notFound('persona', persona)
  if (kind === 'confirmed') await refuseWhileContested(tx, persona)
  const before = (await tx.dispositions([persona])).at(-1)
  const known = (await tx.findings([persona])).map((f) => f.id)
  const disposition = await tx.addDisposition({ persona, kind, reason, known, by, at: now })
  await tx.appendAudit(
    {
      actor: actor.id,
      action: 'decided',
      subject: persona,
      detail: { kind, number: disposition.seq, known: known.length, reasonLength: reason.length },
    },
    now,
  )
  const matters = (kind === 'confirmed') !== (before?.kind === 'confirmed')
  const others = matters ? (await tx.pairs([persona])).map((p) => p.other) : []
  return { disposition, others: [...new Set(others)].sort() }
}
