import { z } from 'zod'
import { keysOf, makeKey, revokeKey, type ShownKey } from '../../../../engine/people/api-keys.ts'
import { route } from '../../route.ts'
import { instant } from '../shapes.ts'
import { permission } from './shapes.ts'

const key = z.object({
  id: z.string(),
  name: z.string(),
  account: z.string(),
  scopes: z.array(permission),
  created: instant,
  expires: instant,
  lastUsed: z.iso.date().optional(),
})
const shown = (one: ShownKey) => ({ ...one, scopes: [...one.scopes] })

const list = route({
  method: 'GET',
  path: '/api/keys',
  says: 'One’s own API keys; everybody’s for whoever manages people. The keys themselves are told once, when they are made.',
  may: 'signed-in',
  reply: z.object({ items: z.array(key) }),
  async handle({ deps, caller }) {
    return { items: (await keysOf(deps, caller)).map(shown) }
  },
})

const make = route({
  method: 'POST',
  path: '/api/keys',
  says: 'Makes an API key that may at most what its maker may. It is told this once; send it as `Authorization: Bearer …`.',
  may: 'signed-in',
  once: false,
  body: z.strictObject({
    name: z.string().min(1).max(80),
    scopes: z.array(permission).min(1).max(50),
    days: z.number().int().min(1).max(366),
  }),
  example: { name: 'applicants of the careers page', scopes: ['persona:submit'], days: 90 },
  reply: key.extend({ token: z.string() }),
  status: 201,
  async handle({ deps, caller }, { body }) {
    const made = await makeKey(deps, caller, body)
    return { ...shown(made), token: made.token }
  },
})

const revoke = route({
  method: 'DELETE',
  path: '/api/keys/:key',
  says: 'Takes a key back, at once.',
  may: 'signed-in',
  params: z.object({ key: z.string().max(40) }),
  async handle({ deps, caller }, { params }) {
    await revokeKey(deps, caller, params.key)
  },
})

export const keyRoutes = [list, make, revoke] as const
