import { z } from 'zod'
import { decide } from '../../../engine/disposition.ts'
import { personaLine } from '../../../engine/find/persona-lines.ts'
import { wordsOf } from '../../../engine/find/name-words.ts'
import { forget, withdraw } from '../../../engine/retain.ts'
import { questionIn } from '../../../engine/lookback/ask.ts'
import { lookBack } from '../../../engine/lookback/touched.ts'
import { badUsage } from '../../../model/errors.ts'
import { RECOMMENDATIONS } from '../../../model/finding.ts'
import { UNWATCHED } from '../unwatched.ts'
import { cursorOf, cut, pageOf, paging } from '../page.ts'
import { route } from '../route.ts'
import { instant, personaLine as lineShape, personaLineOf, personaParams, reason } from './shapes.ts'

const place = cursorOf(z.object({ received: instant, id: z.string() }))

const list = route({
  method: 'GET',
  path: '/api/personas',
  says: 'Candidates, newest first.',
  may: 'persona:read',
  query: z.object({
    ...paging,
    status: z.enum(['open', 'withdrawn']).optional(),
    requisition: z.string().max(200).optional(),
    recommendation: z.enum(RECOMMENDATIONS).optional(),
  }),
  reply: pageOf(lineShape),
  async handle({ deps, caller }, { query: { after, limit, ...filter } }) {
    const from = place.read(after)
    const found = await deps.store.look(caller.tenant, (tx) => tx.foundByArrival({ ...filter, after: from, limit: limit + 1 }))
    return cut(
      found,
      limit,
      (one) => personaLineOf(personaLine(one)),
      ({ persona: { received, id } }) => place.write({ received, id }),
    )
  },
})

/** More candidates of one name than a person looks through; they add a word. */
const MOST_NAMED = 50

const search = route({
  method: 'POST',
  path: '/api/personas/search',
  says: 'Finds candidates by name, or by something that identifies: a mailbox, a telephone number, an account.',
  may: 'persona:read',
  // Asked anew each time, and nothing is done by it; in a body, so that no name stands in an address.
  once: false,
  body: z.strictObject({
    name: z.string().max(200).optional(),
    /** `email=someone@example.com`; the kinds are those of the look-back. */
    identifier: z.string().max(500).optional(),
  }),
  example: { name: 'ada love' },
  reply: z.object({ items: z.array(lineShape), more: z.boolean() }),
  async handle({ deps, caller, clock }, { body: { name, identifier } }) {
    if ((name === undefined) === (identifier === undefined)) throw badUsage('Ask for a name or for an identifier, one of the two.')
    return deps.store.tx(caller.tenant, async (tx) => {
      const words = wordsOf(name ?? '')
      const ids =
        identifier === undefined
          ? await tx.personasNamed(words.slice(0, -1), words.at(-1), MOST_NAMED + 1)
          : (await lookBack(tx, questionIn(identifier))).touched.map((t) => t.persona.id).slice(0, MOST_NAMED + 1)
      const by = identifier === undefined ? 'name' : 'identifier'
      // In one way there and back: what was found, and that it was looked for.
      const [found] = await Promise.all([
        tx.foundOf(ids.slice(0, MOST_NAMED)),
        tx.appendAudit({ actor: caller.id, action: 'searched', subject: 'personas', detail: { by, found: ids.length } }, clock.now()),
      ])
      return { items: found.map((one) => personaLineOf(personaLine(one))), more: ids.length > MOST_NAMED }
    })
  },
})

/** As many as stand on a page of links or in a large cluster. */
const MOST_LINES = 500

const lines = route({
  method: 'POST',
  path: '/api/personas/lines',
  says: 'These candidates as the list of all shows them: whoever stands in a link or a cluster. Ids that are not here are left out.',
  may: 'persona:read',
  once: false,
  body: z.strictObject({ personas: z.array(z.string().max(100)).min(1).max(MOST_LINES) }),
  example: { personas: ['p-0000000000000000'] },
  reply: z.object({ items: z.array(lineShape) }),
  handle: ({ deps, caller }, { body: { personas } }) =>
    deps.store.look(caller.tenant, async (tx) => ({
      items: (await tx.foundOf([...new Set(personas)])).map((one) => personaLineOf(personaLine(one))),
    })),
})

const withdrawn = route({
  method: 'POST',
  path: '/api/personas/:persona/withdraw',
  says: 'The candidate has withdrawn; the record is kept for the time of a closed application.',
  may: 'persona:withdraw',
  params: personaParams,
  reply: z.object({ persona: z.string(), keepUntil: instant }),
  async handle({ deps, caller }, { params }) {
    const { id, keepUntil } = await withdraw(deps, caller, params.persona)
    return { persona: id, keepUntil }
  },
})

const forgotten = route({
  method: 'POST',
  path: '/api/personas/:persona/forget',
  says: 'Removes a candidate and everything derived, without residue. Cannot be taken back.',
  may: 'persona:forget',
  params: personaParams,
  reply: z.object({ artifacts: z.number().int(), reassessed: z.number().int() }),
  handle: ({ deps, catalog, caller }, { params }) => forget(deps, catalog, caller, { persona: params.persona, watch: UNWATCHED }),
})

const decision = route({
  method: 'POST',
  path: '/api/personas/:persona/disposition',
  says: 'Records that a candidate is cleared, or that the question stays open. What speaks against somebody is decided in a case, by two people.',
  may: 'persona:decide',
  params: personaParams,
  body: z.strictObject({ kind: z.enum(['cleared', 'inconclusive']), reason }),
  example: { kind: 'cleared', reason: 'Both employers confirmed the dates.' },
  reply: z.object({ number: z.number().int(), at: instant, changed: z.array(z.string()) }),
  status: 201,
  async handle({ deps, catalog, caller }, { params, body }) {
    const { disposition, changes } = await decide(deps, catalog, caller, { persona: params.persona, ...body, watch: UNWATCHED })
    return { number: disposition.seq, at: disposition.at, changed: changes.map((change) => change.persona) }
  },
})

export const personaRoutes = [list, search, lines, withdrawn, forgotten, decision] as const
