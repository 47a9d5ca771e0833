import type { Catalog } from '../../kit/catalog.ts'
import type { Case, CaseId, DecisionRecord } from '../../model/case.ts'
import type { Disposition } from '../../model/disposition.ts'
import { RETENTION_CLASSES } from '../../model/persona.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import { APPROVAL_HOURS } from '../../model/four-eyes.ts'
import type { Actor } from '../access.ts'
import { recordDecision } from '../disposition.ts'
import { daysAfter } from '../intake.ts'
import { recheck, type Change, type Watching } from '../lookback/recheck.ts'
import type { Caller } from '../people/caller.ts'
import type { Deps, Tx } from '../ports.ts'
import { checkReason } from '../reason.ts'
import { changeCase, type Draft } from './change.ts'
import { recordOf, type Proposal } from './decision-record.ts'

export interface Decided {
  readonly case: Case
  /** Undefined while a second person is waited for. */
  readonly disposition: Disposition | undefined
  /** Number of the approval that is asked for, where one is needed. */
  readonly request: number | undefined
  readonly changes: readonly Change[]
}

export const hoursAfter = (now: Instant, hours: number): Instant => new Date(Date.parse(now) + hours * 3_600_000).toISOString()

/**
 * A person decides about one persona of a case. *cleared* and *inconclusive* stand at once; *confirmed* only asks, and stands when
 * somebody else approves it within a day (`approve`).
 */
export async function propose(
  deps: Deps,
  catalog: Catalog,
  caller: Caller,
  work: { readonly case: CaseId; readonly proposal: Proposal; readonly watch: Watching },
): Promise<Decided> {
  const { case: after, result } = await changeCase(deps, caller, { case: work.case, doing: 'decide' }, async (draft, tx, now) => {
    const record = await recordOf(tx, catalog, caller, { case: draft.case, proposal: work.proposal })
    if (record.kind !== 'confirmed') return { request: undefined, ...(await carryOut(tx, caller, now, { draft, record, by: caller.id })) }
    const expires = hoursAfter(now, APPROVAL_HOURS)
    const request = draft.add({ kind: 'requested', what: 'confirm', about: record.persona, expires, reason: record.text, record })
    return { request, disposition: undefined, others: [] }
  })
  const { others, ...decided } = result
  return { case: after, ...decided, changes: await recheck(deps, catalog, caller, { personas: others, watch: work.watch }) }
}

/** Writes a decision into the case and beside the persona, and closes a case in which nothing is left to decide. */
export async function carryOut(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { draft, record, by, request }: { draft: Draft; record: DecisionRecord; by: string; request?: number },
): Promise<{ readonly disposition: Disposition; readonly others: readonly PersonaId[] }> {
  const { persona, kind, text } = record
  const done = await recordDecision(tx, actor, now, { persona, kind, reason: text, by })
  draft.add({ kind: 'decided', record, disposition: done.disposition.seq, ...(request === undefined ? {} : { request }) })
  await keepAs(tx, persona, kind === 'confirmed' ? 'ca-ads-4y' : kind === 'cleared' ? 'candidate-cleared' : undefined, now)
  const c = draft.case
  const decided = new Set(c.decisions.map((d) => d.record.persona))
  const nothingLeft = c.personas.every((p) => decided.has(p)) && c.waiting.length === 0 && c.cuts.every((cut) => cut.reviewed !== undefined)
  if (nothingLeft && !c.requests.some((r) => r.state === 'pending' && r.expires > now))
    draft.add({ kind: 'closed', reason: 'Everybody in it was decided about.' })
  return done
}

/** From now on it is kept for this reason. */
async function keepAs(tx: Tx, id: PersonaId, retention: 'ca-ads-4y' | 'candidate-cleared' | undefined, now: Instant): Promise<void> {
  const persona = await tx.persona(id)
  if (persona === undefined || retention === undefined) return
  await tx.putPersona({ ...persona, retention, keepUntil: daysAfter(now, RETENTION_CLASSES[retention].days) })
}

/** Takes a decision back: another act, and another disposition beside it. The case is open again. */
export async function undoDecision(
  deps: Deps,
  catalog: Catalog,
  caller: Caller,
  work: { readonly case: CaseId; readonly decided: number; readonly reason: string; readonly watch: Watching },
): Promise<Decided> {
  const reason = checkReason(work.reason)
  const { case: after, result } = await changeCase(deps, caller, { case: work.case, doing: 'decide' }, async (draft, tx, now) => {
    const standing = draft.case.decisions.find((d) => d.decided === work.decided)
    draft.add({ kind: 'undone', decided: work.decided, reason })
    const persona = standing?.record.persona ?? ''
    return recordDecision(tx, caller, now, { persona, kind: 'inconclusive', reason: `Taken back: ${reason}`, by: caller.id })
  })
  const changes = await recheck(deps, catalog, caller, { personas: result.others, watch: work.watch })
  return { case: after, disposition: result.disposition, request: undefined, changes }
}
