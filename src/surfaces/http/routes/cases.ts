import { z } from 'zod'
import { act, listCases, showCase, startTimer, type PlainAct } from '../../../engine/cases/act.ts'
import { namesOf } from '../../../engine/cluster-dossier.ts'
import { inbox } from '../../../engine/cases/inbox.ts'
import { openCase, openFromCall } from '../../../engine/cases/open.ts'
import type { Caller } from '../../../engine/people/caller.ts'
import type { Deps } from '../../../engine/ports.ts'
import type { Case } from '../../../model/case.ts'
import { staleTimers, TIMERS } from '../../../model/timers.ts'
import { cursorOf, cut, pageOf, paging } from '../page.ts'
import { route } from '../route.ts'
import {
  caseEvent,
  caseEventOf,
  caseLine,
  caseLineOf,
  caseParams,
  caseWhole,
  caseWholeOf,
  inboxItem,
  inboxItemOf,
  plainAct,
  rank,
} from './case-shapes.ts'
import { instant } from './shapes.ts'

/**
 * Both rooms are under one path, so that an address says nothing of a room. Who may do what in which is the engine's to say, once the
 * case is known: a case of a room that the caller does not read is not there.
 */

const inboxPlace = cursorOf(z.object({ rank, since: instant, id: z.string().max(100) }))
const casePlace = cursorOf(z.object({ opened: instant, id: z.string().max(40) }))
const says = z.string().min(2).max(5_000)
const members = z.array(z.string().min(1).max(200)).max(100)
/** Names of a case's personas as their documents have them, for whoever may read dossiers. */
const names = z.record(z.string(), z.string())

