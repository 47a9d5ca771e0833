import { z } from 'zod'
import { accounts, invite, reset, setOpen, setRoles, signOut, type LinkMade } from '../../../../engine/people/accounts.ts'
import { setProvider, shownProvider } from '../../../../engine/people/provider.ts'
import { route } from '../../route.ts'
import { instant } from '../shapes.ts'
import { email, peopleOf, personName, role, roles, secret } from './shapes.ts'

const params = z.object({ account: z.string().max(40) })
const account = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  roles: z.array(role),
  state: z.enum(['invited', 'active', 'closed']),
  created: instant,
  has: z.object({ password: z.boolean(), app: z.boolean(), provider: z.boolean(), passkeys: z.number().int() }),
})
/** A link is told once, to whoever made it; they hand it over. */
const link = z.object({ account: z.string(), link: z.string(), expires: instant })
const linkOf = (origin: string, { account: id, token, expires }: LinkMade): z.infer<typeof link> => ({
  account: id,
  link: `${origin}/enter#${token}`,
  expires,
})

const list = route({
  method: 'GET',
  path: '/api/accounts',
  says: 'Everybody who may sign in, with what, and as what.',
  may: 'people:manage',
  reply: z.object({ items: z.array(account) }),
  async handle({ deps, caller }) {
    return { items: (await accounts(deps, caller)).map((one) => ({ ...one, roles: [...one.roles] })) }
  },
})

const add = route({
  method: 'POST',
  path: '/api/accounts',
  says: 'Invites somebody: an account and a link that lets its holder in once. Again for somebody who has not come: a new link.',
  may: 'people:manage',
  once: false,
  body: z.strictObject({ email, name: personName, roles }),
  example: { email: 'ada@example.com', name: 'Ada', roles: ['recruiter'] },
  reply: link,
  status: 201,
  async handle({ deps, caller, parts }, { body }) {
    return linkOf(parts.reach.origin, await invite(deps, caller, body))
  },
})

const putRoles = route({
  method: 'PUT',
  path: '/api/accounts/:account/roles',
  says: 'The roles somebody else has from now on; their sessions end.',
  may: 'people:manage',
  params,
  body: z.strictObject({ roles }),
  example: { roles: ['recruiter'] },
  async handle({ deps, caller }, { params: { account: id }, body }) {
    await setRoles(deps, caller, id, body.roles)
  },
})

const putOpen = route({
  method: 'PUT',
  path: '/api/accounts/:account/open',
  says: 'Closes somebody else’s account, or opens a closed one. Accounts are never removed, because acts name them.',
  may: 'people:manage',
  params,
  body: z.strictObject({ open: z.boolean() }),
  example: { open: true },
  async handle({ deps, caller }, { params: { account: id }, body }) {
    await setOpen(deps, caller, id, body.open)
  },
})

const letIn = route({
  method: 'POST',
  path: '/api/accounts/:account/reset',
  says: 'A link for somebody who lost what they sign in with: their sessions end now, and what they had is replaced when it is used.',
  may: 'people:manage',
  once: false,
  params,
  reply: link,
  status: 201,
  async handle({ deps, caller, parts }, { params: { account: id } }) {
    return linkOf(parts.reach.origin, await reset(deps, caller, id))
  },
})

const endSessions = route({
  method: 'DELETE',
  path: '/api/accounts/:account/sessions',
  says: 'Signs somebody out everywhere, at once.',
  may: 'people:manage',
  params,
  reply: z.object({ ended: z.number().int() }),
  async handle({ deps, caller }, { params: { account: id } }) {
    return { ended: await signOut(deps, caller, id) }
  },
})

const providerShape = {
  issuer: z.url().max(500),
  clientId: z.string().min(1).max(200),
  /** The organisation vouches that its provider asks everybody for two factors. */
  asksTwoFactors: z.boolean().default(false),
  /** Roles of whom the provider knows and nobody invited. Absent: they are turned away. */
  provision: roles.optional(),
}

const showProvider = route({
  method: 'GET',
  path: '/api/provider',
  says: 'The organisation’s own sign-in (OpenID Connect), without its secret.',
  may: 'people:manage',
  reply: z.object(providerShape),
  async handle(context) {
    const { provision, ...rest } = await shownProvider(peopleOf(context), context.caller)
    return { ...rest, provision: provision === undefined ? undefined : [...provision] }
  },
})

const putProvider = route({
  method: 'PUT',
  path: '/api/provider',
  says: 'Sets the organisation’s own sign-in. Its redirect address is `/sign-in/return` here.',
  may: 'people:manage',
  body: z.strictObject({ ...providerShape, secret }),
  example: { issuer: 'https://id.example.com', clientId: 'bonafide', secret: 'of the client', asksTwoFactors: true },
  async handle(context, { body }) {
    await setProvider(peopleOf(context), context.caller, { ...body, provision: body.provision })
  },
})

const dropProvider = route({
  method: 'DELETE',
  path: '/api/provider',
  says: 'Takes the organisation’s own sign-in away. Whoever came through it needs a link.',
  may: 'people:manage',
  async handle(context) {
    await setProvider(peopleOf(context), context.caller, undefined)
  },
})

export const accountRoutes = [list, add, putRoles, putOpen, letIn, endSessions, showProvider, putProvider, dropProvider] as const
