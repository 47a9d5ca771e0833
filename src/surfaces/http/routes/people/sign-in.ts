import { z } from 'zod'
import { enter, seeLink } from '../../../../engine/people/enter.ts'
import { askPasskey, signInByPasskey } from '../../../../engine/people/passkeys.ts'
import { signInByPassword } from '../../../../engine/people/password-sign-in.ts'
import { beginAtProvider, finishAtProvider } from '../../../../engine/people/provider.ts'
import { finishByCode } from '../../../../engine/people/second-factor.ts'
import { route } from '../../route.ts'
import { instant } from '../shapes.ts'
import {
  answer,
  code,
  email,
  fromOf,
  halfShape,
  options,
  password,
  peopleOf,
  personName,
  secret,
  started,
  startedShape,
  tenant,
} from './shapes.ts'

/** Beside the engine's own counting, which knows accounts: so that nobody keeps the hashing of passwords busy. */
const PER_MINUTE = 60
const NOBODYS = `local.${'0'.repeat(16)}.${'0'.repeat(64)}`
const anybody = { method: 'POST', may: 'anybody', once: false, perMinute: PER_MINUTE } as const

const byPassword = route({
  ...anybody,
  path: '/api/sign-in/password',
  says: 'The first factor. Right, it gives half a sign-in, for which the second factor is shown or, where there is none yet, enrolled.',
  body: z.strictObject({ email, password, tenant }),
  example: { email: 'ada@example.com', password: 'walrus teapot ladder' },
  reply: z.object({ ...halfShape, has: z.object({ app: z.boolean(), passkey: z.boolean() }) }),
  async handle(context, { body }) {
    const { token, expires, has } = await signInByPassword(peopleOf(context), fromOf(context), {
      ...body,
      tenant: body.tenant ?? context.parts.tenant,
    })
    return { half: token, expires, has }
  },
})

const byCode = route({
  ...anybody,
  path: '/api/sign-in/code',
  says: 'The second factor: a code of the authenticator app, or a recovery code. Starts the browser’s session.',
  body: z.strictObject({ half: secret, code }),
  example: { half: 's_local_0_0', code: '123456' },
  reply: startedShape,
  async handle(context, { body }) {
    return started(context, await finishByCode(peopleOf(context), fromOf(context), body.half, body.code))
  },
})

const passkeyQuestion = route({
  ...anybody,
  path: '/api/sign-in/passkey/question',
  says: 'What to ask the browser’s passkeys. Names nobody.',
  body: z.strictObject({ tenant }),
  example: {},
  reply: z.object({ ceremony: z.string(), options }),
  async handle(context, { body }) {
    const { ceremony, options: asked } = await askPasskey(peopleOf(context), body.tenant ?? context.parts.tenant)
    return { ceremony, options: { ...asked } }
  },
})

const byPasskey = route({
  ...anybody,
  path: '/api/sign-in/passkey',
  says: 'A passkey’s answer: both factors at once. Starts the browser’s session.',
  body: z.strictObject({ ceremony: secret, answer }),
  example: { ceremony: NOBODYS, answer: { id: '' } },
  reply: startedShape,
  async handle(context, { body }) {
    return started(context, await signInByPasskey(peopleOf(context), fromOf(context), body))
  },
})

const providerBegin = route({
  ...anybody,
  path: '/api/sign-in/provider',
  says: 'Begins at the organisation’s own sign-in: go to the address, and keep `begun` in the page until it comes back.',
  body: z.strictObject({ tenant }),
  example: {},
  reply: z.object({ begun: z.string(), address: z.string() }),
  handle: (context, { body }) => beginAtProvider(peopleOf(context), fromOf(context), body.tenant ?? context.parts.tenant),
})

const providerReturn = route({
  ...anybody,
  path: '/api/sign-in/provider/return',
  says: 'Back from the organisation’s own sign-in. Starts the browser’s session, or gives half a sign-in where it asked for one factor only.',
  body: z.strictObject({ begun: secret, returned: z.string().max(4_000) }),
  example: { begun: NOBODYS, returned: 'http://localhost/sign-in/return?code=1&state=2' },
  reply: z.union([z.object({ full: z.literal(true), expires: instant }), z.object({ full: z.literal(false), ...halfShape })]),
  async handle(context, { body }) {
    const session = await finishAtProvider(peopleOf(context), fromOf(context), body)
    return session.full
      ? { full: true as const, ...started(context, session) }
      : { full: false as const, half: session.token, expires: session.expires }
  },
})

const look = route({
  ...anybody,
  path: '/api/enter/look',
  says: 'What a one-time link is for. Uses nothing up.',
  body: z.strictObject({ link: secret }),
  example: { link: NOBODYS },
  reply: z.object({ kind: z.enum(['first', 'invitation', 'reset']), name: z.string().optional(), email: z.string().optional() }),
  async handle(context, { body }) {
    const { kind, ...who } = await seeLink(peopleOf(context), fromOf(context), body.link)
    return { kind: kind as 'first' | 'invitation' | 'reset', ...who }
  },
})

const use = route({
  ...anybody,
  path: '/api/enter',
  says: 'Uses a one-time link. Gives half a sign-in, for which an authenticator app or a passkey is enrolled; without a password, a passkey.',
  body: z.strictObject({ link: secret, password: password.optional(), email: email.optional(), name: personName.optional() }),
  example: { link: NOBODYS, password: 'walrus teapot ladder' },
  reply: z.object(halfShape),
  async handle(context, { body: { link, ...given } }) {
    const { token, expires } = await enter(peopleOf(context), fromOf(context), { ...given, token: link })
    return { half: token, expires }
  },
})

export const signInRoutes = [byPassword, byCode, passkeyQuestion, byPasskey, providerBegin, providerReturn, look, use] as const
