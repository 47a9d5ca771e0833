import { z } from 'zod'
import { dossier, type Dossier, type ExplainedFinding } from '../../../engine/dossier.ts'
import { sheetFor } from '../../../engine/interview-sheet.ts'
import type { Caller } from '../../../engine/people/caller.ts'
import { MASK_GROUPS, maskDossier } from '../../../engine/people/masking.ts'
import { enterDossier } from '../../../engine/people/purpose.ts'
import { seenBy } from '../../../engine/people/unmask.ts'
import type { Tx } from '../../../engine/ports.ts'
import type { Catalog } from '../../../kit/catalog.ts'
import { notFound } from '../../../model/errors.ts'
import { STRENGTHS, type OutcomeKind } from '../../../model/finding.ts'
import type { Instant } from '../../../model/statement.ts'
import { fileReply, route } from '../route.ts'
import { evidence, evidenceOf, instant, personaLine, personaLineOf, personaParams } from './shapes.ts'

export const finding = z
  .object({
    finding: z.string(),
    detector: z.string(),
    version: z.number().int(),
    /** By which numbers it was made, where they are other than shipped. */
    numbers: z.record(z.string(), z.number()).optional(),
    title: z.string(),
    family: z.string(),
    strength: z.enum(STRENGTHS),
    direction: z.enum(['raises', 'lowers', 'context']),
    says: z.string(),
    /** Neutral, checkable steps. */
    next: z.array(z.string()),
    /** What single fact would remove it. */
    clears: z.array(z.string()),
    innocent: z.array(z.string()),
    /** Not there when the candidate was decided on. */
    isNew: z.boolean(),
    evidence: z.array(evidence),
  })
  .meta({ id: 'Finding' })

export function findingOf({ finding: f, card, evidence: found }: ExplainedFinding, news: ReadonlySet<string>): z.infer<typeof finding> {
  return {
    finding: f.id,
    detector: f.detector,
    version: f.version,
    ...(f.numbers === undefined ? {} : { numbers: { ...f.numbers } }),
    title: card?.title ?? f.detector,
    family: f.family,
    strength: f.strength,
    direction: f.direction,
    says: f.says,
    next: [...(card?.next ?? [])],
    clears: [...(card?.clears ?? [])],
    innocent: (card?.falsePositives ?? []).map((one) => one.story),
    isNew: news.has(f.id),
    evidence: found.map(evidenceOf),
  }
}

const submission = z.object({
  artifact: z.string(),
  file: z.string().optional(),
  size: z.number().int().optional(),
  parent: z.string().optional(),
  row: z.number().int().optional(),
  state: z.enum(['waiting', 'read', 'unreadable']),
  by: z.string().optional(),
  role: z.string().optional(),
  problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }).optional(),
  notes: z.array(z.object({ kind: z.string(), says: z.string(), at: z.string().optional(), count: z.number().int().optional() })),
})

const shown = personaLine.extend({
  retention: z.string(),
  keepUntil: instant,
  findings: z.array(finding),
  /** Ids of the findings that carried the recommendation, strongest first. */
  reasons: z.array(z.string()),
  outcomes: z.object({ fired: z.number(), quiet: z.number(), 'not-applicable': z.number(), failed: z.number() }),
  submissions: z.array(submission),
  statements: z.array(evidence),
  /** Groups of fields that are shown in part; `POST …/unmask` shows them, with a reason. */
  masked: z.array(z.enum(MASK_GROUPS as [(typeof MASK_GROUPS)[number], ...(typeof MASK_GROUPS)[number][]])),
})

/** The dossier as this caller may see it now; the look is written down. Throws not-found, needs-purpose. */
async function opened(tx: Tx, catalog: Catalog, caller: Caller, at: { readonly persona: string; readonly now: Instant }) {
  // Read while it is asked whether there is a purpose: without one nothing of it leaves here.
  const [sees, whole] = await Promise.all([
    seenBy(tx, caller, at.persona, at.now),
    dossier(tx, catalog, at.persona),
    enterDossier(tx, caller, at.persona, at.now),
  ])
  return { found: maskDossier(whole, sees), sees }
}

