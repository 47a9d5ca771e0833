import { z } from 'zod'
import { adjudicate, assign, matchNamed, reopen, second } from '../../../engine/screening/adjudicate.ts'
import { openWhole } from '../../../engine/screening/open-list.ts'
import { replay } from '../../../engine/screening/replay.ts'
import { sideBySide } from '../../../engine/screening/side-by-side.ts'
import { signOffs, signReview } from '../../../engine/screening/sign-off.ts'
import { permissionsOf } from '../../../model/access.ts'
import { adjudicationForm, MATCH_STATES, OUTCOMES, WAITING } from '../../../model/adjudication.ts'
import { notFound } from '../../../model/errors.ts'
import { route } from '../route.ts'
import { act, actOf, hit, hitShown, matchLine, matchLineOf, method, methodShown, sides, sidesOf } from './screening-shapes.ts'
import { instant, reason } from './shapes.ts'

const params = z.object({ match: z.string().max(64) })

const list = route({
  method: 'GET',
  path: '/api/matches',
  says: 'Possible matches on lists that wait for somebody, what is due first in front; or those of another state.',
  may: 'screening:read',
  query: z.object({
    state: z.enum(MATCH_STATES).optional(),
    owner: z.string().max(200).optional(),
    list: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(200),
  }),
  reply: z.object({ items: z.array(matchLine), more: z.boolean() }),
  async handle({ deps, caller }, { query }) {
    const states = query.state === undefined ? WAITING : [query.state]
    const asked = { states, ...(query.list === undefined ? {} : { lists: [query.list] }) }
    const rows = (await deps.store.tx(caller.tenant, (tx) => tx.matches(asked))).filter(
      (row) => query.owner === undefined || row.owner === query.owner,
    )
    return { items: rows.slice(0, query.limit).map(matchLineOf), more: rows.length > query.limit }
  },
})

const show = route({
  method: 'GET',
  path: '/api/matches/:match',
  says: 'A match: what was compared with what, on which version of the list, and what people said of it.',
  may: 'screening:read',
  params,
  reply: matchLine.extend({ hit, method, acts: z.array(act) }),
  handle: ({ deps, caller }, { params: { match } }) =>
    deps.store.tx(caller.tenant, async (tx) => {
      const found = await matchNamed(tx, match)
      const acts = await tx.matchActs([found.id])
      return { ...matchLineOf(found), hit: hitShown(found.hit), method: methodShown(found.method), acts: acts.map(actOf) }
    }),
})

const compared = route({
  method: 'GET',
  path: '/api/matches/:match/sides',
  says: 'Both sides of a match whole: all that is known of the subject, the entry as its list had it, and the names part by part. Each look is written down.',
  may: 'screening:read',
  params,
  reply: sides,
  handle: async ({ deps, caller, parts: { shelf } }, { params: { match } }) => sidesOf(await sideBySide({ ...deps, shelf }, caller, match)),
})

const people = route({
  method: 'GET',
  path: '/api/screening/people',
  says: 'Who works in the sanctions room: whom a match can be given to, and how the people are called who acted on it.',
  may: 'screening:read',
  reply: z.object({ items: z.array(z.object({ account: z.string(), name: z.string(), active: z.boolean() })) }),
  async handle({ deps, caller }) {
    const all = await deps.store.tx(caller.tenant, (tx) => tx.accounts())
    const here = all.filter(({ roles }) => permissionsOf(roles).has('screening:work'))
    return { items: here.map(({ id, name, state }) => ({ account: id, name, active: state === 'active' })) }
  },
})

const assigned = route({
  method: 'POST',
  path: '/api/matches/:match/assign',
  says: 'Says who looks at a match, and by when. `null` gives it back, to whoever takes it.',
  may: 'screening:work',
  params,
  body: z.strictObject({ owner: z.string().min(2).max(200).nullable(), due: z.iso.date().optional() }),
  example: { owner: 'person-1' },
  reply: matchLine,
  async handle({ deps, caller }, { params: { match }, body: { owner, due } }) {
    return matchLineOf(await assign(deps, caller, { match, owner, ...(due === undefined ? {} : { due: `${due}T23:59:59.000Z` }) }))
  },
})

const text = { answer: 'yes' as const, evidence: 'The entry and the file.' }

