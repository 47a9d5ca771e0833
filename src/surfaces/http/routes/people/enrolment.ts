import { z } from 'zod'
import { beginPasskey, finishPasskey, passkeysOf, removePasskey } from '../../../../engine/people/passkeys.ts'
import { beginApp, finishApp } from '../../../../engine/people/second-factor.ts'
import { route } from '../../route.ts'
import { instant } from '../shapes.ts'
import { answer, code, fromOf, options, peopleOf, secret, sessionFor, started, startedShape } from './shapes.ts'

/** For whoever has half a sign-in in the page (`half`) or a session in the cookie; which of them may, the engine says. */
const holder = { method: 'POST', may: 'anybody', once: false, perMinute: 30 } as const
const half = secret.optional()
const NOBODYS = `local.${'0'.repeat(16)}.${'0'.repeat(64)}`

const appBegin = route({
  ...holder,
  path: '/api/enrolments/app',
  says: 'A new key for an authenticator app, for a QR code or to be typed in. Nothing changes until the app has shown its first code.',
  body: z.strictObject({ half }),
  example: {},
  reply: z.object({ enrolment: z.string(), key: z.string(), address: z.string() }),
  handle: (context, { body }) => beginApp(peopleOf(context), sessionFor(context, body.half)),
})

const appFinish = route({
  ...holder,
  path: '/api/enrolments/app/finish',
  says: 'The app’s first code. Starts the browser’s session anew; the recovery codes are told this once.',
  body: z.strictObject({ half, enrolment: secret, code }),
  example: { enrolment: NOBODYS, code: '123456' },
  reply: z.object({ expires: instant, recoveryCodes: z.array(z.string()) }),
  async handle(context, { body }) {
    const given = { session: sessionFor(context, body.half), enrolment: body.enrolment, code: body.code }
    const session = await finishApp(peopleOf(context), fromOf(context), given)
    return { ...started(context, session), recoveryCodes: [...session.recoveryCodes] }
  },
})

const passkeyBegin = route({
  ...holder,
  path: '/api/enrolments/passkey',
  says: 'What to ask the browser for, so that it makes a passkey.',
  body: z.strictObject({ half }),
  example: {},
  reply: z.object({ ceremony: z.string(), options }),
  async handle(context, { body }) {
    const { ceremony, options: asked } = await beginPasskey(peopleOf(context), sessionFor(context, body.half))
    return { ceremony, options: { ...asked } }
  },
})

const passkeyFinish = route({
  ...holder,
  path: '/api/enrolments/passkey/finish',
  says: 'The passkey that the browser made. Starts the browser’s session anew, as one that was opened with a passkey.',
  body: z.strictObject({ half, ceremony: secret, answer, name: z.string().min(1).max(80) }),
  example: { ceremony: NOBODYS, answer: { id: '' }, name: 'blue security key' },
  reply: startedShape,
  async handle(context, { body: { half: given, ...rest } }) {
    return started(context, await finishPasskey(peopleOf(context), fromOf(context), { ...rest, session: sessionFor(context, given) }))
  },
})

const list = route({
  method: 'GET',
  path: '/api/me/passkeys',
  says: 'One’s own passkeys.',
  may: 'signed-in',
  reply: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), created: instant, used: instant.optional() })) }),
  async handle(context) {
    return { items: [...(await passkeysOf(context.deps, context.caller))] }
  },
})

const remove = route({
  method: 'DELETE',
  path: '/api/me/passkeys/:passkey',
  says: 'Removes one of one’s own passkeys; all other sessions end. The last one stays where nothing else would let its holder in.',
  may: 'signed-in',
  params: z.object({ passkey: z.string().max(2_000) }),
  async handle(context, { params }) {
    await removePasskey(context.deps, context.caller, params.passkey)
  },
})

export const enrolmentRoutes = [appBegin, appFinish, passkeyBegin, passkeyFinish, list, remove] as const
