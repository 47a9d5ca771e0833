import { badUsage } from '../../model/errors.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import { newId } from '../id.ts'
import type { Deps, Tx } from '../ports.ts'
import { demand, type Caller } from './caller.ts'
import { after, MINUTE } from './instants.ts'
import { MASK_GROUPS, seesUnasked, type MaskGroup } from './masking.ts'
import type { Unmasking } from './ports.ts'
import { checkedReason, enterDossier, purposeInLog } from './purpose.ts'
import { stillIn } from './sessions.ts'

/** Time to read a number and compare it. */
const LASTS = 15 * MINUTE

/** Asks to see masked fields of one dossier. Written down with who, which and until when; the reason stays in the record, not in the log. */
export async function unmask(
  deps: Pick<Deps, 'store' | 'clock' | 'chance'>,
  caller: Caller,
  asked: { readonly persona: PersonaId; readonly fields: readonly MaskGroup[]; readonly reason: string },
): Promise<Unmasking> {
  demand(caller, 'persona:unmask')
  const fields = MASK_GROUPS.filter((group) => asked.fields.includes(group))
  if (fields.length === 0) throw badUsage(`Say which fields: ${MASK_GROUPS.join(', ')}.`)
  const reason = checkedReason(asked.reason)
  const { persona } = asked
  return deps.store.tx(caller.tenant, async (tx) => {
    await stillIn(tx, caller)
    const now = deps.clock.now()
    const grant = await enterDossier(tx, caller, persona, now)
    const unmasking: Unmasking = {
      id: newId(deps.chance, 'un'),
      account: caller.id,
      persona,
      fields,
      reason,
      at: now,
      expires: after(now, LASTS),
    }
    await tx.addUnmasking(unmasking)
    const detail = { fields, ...purposeInLog(caller, grant), reasonLength: reason.length, until: unmasking.expires }
    await tx.appendAudit({ actor: caller.id, action: 'unmasked', subject: persona, detail }, now)
    return unmasking
  })
}

/** What this caller sees of this dossier now: what their role always sees, and what they asked for. */
export async function seenBy(tx: Tx, caller: Caller, persona: PersonaId, now: Instant): Promise<ReadonlySet<MaskGroup>> {
  const asked = caller.may.has('persona:unmask') ? await tx.unmaskings(caller.id, persona, now) : []
  const groups = asked.flatMap((row) => row.fields)
  return new Set([...seesUnasked(caller), ...MASK_GROUPS.filter((group) => groups.includes(group))])
}
