import { DISPOSITIONS, type DispositionKind } from '../../model/disposition.ts'
import { samePerson } from '../../model/case-rules.ts'
import { badUsage, conflict, notFound } from '../../model/errors.ts'
import type { PersonaId } from '../../model/statement.ts'
import { digest } from '../../compute/digest.ts'
import { demand, type Caller } from '../people/caller.ts'
import type { Deps, Tx } from '../ports.ts'
import type { MadeDecision, Period } from './ports.ts'

/** One in twenty. */
const ONE_IN = 20

/** A decision that somebody else looks at without seeing it. */
export interface Blind {
  readonly case: string
  readonly decided: number
  readonly persona: PersonaId
}

/** By a secret of the tenant: whoever decides cannot know which of their decisions will be looked at. */
export const isSampled = (salt: string, { case: of, decided }: Pick<MadeDecision, 'case' | 'decided'>): boolean =>
  Number.parseInt(digest([salt, 'second look', of, decided].join(' ')).slice(0, 8), 16) % ONE_IN === 0

/** What waits for a second look that this person may take: nothing they had a part in. */
export async function blindWaiting(deps: Pick<Deps, 'store'>, caller: Caller, period: Period): Promise<readonly Blind[]> {
  demand(caller, 'appeal:decide')
  return deps.store.tx(caller.tenant, async (tx) =>
    (await openFor(tx, caller, period)).map(({ case: of, decided, record }) => ({ case: of, decided, persona: record.persona })),
  )
}

async function openFor(tx: Tx, caller: Caller, period: Period): Promise<readonly MadeDecision[]> {
  const salt = await tx.tombstoneSalt()
  const looked = new Set((await tx.secondLooks(period)).map((l) => `${l.case} ${l.decided}`))
  return (await tx.decisionsMade(period)).filter(
    (made) =>
      isSampled(salt, made) &&
      !looked.has(`${made.case} ${made.decided}`) &&
      (made.members === undefined || made.members.includes(caller.id)) &&
      ![made.by, made.second].some((who) => who !== undefined && samePerson(who, caller.id)),
  )
}

/** Says what one would have decided. It changes nothing but the figure of how often two agree. */
export async function lookBlind(
  deps: Pick<Deps, 'store' | 'clock'>,
  caller: Caller,
  look: { readonly case: string; readonly decided: number; readonly kind: string; readonly period: Period },
): Promise<void> {
  demand(caller, 'appeal:decide')
  const kind = DISPOSITIONS.find((d): d is DispositionKind => d === look.kind)
  if (kind === undefined) throw badUsage(`"${look.kind}" is no decision. Decisions: ${DISPOSITIONS.join(', ')}.`)
  await deps.store.tx(caller.tenant, async (tx) => {
    const made = (await openFor(tx, caller, look.period)).find((m) => m.case === look.case && m.decided === look.decided)
    if (made === undefined) throw notFound('second look', `${look.case}/${look.decided}`)
    const now = deps.clock.now()
    const row = { case: made.case, decided: made.decided, persona: made.record.persona, kind, by: caller.id, at: now }
    if (!(await tx.addSecondLook(row))) throw conflict('Somebody has looked at it already.')
    await tx.appendAudit({ actor: caller.id, action: 'second-look', subject: made.case, detail: { decided: made.decided } }, now)
  })
}

/** Notes that this application is known to be in order, so that it is seen what becomes of such. Nobody who decides is told. */
export async function plantClean(deps: Pick<Deps, 'store' | 'clock'>, caller: Caller, persona: PersonaId): Promise<void> {
  demand(caller, 'settings:manage')
  await deps.store.tx(caller.tenant, async (tx) => {
    if ((await tx.persona(persona)) === undefined) throw notFound('persona', persona)
    const now = deps.clock.now()
    await tx.addPlanted(persona, caller.id, now)
    // Without the persona: who decides may read the log.
    await tx.appendAudit({ actor: caller.id, action: 'clean-planted', subject: 'oversight', detail: {} }, now)
  })
}
