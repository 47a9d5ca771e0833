import { z } from 'zod'
import { namesOf } from '../../../engine/cluster-dossier.ts'
import { expireIndicators } from '../../../engine/indicators.ts'
import { settleLater, startImport } from '../../../engine/jobs/indicators.ts'
import { questionIn } from '../../../engine/lookback/ask.ts'
import type { Question } from '../../../engine/lookback/question.ts'
import { lookBack, questionsOf, type LookedBack } from '../../../engine/lookback/touched.ts'
import type { Caller } from '../../../engine/people/caller.ts'
import type { Tx } from '../../../engine/ports.ts'
import { badUsage } from '../../../model/errors.ts'
import { INDICATOR_KINDS, INDICATOR_STATES, type Indicator } from '../../../model/indicator.ts'
import { cursorOf, cut, paging } from '../page.ts'
import type { PersonaId } from '../../../model/statement.ts'
import { UNWATCHED } from '../unwatched.ts'
import { route } from '../route.ts'
import { instant, reason } from './shapes.ts'

const indicator = z
  .object({
    id: z.string(),
    kind: z.enum(INDICATOR_KINDS),
    value: z.string(),
    source: z.string(),
    origin: z.string().optional(),
    reliability: z.string(),
    credibility: z.string(),
    note: z.string().optional(),
    seen: z.string().optional(),
    expires: instant,
    state: z.enum(INDICATOR_STATES),
    warning: z.string().optional(),
    imported: instant,
    decidedBy: z.string().optional(),
    decided: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'Indicator' })

function shown(row: Indicator): z.infer<typeof indicator> {
  const { key: _, artifact: __, at: ___, original, ...rest } = row
  return { ...rest, value: original }
}

