import { z } from 'zod'
import { colleagues } from '../../../../engine/people/colleagues.ts'
import { route } from '../../route.ts'
import { role } from './shapes.ts'

const list = route({
  method: 'GET',
  path: '/api/colleagues',
  says: 'Who works here: the names that belong to the ids in cases, and whom work can be given to.',
  may: 'case:read',
  reply: z.object({ items: z.array(z.object({ account: z.string(), name: z.string(), roles: z.array(role), here: z.boolean() })) }),
  async handle({ deps, caller }) {
    return { items: (await colleagues(deps, caller)).map((one) => ({ ...one, roles: [...one.roles] })) }
  },
})

export const colleagueRoutes = [list] as const