const namesFor = async ({ store }: Deps, caller: Caller, personas: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  caller.may.has('persona:read') ? store.tx(caller.tenant, (tx) => namesOf(tx, personas)) : new Map()

const namesIn = ({ personas }: Case, known: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    personas.flatMap((persona) => {
      const name = known.get(persona)
      return name === undefined ? [] : [[persona, name]]
    }),
  )

const inboxList = route({
  method: 'GET',
  path: '/api/inbox',
  says: 'What needs you now, most urgent first: why in one sentence, and since when.',
  may: 'case:read',
  query: z.object(paging),
  reply: pageOf(inboxItem),
  async handle({ deps, caller }, { query: { after, limit } }) {
    const from = inboxPlace.read(after)
    const rows = await inbox(deps, caller, { limit: limit + 1, ...(from === undefined ? {} : { after: from }) })
    const first = rows.flatMap((item) => item.personas.slice(0, 1))
    const known = await namesFor(deps, caller, first)
    return cut(
      rows,
      limit,
      (item) => inboxItemOf(item, known),
      (item) => inboxPlace.write({ rank: item.rank, since: item.since, id: item.id }),
    )
  },
})

const list = route({
  method: 'GET',
  path: '/api/cases',
  says: 'Cases that you may see, newest first.',
  may: 'case:read',
  query: z.object({
    ...paging,
    status: z.enum(['open', 'closed']).optional(),
    persona: z.string().max(100).optional(),
    /** Only those in which something happened after this. */
    changedAfter: instant.optional(),
  }),
  reply: pageOf(caseLine.extend({ names })),
  async handle({ deps, caller }, { query: { after, limit, status, persona, changedAfter } }) {
    const from = casePlace.read(after)
    const rows = await listCases(deps, caller, {
      limit: limit + 1,
      ...(from === undefined ? {} : { after: from }),
      ...(status === undefined ? {} : { status }),
      ...(persona === undefined ? {} : { persona }),
      ...(changedAfter === undefined ? {} : { changedAfter }),
    })
    const known = await namesFor(
      deps,
      caller,
      rows.flatMap((c) => c.personas),
    )
    return cut(
      rows,
      limit,
      (c) => ({ ...caseLineOf(c), names: namesIn(c, known) }),
      (c) => casePlace.write({ opened: c.opened, id: c.id }),
    )
  },
})

const show = route({
  method: 'GET',
  path: '/api/cases/:case',
  says: 'A case as it stands, with every act in it.',
  may: 'case:read',
  params: caseParams,
  reply: caseWhole.extend({ names, events: z.array(caseEvent) }),
  async handle({ deps, caller }, { params }) {
    const { case: c, events } = await showCase(deps, caller, params.case)
    return { ...caseWholeOf(c), names: namesIn(c, await namesFor(deps, caller, c.personas)), events: events.map(caseEventOf) }
  },
})

const opened = route({
  method: 'POST',
  path: '/api/cases',
  says: 'Opens a case about personas. A quiet one is seen by its members alone.',
  may: 'case:work',
  body: z.strictObject({ says, personas: z.array(z.string().max(100)).min(1).max(100), quiet: members.optional() }),
  example: { says: 'Two start dates do not fit.', personas: ['p-0000000000000000'] },
  reply: caseWhole,
  status: 201,
  async handle({ deps, caller, location }, { body: { quiet, ...asked } }) {
    const made = await openCase(deps, caller, { room: 'identity', ...asked, ...(quiet === undefined ? {} : { quiet }) })
    location(`/api/cases/${made.id}`)
    return caseWholeOf(made)
  },
})

const openedThere = route({
  method: 'POST',
  path: '/api/matches/:match/cases',
  says: 'Opens a case of the sanctions room about a match. Nobody outside that room can tell that there is one.',
  may: 'screening:work',
  params: z.object({ match: z.string().max(64) }),
  body: z.strictObject({ says, personas: z.array(z.string().max(100)).max(100).default([]), quiet: members.optional() }),
  example: { says: 'The year of birth agrees too.', personas: [] },
  reply: caseWhole,
  status: 201,
  async handle({ deps, caller, location }, { params: { match }, body: { quiet, ...asked } }) {
    const made = await openCase(deps, caller, { room: 'sanctions', matches: [match], ...asked, ...(quiet === undefined ? {} : { quiet }) })
    location(`/api/cases/${made.id}`)
    return caseWholeOf(made)
  },
})

const called = route({
  method: 'POST',
  path: '/api/calls',
  says: 'Somebody outside says something of a worker. Opens a quiet case, looks for the values they named among everybody, and flags nobody.',
  may: 'case:work',
  body: z.strictObject({
    source: z.strictObject({
      who: z.enum(['authority', 'organisation', 'person', 'unnamed']),
      reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
      credibility: z.enum(['1', '2', '3', '4', '5', '6']),
    }),
    says,
    about: z.union([z.strictObject({ persona: z.string().max(100) }), z.strictObject({ name: z.string().min(2).max(200) })]),
    /** `email=someone@example.com`; the kinds are those of the look-back. */
    values: z.array(z.string().max(500)).max(100).default([]),
    members: members.default([]),
  }),
  example: {
    source: { who: 'person', reliability: 'F', credibility: '6' },
    says: 'The laptop was sent to another address.',
    about: { name: 'Ada Example' },
    values: [],
    members: [],
  },
  reply: z.object({ case: caseWhole, touched: z.array(z.string()) }),
  status: 201,
  async handle({ deps, caller, location }, { body }) {
    const { case: made, touched } = await openFromCall(deps, caller, body)
    location(`/api/cases/${made.id}`)
    return { case: caseWholeOf(made), touched: [...touched] }
  },
})

const acted = route({
  method: 'POST',
  path: '/api/cases/:case/acts',
  says: 'Does one thing on a case: take it, put it aside, note, add a task, link, say what was looked at, make it quiet, attend, close, open again.',
  may: 'signed-in',
  params: caseParams,
  body: plainAct,
  example: { kind: 'noted', text: 'The school was asked.' },
  reply: caseWhole,
  status: 201,
  async handle({ deps, caller }, { params, body }) {
    // What JSON leaves out is absent and not undefined.
    return caseWholeOf(await act(deps, caller, { case: params.case, act: body as PlainAct }))
  },
})

const timed = route({
  method: 'POST',
  path: '/api/cases/:case/timers',
  says: 'Sets a time limit of the register going, from now or from when its event was.',
  may: 'signed-in',
  params: caseParams,
  body: z.strictObject({ timer: z.string().max(100), from: instant.optional() }),
  example: { timer: 'gdpr-request' },
  reply: caseWhole,
  status: 201,
  async handle({ deps, caller }, { params, body: { timer, from } }) {
    return caseWholeOf(await startTimer(deps, caller, { case: params.case, timer, ...(from === undefined ? {} : { from }) }))
  },
})

const timers = route({
  method: 'GET',
  path: '/api/timers',
  says: 'The register of time limits: whose rule, what starts it, how long, and when somebody last read it.',
  may: 'signed-in',
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        says: z.string(),
        trigger: z.string(),
        duration: z.number(),
        calendar: z.enum(['hours', 'calendar-days', 'business-days', 'months']),
        jurisdiction: z.string(),
        source: z.string(),
        verifiedOn: z.iso.date(),
        /** Nobody has read the rule for half a year. */
        stale: z.boolean(),
      }),
    ),
  }),
  async handle({ clock }) {
    const stale = new Set(staleTimers(clock.now()))
    return { items: Object.entries(TIMERS).map(([id, timer]) => ({ id, ...timer, stale: stale.has(id) })) }
  },
})

export const caseRoutes = [inboxList, list, show, opened, openedThere, called, acted, timed, timers] as const
