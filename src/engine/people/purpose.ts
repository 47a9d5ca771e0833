import { badUsage, needsPurpose, notFound } from '../../model/errors.ts'
import type { Room } from '../../model/finding.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import { refuseWording } from '../../model/wording.ts'
import { newId } from '../id.ts'
import type { Deps, Tx } from '../ports.ts'
import { hourOf, LOOKS_BACK_DAYS, usualFor } from './browsing.ts'
import { demand, type Caller } from './caller.ts'
import { after, DAY, HOUR } from './instants.ts'
import type { AccessGrant, Purpose } from './ports.ts'
import { stillIn } from './sessions.ts'

/** A day's work on one candidate. */
const GRANT = 8 * HOUR
const LEAST_REASON = 3
const LONGEST_REASON = 500

/**
 * The room of a purpose that is open, about this persona, and the caller's to know of; else undefined. Told by whoever keeps purposes of
 * this kind.
 */
export type Covers = (tx: Tx, caller: Caller, about: { readonly id: string; readonly persona: PersonaId }) => Promise<Room | undefined>

/** An opening covers whoever applied for it. */
export const requisitionCovers: Covers = async (tx, _, { id, persona }) =>
  (await tx.requisition(id)) !== undefined && (await tx.persona(persona))?.requisition === id ? 'identity' : undefined

/**
 * What a row of the log says of the purpose. Of a case that may be one of the sanctions room, only that room reads the row: else its log
 * told everybody that there is such a case.
 */
export const purposeInLog = (
  caller: Caller,
  { kind, id, grant }: Pick<AccessGrant, 'kind' | 'id' | 'grant'>,
): Readonly<Record<string, string>> => ({
  purpose: kind,
  id,
  grant,
  ...(kind === 'case' && caller.may.has('screening:read') ? { room: 'sanctions' } : {}),
})

type PurposeDeps = Pick<Deps, 'store' | 'clock' | 'chance'>

/**
 * Says what a dossier is opened for; good for eight hours, for this person and this dossier. A purpose that is not about the
 * candidate, not there, or not the caller's to know of is the same `not-found`.
 */
export async function openPurpose(
  deps: PurposeDeps,
  caller: Caller,
  asked: {
    readonly persona: PersonaId
    readonly purpose: Purpose
    readonly reason: string
    readonly covers: Readonly<Record<Purpose['kind'], Covers>>
  },
): Promise<AccessGrant> {
  demand(caller, 'persona:read')
  const reason = checkedReason(asked.reason)
  const { persona, purpose } = asked
  return deps.store.tx(caller.tenant, async (tx) => {
    await stillIn(tx, caller)
    if ((await tx.persona(persona)) === undefined) throw notFound('persona', persona)
    if ((await asked.covers[purpose.kind](tx, caller, { id: purpose.id, persona })) === undefined) throw notFound(purpose.kind, purpose.id)
    const now = deps.clock.now()
    const grant: AccessGrant = {
      ...purpose,
      grant: newId(deps.chance, 'g'),
      account: caller.id,
      persona,
      reason,
      at: now,
      expires: after(now, GRANT),
    }
    await tx.addAccessGrant(grant)
    const detail = { ...purposeInLog(caller, grant), reasonLength: reason.length, until: grant.expires }
    await tx.appendAudit({ actor: caller.id, action: 'purpose-stated', subject: persona, detail }, now)
    return grant
  })
}

export function checkedReason(text: string): string {
  const reason = text.trim()
  if (reason.length < LEAST_REASON) throw badUsage('Say why, so that another person can follow it.')
  if (reason.length > LONGEST_REASON) throw badUsage(`The reason has ${reason.length} characters; at most ${LONGEST_REASON} are kept.`)
  refuseWording(reason, 'note', '/reason')
  return reason
}

/**
 * Opens the dossier inside the transaction that reads it: the purpose stands, and the look is written down, once an hour. Throws
 * `not-found`, then `needs-purpose`. Tells the log, and whoever oversees, where somebody opens more than is usual for them.
 */
export async function enterDossier(tx: Tx, caller: Caller, persona: PersonaId, now: Instant): Promise<AccessGrant> {
  demand(caller, 'persona:read')
  const [known, [grant]] = await Promise.all([tx.persona(persona), tx.accessGrants(caller.id, persona, now)])
  if (known === undefined) throw notFound('persona', persona)
  if (grant === undefined) throw needsPurpose()
  const hour = hourOf(now)
  if (await tx.addDossierView(caller.id, persona, hour)) {
    await tx.appendAudit({ actor: caller.id, action: 'dossier-opened', subject: persona, detail: purposeInLog(caller, grant) }, now)
    await watchBrowsing(tx, caller, hour, now)
  }
  return grant
}

async function watchBrowsing(tx: Tx, caller: Caller, hour: Instant, now: Instant): Promise<void> {
  const views = await tx.dossierViews(caller.id, after(hour, -LOOKS_BACK_DAYS * DAY))
  const dossiers = views.find((view) => view.hour === hour)?.dossiers ?? 0
  const usual = usualFor(views.filter((view) => view.hour < hour).map((view) => view.dossiers))
  if (dossiers <= usual) return
  if (!(await tx.addBrowsingEvent({ account: caller.id, hour, dossiers, usual, at: now }))) return
  await tx.appendAudit({ actor: caller.id, action: 'unusual-browsing', subject: caller.id, detail: { hour, dossiers, usual } }, now)
}
