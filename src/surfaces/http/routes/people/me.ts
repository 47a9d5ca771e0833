import { z } from 'zod'
import { ownAccount } from '../../../../engine/people/accounts.ts'
import { changePassword } from '../../../../engine/people/password-sign-in.ts'
import { endSessions, needsPasskey, sessionsOf } from '../../../../engine/people/sessions.ts'
import { route } from '../../route.ts'
import { instant } from '../shapes.ts'
import { fromOf, password, peopleOf, permission, role } from './shapes.ts'

const by = z.enum(['password', 'passkey', 'oidc', 'key'])

const me = route({
  method: 'GET',
  path: '/api/me',
  says: 'Who one is here, and what one may do now. `needsPasskey`: a role asks for one, and until it is enrolled or used nothing else may be done.',
  may: 'signed-in',
  reply: z.object({
    account: z.string(),
    email: z.string(),
    name: z.string(),
    roles: z.array(role),
    may: z.array(permission),
    by,
    freshUntil: instant.optional(),
    needsPasskey: z.boolean(),
  }),
  async handle({ deps, caller }) {
    const { id, email, name, roles } = await ownAccount(deps, caller)
    const { may, freshUntil } = caller
    const held = needsPasskey(roles) && caller.by !== 'passkey' && caller.by !== 'key'
    return { account: id, email, name, roles: [...roles], may: [...may].sort(), by: caller.by, freshUntil, needsPasskey: held }
  },
})

const signOut = route({
  method: 'POST',
  path: '/api/me/sign-out',
  says: 'Ends this session.',
  may: 'signed-in',
  async handle(context) {
    if (context.caller.session !== undefined) await endSessions(context.deps, context.caller, { only: context.caller.session })
    context.endSession()
  },
})

const sessions = route({
  method: 'GET',
  path: '/api/me/sessions',
  says: 'Where one is signed in, newest first.',
  may: 'signed-in',
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        by: z.enum(['password', 'passkey', 'oidc']),
        created: instant,
        seen: instant,
        expires: instant,
        device: z.string().optional(),
        current: z.boolean(),
      }),
    ),
  }),
  async handle({ deps, caller }) {
    return { items: [...(await sessionsOf(deps, caller))] }
  },
})

const endOne = route({
  method: 'DELETE',
  path: '/api/me/sessions/:session',
  says: 'Ends one of one’s own sessions.',
  may: 'signed-in',
  params: z.object({ session: z.string().max(40) }),
  async handle({ deps, caller }, { params }) {
    await endSessions(deps, caller, { only: params.session })
  },
})

const endOthers = route({
  method: 'DELETE',
  path: '/api/me/sessions',
  says: 'Ends all of one’s own sessions but this.',
  may: 'signed-in',
  reply: z.object({ ended: z.number().int() }),
  async handle({ deps, caller }) {
    return { ended: await endSessions(deps, caller, 'others') }
  },
})

const newPassword = route({
  method: 'POST',
  path: '/api/me/password',
  says: 'A new password in place of the current one; all other sessions end.',
  may: 'signed-in',
  once: false,
  perMinute: 30,
  body: z.strictObject({ current: password, next: password }),
  example: { current: 'walrus teapot ladder', next: 'violet anchor biscuit' },
  async handle(context, { body }) {
    await changePassword(peopleOf(context), context.caller, fromOf(context), body)
  },
})

export const meRoutes = [me, signOut, sessions, endOne, endOthers, newPassword] as const
