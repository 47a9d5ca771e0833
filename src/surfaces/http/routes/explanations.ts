import { z } from 'zod'
import { exportFor } from '../../../engine/contest/access-export.ts'
import { previewExplanation, sendExplanation } from '../../../engine/contest/explanation.ts'
import { fileReply, route } from '../route.ts'
import { explanation, explanationOf, exportFile } from './explanation-shapes.ts'
import { instant, personaParams } from './shapes.ts'

const preview = route({
  method: 'GET',
  path: '/api/personas/:persona/explanation',
  says: 'What the candidate would be told: which facts, from what kind of source, what the program did, and how to speak against it.',
  may: 'persona:read',
  purpose: true,
  params: personaParams,
  reply: explanation,
  handle: async ({ deps, catalog, caller }, { params }) => explanationOf(await previewExplanation(deps, catalog, caller, params.persona)),
})

const send = route({
  method: 'POST',
  path: '/api/personas/:persona/explanation',
  says: 'Makes the one-time link under which the candidate reads the explanation, takes out what is held and says what is wrong. You hand it on.',
  may: 'ask:send',
  purpose: true,
  once: false,
  params: personaParams,
  status: 201,
  reply: z.object({ explanation, link: z.string(), expires: instant }),
  async handle({ deps, catalog, caller }, { params }) {
    const made = await sendExplanation(deps, catalog, caller, params.persona)
    return { ...made, explanation: explanationOf(made.explanation) }
  },
})

const held = route({
  method: 'GET',
  path: '/api/personas/:persona/access-export',
  says: 'Everything held on a candidate, for the candidate; nothing of others and nothing told in confidence.',
  may: 'ask:send',
  purpose: true,
  params: personaParams,
  reply: fileReply('application/json'),
  handle: async ({ deps, catalog, caller }, { params }) => exportFile(await exportFor(deps, catalog, caller, params.persona)),
})

export const explanationRoutes = [preview, send, held] as const
