import { z } from 'zod'
import { erase, erasurePlan, type ErasurePlan } from '../../../engine/cases/erasure.ts'
import { route } from '../route.ts'
import { UNWATCHED } from '../unwatched.ts'
import { instant, personaParams } from './shapes.ts'

const plan = z
  .object({
    persona: z.string(),
    /** False: something keeps the record; it goes when that has ended. */
    deletes: z.boolean(),
    kept: z.array(
      z.object({ what: z.enum(['record', 'log', 'screening']), because: z.string(), says: z.string(), until: instant.optional() }),
    ),
  })
  .meta({ id: 'ErasurePlan' })
const planOf = ({ persona, deletes, kept }: ErasurePlan): z.infer<typeof plan> => ({ persona, deletes, kept: [...kept] })

const shown = route({
  method: 'GET',
  path: '/api/personas/:persona/erasure',
  says: 'What erasing a candidate would delete, and what stays and why. Changes nothing.',
  may: 'persona:forget',
  params: personaParams,
  reply: plan,
  handle: async ({ deps, caller }, { params }) => planOf(await erasurePlan(deps, caller, params.persona)),
})

const erased = route({
  method: 'POST',
  path: '/api/personas/:persona/erasure',
  says: 'Erases a candidate who asked for it, as far as nothing must be kept, and says what stays and why.',
  may: 'persona:forget',
  params: personaParams,
  reply: plan,
  status: 201,
  async handle({ deps, catalog, caller }, { params }) {
    return planOf(await erase(deps, catalog, caller, { persona: params.persona, watch: UNWATCHED }))
  },
})

export const erasureRoutes = [shown, erased] as const
