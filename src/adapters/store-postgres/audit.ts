import { and, asc, eq, gt } from 'drizzle-orm'
import { auditHash, FIRST_LINK } from '../../engine/audit-hash.ts'
import type { Tx } from '../../engine/ports.ts'
import type { Scope } from './database.ts'
import { audit, auditHead } from './schema.ts'

/** The chains of who did what, one a room. A writer holds the head until its transaction ends, so that the next one builds on it. */
export function auditOf({ db, tenant }: Scope): Pick<Tx, 'appendAudit' | 'auditRows' | 'auditHead'> {
  return {
    async appendAudit({ actor, action, subject, detail }, at) {
      const room = detail['room'] === 'sanctions' ? 'sanctions' : 'identity'
      await db.insert(auditHead).values({ tenant, room, seq: 0, hash: FIRST_LINK }).onConflictDoNothing()
      const [head] = await db.select().from(auditHead).where(eq(auditHead.room, room)).for('update')
      if (head === undefined) throw new Error('The head of the audit chain has vanished.')
      // As it will be read back: what JSON drops is not part of what is hashed.
      const plain = JSON.parse(JSON.stringify(detail)) as typeof detail
      const row = { seq: head.seq + 1, at, actor, action, subject, detail: plain, previous: head.hash }
      const whole = { ...row, hash: auditHash(tenant, row) }
      await db.insert(audit).values({ tenant, room, ...whole })
      await db.update(auditHead).set({ seq: whole.seq, hash: whole.hash }).where(eq(auditHead.room, room))
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
    async auditHead(of = 'identity') {
      const [head] = await db
        .select({ seq: auditHead.seq, hash: auditHead.hash })
        .from(auditHead)
        .where(and(eq(auditHead.room, of), gt(auditHead.seq, 0)))
      return head
    },
  }
}
