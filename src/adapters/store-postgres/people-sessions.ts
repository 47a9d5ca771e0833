import { and, asc, desc, eq, inArray, lt, lte, ne, sql } from 'drizzle-orm'
import type { Account, ApiKeyRow, OneTimeRow, PeopleTx, SessionRow } from '../../engine/people/ports.ts'
import type { Fixed, Scope } from './database.ts'
import { accountOf } from './people-accounts.ts'
import { type account, apiKey, dossierView, oneTime, session, throttle } from './schema-people.ts'
import { anyOf } from './values.ts'

type Part = Pick<
  PeopleTx,
  | 'addSession'
  | 'session'
  | 'signedIn'
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
  | 'keyHolder'
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

/** An account as JSON of its row, whose columns go by the database's names. */
type Holder = Omit<typeof account.$inferSelect, 'totpStep'> & { readonly totp_step: number | null }
type WithAccount<Row> = Row & { readonly holder: Holder }

const accountIn = ({ totp_step: totpStep, ...row }: Holder): Account => accountOf({ ...row, totpStep })

/** Every request asks one of these two: who is it, as of now. */
const SIGNED_IN: Fixed = {
  name: 'signed-in',
  text: `select s.id, s.hash, s.account, s."by", s."full", s.created, s.seen, s.expires, s.authenticated, s.device, row_to_json(a) as holder
    from session s join account a on a.id = s.account where s.id = $1`,
}
const KEY_HOLDER: Fixed = {
  name: 'key-holder',
  text: `select k.id, k.hash, k.name, k.account, k.scopes, k.created, k.expires, k.last_used as "lastUsed", row_to_json(a) as holder
    from api_key k join account a on a.id = k.account where k.id = $1`,
}

/** What lets somebody in: sessions, things that work once, keys; and the counting of failures. */
export function sessionsIn({ db, ask, tenant }: Scope): Part {
  const oneTimeIs = (id: string, hash: string) => and(eq(oneTime.id, id), eq(oneTime.hash, hash))
  return {
    async addSession(row) {
      await db.insert(session).values({ tenant, ...row })
    },
    async session(id) {
      const [row] = await db.select().from(session).where(eq(session.id, id))
      return row && sessionOf(row)
    },
    async signedIn(id) {
      const [row] = await ask<WithAccount<typeof session.$inferSelect>>(SIGNED_IN, [id])
      if (row === undefined) return undefined
      const { holder, ...own } = row
      return { session: sessionOf(own), account: accountIn(holder) }
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
    async keyHolder(id) {
      const [row] = await ask<WithAccount<typeof apiKey.$inferSelect>>(KEY_HOLDER, [id])
      if (row === undefined) return undefined
      const { holder, ...own } = row
      return { key: apiKeyOf(own), account: accountIn(holder) }
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
