import { z } from 'zod'
import { asksOf, sendAsk, suggestAsks, type Asking } from '../../../engine/contest/ask.ts'
import type { Ask } from '../../../model/contest.ts'
import { ROLES } from '../../../model/statement.ts'
import { askLetter } from '../../notices/letters.ts'
import { route } from '../route.ts'
import { instant, personaParams, reason } from './shapes.ts'

const findings = z.array(z.string().max(100)).max(50)
const documents = z.array(z.enum(ROLES)).max(ROLES.length)
const deviation = z.object({ reason, findings })

const ask = z
  .object({
    ask: z.string(),
    persona: z.string(),
    question: z.string(),
    findings,
    documents,
    deviation: deviation.optional(),
    by: z.string(),
    at: instant,
    expires: instant,
    answered: z.object({ at: instant, text: z.string(), files: z.number().int(), run: z.string().optional() }).optional(),
  })
  .meta({ id: 'Ask' })

const askOf = ({ id, findings: about, documents: asked, deviation: more, ...rest }: Ask): z.infer<typeof ask> => ({
  ...rest,
  ask: id,
  findings: [...about],
  documents: [...asked],
  ...(more === undefined ? {} : { deviation: { reason: more.reason, findings: [...more.findings] } }),
})

const suggested = route({
  method: 'GET',
  path: '/api/personas/:persona/asks/suggested',
  says: 'What could be asked: for each finding, what would clear it. To ask from, in your own neutral words.',
  may: 'ask:send',
  purpose: true,
  params: personaParams,
  reply: z.object({
    items: z.array(z.object({ finding: z.string(), says: z.string(), clears: z.array(z.string()), next: z.array(z.string()) })),
  }),
  async handle({ deps, catalog, caller }, { params }) {
    const found = await suggestAsks(deps, catalog, caller, params.persona)
    return { items: found.map((one) => ({ ...one, clears: [...one.clears], next: [...one.next] })) }
  },
})

const list = route({
  method: 'GET',
  path: '/api/personas/:persona/asks',
  says: 'What a candidate was asked, and what they answered.',
  may: 'persona:read',
  purpose: true,
  params: personaParams,
  reply: z.object({ items: z.array(ask) }),
  handle: async ({ deps, caller }, { params }) => ({ items: (await asksOf(deps, caller, params.persona)).map(askOf) }),
})

const send = route({
  method: 'POST',
  path: '/api/personas/:persona/asks',
  says: 'Makes a neutral question and the one-time link under which the candidate answers it, shown this once. You hand it on; nothing is sent by itself.',
  may: 'ask:send',
  purpose: true,
  once: false,
  params: personaParams,
  body: z.object({
    question: z.string().min(2).max(5_000),
    findings: findings.default([]),
    documents: documents.default([]),
    /** Why more documents than everybody on the opening is asked for; rests on findings. */
    deviation: deviation.optional(),
  }),
  example: { question: 'Who answers at the number that you gave?', findings: [], documents: [] },
  status: 201,
  reply: z.object({ ask, link: z.string(), letter: z.string() }),
  async handle({ deps, caller }, { params, body }) {
    const { deviation: more, ...rest } = body
    const asking: Asking = { ...rest, persona: params.persona, ...(more === undefined ? {} : { deviation: more }) }
    const made = await sendAsk(deps, caller, asking)
    const { question, documents: asked, expires } = made.ask
    return { ask: askOf(made.ask), link: made.link, letter: askLetter({ question, documents: asked, until: expires }) }
  },
})

export const askRoutes = [suggested, list, send] as const
