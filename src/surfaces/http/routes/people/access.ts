import { z } from 'zod'
import { MASK_GROUPS, type MaskGroup } from '../../../../engine/people/masking.ts'
import { PURPOSES } from '../../../../engine/people/ports.ts'
import { openPurpose } from '../../../../engine/people/purpose.ts'
import { unmask } from '../../../../engine/people/unmask.ts'
import { route } from '../../route.ts'
import { instant, personaParams } from '../shapes.ts'

const why = z.string().min(3).max(500)
const group = z.enum(MASK_GROUPS as [MaskGroup, ...MaskGroup[]])

const state = route({
  method: 'POST',
  path: '/api/personas/:persona/purposes',
  says: 'Says what a candidate’s dossier is opened for: an opening they applied for, or a case about them, and why. Good for a working day.',
  may: 'persona:read',
  params: personaParams,
  body: z.strictObject({ kind: z.enum(PURPOSES), id: z.string().min(1).max(100), reason: why }),
  example: { kind: 'requisition', id: 'platform-engineer', reason: 'prepare the interview on Monday' },
  reply: z.object({ purpose: z.string(), expires: instant }),
  status: 201,
  async handle({ deps, caller, parts }, { params: { persona }, body: { reason, ...purpose } }) {
    const { grant, expires } = await openPurpose(deps, caller, { persona, purpose, reason, covers: parts.covers })
    return { purpose: grant, expires }
  },
})

const show = route({
  method: 'POST',
  path: '/api/personas/:persona/unmask',
  says: 'Shows masked fields of this dossier to the caller for a quarter of an hour. Written down, with who and which.',
  may: 'persona:unmask',
  purpose: true,
  params: personaParams,
  body: z.strictObject({ fields: z.array(group).min(1).max(MASK_GROUPS.length), reason: why }),
  example: { fields: ['payout'], reason: 'compare with the payroll' },
  reply: z.object({ fields: z.array(z.string()), expires: instant }),
  status: 201,
  async handle({ deps, caller }, { params, body }) {
    const { fields, expires } = await unmask(deps, caller, { ...params, ...body })
    return { fields: [...fields], expires }
  },
})

const browsing = route({
  method: 'GET',
  path: '/api/oversight/browsing',
  says: 'Who opened more dossiers in an hour than is usual for them, newest first. It stops nobody; ask them.',
  may: 'oversight:read',
  query: z.object({ since: instant.optional() }),
  reply: z.object({
    items: z.array(z.object({ account: z.string(), hour: instant, dossiers: z.number().int(), usual: z.number().int(), at: instant })),
  }),
  async handle({ deps, caller }, { query }) {
    return { items: [...(await deps.store.tx(caller.tenant, (tx) => tx.browsingEvents(query.since ?? '')))] }
  },
})

export const accessRoutes = [state, show, browsing] as const
