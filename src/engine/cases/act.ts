import type { Case, CaseEvent, CaseId, EvidenceKind, Linkable } from '../../model/case.ts'
import { badUsage, notFound } from '../../model/errors.ts'
import type { Room } from '../../model/finding.ts'
import type { Instant } from '../../model/statement.ts'
import { dueBy, timerNamed } from '../../model/timers.ts'
import { refuseWording } from '../../model/wording.ts'
import { checkReason } from '../reason.ts'
import type { Caller } from '../people/caller.ts'
import type { Tx } from '../ports.ts'
import { TIMER_OF } from './came.ts'
import { changeCase, type Act, type Needs } from './change.ts'
import { caseFor, roomsOf, sees, type Doing } from './rooms.ts'

/** What a person does on a case in one step. Decisions and approvals have functions of their own. */
export type PlainAct = Extract<
  Act,
  {
    kind:
      | 'assigned'
      | 'snoozed'
      | 'noted'
      | 'task-added'
      | 'task-done'
      | 'linked'
      | 'unlinked'
      | 'due-met'
      | 'seen'
      | 'quieted'
      | 'unquieted'
      | 'member-added'
      | 'attended'
      | 'withdrawn'
      | 'closed'
      | 'reopened'
  }
>

const doingOf = (act: PlainAct): Doing => (act.kind === 'seen' ? 'read' : 'work')

/** Does it. Throws not-found, forbidden, conflict (the case does not allow it), or refused words. */
export async function act(deps: Needs, caller: Caller, work: { case: CaseId; act: PlainAct }): Promise<Case> {
  const { case: after } = await changeCase(deps, caller, { case: work.case, doing: doingOf(work.act) }, async (draft, tx) => {
    const said = clean(work.act, draft.case.room)
    if (said.kind === 'linked') await mustBeThere(tx, draft.case.room, said)
    if (said.kind === 'seen') await mustBeThere(tx, draft.case.room, { what: said.what, id: said.evidence })
    const came = said.kind === 'attended' ? draft.case.waiting.find((w) => w.came === said.came) : undefined
    draft.add(said)
    if (came !== undefined) draft.meet(TIMER_OF[came.what])
  })
  return after
}

/** Sets a time limit of the register going, from now or from when its event was. */
export async function startTimer(deps: Needs, caller: Caller, work: { case: CaseId; timer: string; from?: Instant }): Promise<Case> {
  const timer = timerNamed(work.timer)
  const { case: after } = await changeCase(deps, caller, { case: work.case, doing: 'work' }, async (draft, _, now) =>
    draft.add({ kind: 'due-set', timer: work.timer, due: dueBy(timer, work.from ?? now) }),
  )
  return after
}

/** A case with its acts, oldest first. */
export async function showCase(
  deps: Needs,
  caller: Caller,
  id: CaseId,
): Promise<{ readonly case: Case; readonly events: readonly CaseEvent[] }> {
  return deps.store.tx(caller.tenant, async (tx) => ({ case: await caseFor(tx, caller, id, 'read'), events: await tx.caseEvents(id) }))
}

/** Cases that the caller sees, newest first. */
export async function listCases(
  deps: Needs,
  caller: Caller,
  page: {
    readonly status?: 'open' | 'closed'
    readonly persona?: string
    readonly changedAfter?: Instant
    readonly after?: { opened: Instant; id: CaseId }
    readonly limit: number
  },
): Promise<readonly Case[]> {
  const rooms = roomsOf(caller, 'read')
  const found = rooms.length === 0 ? [] : await deps.store.tx(caller.tenant, (tx) => tx.cases({ ...page, rooms, who: caller.id }))
  return found.filter((c) => sees(caller, c))
}

const LONGEST_TEXT = 5_000

function clean(said: PlainAct, room: Room): PlainAct {
  switch (said.kind) {
    case 'noted':
    case 'task-added':
      return { ...said, text: linted(said.text, room) }
    case 'unquieted':
    case 'attended':
    case 'withdrawn':
    case 'closed':
    case 'reopened':
      return { ...said, reason: reasonIn(room, said.reason) }
    default:
      return said
  }
}

/** What a person writes. The sanctions room compares births and papers by law, so its words are not those of the hiring side (0017). */
export function linted(text: string, room: Room): string {
  const said = text.trim()
  if (said.length < 2) throw badUsage('Write something.')
  if (said.length > LONGEST_TEXT) throw badUsage(`That has ${said.length} characters; at most ${LONGEST_TEXT} are kept.`)
  if (room === 'identity') refuseWording(said, 'note', '/text')
  return said
}

/** Why somebody does something in a case of this room, in the words that are allowed there. */
export const reasonIn = (room: Room, reason: string): string => (room === 'identity' ? checkReason(reason) : linted(reason, room))

/** What is not there, and what belongs to the other room, are the same answer. */
export async function mustBeThere(tx: Tx, room: Room, { what, id }: { what: Linkable | EvidenceKind; id: string }): Promise<void> {
  const there = {
    persona: async () => (await tx.persona(id)) !== undefined,
    cluster: async () => (await tx.clusters([id])).length > 0,
    finding: async () => (await tx.finding(id))?.room === room,
    match: async () => room === 'sanctions' && (await tx.matches({ begin: id })).some((m) => m.id === id),
    statement: async () => (await tx.statements([id])).length > 0,
    artifact: async () => (await tx.artifacts([id])).length > 0,
  }
  if (!(await there[what]())) throw notFound(what, id)
}
