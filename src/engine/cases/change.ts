import type { Case, CaseAct, CaseEvent, CaseId } from '../../model/case.ts'
import { afterAct, openedCase } from '../../model/case-fold.ts'
import { refusal } from '../../model/case-rules.ts'
import { conflict } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'
import { dueBy, TIMERS, type TimerId } from '../../model/timers.ts'
import type { Actor } from '../access.ts'
import type { Caller } from '../people/caller.ts'
import { stillIn } from '../people/sessions.ts'
import type { Deps, Tx } from '../ports.ts'
import { caseFor, type Doing } from './rooms.ts'

export type Needs = Pick<Deps, 'store' | 'clock'>
export type Act = Exclude<CaseAct, { kind: 'opened' }>
type Written = CaseEvent & { readonly case: CaseId }

/** Acts that are no look at the case: they only say who is to look, and when. */
const NO_LOOK: ReadonlySet<Act['kind']> = new Set(['assigned', 'snoozed', 'came', 'due-set'])

/** A case and its acts so far in this transaction; each further act is checked and told what it makes of the case. */
export class Draft {
  private written: readonly Written[] = []
  private readonly now: Instant
  private readonly by: string
  private current: Case

  constructor(current: Case, by: string, now: Instant) {
    this.current = current
    this.by = by
    this.now = now
  }

  static opened(id: CaseId, act: Extract<CaseAct, { kind: 'opened' }>, { by, now }: { by: string; now: Instant }): Draft {
    const first = { ...act, case: id, seq: 1, by, at: now }
    const draft = new Draft(openedCase(id, first), by, now)
    draft.written = [first]
    return draft.start('first-look')
  }

  get case(): Case {
    return this.current
  }

  get acts(): readonly Written[] {
    return this.written
  }

  /** Throws `conflict` when the case does not allow it. Returns its number. */
  add(act: Act): number {
    const no = refusal(this.current, act, { by: this.by, at: this.now })
    if (no !== undefined) throw conflict(no)
    const event: Written = { ...act, case: this.current.id, seq: this.current.acts + 1, by: this.by, at: this.now }
    this.current = afterAct(this.current, event)
    this.written = [...this.written, event]
    if (!NO_LOOK.has(act.kind)) this.meet('first-look')
    return event.seq
  }

  /** Sets the time limit going now. */
  start(timer: TimerId): this {
    this.add({ kind: 'due-set', timer, due: dueBy(TIMERS[timer], this.now) })
    return this
  }

  /** Says that what the limit was for is done, where it is open. */
  meet(timer: string): void {
    const open = this.current.status === 'open' && this.current.dues.some((d) => d.timer === timer && !d.met)
    if (open) this.add({ kind: 'due-met', timer })
  }
}

/** Writes drafts down, with a row of the log for each case. Of the sanctions room the log's readers outside it see nothing. */
export async function keep(tx: Tx, actor: Actor, drafts: readonly Draft[], now: Instant): Promise<void> {
  await tx.putCases(
    drafts.map((d) => d.case),
    drafts.flatMap((d) => d.acts),
  )
  for (const { case: c, acts } of drafts)
    await tx.appendAudit(
      {
        actor: actor.id,
        action: `case-${acts[0]?.kind ?? 'kept'}`,
        subject: c.id,
        detail: {
          acts: acts.map((act) => act.seq),
          kinds: acts.map((act) => act.kind),
          ...(c.room === 'sanctions' ? { room: c.room } : {}),
        },
      },
      now,
    )
}

/** One transaction on one case: finds it for a caller who is still signed in, lets the work add acts, writes them down. */
export async function changeCase<T>(
  deps: Needs,
  caller: Caller,
  on: { readonly case: CaseId; readonly doing: Doing },
  work: (draft: Draft, tx: Tx, now: Instant) => Promise<T>,
): Promise<{ readonly case: Case; readonly result: T }> {
  const now = deps.clock.now()
  return deps.store.tx(caller.tenant, async (tx) => {
    await stillIn(tx, caller)
    await tx.stayOfCase(on.case)
    const draft = new Draft(await caseFor(tx, caller, on.case, on.doing), caller.id, now)
    const result = await work(draft, tx, now)
    if (draft.acts.length > 0) await keep(tx, caller, [draft], now)
    return { case: draft.case, result }
  })
}
