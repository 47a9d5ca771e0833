import { z } from 'zod'
import { impactOf } from '../../../engine/oversight/adverse-impact.ts'
import { detectorRates } from '../../../engine/oversight/detector-rates.ts'
import { figures } from '../../../engine/oversight/figures.ts'
import { blindWaiting, lookBlind, plantClean } from '../../../engine/oversight/second-look.ts'
import { DISPOSITIONS } from '../../../model/disposition.ts'
import { route } from '../route.ts'
import { period, share } from './oversight-shapes.ts'

const shown = route({
  method: 'GET',
  path: '/api/oversight/figures',
  says: 'How decisions are made: time with the evidence, overrides, agreement of second looks, planted applications, reviews, and who should be asked about it.',
  may: 'oversight:read',
  query: period,
  reply: z.object({
    decisions: z.number().int(),
    medianSeconds: z.number().optional(),
    overridden: share,
    agreed: share,
    plantedNotCleared: share,
    contested: z.number().int(),
    upheld: share,
    takenBack: share,
    people: z.array(
      z.object({
        who: z.string(),
        decisions: z.number().int(),
        medianSeconds: z.number(),
        overridden: share,
        alerts: z.array(z.string()),
      }),
    ),
  }),
  async handle({ deps, caller }, { query }) {
    const found = await figures(deps, caller, query)
    return { ...found, people: found.people.map((one) => ({ ...one, alerts: [...one.alerts] })) }
  },
})

const number = z.number().int()

const checks = route({
  method: 'GET',
  path: '/api/oversight/detectors',
  says: 'How often each check fired, was quiet, had nothing to look at or failed on the applications of a period, and what was decided of those it fired for.',
  may: 'oversight:read',
  query: period,
  reply: z.object({
    items: z.array(
      z.object({
        detector: z.string(),
        fired: number,
        quiet: number,
        notApplicable: number,
        failed: number,
        fires: share,
        confirmed: share,
        cleared: share,
      }),
    ),
  }),
  handle: async ({ deps, catalog, caller }, { query }) => ({ items: [...(await detectorRates(deps, caller, catalog, query))] }),
})

const waiting = route({
  method: 'GET',
  path: '/api/oversight/second-looks',
  says: 'Decisions drawn by lot that you had no part in, without what was decided: say what you would have.',
  may: 'appeal:decide',
  query: period,
  reply: z.object({ items: z.array(z.object({ case: z.string(), decided: z.number().int(), persona: z.string() })) }),
  handle: async ({ deps, caller }, { query }) => ({ items: [...(await blindWaiting(deps, caller, query))] }),
})

const looked = route({
  method: 'POST',
  path: '/api/oversight/second-looks',
  says: 'Says what you would have decided. It changes nothing but the figure of how often two agree.',
  may: 'appeal:decide',
  query: period,
  body: z.object({ case: z.string().max(40), decided: z.number().int(), kind: z.enum(DISPOSITIONS) }),
  example: { case: 'case-000000000000', decided: 2, kind: 'cleared' },
  handle: async ({ deps, caller }, { query, body }) => lookBlind(deps, caller, { ...body, period: query }),
})

const planted = route({
  method: 'POST',
  path: '/api/oversight/planted',
  says: 'Notes that an application is known to be in order, to see what becomes of it. Nobody who decides is told.',
  may: 'settings:manage',
  body: z.object({ persona: z.string().max(100) }),
  example: { persona: 'p-0000000000000000' },
  handle: async ({ deps, caller }, { body }) => plantClean(deps, caller, body.persona),
})

const impact = route({
  method: 'POST',
  path: '/api/oversight/impact',
  says: 'Selection rates of groups and their ratio to the best, from counts that somebody else made of what people said of themselves. Nothing of it is kept; groups under 30 have no rate.',
  may: 'report:export',
  once: false,
  body: z.object({
    groups: z
      .array(z.object({ group: z.string().min(1).max(200), applicants: z.number().int().min(0), selected: z.number().int().min(0) }))
      .min(1)
      .max(100),
  }),
  example: { groups: [{ group: 'one', applicants: 100, selected: 90 }] },
  reply: z.object({
    groups: z.array(
      z.object({
        group: z.string(),
        applicants: z.number().int(),
        selected: share.optional(),
        ratio: z.number().optional(),
        underFourFifths: z.boolean().optional(),
      }),
    ),
  }),
  handle: async (_, { body }) => ({ groups: [...impactOf(body.groups)] }),
})

export const oversightRoutes = [shown, checks, waiting, looked, planted, impact] as const
