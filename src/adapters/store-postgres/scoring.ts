import { asc, sql } from 'drizzle-orm'
import type { CasesTx } from '../../engine/cases/ports.ts'
import type { ScoringState } from '../../model/keeping.ts'
import { insertAll } from './bulk.ts'
import { rowsOf, type Scope } from './database.ts'
import { scoringSwitch, unscored } from './schema-cases.ts'
import { anyOf } from './values.ts'

type Part = Pick<CasesTx, 'scoring' | 'lockScoring' | 'putScoring' | 'addUnscored' | 'unscored' | 'removeUnscored' | 'countUnscored'>

/** The switch that stops all scoring, and who waits behind it. */
export function scoringOf(scope: Scope): Part {
  const { db, tenant } = scope
  const key = sql`hashtext('scoring'), hashtext(${tenant})`
  const state = async (): Promise<ScoringState> => {
    const [row] = await db.select().from(scoringSwitch)
    if (row === undefined) return { stopped: false }
    const { tenant: _, ...known } = row
    return known
  }
  return {
    // Whoever scores shares the lock and whoever turns the switch has it alone, so that no transaction scores past a stop.
    async scoring() {
      await db.execute(sql`select pg_advisory_xact_lock_shared(${key})`)
      return state()
    },
    async lockScoring() {
      await db.execute(sql`select pg_advisory_xact_lock(${key})`)
      return state()
    },
    async putScoring({ stopped, by = '', at = '', reason = '' }) {
      await db.delete(scoringSwitch)
      await db.insert(scoringSwitch).values({ tenant, stopped, by, at, reason })
    },
    async addUnscored(personas) {
      await insertAll(
        scope,
        unscored,
        personas.map((persona) => ({ persona })),
      )
    },
    async unscored(limit) {
      const rows = await db.select({ persona: unscored.persona }).from(unscored).orderBy(asc(unscored.persona)).limit(limit)
      return rows.map((row) => row.persona)
    },
    async removeUnscored(personas) {
      await db.delete(unscored).where(anyOf(unscored.persona, personas))
    },
    async countUnscored() {
      const [row] = await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from unscored`)
      return row?.n ?? 0
    },
  }
}
