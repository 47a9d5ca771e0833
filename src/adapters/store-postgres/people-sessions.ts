import { and, asc, desc, eq, inArray, lt, lte, ne, sql } from 'drizzle-orm'
import type { ApiKeyRow, OneTimeRow, PeopleTx, SessionRow } from '../../engine/people/ports.ts'
import type { Scope } from './database.ts'
import { apiKey, dossierView, oneTime, session, throttle } from './schema-people.ts'
import { anyOf } from './values.ts'

type Part = Pick<
  PeopleTx,
  | 'addSession'
  | 'session'
  | 'holdSession'
  | 'sessionsOf'
  | 'seeSession'
  | 'dropSessions'
  | 'addOneTime'
  | 'oneTime'
  | 'takeOneTime'
  | 'dropOneTimes'
  | 'lockThrottles'
  | 'putThrottles'
  | 'addApiKey'
  | 'apiKey'
  | 'apiKeys'
  | 'seeApiKey'
  | 'dropApiKey'
  | 'sweepPeople'
>

// The columns were written from these shapes, so that words are of their unions.
const sessionOf = ({ tenant: _, ...row }: typeof session.$inferSelect): SessionRow =>
  ({ ...row, device: row.device ?? undefined }) as SessionRow
const oneTimeOf = ({ tenant: _, ...row }: typeof oneTime.$inferSelect): OneTimeRow =>
  ({ ...row, account: row.account ?? undefined }) as OneTimeRow
const apiKeyOf = ({ tenant: _, ...row }: typeof apiKey.$inferSelect): ApiKeyRow =>
  ({ ...row, lastUsed: row.lastUsed ?? undefined }) as ApiKeyRow

/** What lets somebody in: sessions, things that work once, keys; and the counting of failures. */
export function sessionsIn({ db, tenant }: Scope): Part {
  const oneTimeIs = (id: string, hash: string) => and(eq(oneTime.id, id), eq(oneTime.hash, hash))
  return {
    async addSession(row) {
      await db.insert(session).values({ tenant, ...row })
    },
    async session(id) {
      const [row] = await db.select().from(session).where(eq(session.id, id))
      return row && sessionOf(row)
    },
    async holdSession(id) {
      const [row] = await db.select().from(session).where(eq(session.id, id)).for('share')
      return row && sessionOf(row)
    },
    async sessionsOf(owner) {
      const rows = await db.select().from(session).where(eq(session.account, owner)).orderBy(desc(session.created), asc(session.id))
      return rows.map(sessionOf)
    },
    async seeSession(id, seen) {
      await db.update(session).set({ seen }).where(eq(session.id, id))
    },
    async dropSessions(owner, which) {
      const one = which === undefined ? undefined : 'only' in which ? eq(session.id, which.only) : ne(session.id, which.except)
      return (
        await db
          .delete(session)
          .where(and(eq(session.account, owner), one))
          .returning({ id: session.id })
      ).length
    },
    async addOneTime(row) {
      await db.insert(oneTime).values({ tenant, ...row })
    },
    async oneTime(id, hash) {
      const [row] = await db.select().from(oneTime).where(oneTimeIs(id, hash))
      return row && oneTimeOf(row)
    },
    async takeOneTime(id, hash) {
      const [row] = await db.delete(oneTime).where(oneTimeIs(id, hash)).returning()
      return row && oneTimeOf(row)
    },
    async dropOneTimes(owner, kinds) {
      await db.delete(oneTime).where(and(eq(oneTime.account, owner), inArray(oneTime.kind, [...kinds])))
    },
    async lockThrottles(keys, now) {
      await db
        .insert(throttle)
        .values(keys.toSorted().map((key) => ({ tenant, key, failures: 0, last: now })))
        .onConflictDoNothing()
      // Everybody in one order, so that two never wait for each other.
      const rows = await db.select().from(throttle).where(anyOf(throttle.key, keys)).orderBy(asc(throttle.key)).for('update')
      const found = new Map(rows.map(({ key, failures, last }) => [key, { key, failures, last }]))
      return keys.map((key) => found.get(key) ?? { key, failures: 0, last: now })
    },
    async putThrottles(rows) {
      for (const { key, failures, last } of rows) await db.update(throttle).set({ failures, last }).where(eq(throttle.key, key))
    },
    async addApiKey(row) {
      await db.insert(apiKey).values({ tenant, ...row })
    },
    async apiKey(id) {
      const [row] = await db.select().from(apiKey).where(eq(apiKey.id, id))
      return row && apiKeyOf(row)
    },
    async apiKeys(owner) {
      const rows = await db
        .select()
        .from(apiKey)
        .where(owner === undefined ? undefined : eq(apiKey.account, owner))
        .orderBy(desc(apiKey.created), asc(apiKey.id))
      return rows.map(apiKeyOf)
    },
    async seeApiKey(id, day) {
      await db.update(apiKey).set({ lastUsed: day }).where(eq(apiKey.id, id))
    },
    async dropApiKey(id) {
      await db.delete(apiKey).where(eq(apiKey.id, id))
    },
    async sweepPeople(now, before) {
      const over = [
        await db
          .delete(session)
          .where(lte(session.expires, now))
          .returning({ one: sql`1` }),
        await db
          .delete(oneTime)
          .where(lte(oneTime.expires, now))
          .returning({ one: sql`1` }),
        await db
          .delete(throttle)
          .where(lt(throttle.last, before.throttles))
          .returning({ one: sql`1` }),
        await db
          .delete(dossierView)
          .where(lt(dossierView.hour, before.views))
          .returning({ one: sql`1` }),
      ]
      return over.reduce((n, rows) => n + rows.length, 0)
    },
  }
}
