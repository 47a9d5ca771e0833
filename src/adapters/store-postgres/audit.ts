import { and, asc, desc, eq, gt, gte, lt } from 'drizzle-orm'
import { auditHash, auditText, FIRST_LINK } from '../../engine/audit-hash.ts'
import type { AuditRow } from '../../engine/audit-row.ts'
import type { Tx } from '../../engine/ports.ts'
import { internal } from '../../model/errors.ts'
import type { Fixed, Scope } from './database.ts'
import { audit, auditHead } from './schema.ts'

/**
 * The head is taken, moved and written down in one statement: a writer holds it until its transaction ends, so that the next one builds
 * on it, and every way there and back in between would be time in which nobody else writes.
 */
const APPEND: Fixed = {
  name: 'append-audit',
  text: `with head as (select seq, hash from audit_head where room = $10::text for update),
    next as (select seq + 1 as seq, hash as previous,
      encode(sha256(convert_to($7::text || hash || $8::text || (seq + 1)::text || $9::text, 'UTF8')), 'hex') as hash from head),
    moved as (update audit_head h set seq = next.seq, hash = next.hash from next where h.room = $10::text
      returning next.seq, next.previous, next.hash)
    insert into audit (tenant, room, seq, at, actor, action, subject, detail, previous, hash)
      select $1::text, $10::text, seq, $2::text, $3::text, $4::text, $5::text, $6::text::jsonb, previous, hash from moved
      returning seq::float8 as seq, previous, hash`,
}

/** The chains of who did what, one a room. */
export function auditOf({ db, ask, tenant }: Scope): Pick<Tx, 'appendAudit' | 'auditRows' | 'auditFound' | 'auditHead'> {
  return {
    async appendAudit({ actor, action, subject, detail }, at) {
      const room = detail['room'] === 'sanctions' ? 'sanctions' : 'identity'
      const json = JSON.stringify(detail)
      // As it will be read back: what JSON drops is not part of what is hashed.
      const row = { at, actor, action, subject, detail: JSON.parse(json) as typeof detail }
      const values = [tenant, at, actor, action, subject, json, ...auditText(tenant, row), room]
      const append = (): Promise<readonly Pick<AuditRow, 'seq' | 'previous' | 'hash'>[]> => ask(APPEND, values)
      let [added] = await append()
      if (added === undefined) {
        await db.insert(auditHead).values({ tenant, room, seq: 0, hash: FIRST_LINK }).onConflictDoNothing()
        ;[added] = await append()
      }
      const whole = added && { ...row, ...added }
      if (whole === undefined || auditHash(tenant, whole) !== whole.hash)
        throw internal('A row of the log was not written as it is checked.', undefined)
      return whole
    },
    async auditRows(after, limit, of = 'identity') {
      const rows = await db
        .select()
        .from(audit)
        .where(and(eq(audit.room, of), gt(audit.seq, after)))
        .orderBy(asc(audit.seq))
        .limit(limit)
      return rows.map(({ tenant: _, room: __, ...row }) => row)
    },
    async auditFound({ room, actor, action, subject, from, to, before, limit }) {
      const fits = and(
        eq(audit.room, room),
        actor === undefined ? undefined : eq(audit.actor, actor),
        action === undefined ? undefined : eq(audit.action, action),
        subject === undefined ? undefined : eq(audit.subject, subject),
        from === undefined ? undefined : gte(audit.at, from),
        to === undefined ? undefined : lt(audit.at, to),
        before === undefined ? undefined : lt(audit.seq, before),
      )
      const rows = await db.select().from(audit).where(fits).orderBy(desc(audit.seq)).limit(limit)
      return rows.map(({ tenant: _, room: __, ...row }) => row)
    },
    async auditHead(of = 'identity') {
      const [head] = await db
        .select({ seq: auditHead.seq, hash: auditHead.hash })
        .from(auditHead)
        .where(and(eq(auditHead.room, of), gt(auditHead.seq, 0)))
      return head
    },
  }
}
