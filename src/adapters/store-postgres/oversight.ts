import { and, asc, gte, lt, sql } from 'drizzle-orm'
import type { DetectorCounts, MadeDecision, OpeningCounts, OversightTx, SecondLook } from '../../engine/oversight/ports.ts'
import type { DecisionRecord } from '../../model/case.ts'
import { insertAll } from './bulk.ts'
import { rowsOf, type Scope } from './database.ts'
import { contest, planted, secondLook } from './schema-contest.ts'
import { anyOf } from './values.ts'

interface DecidedRow {
  readonly case: string
  readonly decided: number
  readonly by: string
  readonly at: string
  readonly record: DecisionRecord
  readonly approver: string | null
  readonly proposer: string | null
  readonly undone: boolean
  readonly members: readonly string[] | null
}

/** Rows that figures are made of. They are for figures and exports alone; nobody works by them. */
export function oversightIn(scope: Scope): OversightTx {
  const { db } = scope
  return {
    async decisionsMade({ from, to }) {
      const rows = await rowsOf<DecidedRow>(
        db,
        sql`select e."case", e.seq as decided, e."by", e.at, e.act -> 'record' as record, f.members,
            (select r."by" from case_event r where r."case" = e."case" and r.seq = (e.act ->> 'request')::int) as proposer,
            case when e.act ? 'request' then e."by" end as approver,
            exists (select 1 from case_event u where u."case" = e."case" and u.kind = 'undone' and (u.act ->> 'decided')::int = e.seq) as undone
          from case_event e join case_file f on f.id = e."case"
          where e.kind = 'decided' and f.room = 'identity' and e.at >= ${from} and e.at < ${to}
          order by e.at, e."case", e.seq`,
      )
      // A decision that two made is the one's who proposed it: what that one had opened stands in the record.
      return rows.map(({ approver, proposer, members, by, ...row }): MadeDecision => ({
        ...row,
        by: proposer ?? by,
        second: approver ?? undefined,
        members: members ?? undefined,
      }))
    },
    async contestsFiled({ from, to }) {
      const rows = await db
        .select({ state: contest.state })
        .from(contest)
        .where(and(gte(contest.at, from), lt(contest.at, to)))
        .orderBy(asc(contest.at), asc(contest.id))
      return rows.map((row) => row.state)
    },
    async countsByOpening({ from, to }) {
      const rows = await rowsOf<Omit<OpeningCounts, 'requisition'> & { requisition: string | null }>(
        db,
        sql`with came as (
            select p.id, p.requisition, coalesce(a.recommendation in ('review', 'escalate'), false) as flagged,
              (select d.kind from disposition d where d.persona = p.id order by d.seq desc limit 1) as decided,
              exists (select 1 from contest c where c.persona = p.id) as contested,
              exists (select 1 from contest c where c.persona = p.id and c.state #>> '{decided,outcome}' = 'upheld') as upheld
            from persona p left join assessment a on a.persona = p.id
            where p.received >= ${from} and p.received < ${to})
          select requisition, count(*)::int as applications,
            count(*) filter (where flagged)::int as flagged,
            count(*) filter (where flagged and decided = 'cleared')::int as "flaggedCleared",
            count(*) filter (where decided = 'cleared')::int as cleared,
            count(*) filter (where decided = 'confirmed')::int as confirmed,
            count(*) filter (where contested)::int as contested,
            count(*) filter (where upheld)::int as upheld
          from came group by requisition order by requisition nulls last`,
      )
      return rows.map((row) => ({ ...row, requisition: row.requisition ?? undefined }))
    },
    async countsByDetector({ from, to }) {
      return rowsOf<DetectorCounts>(
        db,
        sql`with decided as (select distinct on (persona) persona, kind from disposition order by persona, seq desc),
            said as (
              select o.key as detector, o.value ->> 'kind' as kind, d.kind as decided
              from persona p join assessment a on a.persona = p.id left join decided d on d.persona = p.id
                cross join lateral jsonb_each(a.outcomes) o
              where p.received >= ${from} and p.received < ${to})
          select detector,
            count(*) filter (where kind = 'fired')::int as fired,
            count(*) filter (where kind = 'quiet')::int as quiet,
            count(*) filter (where kind = 'not-applicable')::int as "notApplicable",
            count(*) filter (where kind = 'failed')::int as failed,
            count(*) filter (where kind = 'fired' and decided = 'confirmed')::int as confirmed,
            count(*) filter (where kind = 'fired' and decided = 'cleared')::int as cleared,
            count(*) filter (where kind = 'fired' and decided = 'inconclusive')::int as inconclusive
          from said group by detector order by detector`,
      )
    },
    async addSecondLook(look) {
      return (await insertAll(scope, secondLook, [look])) > 0
    },
    async secondLooks({ from, to }) {
      return rowsOf<SecondLook>(
        db,
        sql`select l."case", l.decided, l.persona, l.kind, l."by", l.at from second_look l
          join case_event e on e."case" = l."case" and e.seq = l.decided
          where e.at >= ${from} and e.at < ${to} order by l.at, l."case", l.decided`,
      )
    },
    async addPlanted(persona, by, at) {
      await insertAll(scope, planted, [{ persona, by, at }])
    },
    async plantedOf(personas) {
      if (personas.length === 0) return new Set()
      const rows = await db.select({ persona: planted.persona }).from(planted).where(anyOf(planted.persona, personas))
      return new Set(rows.map((row) => row.persona))
    },
  }
}
