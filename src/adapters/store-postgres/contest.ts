import { and, asc, eq, gt, or, sql, type SQL } from 'drizzle-orm'
import type { ContestTx, WaitingPage } from '../../engine/contest/ports.ts'
import { rowsOf, type Scope } from './database.ts'
import { anotherWay, ask, contest, setAside } from './schema-contest.ts'
import { insertAll } from './bulk.ts'
import { anyOf } from './values.ts'

type Waiting = typeof anotherWay | typeof contest

/** What people are asked, what they ask for, and what they say is wrong. */
export function contestIn(scope: Scope): ContestTx {
  const { db, tenant, wrote } = scope
  const beyond = (table: Waiting, { after }: WaitingPage): SQL | undefined =>
    and(
      eq(table.open, true),
      after === undefined ? undefined : or(gt(table.at, after.at), and(eq(table.at, after.at), gt(table.id, after.id))),
    )
  return {
    async putAsk(state) {
      const { id, persona, at } = state
      await db
        .insert(ask)
        .values({ tenant, id, persona, at, state })
        .onConflictDoUpdate({ target: [ask.id, ask.tenant], set: { state } })
      wrote(1)
    },
    async ask(id) {
      const [row] = await db.select({ state: ask.state }).from(ask).where(eq(ask.id, id))
      return row?.state
    },
    async asksOf(persona) {
      const rows = await db.select({ state: ask.state }).from(ask).where(eq(ask.persona, persona)).orderBy(asc(ask.at), asc(ask.id))
      return rows.map((row) => row.state)
    },
    async putAnotherWay(state) {
      const { id, persona, at } = state
      const open = state.answered === undefined
      await db
        .insert(anotherWay)
        .values({ tenant, id, persona, at, open, state })
        .onConflictDoUpdate({ target: [anotherWay.id, anotherWay.tenant], set: { open, state } })
      wrote(1)
    },
    async anotherWay(id) {
      const [row] = await db.select({ state: anotherWay.state }).from(anotherWay).where(eq(anotherWay.id, id)).for('update')
      return row?.state
    },
    async anotherWaysOf(persona) {
      const rows = await db
        .select({ state: anotherWay.state })
        .from(anotherWay)
        .where(eq(anotherWay.persona, persona))
        .orderBy(asc(anotherWay.at), asc(anotherWay.id))
      return rows.map((row) => row.state)
    },
    async anotherWaysWaiting(page) {
      const rows = await db
        .select({ state: anotherWay.state })
        .from(anotherWay)
        .where(beyond(anotherWay, page))
        .orderBy(asc(anotherWay.at), asc(anotherWay.id))
        .limit(page.limit)
      return rows.map((row) => row.state)
    },
    async putContest(state) {
      const { id, persona, at } = state
      const open = state.decided === undefined
      await db
        .insert(contest)
        .values({ tenant, id, persona, at, open, state })
        .onConflictDoUpdate({ target: [contest.id, contest.tenant], set: { open, state } })
      wrote(1)
    },
    async lockContest(id) {
      const [row] = await db.select({ state: contest.state }).from(contest).where(eq(contest.id, id)).for('update')
      return row?.state
    },
    async contestsOf(persona) {
      const rows = await db
        .select({ state: contest.state })
        .from(contest)
        .where(eq(contest.persona, persona))
        .orderBy(asc(contest.at), asc(contest.id))
      return rows.map((row) => row.state)
    },
    async contestsWaiting(page) {
      const rows = await db
        .select({ state: contest.state })
        .from(contest)
        .where(beyond(contest, page))
        .orderBy(asc(contest.at), asc(contest.id))
        .limit(page.limit)
      return rows.map((row) => row.state)
    },
    async lockContests(persona) {
      await db.execute(sql`select pg_advisory_xact_lock(hashtext('contests'), hashtext(${`${tenant} ${persona}`}))`)
    },
    async addSetAside(keys, day) {
      await insertAll(
        scope,
        setAside,
        keys.map((key) => ({ key, day })),
      )
    },
    async setAside(keys) {
      if (keys.length === 0) return new Set()
      const rows = await db.select({ key: setAside.key }).from(setAside).where(anyOf(setAside.key, keys))
      return new Set(rows.map((row) => row.key))
    },
    async anySetAside() {
      const rows = await rowsOf<{ any: boolean }>(db, sql`select exists (select 1 from set_aside) as any`)
      return rows[0]?.any === true
    },
  }
}
