import type { Coming } from '../../model/case.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import type { TimerId } from '../../model/timers.ts'
import type { Actor } from '../access.ts'
import type { Tx } from '../ports.ts'
import { Draft, keep } from './change.ts'

/** The time limit that each thing that comes in sets going. */
export const TIMER_OF = {
  answer: 'look-after-answer',
  correction: 'appeal-decided',
  appeal: 'appeal-decided',
  'look-back': 'first-look',
} as const satisfies Readonly<Record<Coming, TimerId>>

/**
 * Something came in about a persona: an answer, a correction, an appeal. It goes into the newest case of the persona, closed or
 * not, which is opened by it; where there is none, into a new one. Returns the case’s id.
 */
export async function came(
  tx: Tx,
  actor: Actor,
  now: Instant,
  work: { readonly persona: PersonaId; readonly what: Exclude<Coming, 'look-back'>; readonly ref: string; readonly says: string },
): Promise<string> {
  const { persona, what, ref, says } = work
  await tx.lockCases()
  const known = (await tx.casesOfPersonas([persona])).at(-1)
  const draft = known === undefined ? await opened(tx, actor, now, work) : new Draft(known, actor.id, now)
  if (draft.case.status === 'closed') draft.add({ kind: 'reopened', reason: says })
  draft.add({ kind: 'came', what, ref, says, findings: [], personas: [] })
  draft.start(TIMER_OF[what])
  await keep(tx, actor, [draft], now)
  return draft.case.id
}

async function opened(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { persona, what, says }: { persona: PersonaId; what: Coming; says: string },
): Promise<Draft> {
  const [id = ''] = await tx.newCaseIds(1)
  const findings = (await tx.findings([persona])).filter((f) => f.room === 'identity').map((f) => f.id)
  return Draft.opened(
    id,
    {
      kind: 'opened',
      room: 'identity',
      because: what === 'answer' ? 'answer' : 'appeal',
      says,
      personas: [persona],
      findings,
      matches: [],
    },
    { by: actor.id, now },
  )
}
