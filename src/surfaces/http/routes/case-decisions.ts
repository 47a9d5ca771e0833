import { z } from 'zod'
import { approve, cutAccess, placeHold, refuse, requestApproval, reviewCut } from '../../../engine/cases/approve.ts'
import { propose, undoDecision } from '../../../engine/cases/decide.ts'
import { DISPOSITIONS } from '../../../model/disposition.ts'
import { LEAST_LOOK, REASON_CODES, REASONS } from '../../../model/reasons.ts'
import { route } from '../route.ts'
import { UNWATCHED } from '../unwatched.ts'
import { caseParams, caseWhole, caseWholeOf, decidedNow, decidedOf, fourEyes } from './case-shapes.ts'
import { reason } from './shapes.ts'

const numbered = caseParams.extend({ number: z.coerce.number().int().min(1).max(1_000_000) })
const id = z.string().max(100)

const codes = route({
  method: 'GET',
  path: '/api/reasons',
  says: 'The closed list of reasons for decisions.',
  may: 'signed-in',
  reply: z.object({
    items: z.array(z.object({ code: z.string(), says: z.string(), for: z.enum(DISPOSITIONS), findings: z.boolean() })),
    /** Seconds for which a finding that a reason rests on is opened by the decider before. */
    leastLook: z.number(),
  }),
  handle: async () => ({ items: REASON_CODES.map((code) => ({ code, ...REASONS[code] })), leastLook: LEAST_LOOK }),
})

const proposed = route({
  method: 'POST',
  path: '/api/cases/:case/decisions',
  says: 'Decides about one persona of a case. What speaks against somebody only asks a second person, who has a day.',
  may: 'case:decide',
  params: caseParams,
  body: z.strictObject({
    persona: id,
    kind: z.enum(DISPOSITIONS),
    reasons: z.array(z.strictObject({ code: z.string().max(100), findings: z.array(id).max(200) })).max(20),
    text: reason,
    /** What was weighed, the chosen one among them. */
    options: z.array(z.enum(DISPOSITIONS)).max(3),
    /** Whether the recommendation was on the screen. */
    suggestionShown: z.boolean(),
    /** Statement of a check in which somebody independent contradicted a claim. */
    confirmation: id.optional(),
  }),
  example: {
    persona: 'p-0000000000000000',
    kind: 'cleared',
    reasons: [{ code: 'nothing-raised', findings: [] }],
    text: 'Both employers confirmed the dates.',
    options: ['cleared', 'confirmed'],
    suggestionShown: true,
  },
  reply: decidedNow,
  status: 201,
  async handle({ deps, catalog, caller }, { params, body: { confirmation, ...proposal } }) {
    return decidedOf(
      await propose(deps, catalog, caller, {
        case: params.case,
        proposal: { ...proposal, ...(confirmation === undefined ? {} : { confirmation }) },
        watch: UNWATCHED,
      }),
    )
  },
})

const undone = route({
  method: 'POST',
  path: '/api/cases/:case/decisions/:number/undo',
  says: 'Takes a decision back, by another act beside it.',
  may: 'case:decide',
  params: numbered,
  body: z.strictObject({ reason }),
  example: { reason: 'The school had mixed up two people.' },
  reply: decidedNow,
  status: 201,
  async handle({ deps, catalog, caller }, { params, body }) {
    return decidedOf(await undoDecision(deps, catalog, caller, { case: params.case, decided: params.number, ...body, watch: UNWATCHED }))
  },
})

const asked = route({
  method: 'POST',
  path: '/api/cases/:case/requests',
  says: 'Asks a second person to approve something that one alone may not do.',
  may: 'signed-in',
  params: caseParams,
  body: z.strictObject({ what: fourEyes.exclude(['confirm']), about: id, reason }),
  example: { what: 'release-hold', about: 'p-0000000000000000', reason: 'The court has what it asked for.' },
  reply: z.object({ case: caseWhole, request: z.number().int() }),
  status: 201,
  async handle({ deps, caller }, { params, body }) {
    const { case: c, result } = await requestApproval(deps, caller, { case: params.case, ...body })
    return { case: caseWholeOf(c), request: result }
  },
})

const approved = route({
  method: 'POST',
  path: '/api/cases/:case/requests/:number/approve',
  says: 'The second person agrees, and what was asked for is done. Not who asked; within a day; needs a sign-in of the last minutes.',
  may: 'signed-in',
  params: numbered,
  body: z.strictObject({ reason }),
  example: { reason: 'I read both files.' },
  reply: decidedNow,
  status: 201,
  async handle({ deps, catalog, caller }, { params, body }) {
    return decidedOf(await approve(deps, catalog, caller, { case: params.case, request: params.number, ...body, watch: UNWATCHED }))
  },
})

const refused = route({
  method: 'POST',
  path: '/api/cases/:case/requests/:number/refuse',
  says: 'The second person does not agree, and says why.',
  may: 'signed-in',
  params: numbered,
  body: z.strictObject({ reason }),
  example: { reason: 'The person was not heard yet.' },
  reply: caseWhole,
  status: 201,
  async handle({ deps, caller }, { params, body }) {
    return caseWholeOf(await refuse(deps, caller, { case: params.case, request: params.number, ...body }))
  },
})

const cut = route({
  method: 'POST',
  path: '/api/cases/:case/cuts',
  says: 'Records that access was cut in an emergency by one person. Somebody else looks at it within a day.',
  may: 'signed-in',
  params: caseParams,
  body: z.strictObject({ about: id, reason }),
  example: { about: 'p-0000000000000000', reason: 'Files are leaving now.' },
  reply: caseWhole,
  status: 201,
  async handle({ deps, caller }, { params, body }) {
    return caseWholeOf(await cutAccess(deps, caller, { case: params.case, ...body }))
  },
})

const reviewed = route({
  method: 'POST',
  path: '/api/cases/:case/cuts/:number/review',
  says: 'The second look at a cut of access, by another person than the one who cut.',
  may: 'signed-in',
  params: numbered,
  body: z.strictObject({ agrees: z.boolean(), reason }),
  example: { agrees: true, reason: 'It was right: two devices were signed in.' },
  reply: caseWhole,
  status: 201,
  async handle({ deps, caller }, { params, body }) {
    return caseWholeOf(await reviewCut(deps, caller, { case: params.case, cut: params.number, ...body }))
  },
})

const held = route({
  method: 'POST',
  path: '/api/cases/:case/holds',
  says: 'Keeps a persona’s record for a court or an authority, whatever its time. Ending that needs two people.',
  may: 'case:work',
  params: caseParams,
  body: z.strictObject({ persona: id, reason }),
  example: { persona: 'p-0000000000000000', reason: 'A court asked for it.' },
  reply: caseWhole,
  status: 201,
  async handle({ deps, caller }, { params, body }) {
    return caseWholeOf(await placeHold(deps, caller, { case: params.case, ...body }))
  },
})

export const caseDecisionRoutes = [codes, proposed, undone, asked, approved, refused, cut, reviewed, held] as const
