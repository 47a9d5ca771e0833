import { and, desc, eq, sql } from 'drizzle-orm'
import type { ChangedPersona, Decided, ThresholdsTx } from '../../engine/thresholds/ports.ts'
import type { Change, TriedCounts } from '../../model/number-set.ts'
import { insertAll } from './bulk.ts'
import { rowsOf, type Scope } from './database.ts'
import { backtest, numberSet, tried } from './schema-thresholds.ts'
import { anyOf } from './values.ts'

/** The last decision about each persona, beside what would change for them. */
const CHANGED = (trial: string) => sql`select t.persona, case when t."other" = 'fired' then 'newly' else 'quiet' end as change,
    (select d.kind from disposition d where d.persona = t.persona order by d.seq desc limit 1) as decided
  from tried t where t.trial = ${trial} and t."now" <> t."other" and 'fired' in (t."now", t."other")`

/** Numbers of one's own for detectors, and what they would say. */
export function thresholdsIn(scope: Scope): ThresholdsTx {
  const { db, tenant, wrote } = scope
  return {
    async lockNumbers() {
      await db.execute(sql`select pg_advisory_xact_lock(hashtext('numbers'), hashtext(${tenant}))`)
    },
    async putNumberSet(state) {
      const { id, detector, made } = state
      const holds = state.state !== 'ended'
      await db
        .insert(numberSet)
        .values({ tenant, id, detector, at: made.at, holds, state })
        .onConflictDoUpdate({ target: [numberSet.id, numberSet.tenant], set: { holds, state } })
      wrote(1)
    },
    async numberSet(id) {
      const [row] = await db.select({ state: numberSet.state }).from(numberSet).where(eq(numberSet.id, id))
      return row?.state
    },
    async numberSetsOf(detector) {
      const rows = await db
        .select({ state: numberSet.state })
        .from(numberSet)
        .where(eq(numberSet.detector, detector))
        .orderBy(desc(numberSet.at), desc(numberSet.id))
      return rows.map((row) => row.state)
    },
    async numberSetsInForce() {
      const rows = await db.select({ state: numberSet.state }).from(numberSet).where(eq(numberSet.holds, true))
      return rows.map((row) => row.state)
    },
    async numberSetsUsed() {
      const rows = await db.select({ state: numberSet.state }).from(numberSet)
      return rows.flatMap(({ state }) => (state.approved === undefined ? [] : [state]))
    },
    async putBacktest(state) {
      const { id, detector, at } = state
      await db
        .insert(backtest)
        .values({ tenant, id, detector, at, state })
        .onConflictDoUpdate({ target: [backtest.id, backtest.tenant], set: { state } })
      wrote(1)
    },
    async backtest(id) {
      const [row] = await db.select({ state: backtest.state }).from(backtest).where(eq(backtest.id, id))
      return row?.state
    },
    async backtestsOf(detector, limit) {
      const rows = await db
        .select({ state: backtest.state })
        .from(backtest)
        .where(eq(backtest.detector, detector))
        .orderBy(desc(backtest.at), desc(backtest.id))
        .limit(limit)
      return rows.map((row) => row.state)
    },
    async putTried(trial, rows) {
      await db.delete(tried).where(
        and(
          eq(tried.trial, trial),
          anyOf(
            tried.persona,
            rows.map((row) => row.persona),
          ),
        ),
      )
      await insertAll(
        scope,
        tried,
        rows.map((row) => ({ trial, ...row })),
      )
    },
    async dropTried(trial) {
      await db.delete(tried).where(eq(tried.trial, trial))
    },
    async triedCounts(trial) {
      const rows = await rowsOf<{ pair: keyof TriedCounts; n: number }>(
        db,
        sql`select "now" || ' ' || "other" as pair, count(*)::int as n from tried where trial = ${trial} group by 1`,
      )
      return Object.fromEntries(rows.map((row) => [row.pair, row.n]))
    },
    async triedDecided(trial) {
      const rows = await rowsOf<Decided & { change: Change }>(
        db,
        sql`select change, count(*)::int as personas,
            count(*) filter (where decided = 'confirmed')::int as confirmed,
            count(*) filter (where decided = 'cleared')::int as cleared,
            count(*) filter (where decided = 'inconclusive')::int as inconclusive
          from (${CHANGED(trial)}) q group by change`,
      )
      const of = (change: Change): Decided => {
        const { personas = 0, confirmed = 0, cleared = 0, inconclusive = 0 } = rows.find((row) => row.change === change) ?? {}
        return { personas, confirmed, cleared, inconclusive }
      }
      return { newly: of('newly'), quiet: of('quiet') }
    },
    async triedChanged(trial, { after, limit }) {
      const rows = await rowsOf<Omit<ChangedPersona, 'decided'> & { decided: ChangedPersona['decided'] | null }>(
        db,
        sql`select * from (${CHANGED(trial)}) q where ${after === undefined ? sql`true` : sql`persona > ${after}`} order by persona limit ${limit}`,
      )
      return rows.map((row) => ({ ...row, decided: row.decided ?? undefined }))
    },
  }
}
