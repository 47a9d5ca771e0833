import { z } from 'zod'
import { numbersInForce } from '../../../engine/thresholds/in-force.ts'
import type { Catalog } from '../../../kit/catalog.ts'
import type { Detector } from '../../../kit/detector.ts'
import { notFound } from '../../../model/errors.ts'
import { route } from '../route.ts'

const line = z.object({
  id: z.string(),
  version: z.number().int(),
  title: z.string(),
  asks: z.string(),
  family: z.string(),
  direction: z.string(),
  strength: z.string(),
  status: z.string(),
})

const card = line.extend({
  threshold: z.object({ origin: z.string(), says: z.string() }),
  /** Numbers that can be moved, with what they are now; none where its numbers are fixed. */
  settings: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      says: z.string(),
      shipped: z.number().int(),
      now: z.number().int(),
      least: z.number().int(),
      most: z.number().int(),
    }),
  ),
  needs: z.array(z.object({ id: z.string(), missing: z.string() })),
  clears: z.array(z.string()),
  falsePositives: z.array(z.string()),
  blindSpots: z.array(z.string()),
  next: z.array(z.string()),
  lawfulUse: z.object({ purpose: z.string(), note: z.string() }),
  sources: z.array(z.object({ publisher: z.string(), date: z.string(), says: z.string() })),
})

/** The sanctions room's detectors are not the hiring side's to see. */
const shownOf = (catalog: Catalog): readonly Detector[] => catalog.detectors.filter((d) => d.room === 'identity')

const lineOf = ({ id, version, title, asks, family, direction, strength, status }: Detector): z.infer<typeof line> => ({
  id,
  version,
  title,
  asks,
  family,
  direction,
  strength,
  status,
})

const list = route({
  method: 'GET',
  path: '/api/detectors',
  says: 'What is checked: every detector, in one line each.',
  may: 'signed-in',
  reply: z.object({ items: z.array(line) }),
  handle: async ({ catalog }) => ({ items: shownOf(catalog).map(lineOf) }),
})

const show = route({
  method: 'GET',
  path: '/api/detectors/:phase/:name',
  says: 'The card of a detector: what it asks, on whose word, what would clear it, and where it is blind.',
  may: 'signed-in',
  params: z.object({ phase: z.string(), name: z.string() }),
  reply: card,
  async handle({ deps, catalog, caller }, { params }) {
    const id = `${params.phase}/${params.name}`
    const found = shownOf(catalog).find((d) => d.id === id)
    if (found === undefined) throw notFound('detector', id)
    const { active } = await deps.store.tx(caller.tenant, (tx) => numbersInForce(tx, catalog))
    const moved = active.get(id)?.numbers ?? {}
    return {
      ...lineOf(found),
      threshold: found.threshold,
      settings: Object.entries(found.settings ?? {}).map(([name, one]) => ({ name, ...one, now: moved[name] ?? one.shipped })),
      needs: Object.values(found.needs).map(({ id, missing }) => ({ id, missing })),
      clears: [...found.clears],
      falsePositives: found.falsePositives.map((f) => f.story),
      blindSpots: [...found.blindSpots],
      next: [...found.next],
      lawfulUse: found.lawfulUse,
      sources: found.cites.map(({ source, says }) => ({
        publisher: catalog.citations[source]?.publisher ?? '',
        date: catalog.citations[source]?.date ?? '',
        says,
      })),
    }
  },
})

export const catalogRoutes = [list, show] as const