const decided = route({
  method: 'POST',
  path: '/api/matches/:match/decide',
  says: 'Answers the form about a match and says what follows from it. A confirmed match waits for a second person.',
  may: 'screening:work',
  params,
  body: z.strictObject({ outcome: z.enum(OUTCOMES), form: adjudicationForm, reason }),
  example: {
    outcome: 'false-positive',
    form: {
      rightList: text,
      sameType: text,
      nameParts: { answer: 'several', evidence: 'First and last name.' },
      wholeEntry: text,
      similarities: [],
      differences: [{ what: 'The year of birth', evidence: 'Eleven years apart.' }],
      nationality: 'not compared',
    },
    reason: 'Another person: eleven years apart.',
  },
  reply: matchLine,
  async handle({ deps, caller }, { params: { match }, body }) {
    return matchLineOf(await adjudicate(deps, caller, { match, by: caller.id, ...body }))
  },
})

const seconded = route({
  method: 'POST',
  path: '/api/matches/:match/second',
  says: 'Another person than the first agrees that a match is confirmed, or sends it back. Needs a sign-in of the last minutes.',
  may: 'screening:confirm',
  params,
  body: z.strictObject({ agrees: z.boolean(), reason }),
  example: { agrees: false, reason: 'The address is another one.' },
  reply: matchLine,
  async handle({ deps, caller }, { params: { match }, body }) {
    return matchLineOf(await second(deps, caller, { match, by: caller.id, ...body }))
  },
})

const reopened = route({
  method: 'POST',
  path: '/api/matches/:match/reopen',
  says: 'What was decided is a question again.',
  may: 'screening:work',
  params,
  body: z.strictObject({ reason }),
  example: { reason: 'A new passport was handed in.' },
  reply: matchLine,
  handle: async ({ deps, caller }, { params: { match }, body }) =>
    matchLineOf(await reopen(deps, caller, { match, by: caller.id, reason: body.reason })),
})

const replayed = route({
  method: 'GET',
  path: '/api/matches/:match/replay',
  says: 'The same question again, on the version and by the settings of then.',
  may: 'screening:read',
  params,
  reply: z.object({ same: z.boolean(), differs: z.array(z.string()), now: hit.nullable() }),
  async handle({ deps, caller, parts }, { params: { match } }) {
    const found = await deps.store.tx(caller.tenant, (tx) => matchNamed(tx, match))
    const version = await parts.shelf.find(found.hit.list, found.hit.version)
    if (version === undefined) throw notFound('list version', found.hit.version.slice(0, 12))
    const { same, differs, now } = replay(found, await openWhole(parts.shelf, version))
    return { same, differs: [...differs], now: now === undefined ? null : hitShown(now) }
  },
})

const report = z
  .object({
    list: z.string(),
    version: z.string(),
    previous: z.string().optional(),
    at: instant,
    changes: z.object({ added: z.number().int(), removed: z.number().int(), changed: z.number().int() }),
    subjects: z.number().int(),
    matches: z.array(matchLine),
    waiting: z.number().int(),
    signedBy: z.string().optional(),
    signed: instant.optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'ListReport' })

const reports = route({
  method: 'GET',
  path: '/api/list-reports',
  says: 'What each version of a list set in motion, what was decided, and who signed it.',
  may: 'screening:read',
  query: z.object({ list: z.string().max(100).optional() }),
  reply: z.object({ items: z.array(report) }),
  async handle({ deps, caller }, { query }) {
    const all = await signOffs(deps, caller, query.list)
    return {
      items: all.map(({ review: { filed: _, ...review }, matches, waiting }) => ({
        ...review,
        matches: matches.map(({ match }) => matchLineOf(match)),
        waiting,
      })),
    }
  },
})

const signed = route({
  method: 'POST',
  path: '/api/list-reports/:list/:version/sign',
  says: 'A person signs that a version of a list was worked. Refused while something waits.',
  may: 'screening:confirm',
  params: z.object({ list: z.string().max(100), version: z.string().max(64) }),
  body: z.strictObject({ reason }),
  example: { reason: 'All matches were looked at.' },
  reply: z.object({ list: z.string(), version: z.string(), signedBy: z.string().optional(), signed: instant.optional() }),
  async handle({ deps, caller }, { params, body }) {
    const { list: id, version, signedBy, signed: at } = await signReview(deps, caller, { ...params, by: caller.id, reason: body.reason })
    return { list: id, version, signedBy, signed: at }
  },
})

export const matchRoutes = [list, people, show, compared, assigned, decided, seconded, reopened, replayed, reports, signed] as const