const show = route({
  method: 'GET',
  path: '/api/personas/:persona',
  says: 'The dossier of a candidate: what was found, on what it rests, and what was handed in. Fields that are not needed are masked.',
  may: 'persona:read',
  purpose: true,
  params: personaParams,
  reply: shown,
  async handle({ deps, catalog, caller, clock }, { params }) {
    const { found, sees } = await deps.store.tx(caller.tenant, (tx) => opened(tx, catalog, caller, { ...params, now: clock.now() }))
    return { ...dossierOf(found), masked: MASK_GROUPS.filter((group) => !sees.has(group)) }
  },
})

function dossierOf(found: Dossier) {
  const { persona, name, assessment, standing } = found
  const count = (kind: OutcomeKind): number => Object.values(assessment?.outcomes ?? {}).filter((o) => o.kind === kind).length
  return {
    ...personaLineOf({ persona, name, recommendation: assessment?.recommendation, standing }),
    retention: persona.retention,
    keepUntil: persona.keepUntil,
    findings: found.findings.map((one) => findingOf(one, found.news)),
    reasons: [...(assessment?.reasons ?? [])],
    outcomes: { fired: count('fired'), quiet: count('quiet'), 'not-applicable': count('not-applicable'), failed: count('failed') },
    submissions: found.submissions.map((s) => ({
      artifact: s.artifact,
      file: s.file?.name,
      size: s.file?.size,
      parent: s.parent,
      row: s.row,
      state: s.read === undefined ? ('waiting' as const) : s.read.outcome,
      by: s.read?.by,
      role: s.read?.role,
      problem: s.read?.error,
      notes: [...(s.read?.notes ?? [])],
    })),
    statements: found.statements.map((statement) => evidenceOf({ statement, artifact: undefined, own: true })),
  }
}

const explain = route({
  method: 'GET',
  path: '/api/findings/:finding',
  says: 'One finding, down to the statement, the file and the place in it.',
  may: 'persona:read',
  purpose: true,
  params: z.object({ finding: z.string().max(100) }),
  reply: finding.extend({ persona: z.string() }),
  async handle({ deps, catalog, caller, clock }, { params }) {
    return deps.store.tx(caller.tenant, async (tx) => {
      const known = await tx.finding(params.finding)
      // One of the other room is as little here as one that never was.
      if (known === undefined || known.room !== 'identity') throw notFound('finding', params.finding)
      const { found } = await opened(tx, catalog, caller, { persona: known.persona, now: clock.now() })
      const explained = found.findings.find((one) => one.finding.id === known.id)
      if (explained === undefined) throw notFound('finding', params.finding)
      return { ...findingOf(explained, found.news), persona: known.persona }
    })
  },
})

const who = z.string().trim().min(2).max(200)

const sheet = route({
  method: 'POST',
  path: '/api/personas/:persona/interview-sheet',
  says: 'The question sheet for one candidate: what everybody is asked, and the own claims asked back. Filled in, it is handed in as a file.',
  may: 'interview:write',
  purpose: true,
  params: personaParams,
  body: z.strictObject({ interviewer: who.optional(), second: who.optional() }),
  example: { interviewer: 'Ina Vestigator', second: 'Sam Second' },
  reply: fileReply('application/yaml'),
  async handle({ deps, caller, clock }, { params, body }) {
    const text = await deps.store.tx(caller.tenant, async (tx) => {
      await enterDossier(tx, caller, params.persona, clock.now())
      return sheetFor(tx, caller, { persona: params.persona, interviewers: body }, clock.now())
    })
    return { name: `interview-${params.persona}.yml`, content: new TextEncoder().encode(text) }
  },
})

export const dossierRoutes = [show, explain, sheet] as const
