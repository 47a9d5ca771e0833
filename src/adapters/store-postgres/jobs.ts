import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm'
import type { AuditRoot, JobsTx, Mail, MailMode, Run } from '../../engine/jobs/rows.ts'
import type { Scope } from './database.ts'
import { auditRoot, mail, mailWish, run } from './schema-jobs.ts'

/** Runs, signed roots of the log, and mails that wait. */
export function jobsIn({ db, tenant, wrote }: Scope): JobsTx {
  return {
    async putRun({ persona, stop, ...row }) {
      const whole = { ...row, persona: persona ?? null }
      await db
        .insert(run)
        .values({ tenant, ...whole, stop })
        .onConflictDoUpdate({ target: [run.id, run.tenant], set: whole })
      wrote(1)
    },
    async run(id) {
      const [row] = await db.select().from(run).where(eq(run.id, id))
      return row === undefined ? undefined : runOf(row)
    },
    async freeRuns(persona) {
      await db.update(run).set({ persona: null }).where(eq(run.persona, persona))
    },
    async runs(limit, kinds) {
      const which = kinds === undefined ? undefined : inArray(run.kind, [...kinds])
      const rows = await db.select().from(run).where(which).orderBy(desc(run.made), asc(run.id)).limit(limit)
      return rows.map(runOf)
    },
    async stopRun(id) {
      const rows = await db
        .update(run)
        .set({ stop: true })
        .where(and(eq(run.id, id), inArray(run.state, ['waiting', 'working'])))
        .returning({ id: run.id })
      return rows.length === 1
    },
    async addAuditRoot(root) {
      await db.insert(auditRoot).values({ tenant, ...root })
    },
    async auditRoots(after, limit, of = 'identity') {
      const chosen = and(eq(auditRoot.room, of), gt(auditRoot.n, after))
      const rows = await db.select().from(auditRoot).where(chosen).orderBy(asc(auditRoot.n)).limit(limit)
      return rows.map(rootOf)
    },
    async lastAuditRoot(of = 'identity') {
      const [row] = await db.select().from(auditRoot).where(eq(auditRoot.room, of)).orderBy(desc(auditRoot.n)).limit(1)
      return row === undefined ? undefined : rootOf(row)
    },
    async putMailMode(person, mode) {
      await db
        .insert(mailWish)
        .values({ tenant, person, mode })
        .onConflictDoUpdate({ target: [mailWish.person, mailWish.tenant], set: { mode } })
    },
    async mailMode(person) {
      const [row] = await db.select().from(mailWish).where(eq(mailWish.person, person))
      return (row?.mode ?? 'at-once') as MailMode
    },
    async putMail({ ended, ...row }) {
      const whole = { ...row, ended: ended ?? null }
      await db
        .insert(mail)
        .values({ tenant, ...whole })
        .onConflictDoUpdate({ target: [mail.id, mail.tenant], set: whole })
    },
    async mailOf(id) {
      const [row] = await db.select().from(mail).where(eq(mail.id, id))
      return row === undefined ? undefined : mailFrom(row)
    },
    async mailsWaiting(person) {
      const rows = await db
        .select()
        .from(mail)
        .where(and(eq(mail.person, person), eq(mail.state, 'waiting')))
        .orderBy(asc(mail.made), asc(mail.id))
      return rows.map(mailFrom)
    },
  }
}

// Written from their types, so that states are of their unions.
const runOf = ({ tenant: _, persona, ...row }: typeof run.$inferSelect): Run => ({ ...row, persona: persona ?? undefined }) as Run
const rootOf = ({ tenant: _, ...row }: typeof auditRoot.$inferSelect): AuditRoot => row
const mailFrom = ({ tenant: _, ended, ...row }: typeof mail.$inferSelect): Mail => ({ ...row, ended: ended ?? undefined }) as Mail
