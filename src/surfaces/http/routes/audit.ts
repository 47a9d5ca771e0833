import { z } from 'zod'
import { auditFound, auditSeen } from '../../../engine/cases/audit-view.ts'
import type { NumberedRow } from '../../../engine/cases/ports.ts'
import { verifyAudit } from '../../../engine/audit.ts'
import type { Caller } from '../../../engine/people/caller.ts'
import type { AuditRow } from '../../../engine/audit-row.ts'
import type { Deps } from '../../../engine/ports.ts'
import { cursorOf, cut, pageOf, paging } from '../page.ts'
import { fileReply, route } from '../route.ts'
import { instant } from './shapes.ts'

const row = z
  .object({
    /** Counted among what this reader is shown. */
    seq: z.number().int(),
    at: instant,
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditRow' })

const numbered = ({ row: seq, detail, ...one }: NumberedRow): z.infer<typeof row> => ({ seq, ...one, detail: { ...detail } })

const place = cursorOf(z.object({ row: z.number().int().min(0) }))

/** What the sanctions room does is not for readers of the log outside it, who are shown its rows as little as its numbers. */
const shownTo = (caller: Caller, { detail }: AuditRow): boolean => detail['room'] !== 'sanctions' || caller.may.has('screening:read')

const list = route({
  method: 'GET',
  path: '/api/audit',
  says: 'The log of what was done, oldest first: who, what, on what; ids, counts and hashes, no content.',
  may: 'audit:read',
  query: z.object(paging),
  reply: pageOf(row),
  async handle({ deps, caller }, { query: { after, limit } }) {
    const from = place.read(after)?.row ?? 0
    const rows = await deps.store.tx(caller.tenant, (tx) => auditSeen(tx, caller, { after: from, limit: limit + 1 }))
    return cut(rows, limit, numbered, (one) => place.write({ row: one.row }))
  },
})

const found = route({
  method: 'GET',
  path: '/api/audit/search',
  says: 'Rows of the log by who did it, what was done, on what, and when; newest first.',
  may: 'audit:read',
  query: z.object({
    ...paging,
    actor: z.string().max(100).optional(),
    action: z.string().max(100).optional(),
    subject: z.string().max(200).optional(),
    /** From then on, and before then. */
    from: instant.optional(),
    to: instant.optional(),
  }),
  reply: pageOf(row),
  async handle({ deps, caller }, { query: { after, limit, ...asked } }) {
    const before = place.read(after)?.row
    const rows = await deps.store.tx(caller.tenant, (tx) => auditFound(tx, caller, { ...asked, before, limit: limit + 1 }))
    return cut(rows, limit, numbered, (one) => place.write({ row: one.row }))
  },
})

const verify = route({
  method: 'GET',
  path: '/api/audit/verify',
  says: 'Walks the chain of the log and names every row that is not as it was written.',
  may: 'audit:read',
  perMinute: 6,
  reply: z.object({
    rows: z.number().int(),
    faults: z.array(z.object({ seq: z.number().int(), kind: z.enum(['changed', 'removed', 'reordered', 'inserted']), says: z.string() })),
  }),
  async handle({ deps, caller }) {
    const { rows, faults } = await verifyAudit(deps, caller)
    return { rows, faults: [...faults] }
  },
})

const EXPORTED_AT_ONCE = 2_000

const exported = route({
  method: 'GET',
  path: '/api/audit/export',
  says: 'The whole log as JSON lines, with its hashes; rows of the other room by their hashes alone, so that the chain can be verified elsewhere.',
  may: 'audit:read',
  perMinute: 6,
  reply: fileReply('application/x-ndjson'),
  async handle({ deps, caller, clock }) {
    await deps.store.tx(caller.tenant, (tx) =>
      tx.appendAudit({ actor: caller.id, action: 'log-exported', subject: 'audit', detail: {} }, clock.now()),
    )
    return { name: `audit-${clock.now().slice(0, 10)}.jsonl`, content: lines(deps, caller) }
  },
})

async function* lines(deps: Deps, caller: Caller): AsyncGenerator<string> {
  for (let seq = 0; ;) {
    const after = seq
    const page = await deps.store.tx(caller.tenant, (tx) => tx.auditRows(after, EXPORTED_AT_ONCE))
    for (const one of page)
      yield `${JSON.stringify(shownTo(caller, one) ? one : { seq: one.seq, previous: one.previous, hash: one.hash })}\n`
    if (page.length < EXPORTED_AT_ONCE) return
    seq = page.at(-1)?.seq ?? 0
  }
}

export const auditRoutes = [list, found, verify, exported] as const
