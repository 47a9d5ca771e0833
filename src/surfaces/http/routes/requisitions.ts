import { z } from 'zod'
import { onRequisition, putRequisition } from '../../../engine/requisition.ts'
import { notFound } from '../../../model/errors.ts'
import type { Requisition } from '../../../model/persona.ts'
import { ROLES } from '../../../model/statement.ts'
import { route } from '../route.ts'
import { reason } from './shapes.ts'

const content = {
  title: z.string().min(1).max(200),
  /** Documents that every candidate is asked for. */
  documents: z.array(z.enum(ROLES)).max(ROLES.length).default(['resume']),
  /** Asked of every candidate, in these words. */
  questions: z.array(z.string().min(3).max(1_000)).max(50).default([]),
}
const requisition = z.object({ id: z.string(), ...content }).meta({ id: 'Requisition' })
const params = z.object({ requisition: z.string().regex(/^[\w.-]{1,100}$/) })
const shown = ({ id, title, documents, questions }: Requisition) => ({ id, title, documents: [...documents], questions: [...questions] })

const list = route({
  method: 'GET',
  path: '/api/requisitions',
  says: 'Openings: what every candidate of one is asked for.',
  may: 'persona:read',
  reply: z.object({ items: z.array(requisition) }),
  async handle({ deps, caller }) {
    return { items: (await deps.store.tx(caller.tenant, (tx) => tx.requisitions())).map(shown) }
  },
})

const show = route({
  method: 'GET',
  path: '/api/requisitions/:requisition',
  says: 'An opening, who applied for it, and what is still to be asked for.',
  may: 'persona:read',
  params,
  reply: requisition.extend({
    candidates: z.array(z.object({ persona: z.string(), status: z.enum(['open', 'withdrawn']), lacking: z.array(z.enum(ROLES)) })),
  }),
  handle: ({ deps, caller }, { params: { requisition: id } }) =>
    deps.store.tx(caller.tenant, async (tx) => {
      const found = await tx.requisition(id)
      if (found === undefined) throw notFound('requisition', id)
      return { ...shown(found), candidates: (await onRequisition(tx, id)).map((one) => ({ ...one, lacking: [...one.lacking] })) }
    }),
})

const put = route({
  method: 'PUT',
  path: '/api/requisitions/:requisition',
  says: 'Adds or changes an opening. One that has candidates already is changed for a reason only: some were asked for other things.',
  may: 'requisition:manage',
  params,
  body: z.strictObject({ ...content, reason: reason.optional() }),
  example: { title: 'Platform engineer', documents: ['resume', 'profile'], questions: ['Which part of it did you write yourself?'] },
  reply: requisition,
  async handle({ deps, caller }, { params: { requisition: id }, body: { reason: why, ...opening } }) {
    await putRequisition(deps, caller, { opening: { id, ...opening }, reason: why })
    return { id, ...opening }
  },
})

export const requisitionRoutes = [list, show, put] as const
