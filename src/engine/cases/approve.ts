import type { Catalog } from '../../kit/catalog.ts'
import type { Case, CaseId, DecisionRecord } from '../../model/case.ts'
import { badUsage, conflict, notFound } from '../../model/errors.ts'
import { APPROVAL_HOURS, type FourEyes, REVIEW_HOURS } from '../../model/four-eyes.ts'
import type { Instant } from '../../model/statement.ts'
import { recheck, type Watching } from '../lookback/recheck.ts'
import { demandFresh, type Caller } from '../people/caller.ts'
import type { Deps, Tx } from '../ports.ts'
import { checkReason } from '../reason.ts'
import { changeCase, type Draft, type Needs } from './change.ts'
import { carryOut, hoursAfter, type Decided } from './decide.ts'

/** Asks for a second person for something other than a decision. It happens when somebody else approves, or not at all. */
export async function requestApproval(
  deps: Needs,
  caller: Caller,
  work: { readonly case: CaseId; readonly what: Exclude<FourEyes, 'confirm'>; readonly about: string; readonly reason: string },
): Promise<{ readonly case: Case; readonly result: number }> {
  const reason = checkReason(work.reason)
  return changeCase(deps, caller, { case: work.case, doing: 'work' }, async (draft, tx, now) => {
    isIn(draft.case, work.about)
    if (work.what === 'release-hold' && (await tx.holdsOf([work.about])).length === 0) throw conflict('No legal hold is on this persona.')
    const { what, about } = work
    return draft.add({ kind: 'requested', what, about, expires: hoursAfter(now, APPROVAL_HOURS), reason })
  })
}

/**
 * The second person agrees, and what was asked for is done: not the one who asked, signed in freshly, within a day. An
 * adverse decision is made only if what it rests on still stands.
 */
export async function approve(
  deps: Deps,
  catalog: Catalog,
  caller: Caller,
  work: { readonly case: CaseId; readonly request: number; readonly reason: string; readonly watch: Watching },
): Promise<Decided> {
  const reason = checkReason(work.reason)
  const { case: after, result } = await changeCase(deps, caller, { case: work.case, doing: 'approve' }, async (draft, tx, now) => {
    demandFresh(caller, now)
    const asked = draft.case.requests.find((r) => r.request === work.request)
    draft.add({ kind: 'approved', request: work.request, reason })
    if (asked?.what === 'release-hold') await releaseHold(tx, caller, now, asked.about)
    if (asked?.record === undefined) return { disposition: undefined, others: [] }
    await stillStands(tx, asked.record)
    return carryOut(tx, caller, now, { draft, record: asked.record, by: asked.by, request: asked.request })
  })
  const changes = await recheck(deps, catalog, caller, { personas: result.others, watch: work.watch })
  return { case: after, disposition: result.disposition, request: undefined, changes }
}

/** The second person does not agree. */
export async function refuse(
  deps: Needs,
  caller: Caller,
  work: { readonly case: CaseId; readonly request: number; readonly reason: string },
): Promise<Case> {
  const reason = checkReason(work.reason)
  const { case: after } = await changeCase(deps, caller, { case: work.case, doing: 'approve' }, async (draft, _, now) => {
    demandFresh(caller, now)
    draft.add({ kind: 'refused', request: work.request, reason })
  })
  return after
}

/** In an emergency one person cuts access alone (break-glass). It is written down, and a second one looks at it within a day. */
export async function cutAccess(
  deps: Needs,
  caller: Caller,
  work: { readonly case: CaseId; readonly about: string; readonly reason: string },
): Promise<Case> {
  const reason = checkReason(work.reason)
  const { case: after } = await changeCase(deps, caller, { case: work.case, doing: 'work' }, async (draft, _, now) => {
    demandFresh(caller, now)
    isIn(draft.case, work.about)
    draft.add({ kind: 'access-cut', about: work.about, reason, review: hoursAfter(now, REVIEW_HOURS) })
  })
  return after
}

export async function reviewCut(
  deps: Needs,
  caller: Caller,
  work: { readonly case: CaseId; readonly cut: number; readonly agrees: boolean; readonly reason: string },
): Promise<Case> {
  const reason = checkReason(work.reason)
  const { case: after } = await changeCase(deps, caller, { case: work.case, doing: 'approve' }, async (draft, _, now) => {
    demandFresh(caller, now)
    draft.add({ kind: 'cut-reviewed', cut: work.cut, agrees: work.agrees, reason })
  })
  return after
}

/** Keeps a persona's record for a court or an authority: one person may do that alone, for nothing is lost by it. */
export async function placeHold(
  deps: Needs,
  caller: Caller,
  work: { readonly case: CaseId; readonly persona: string; readonly reason: string },
): Promise<Case> {
  const reason = checkReason(work.reason)
  const { case: after } = await changeCase(deps, caller, { case: work.case, doing: 'work' }, async (draft, tx, now) => {
    isIn(draft.case, work.persona)
    if (draft.case.room !== 'identity') throw conflict('A legal hold is placed in a case of the identity room.')
    const persona = await tx.persona(work.persona)
    if (persona === undefined) throw notFound('persona', work.persona)
    if ((await tx.holdsOf([persona.id])).length > 0) throw conflict('A legal hold is on this persona already.')
    await tx.putHold({ persona: persona.id, by: caller.id, at: now, reason })
    await tx.appendAudit({ actor: caller.id, action: 'hold-placed', subject: persona.id, detail: { case: draft.case.id } }, now)
    draft.add({ kind: 'noted', text: `Kept for a court or an authority from now on: ${reason}` })
  })
  return after
}

async function releaseHold(tx: Tx, caller: Caller, now: Instant, id: string): Promise<void> {
  if ((await tx.holdsOf([id])).length === 0) throw conflict('No legal hold is on this persona any more.')
  await tx.endHold(id)
  await tx.appendAudit({ actor: caller.id, action: 'hold-released', subject: id, detail: {} }, now)
}

async function stillStands(tx: Tx, record: DecisionRecord): Promise<void> {
  const standing = new Set((await tx.findings([record.persona])).map((f) => f.id))
  const [assessment] = await tx.assessments([record.persona])
  const gone = record.reasons.flatMap((r) => r.findings).filter((id) => !standing.has(id))
  if (gone.length > 0 || (record.confirmation === undefined && assessment?.recommendation !== 'escalate'))
    throw conflict('What the decision rests on has changed since it was proposed. It has to be proposed anew.')
}

function isIn(c: Draft['case'], about: string): void {
  if (![...c.personas, ...c.matches].includes(about)) throw badUsage(`"${about}" is not part of the case.`)
}
