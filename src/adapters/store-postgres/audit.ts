import { and, asc, desc, eq, gt, gte, lt, sql } from 'drizzle-orm'
import { auditHash, FIRST_LINK } from '../../engine/audit-hash.ts'
import type { Tx } from '../../engine/ports.ts'
import type { Scope } from './database.ts'
import { audit, auditHead } from './schema.ts'

const outside = sql`${audit.detail} ->> 'room' is distinct from 'sanctions'`

/** The chain of who did what. A writer holds the head until its transaction ends, so that the next one builds on it. */
export function auditOf({ db, tenant }: Scope): Pick<Tx, 'appendAudit' | 'auditRows' | 'auditRowsOutside' | 'auditFound' | 'auditHead'> {
  return {
    async appendAudit({ actor, action, subject, detail }, at) {
      await db.insert(auditHead).values({ tenant, seq: 0, hash: FIRST_LINK }).onConflictDoNothing()
      const [head] = await db.select().from(auditHead).for('update')
      if (head === undefined) throw new Error('The head of the audit chain has vanished.')
      // As it will be read back: what JSON drops is not part of what is hashed.
      const plain = JSON.parse(JSON.stringify(detail)) as typeof detail
      const row = { seq: head.seq + 1, at, actor, action, subject, detail: plain, previous: head.hash }
      const whole = { ...row, hash: auditHash(tenant, row) }
      await db.insert(audit).values({ tenant, ...whole })
      await db.update(auditHead).set({ seq: whole.seq, hash: whole.hash })
      return whole
    },
    async auditRows(after, limit) {
      const rows = await db.select().from(audit).where(gt(audit.seq, after)).orderBy(asc(audit.seq)).limit(limit)
      return rows.map(({ tenant: _, ...row }) => row)
    },
    async auditRowsOutside(skip, limit) {
      const rows = await db.select().from(audit).where(outside).orderBy(asc(audit.seq)).offset(skip).limit(limit)
      return rows.map(({ tenant: _, ...row }) => row)
    },
    async auditFound({ outside: without, actor, action, subject, from, to, before, limit }) {
      const { at, actor: who, action: did, subject: what, detail } = audit
      const row = sql<number>`row_number() over (order by ${audit.seq})`.mapWith(Number).as('row')
      // Numbered before anything is left out, so that a number means the same whatever is looked for.
      const seen = db
        .select({ row, at, actor: who, action: did, subject: what, detail })
        .from(audit)
        .where(without ? outside : undefined)
        .as('seen')
      const fits = and(
        actor === undefined ? undefined : eq(seen.actor, actor),
        action === undefined ? undefined : eq(seen.action, action),
        subject === undefined ? undefined : eq(seen.subject, subject),
        from === undefined ? undefined : gte(seen.at, from),
        to === undefined ? undefined : lt(seen.at, to),
        before === undefined ? undefined : lt(seen.row, before),
      )
      return db.select().from(seen).where(fits).orderBy(desc(seen.row)).limit(limit)
    },
    async auditHead() {
      const [head] = await db
        .select({ seq: auditHead.seq, hash: auditHead.hash })
        .from(auditHead)
        .where(sql`${auditHead.seq} > 0`)
      return head
    },
  }
}
