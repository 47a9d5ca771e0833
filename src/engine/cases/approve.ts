import type { Catalog } from '../../kit/catalog.ts'
import { permissionsOf, type Permission } from '../../model/access.ts'
import type { Case, CaseId, DecisionRecord, Request } from '../../model/case.ts'
import { badUsage, conflict, notFound } from '../../model/errors.ts'
import type { Room } from '../../model/finding.ts'
import { APPROVAL_HOURS, type FourEyes, REVIEW_HOURS } from '../../model/four-eyes.ts'
import type { Instant } from '../../model/statement.ts'
import { frozenBy } from '../contest/frozen.ts'
import { recheck, type Watching } from '../lookback/recheck.ts'
import { demand, demandFresh, type Caller } from '../people/caller.ts'
import type { Deps, Tx } from '../ports.ts'
import { checkReason } from '../reason.ts'
import { changeCase, type Draft, type Needs } from './change.ts'
import { carryOut, hoursAfter, type Decided } from './decide.ts'
import { membershipOf, stillThatCluster } from './export-leave.ts'
import { reasonIn } from './act.ts'
import { permissionIn } from './rooms.ts'

/**
 * Asks for a second person for something other than a decision. It happens when somebody else approves, or not at all; what could
 * not happen is not asked for.
 */
export async function requestApproval(
  deps: Needs,
  caller: Caller,
  work: { readonly case: CaseId; readonly what: Exclude<FourEyes, 'confirm'>; readonly about: string; readonly reason: string },
): Promise<{ readonly case: Case; readonly result: number }> {
  return changeCase(deps, caller, { case: work.case, doing: 'work' }, async (draft, tx, now) => {
    const { what, about } = work
    isIn(draft.case, about, what)
    const also = ALSO[what]
    if (also !== undefined) demand(caller, also)
    const reason = reasonIn(draft.case.room, work.reason)
    const kept = what === 'export' ? { membership: await membershipOf(tx, about) } : {}
    const request = draft.add({ kind: 'requested', what, about, expires: hoursAfter(now, APPROVAL_HOURS), reason, ...kept })
    // Who is in the cluster was told a moment ago, or that it is no more.
    if (what !== 'export') await CAN[what](tx, { about, at: now })
    return request
  })
}

/**
 * The second person agrees, and what was asked for is done: not the one who asked, signed in freshly, within a day. It is
 * done only if what it rests on still stands, whoever asked may still ask among it.
 */
export async function approve(
  deps: Deps,
  catalog: Catalog,
  caller: Caller,
  work: { readonly case: CaseId; readonly request: number; readonly reason: string; readonly watch: Watching },
): Promise<Decided> {
  const { case: after, result } = await changeCase(deps, caller, { case: work.case, doing: 'approve' }, async (draft, tx, now) => {
    demandFresh(caller, now)
    const asked = draft.case.requests.find((r) => r.request === work.request)
    draft.add({ kind: 'approved', request: work.request, reason: reasonIn(draft.case.room, work.reason) })
    if (asked === undefined) return { disposition: undefined, others: [] }
    await mayStillAsk(tx, asked, draft.case.room)
    if (asked.what !== 'confirm') await CAN[asked.what](tx, asked)
    if (asked.what === 'release-hold') await releaseHold(tx, caller, now, asked.about)
    if (asked.record === undefined) return { disposition: undefined, others: [] }
    await stillStands(tx, asked.record)
    return carryOut(tx, caller, now, { draft, record: asked.record, by: asked.by, request: asked.request })
  })
  const changes = await recheck(deps, catalog, caller, { personas: result.others, watch: work.watch })
  return { case: after, disposition: result.disposition, request: undefined, changes }
}

/** What whoever asks must be allowed beside working on the case. */
const ALSO: Readonly<Partial<Record<FourEyes, Permission>>> = { export: 'cluster:export' }

type Asked = Pick<Request, 'about' | 'at' | 'membership'>

/**
 * Throws `conflict` where it would change nothing. The security hold itself is the approved request (`frozen.ts`), and so is the leave
 * to export (`export-leave.ts`).
 */
const CAN: Readonly<Record<Exclude<FourEyes, 'confirm'>, (tx: Tx, asked: Asked) => Promise<void>>> = {
  export: stillThatCluster,
  async 'release-hold'(tx, { about }) {
    if ((await tx.holdsOf([about])).length === 0) throw conflict('No legal hold is on this persona.')
  },
  async 'security-hold'(tx, { about, at }) {
    await tx.lockContests(about)
    const contest = await frozenBy(tx, about)
    if (contest === undefined) throw conflict('Nothing that this person contests is open, so nothing waits for it.')
    if (contest.at > at) throw conflict('The person has said more since this was asked for. Read it, and ask anew.')
  },
}

/** Whose roles were taken since, or whose account was closed, has nothing carried out any more. Who has no account runs the machine. */
async function mayStillAsk(tx: Tx, { by, what }: Request, room: Room): Promise<void> {
  const account = await tx.account(by)
  if (account === undefined) return
  const needed = [permissionIn(room, what === 'confirm' ? 'decide' : 'work'), ALSO[what] ?? []].flat()
  const has = permissionsOf(account.roles)
  if (account.state !== 'active' || !needed.every((one) => has.has(one)))
    throw conflict('Whoever asked may not any more. It has to be asked for anew by somebody who may.')
}

/** The second person does not agree. */
export async function refuse(
  deps: Needs,
  caller: Caller,
  work: { readonly case: CaseId; readonly request: number; readonly reason: string },
): Promise<Case> {
  const { case: after } = await changeCase(deps, caller, { case: work.case, doing: 'approve' }, async (draft, _, now) => {
    demandFresh(caller, now)
    draft.add({ kind: 'refused', request: work.request, reason: reasonIn(draft.case.room, work.reason) })
  })
  return after
}

/** In an emergency one person cuts access alone (break-glass). It is written down, and a second one looks at it within a day. */
export async function cutAccess(
  deps: Needs,
  caller: Caller,
  work: { readonly case: CaseId; readonly about: string; readonly reason: string },
): Promise<Case> {
  const { case: after } = await changeCase(deps, caller, { case: work.case, doing: 'work' }, async (draft, _, now) => {
    demandFresh(caller, now)
    isIn(draft.case, work.about)
    const reason = reasonIn(draft.case.room, work.reason)
    draft.add({ kind: 'access-cut', about: work.about, reason, review: hoursAfter(now, REVIEW_HOURS) })
  })
  return after
}

export async function reviewCut(
  deps: Needs,
  caller: Caller,
  work: { readonly case: CaseId; readonly cut: number; readonly agrees: boolean; readonly reason: string },
): Promise<Case> {
  const { case: after } = await changeCase(deps, caller, { case: work.case, doing: 'approve' }, async (draft, _, now) => {
    demandFresh(caller, now)
    draft.add({ kind: 'cut-reviewed', cut: work.cut, agrees: work.agrees, reason: reasonIn(draft.case.room, work.reason) })
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

function isIn(c: Draft['case'], about: string, what?: FourEyes): void {
  if (!(what === 'export' ? c.clusters : [...c.personas, ...c.matches]).includes(about))
    throw badUsage(`"${about}" is not part of the case.`)
}
