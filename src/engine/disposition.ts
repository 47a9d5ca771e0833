import type { Catalog } from '../kit/catalog.ts'
import type { Disposition, DispositionKind } from '../model/disposition.ts'
import { samePerson } from '../model/case-rules.ts'
import { conflict, notFound } from '../model/errors.ts'
import type { Instant, PersonaId } from '../model/statement.ts'
import type { Actor } from './access.ts'
import { refuseWhileContested } from './contest/frozen.ts'
import { recheck, type Change, type Watching } from './lookback/recheck.ts'
import type { Caller } from './people/caller.ts'
import { stillIn } from './people/sessions.ts'
import type { Deps, Tx } from './ports.ts'
import { checkReason } from './reason.ts'

/**
 * Records what one person decided, with the findings that stood then: *cleared* or *inconclusive*. Throws `conflict` for *confirmed*,
 * which two people decide in a case. Only ever added; the last one stands. It changes no status and
 * no assessment of the persona itself. Those who share something with a persona who becomes or was confirmed are looked at again.
 */
export async function decide(
  deps: Deps,
  catalog: Catalog,
  actor: Actor | Caller,
  work: { persona: PersonaId; kind: DispositionKind; reason: string; watch: Watching },
): Promise<{ readonly disposition: Disposition; readonly changes: readonly Change[] }> {
  const reason = checkReason(work.reason)
  const { disposition, others } = await deps.store.tx(actor.tenant, async (tx) => {
    await stillIn(tx, actor)
    await tx.stay([work.persona])
    return recordDecision(tx, actor, deps.clock.now(), { persona: work.persona, kind: work.kind, reason, by: actor.id })
  })
  return { disposition, changes: await recheck(deps, catalog, actor, { personas: others, watch: work.watch }) }
}

/**
 * Writes the decision down. `others`: those to be looked at again because of it. `by` decided and the actor writes it: of what speaks
 * against somebody these are two people, whichever way it comes.
 */
export async function recordDecision(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { persona, kind, reason, by }: { persona: PersonaId; kind: DispositionKind; reason: string; by: string },
): Promise<{ readonly disposition: Disposition; readonly others: readonly PersonaId[] }> {
  if ((await tx.persona(persona)) === undefined) throw notFound('persona', persona)
  if (kind === 'confirmed') {
    if (samePerson(by, actor.id))
      throw conflict(
        'What speaks against somebody needs a second person (R-081). Propose it in a case (`bonafide cases decide`); it is made when somebody else approves it there.',
      )
    await refuseWhileContested(tx, persona)
  }
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
