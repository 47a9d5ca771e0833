import { z } from 'zod'
import { anotherWay, anotherWaysWaiting, answerAnotherWay } from '../../../engine/contest/another-way.ts'
import type { AnotherWay } from '../../../model/contest.ts'
import { cursorOf, cut, pageOf, paging } from '../page.ts'
import { route } from '../route.ts'
import { instant } from './shapes.ts'

/** For whoever handles these, and for nobody who reviews. */

const way = z
  .object({
    way: z.string(),
    persona: z.string(),
    ask: z.string(),
    wish: z.string(),
    at: instant,
    answered: z.object({ by: z.string(), at: instant, says: z.string() }).optional(),
  })
  .meta({ id: 'OtherWay' })
const wayOf = ({ id, ...rest }: AnotherWay): z.infer<typeof way> => ({ way: id, ...rest })
const params = z.object({ way: z.string().max(40) })
const place = cursorOf(z.object({ at: instant, id: z.string().max(40) }))

const list = route({
  method: 'GET',
  path: '/api/other-ways',
  says: 'What candidates asked to have done another way and nobody has answered, oldest first.',
  may: 'accommodation:handle',
  query: z.object(paging),
  reply: pageOf(way),
  async handle({ deps, caller }, { query: { after, limit } }) {
    const rows = await anotherWaysWaiting(deps, caller, { after: place.read(after), limit: limit + 1 })
    return cut(rows, limit, wayOf, ({ at, id }) => place.write({ at, id }))
  },
})

const one = route({
  method: 'GET',
  path: '/api/other-ways/:way',
  says: 'One of them, answered or not.',
  may: 'accommodation:handle',
  params,
  reply: way,
  handle: async ({ deps, caller }, { params: { way: id } }) => wayOf(await anotherWay(deps, caller, id)),
})

const answer = route({
  method: 'POST',
  path: '/api/other-ways/:way/answer',
  says: 'Writes down what was agreed with the candidate. It changes no score.',
  may: 'accommodation:handle',
  params,
  body: z.object({ says: z.string().min(2).max(5_000) }),
  example: { says: 'We meet on Tuesday instead.' },
  reply: way,
  handle: async ({ deps, caller }, { params: { way: id }, body }) => wayOf(await answerAnotherWay(deps, caller, { id, says: body.says })),
})

export const otherWayRoutes = [list, one, answer] as const
