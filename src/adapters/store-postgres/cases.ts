import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm'
import type { CasesTx, InboxRow } from '../../engine/cases/ports.ts'
import type { Case, CaseEvent } from '../../model/case.ts'
import { askedOf, nextDue, RANKS, workedOn, workOf } from '../../model/case-needs.ts'
import { inboxOf } from './inbox.ts'
import { internal } from '../../model/errors.ts'
import { WAITING } from '../../model/adjudication.ts'
import type { Instant } from '../../model/statement.ts'
import { insertAll } from './bulk.ts'
import { rowsOf, type Scope } from './database.ts'
import { match } from './schema.ts'
import { caseEvent, caseFile, casePersona } from './schema-cases.ts'
import { anyOf } from './values.ts'

type Part = Pick<
  CasesTx,
  | 'newCaseIds'
  | 'lockCases'
  | 'lockCase'
  | 'cases'
  | 'casesNamed'
  | 'casesOfPersonas'
  | 'putCases'
  | 'casesDoneBefore'
  | 'removeCases'
  | 'caseEvents'
  | 'inboxCases'
  | 'personasToAsk'
  | 'matchesWaiting'
>

/** Cases of both rooms. Which of them somebody sees is the engine's to ask for; a quiet one is never given to who is no member. */
export function casesIn(scope: Scope): Part {
  const { db, ask, tenant, wrote } = scope
  return {
    async newCaseIds(many) {
      const rows = await rowsOf<{ id: string }>(db, sql`select gen_random_uuid()::text as id from generate_series(1, ${many}::int)`)
      // The last group is random throughout; the others carry bits that say which kind of UUID it is.
      return rows.map(({ id }) => `case-${id.slice(-12)}`)
    },
    async lockCases() {
      await db.execute(sql`select pg_advisory_xact_lock(hashtext('cases'), hashtext(${tenant}))`)
    },
    async lockCase(id) {
      const [row] = await db.select({ state: caseFile.state }).from(caseFile).where(eq(caseFile.id, id)).for('update')
      return row?.state
    },
    async cases({ rooms, who, status, persona, changedAfter, after, limit }) {
      if (rooms.length === 0) return []
      const also = and(
        seenBy(who),
        status === undefined ? undefined : eq(caseFile.status, status),
        persona === undefined ? undefined : sql`${caseFile.id} in (select "case" from case_persona where persona = ${persona})`,
        changedAfter === undefined ? undefined : gt(caseFile.changed, changedAfter),
        after === undefined ? undefined : sql`(${caseFile.opened}, ${caseFile.id}) < (${after.opened}, ${after.id})`,
      )
      // Each room in the order of its index, no further than the page.
      const of = rooms.map(
        (room) =>
          sql`(select opened, id, state from ${caseFile} where ${caseFile.room} = ${room} and ${also} order by opened desc, id desc limit ${limit}::int)`,
      )
      const rows = await rowsOf<{ state: Case }>(
        db,
        sql`select state from (${sql.join(of, sql` union all `)}) r order by opened desc, id desc limit ${limit}::int`,
      )
      return rows.map((row) => row.state)
    },
    async casesNamed(ids) {
      if (ids.length === 0) return []
      const rows = await db
        .select({ state: caseFile.state })
        .from(caseFile)
        .where(anyOf(sql`${caseFile.id}`, ids))
      return rows.map((row) => row.state)
    },
    async casesOfPersonas(personas) {
      if (personas.length === 0) return []
      const rows = await db
        .select({ state: caseFile.state })
        .from(caseFile)
        .where(sql`${caseFile.id} in (select "case" from case_persona where ${anyOf(sql`persona`, personas)} and room = 'identity')`)
        .orderBy(asc(caseFile.opened), asc(caseFile.id))
      return rows.map((row) => row.state)
    },
    async putCases(cases, acts) {
      const fresh = new Set(acts.flatMap((act) => (act.kind === 'opened' ? [act.case] : [])))
      await insertAll(scope, caseFile, cases.filter((c) => fresh.has(c.id)).map(rowOf))
      // Changed in place: who waits for the row would find it gone if it were written anew.
      for (const c of cases) if (!fresh.has(c.id)) await db.update(caseFile).set(rowOf(c)).where(eq(caseFile.id, c.id))
      await db.delete(casePersona).where(
        anyOf(
          casePersona.case,
          cases.map((c) => c.id),
        ),
      )
      await insertAll(
        scope,
        casePersona,
        cases.flatMap((c) => c.personas.map((persona) => ({ persona, case: c.id, room: c.room, open: c.status === 'open' }))),
      )
      const added = await insertAll(
        scope,
        caseEvent,
        acts.map(({ case: of, seq, kind, by, at, ...act }) => ({ case: of, seq, kind, by, at, act })),
      )
      if (added !== acts.length) throw internal(`${acts.length} acts of cases were to be written and ${added} were.`, undefined)
    },
    async casesDoneBefore(then, room) {
      const rows = await db
        .select({ id: caseFile.id })
        .from(caseFile)
        .where(
          sql`${caseFile.room} = ${room} and ${caseFile.status} = 'closed' and ${caseFile.changed} < ${then} and not exists (
            select 1 from case_persona join legal_hold on legal_hold.persona = case_persona.persona where case_persona."case" = ${caseFile.id})`,
        )
        .orderBy(asc(caseFile.id))
      return rows.map((row) => row.id)
    },
    async removeCases(ids) {
      if (ids.length === 0) return
      await db.delete(caseFile).where(anyOf(caseFile.id, ids))
      await db.delete(casePersona).where(anyOf(casePersona.case, ids))
      wrote((await db.delete(caseEvent).where(anyOf(caseEvent.case, ids)).returning({ seq: caseEvent.seq })).length)
    },
    async caseEvents(id) {
      const rows = await db.select().from(caseEvent).where(eq(caseEvent.case, id)).orderBy(asc(caseEvent.seq))
      // Written from a CaseEvent.
      return rows.map(({ tenant: _, case: __, act, ...row }) => ({ ...act, ...row }) as unknown as CaseEvent)
    },
    async inboxCases(asked) {
      const rows = await ask<{ rank: number; since: string; id: string; state: Case }>(...inboxOf(asked))
      return rows.map(({ rank, since, state }): InboxRow => ({ rank, since, case: state }))
    },
    async personasToAsk({ after, limit }) {
      return rowsOf(
        db,
        sql`select a.persona, p.received as since from assessment a join persona p on p.id = a.persona
          where a.recommendation = 'ask' and p.status = 'open' ${after === undefined ? sql`` : sql`and a.persona > ${after}`}
            and not exists (select 1 from disposition d where d.persona = a.persona)
            and not exists (select 1 from case_persona c join case_file f on f.id = c."case"
              where c.persona = a.persona and c.open and c.room = 'identity' and f.members is null)
          order by a.persona limit ${limit}::int`,
      )
    },
    async matchesWaiting({ after, limit }) {
      const beyond = after === undefined ? sql`` : sql`and (opened, id) > (${after.since}, ${after.id})`
      const of = WAITING.map(
        (state) =>
          sql`(select id as match, opened as since, due, owner from ${match} where state = ${state} ${beyond} order by opened, id limit ${limit}::int)`,
      )
      const rows = await rowsOf<{ match: string; since: Instant; due: Instant | null; owner: string | null }>(
        db,
        sql`select match, since, due, owner from (${sql.join(of, sql` union all `)}) r order by since, match limit ${limit}::int`,
      )
      return rows.map((row) => ({ ...row, due: row.due ?? undefined, owner: row.owner ?? undefined }))
    },
  }
}

const seenBy = (who: string): SQL => sql`(members is null or members ? ${who})`

function rowOf(c: Case): Omit<typeof caseFile.$inferInsert, 'tenant'> {
  const [work, asked, due] = [workOf(c), askedOf(c), nextDue(c)]
  return {
    id: c.id,
    room: c.room,
    status: c.status,
    opened: c.opened,
    changed: c.changed,
    state: c,
    assignee: c.assignee ?? null,
    members: c.members ?? null,
    wakes: c.snoozed ?? null,
    worked: workedOn(c),
    rank: work === undefined ? null : RANKS[work.rank],
    since: work?.since ?? null,
    due: due?.due ?? null,
    askedBy: asked?.by ?? null,
    askedAt: asked?.since ?? null,
    askedUntil: asked?.until ?? null,
  }
}
