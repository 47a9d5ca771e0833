import type { Catalog } from '../kit/catalog.ts'
import type { Disposition, DispositionKind } from '../model/disposition.ts'
import { badUsage, notFound } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { Persona } from '../model/persona.ts'
import type { PersonaId } from '../model/statement.ts'
import { refuseWording } from '../model/wording.ts'
import type { Actor } from './access.ts'
import { findingId } from './detect.ts'
import { recheck, type Change, type Watching } from './lookback/recheck.ts'
import type { Deps } from './ports.ts'

/** Where a persona stands: what became of the application, and what a person decided last. */
export interface Standing {
  readonly status: 'open' | 'withdrawn' | 'cleared' | 'closed'
  readonly decided: Disposition | undefined
}

/** Decisions of this persona alone, oldest first. */
export function standingOf(persona: Pick<Persona, 'status'>, decisions: readonly Disposition[]): Standing {
  const decided = decisions.at(-1)
  if (decided === undefined) return { status: persona.status, decided }
  if (decided.kind === 'cleared') return { status: 'cleared', decided }
  return { status: decided.kind === 'confirmed' ? 'closed' : persona.status, decided }
}

/**
 * Findings that were not there when this was decided. A new version of a detector that says the same of the same statements is
 * no news; other statements are.
 */
export function newSince({ known }: Pick<Disposition, 'known'>, findings: readonly Finding[]): readonly Finding[] {
  const then = new Set(known)
  return findings.filter(
    (f) =>
      f.direction !== 'lowers' &&
      !Array.from({ length: f.version }, (_, i) => findingId(f.persona, { ...f, version: i + 1 })).some((id) => then.has(id)),
  )
}

const LONGEST_REASON = 2_000

/** A reason that a person gave; refused where it is missing or rests on what may not be a reason. */
export function checkReason(reason: string): string {
  const said = reason.trim()
  if (said.length < 3) throw badUsage('A decision needs a reason that another person can follow (--reason).')
  if (said.length > LONGEST_REASON) throw badUsage(`The reason has ${said.length} characters; at most ${LONGEST_REASON} are kept.`)
  refuseWording(said, 'reason', '/reason')
  return said
}

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
  const { disposition, others } = await deps.store.tx(actor.tenant, async (tx) => {
    if ((await tx.persona(work.persona)) === undefined) throw notFound('persona', work.persona)
    const before = (await tx.dispositions([work.persona])).at(-1)
    const known = (await tx.findings([work.persona])).map((f) => f.id)
    const now = deps.clock.now()
    const added = await tx.addDisposition({ persona: work.persona, kind: work.kind, reason, known, by: actor.id, at: now })
    await tx.appendAudit(
      {
        actor: actor.id,
        action: 'decided',
        subject: work.persona,
        detail: { kind: work.kind, number: added.seq, known: known.length, reasonLength: reason.length },
      },
      now,
    )
    const matters = (work.kind === 'confirmed') !== (before?.kind === 'confirmed')
    return { disposition: added, others: matters ? (await tx.pairs([work.persona])).map((p) => p.other) : [] }
  })
  return { disposition, changes: await recheck(deps, catalog, actor, { personas: [...new Set(others)].sort(), watch: work.watch }) }
}
