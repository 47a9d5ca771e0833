import { z } from 'zod'
import { explainedLinksOf, explainLinks, linkBetween } from '../../../engine/cluster-dossier.ts'
import { hubs, judge, links, withdrawJudgement } from '../../../engine/links/index.ts'
import { enterDossier } from '../../../engine/people/purpose.ts'
import { badUsage, notFound } from '../../../model/errors.ts'
import { JUDGEMENTS } from '../../../model/link.ts'
import { UNWATCHED } from '../unwatched.ts'
import { cursorCount, cursorOf, cut, pageOf, paging } from '../page.ts'
import { route } from '../route.ts'
import { sealedCursorOf } from '../sealed-cursor.ts'
import { clusterEvent, hub, judgement, link, linkFor } from './link-shapes.ts'
import { personaParams, reason } from './shapes.ts'

const place = cursorOf(z.object({ bits: z.number(), persona: z.string(), other: z.string() }))

const list = route({
  method: 'GET',
  path: '/api/links',
  says: 'Pairs of candidates that share what strangers rarely share, heaviest first. A link says nothing of who is behind it.',
  may: 'persona:read',
  query: z.object(paging),
  reply: pageOf(link),
  handle: ({ deps, caller }, { query: { after, limit } }) =>
    deps.store.tx(caller.tenant, async (tx) => {
      const page = await links(tx, { after: place.read(after), limit: limit + 1 })
      const explained = await explainLinks(tx, page, await tx.judgements(page.flatMap((l) => [l.persona, l.other])))
      return cut(
        explained,
        limit,
        (one) => linkFor(caller, one),
        ({ link: { bits, persona, other } }) => place.write({ bits, persona, other }),
      )
    }),
})

const ofPersona = route({
  method: 'GET',
  path: '/api/personas/:persona/links',
  says: 'With whom a candidate shares what, heaviest first, and the cluster it belongs to.',
  may: 'persona:read',
  purpose: true,
  params: personaParams,
  reply: z.object({ items: z.array(link), cluster: z.string().optional() }),
  handle: ({ deps, caller, clock }, { params: { persona } }) =>
    deps.store.tx(caller.tenant, async (tx) => {
      await enterDossier(tx, caller, persona, clock.now())
      const found = await explainedLinksOf(tx, [persona])
      return { items: found.map((one) => linkFor(caller, one)), cluster: (await tx.clusterOf([persona])).get(persona) }
    }),
})

const pair = z.object({ persona: z.string().max(100), other: z.string().max(100) })

const between = route({
  method: 'GET',
  path: '/api/links/:persona/:other',
  says: 'What stands between two candidates, with every place, what speaks against it, what would end it and what an error would cost.',
  may: 'persona:read',
  params: pair,
  reply: z.object({ link: link.nullable() }),
  handle: ({ deps, caller }, { params: { persona, other } }) =>
    deps.store.tx(caller.tenant, async (tx) => {
      if (persona === other) throw badUsage('A link is between two candidates; both ids are the same one.')
      const found = await linkBetween(tx, persona, other)
      return { link: found === undefined ? null : linkFor(caller, found) }
    }),
})

const judged = route({
  method: 'POST',
  path: '/api/links/:persona/:other/judgements',
  says: 'Says whether two candidates are one, or takes the last word about them back. Links and clusters follow it.',
  may: 'link:judge',
  params: pair,
  body: z.strictObject({ kind: z.enum([...JUDGEMENTS, 'withdrawn']), reason }),
  example: { kind: 'different', reason: 'Both were met in person on one day.' },
  status: 201,
  reply: z.object({
    judgement,
    link: z.object({ state: z.enum(['linked', 'proposed', 'apart']), bits: z.number() }).nullable(),
    events: z.array(clusterEvent),
  }),
  async handle({ deps, catalog, caller }, { params, body }) {
    await deps.store.tx(caller.tenant, async (tx) => {
      for (const id of [params.persona, params.other]) if ((await tx.persona(id)) === undefined) throw notFound('persona', id)
    })
    const said = { ...params, reason: body.reason, watch: UNWATCHED }
    const done =
      body.kind === 'withdrawn'
        ? await withdrawJudgement(deps, catalog, caller, said)
        : await judge(deps, catalog, caller, { ...said, kind: body.kind })
    return {
      judgement: done.judgement,
      link: done.link === undefined ? null : { state: done.link.state, bits: done.link.bits },
      events: done.events.map(({ before, after, joined, left, ...rest }) => ({
        ...rest,
        before: [...before],
        after: [...after],
        joined: [...joined],
        left: [...left],
      })),
    }
  },
})

const hubPlace = sealedCursorOf(z.object({ holders: cursorCount, kind: z.string(), key: z.string() }), 'hubs')

const hubList = route({
  method: 'GET',
  path: '/api/hubs',
  says: 'Values that so many hold that they join nobody, with the most holders first.',
  may: 'link:judge',
  query: z.object(paging),
  reply: pageOf(hub),
  handle: ({ deps, caller }, { query: { after, limit } }) =>
    deps.store.tx(caller.tenant, async (tx) => {
      const secret = await tx.tombstoneSalt()
      const rows = await hubs(tx, { after: hubPlace.read(after, secret), limit: limit + 1 })
      return cut(
        rows,
        limit,
        ({ kind, key, holders, reason: why }) => ({ kind, key, holders, reason: why }),
        ({ holders, kind, key }) => hubPlace.write({ holders, kind, key }, secret),
      )
    }),
})

export const linkRoutes = [list, ofPersona, between, judged, hubList] as const
