import { z } from 'zod'
import { startScoring } from '../../../engine/cases/start.ts'
import { scoringState, stopScoring } from '../../../engine/cases/stop.ts'
import type { ScoringState } from '../../../model/keeping.ts'
import { route } from '../route.ts'
import { UNWATCHED } from '../unwatched.ts'
import { instant, reason } from './shapes.ts'

const state = z
  .object({
    stopped: z.boolean(),
    by: z.string().optional(),
    at: instant.optional(),
    reason: z.string().optional(),
    waiting: z.number().int(),
  })
  .meta({ id: 'Scoring' })
const stateOf = (known: ScoringState & { readonly waiting: number }): z.infer<typeof state> => ({ ...known })

const shown = route({
  method: 'GET',
  path: '/api/scoring',
  says: 'Whether anybody is scored, who turned the switch last and why, and how many wait behind it.',
  may: 'signed-in',
  reply: state,
  handle: async ({ deps, caller }) => stateOf(await scoringState(deps, caller)),
})

const stopped = route({
  method: 'POST',
  path: '/api/scoring/stop',
  says: 'Stops all scoring at once. Files are still taken in and kept, and nobody is flagged.',
  may: 'scoring:stop',
  body: z.strictObject({ reason }),
  example: { reason: 'A detector is wrong.' },
  reply: state,
  status: 201,
  async handle({ deps, caller }, { body }) {
    await stopScoring(deps, caller, body)
    return stateOf(await scoringState(deps, caller))
  },
})

const started = route({
  method: 'POST',
  path: '/api/scoring/start',
  says: 'Starts scoring again and assesses everybody who waited.',
  may: 'scoring:stop',
  body: z.strictObject({ reason }),
  example: { reason: 'It is mended.' },
  reply: state.extend({ assessed: z.number().int() }),
  status: 201,
  async handle({ deps, catalog, caller }, { body }) {
    const { assessed } = await startScoring(deps, catalog, caller, { ...body, watch: UNWATCHED })
    return { ...stateOf(await scoringState(deps, caller)), assessed }
  },
})

export const scoringRoutes = [shown, stopped, started] as const
