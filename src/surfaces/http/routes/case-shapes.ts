import { z } from 'zod'
import type { Decided } from '../../../engine/cases/decide.ts'
import type { InboxItem } from '../../../engine/cases/inbox.ts'
import type { Case, CaseEvent } from '../../../model/case.ts'
import { COMINGS, EVIDENCE, LINKABLE, OPENED_BECAUSE } from '../../../model/case.ts'
import { nextDue, RANKS, type Rank } from '../../../model/case-needs.ts'
import { RECOMMENDATIONS } from '../../../model/finding.ts'
import { FOUR_EYES, type FourEyes } from '../../../model/four-eyes.ts'
import { instant, reason } from './shapes.ts'

/** How cases are shown and worked on. */

export const caseParams = z.object({ case: z.string().max(40) })
const id = z.string().max(100)
const ids = z.array(id)
const name = z.string().min(1).max(200)
const text = z.string().min(2).max(5_000)
const number = z.number().int()
export const rank = z.enum(Object.keys(RANKS) as [Rank, ...Rank[]])
export const fourEyes = z.enum(Object.keys(FOUR_EYES) as [FourEyes, ...FourEyes[]])

export const caseLine = z
  .object({
    id,
    room: z.enum(['identity', 'sanctions']),
    status: z.enum(['open', 'closed']),
    because: z.enum(OPENED_BECAUSE),
    says: z.string(),
    opened: instant,
    changed: instant,
    recommendation: z.enum(RECOMMENDATIONS).optional(),
    assignee: z.string().optional(),
    snoozed: instant.optional(),
    /** Only its members see it. */
    quiet: z.boolean(),
    due: instant.optional(),
    personas: ids,
  })
  .meta({ id: 'CaseLine' })

export const caseLineOf = (c: Case): z.infer<typeof caseLine> => ({
  id: c.id,
  room: c.room,
  status: c.status,
  because: c.because,
  says: c.says,
  opened: c.opened,
  changed: c.changed,
  recommendation: c.recommendation,
  assignee: c.assignee,
  snoozed: c.snoozed,
  quiet: c.members !== undefined,
  due: nextDue(c)?.due,
  personas: [...c.personas],
})

/** A decision as it was made, with everything it was made with. */
const record = z.looseObject({ persona: id, kind: z.string(), text: z.string() })

export const caseWhole = caseLine
  .extend({
    source: z.object({ who: z.string(), reliability: z.string(), credibility: z.string() }).optional(),
    clusters: ids,
    findings: ids,
    matches: ids,
    members: z.array(name).optional(),
    tasks: z.array(z.object({ task: number, text: z.string(), due: instant.optional(), done: z.boolean() })),
    dues: z.array(z.object({ timer: z.string(), due: instant, met: z.boolean() })),
    seen: z.array(z.object({ by: name, what: z.enum(EVIDENCE), evidence: id, seconds: z.number() })),
    waiting: z.array(z.object({ came: number, what: z.enum(COMINGS), ref: z.string(), says: z.string(), at: instant })),
    requests: z.array(
      z.object({
        request: number,
        what: fourEyes,
        about: id,
        by: name,
        at: instant,
        expires: instant,
        reason: z.string(),
        state: z.enum(['pending', 'approved', 'refused', 'withdrawn', 'done']),
        second: name.optional(),
        record: record.optional(),
      }),
    ),
    decisions: z.array(z.object({ decided: number, by: name, at: instant, second: name.optional(), record })),
    cuts: z.array(z.object({ cut: number, by: name, about: id, at: instant, review: instant, reviewed: z.boolean().optional() })),
  })
  .meta({ id: 'Case' })

export const caseWholeOf = (c: Case): z.infer<typeof caseWhole> => ({
  ...caseLineOf(c),
  source: c.source,
  clusters: [...c.clusters],
  findings: [...c.findings],
  matches: [...c.matches],
  members: c.members === undefined ? undefined : [...c.members],
  tasks: [...c.tasks],
  dues: [...c.dues],
  seen: [...c.seen],
  waiting: [...c.waiting],
  requests: c.requests.map(({ record: asked, ...request }) => ({ ...request, record: asked === undefined ? undefined : { ...asked } })),
  decisions: c.decisions.map((d) => ({ ...d, record: { ...d.record } })),
  cuts: [...c.cuts],
})

export const caseEvent = z.looseObject({ seq: number, kind: z.string(), by: name, at: instant }).meta({ id: 'CaseEvent' })
export const caseEventOf = (event: CaseEvent): z.infer<typeof caseEvent> => ({ ...event })

export const decidedNow = z
  .object({
    case: caseWhole,
    /** Number of the disposition that stands now; absent while a second person is waited for. */
    disposition: number.optional(),
    /** Number of the approval that is asked for, where one is needed. */
    request: number.optional(),
    /** Other personas who read otherwise because of it. */
    changed: ids,
  })
  .meta({ id: 'Decided' })

export const decidedOf = ({ case: c, disposition, request, changes }: Decided): z.infer<typeof decidedNow> => ({
  case: caseWholeOf(c),
  disposition: disposition?.seq,
  request,
  changed: changes.map((change) => change.persona),
})

/** What a person does on a case in one step. */
export const plainAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assigned'), to: name.nullable() }),
  z.strictObject({ kind: z.literal('snoozed'), until: instant }),
  z.strictObject({ kind: z.literal('noted'), text }),
  z.strictObject({ kind: z.literal('task-added'), text, due: instant.optional() }),
  z.strictObject({ kind: z.literal('task-done'), task: number }),
  z.strictObject({ kind: z.enum(['linked', 'unlinked']), what: z.enum(LINKABLE), id }),
  z.strictObject({ kind: z.literal('due-met'), timer: z.string().max(100) }),
  z.strictObject({ kind: z.literal('seen'), what: z.enum(EVIDENCE), evidence: id, seconds: z.number().positive().max(86_400) }),
  z.strictObject({ kind: z.literal('quieted'), members: z.array(name).min(1).max(100) }),
  z.strictObject({ kind: z.literal('unquieted'), reason }),
  z.strictObject({ kind: z.literal('member-added'), who: name }),
  z.strictObject({ kind: z.literal('attended'), came: number, reason }),
  z.strictObject({ kind: z.literal('withdrawn'), request: number, reason }),
  z.strictObject({ kind: z.enum(['closed', 'reopened']), reason }),
])

export const inboxItem = z
  .object({
    about: z.enum(['case', 'persona', 'match']),
    id,
    room: z.enum(['identity', 'sanctions']),
    rank,
    says: z.string(),
    since: instant,
    due: instant.optional(),
    overdue: z.boolean(),
    assignee: z.string().optional(),
    personas: ids,
    /** Of the first of them, as their documents have it. */
    name: z.string().optional(),
  })
  .meta({ id: 'InboxItem' })
export const inboxItemOf = (item: InboxItem, names: ReadonlyMap<string, string>): z.infer<typeof inboxItem> => ({
  ...item,
  personas: [...item.personas],
  name: names.get(item.personas[0] ?? ''),
})
