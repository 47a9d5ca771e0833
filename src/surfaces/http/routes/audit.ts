import { z } from 'zod'
import { exportLog } from '../../../engine/audit-export.ts'
import type { AuditRow } from '../../../engine/audit-row.ts'
import { verifyAudit } from '../../../engine/audit.ts'
import { logOf } from '../../../engine/cases/rooms.ts'
import { ROOMS, type Room } from '../../../model/finding.ts'
import type { Deps } from '../../../engine/ports.ts'
import { cursorOf, cut, pageOf, paging } from '../page.ts'
import { fileReply, route } from '../route.ts'
import { instant } from './shapes.ts'

const row = z
  .object({
    /** 1, 2, … in the log of its room. */
    seq: z.number().int(),
    at: instant,
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditRow' })

const place = cursorOf(z.object({ row: z.number().int().min(0) }))
/** Whose log: the sanctions room has one of its own, for who reads that room. */
const ofRoom = { room: z.enum(ROOMS).default('identity') }

const rowOf = ({ seq, at, actor, action, subject, detail }: AuditRow): z.infer<typeof row> => ({
  seq,
  at,
  actor,
  action,
  subject,
  detail: { ...detail },
})

const list = route({
  method: 'GET',
  path: '/api/audit',
  says: 'The log of what was done, oldest first: who, what, on what; ids, counts and hashes, no content.',
  may: 'audit:read',
  query: z.object({ ...paging, ...ofRoom }),
  reply: pageOf(row),
  async handle({ deps, caller }, { query: { after, limit, room } }) {
    const of = logOf(caller, room)
    const from = place.read(after)?.row ?? 0
    const rows = await deps.store.tx(caller.tenant, (tx) => tx.auditRows(from, limit + 1, of))
    return cut(rows, limit, rowOf, (one) => place.write({ row: one.seq }))
  },
})

const found = route({
  method: 'GET',
  path: '/api/audit/search',
  says: 'Rows of the log by who did it, what was done, on what, and when; newest first.',
  may: 'audit:read',
  query: z.object({
    ...paging,
    ...ofRoom,
    actor: z.string().max(100).optional(),
    action: z.string().max(100).optional(),
    subject: z.string().max(200).optional(),
    /** From then on, and before then. */
    from: instant.optional(),
    to: instant.optional(),
  }),
  reply: pageOf(row),
  async handle({ deps, caller }, { query: { after, limit, room, ...asked } }) {
    const of = logOf(caller, room)
    const before = place.read(after)?.row
    const rows = await deps.store.tx(caller.tenant, (tx) => tx.auditFound({ ...asked, room: of, before, limit: limit + 1 }))
    return cut(rows, limit, rowOf, (one) => place.write({ row: one.seq }))
  },
})

const verify = route({
  method: 'GET',
  path: '/api/audit/verify',
  says: 'Walks the chain of a log and names every row that is not as it was written.',
  may: 'audit:read',
  perMinute: 6,
  query: z.object(ofRoom),
  reply: z.object({
    rows: z.number().int(),
    faults: z.array(z.object({ seq: z.number().int(), kind: z.enum(['changed', 'removed', 'reordered', 'inserted']), says: z.string() })),
  }),
  async handle({ deps, caller }, { query: { room } }) {
    const { rows, faults } = await verifyAudit(deps, caller, [logOf(caller, room)])
    return { rows, faults: [...faults] }
  },
})

const exported = route({
  method: 'GET',
  path: '/api/audit/export',
  says: 'The whole log of a room as JSON lines with its hashes and signed roots, as `bonafide verify audit` takes it. Of the other room there is nothing in it.',
  may: 'audit:read',
  perMinute: 6,
  query: z.object(ofRoom),
  reply: fileReply('application/x-ndjson'),
  async handle({ deps, caller, clock }, { query: { room } }) {
    const of = logOf(caller, room)
    const detail = of === 'sanctions' ? { room: of } : {}
    await deps.store.tx(caller.tenant, (tx) =>
      tx.appendAudit({ actor: caller.id, action: 'log-exported', subject: 'audit', detail }, clock.now()),
    )
    return { name: `audit-${clock.now().slice(0, 10)}.jsonl`, content: lines(deps, caller.tenant, of) }
  },
})

async function* lines(deps: Pick<Deps, 'store'>, tenant: string, room: Room): AsyncGenerator<string> {
  for await (const part of exportLog(deps, tenant, room)) for (const line of part.lines) yield `${line}\n`
}

export const auditRoutes = [list, found, verify, exported] as const