const touched = z.object({
  /** Whom this touches, and where; nobody is flagged by it. */
  touched: z.array(
    z.object({
      persona: z.string(),
      /** For callers who may read candidates. */
      name: z.string().optional(),
      status: z.string(),
      hits: z.array(
        z.object({
          kind: z.string(),
          property: z.string(),
          artifact: z.string(),
          at: z.string(),
          isNew: z.boolean(),
          indicators: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** Values that so many hold that they say nothing. */
  hubs: z.array(z.object({ kind: z.string(), value: z.string(), holders: z.number().int() })),
})

/** Whom these questions touch; with names for callers who may read candidates. */
async function touchedIn(tx: Tx, caller: Caller, questions: readonly Question[]): Promise<z.infer<typeof touched>> {
  const found = await lookBack(tx, questions)
  const ids = found.touched.map(({ persona }) => persona.id)
  return touchedOf(found, caller.may.has('persona:read') ? await namesOf(tx, ids) : new Map())
}

const touchedOf = (found: LookedBack, names: ReadonlyMap<PersonaId, string>): z.infer<typeof touched> => ({
  touched: found.touched.map(({ persona, standing, hits }) => ({
    persona: persona.id,
    name: names.get(persona.id),
    status: standing.status,
    hits: hits.map(({ question, statement, fresh, indicators }) => ({
      kind: question.kind,
      property: statement.property,
      artifact: statement.seenIn.artifact,
      at: statement.seenIn.at,
      isNew: fresh,
      indicators: indicators.map((row) => row.id),
    })),
  })),
  hubs: found.hubs.map(({ question, holders }) => ({ kind: question.kind, value: question.original, holders })),
})

const list = route({
  method: 'GET',
  path: '/api/indicators',
  says: 'Known-bad identifiers that somebody published: imported, from whom, and where they stand.',
  may: 'indicator:manage',
  query: z.object({ state: z.enum(INDICATOR_STATES).optional(), source: z.string().max(120).optional() }),
  reply: z.object({ items: z.array(indicator) }),
  async handle({ deps, catalog, caller }, { query: { state, source } }) {
    await expireIndicators(deps, catalog, caller, UNWATCHED)
    const asked = { ...(state === undefined ? {} : { states: [state] }), ...(source === undefined ? {} : { source }) }
    return { items: (await deps.store.tx(caller.tenant, (tx) => tx.indicators(asked))).map(shown) }
  },
})

const imported = route({
  method: 'POST',
  path: '/api/indicators/import',
  says: 'Hands in a list (CSV or STIX 2.1) as one file. Quarantining what it says is a run that can be watched and stopped; `/api/indicators/touched` then says whom it would touch.',
  may: 'indicator:manage',
  files: true,
  once: false,
  query: z.object({
    source: z.string().min(1).max(120),
    reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).default('F'),
    credibility: z.enum(['1', '2', '3', '4', '5', '6']).default('6'),
    expires: instant.optional(),
  }),
  status: 202,
  reply: z.object({ run: z.string() }),
  async handle({ deps, parts, caller, upload, location }, { query: { expires, ...defaults } }) {
    const sent = []
    for await (const one of upload()) sent.push(one)
    const [only] = sent
    if (only === undefined || sent.length > 1 || !('file' in only))
      throw badUsage('Send one list at a time, as one file that is not too large.')
    const { name, bytes } = only.file
    const run = await startImport({ ...deps, jobs: parts.jobs }, caller, {
      name,
      bytes,
      defaults: { ...defaults, ...(expires === undefined ? {} : { expires }) },
    })
    location(`/api/runs/${run}`)
    return { run }
  },
})

const place = cursorOf(z.object({ id: z.string().max(64) }))

const touches = route({
  method: 'GET',
  path: '/api/indicators/touched',
  says: 'Whom the indicators of a source touch, those that wait and those that were accepted; so many indicators to a page. Nobody is flagged by it.',
  may: 'indicator:manage',
  query: z.object({
    source: z.string().min(1).max(120),
    after: paging.after,
    limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
  }),
  reply: touched.extend({ next: z.string().optional() }),
  async handle({ deps, caller }, { query: { source, after, limit } }) {
    const from = place.read(after)?.id ?? ''
    return deps.store.tx(caller.tenant, async (tx) => {
      const rows = (await tx.indicators({ source, states: ['quarantined', 'accepted'] }))
        .filter((row) => row.id > from)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      const page = cut(
        rows.slice(0, limit + 1),
        limit,
        (row) => row,
        ({ id }) => place.write({ id }),
      )
      return { ...(await touchedIn(tx, caller, questionsOf(page.items))), ...(page.next === undefined ? {} : { next: page.next }) }
    })
  },
})

const settled = route({
  method: 'POST',
  path: '/api/indicators/settle',
  says: 'Accepts indicators, so that they give context to those who hold them, or refuses them. Values that are held back are accepted by their ids. Assessing anew whoever holds them is a run; absent where nothing was settled.',
  may: 'indicator:manage',
  body: z.strictObject({
    to: z.enum(['accepted', 'refused']),
    ids: z.array(z.string().max(64)).max(1_000).default([]),
    /** All of a source that wait; instead of ids. */
    source: z.string().max(120).optional(),
    reason,
  }),
  example: { to: 'refused', ids: ['0123456789abcdef0123456789abcdef'], reason: 'A provider’s address.' },
  reply: z.object({ settled: z.array(z.string()), heldBack: z.array(indicator), run: z.string().optional() }),
  status: 202,
  async handle({ deps, parts, caller }, { body: { to, ids, source, reason: why } }) {
    const named = { ids, ...(source === undefined ? {} : { source }) }
    const done = await settleLater({ ...deps, jobs: parts.jobs }, caller, { named, to, reason: why })
    return { settled: done.settled.map((row) => row.id), heldBack: done.heldBack.map(shown), run: done.run }
  },
})

const asked = route({
  method: 'POST',
  path: '/api/lookback',
  says: 'Whom a value touches that somebody told us, without importing anything.',
  may: 'indicator:manage',
  once: false,
  body: z.strictObject({ identifiers: z.array(z.string().max(500)).min(1).max(100) }),
  example: { identifiers: ['email=someone@example.com'] },
  reply: touched,
  async handle({ deps, caller, clock }, { body: { identifiers } }) {
    const questions = identifiers.flatMap(questionIn)
    return deps.store.tx(caller.tenant, async (tx) => {
      const found = await touchedIn(tx, caller, questions)
      const detail = { asked: questions.length, touched: found.touched.length }
      await tx.appendAudit({ actor: caller.id, action: 'looked-back', subject: 'personas', detail }, clock.now())
      return found
    })
  },
})

export const indicatorRoutes = [list, imported, touches, settled, asked] as const
