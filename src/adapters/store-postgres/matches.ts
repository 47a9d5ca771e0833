import { and, asc, desc, eq, inArray, lt, notInArray, sql } from 'drizzle-orm'
import type { Tx } from '../../engine/ports.ts'
import { type FiledMatch, type ListReview, type MatchAct, WAITING } from '../../model/adjudication.ts'
import { internal } from '../../model/errors.ts'
import { insertAll } from './bulk.ts'
import { rowsOf, type Scope } from './database.ts'
import { listReview, match, matchAct } from './schema.ts'
import { anyOf, texts } from './values.ts'

type Part = Pick<
  Tx,
  | 'lockMatches'
  | 'matches'
  | 'putMatches'
  | 'addMatchActs'
  | 'matchActs'
  | 'putListReview'
  | 'listReviews'
  | 'matchesDoneBefore'
  | 'removeMatches'
  | 'removeListReviews'
>

/** Hits on lists that wait for people, and what was done about them. */
export function matchesOf(scope: Scope): Part {
  const { db } = scope
  return {
    async lockMatches() {
      await db.execute(sql`select pg_advisory_xact_lock(hashtext('matches'), hashtext(${scope.tenant}))`)
    },
    async matches({ begin, subjects, lists, entries, states }) {
      const rows = await db
        .select()
        .from(match)
        .where(
          and(
            begin === undefined ? undefined : sql`starts_with(${match.id}, ${begin})`,
            subjects === undefined ? undefined : anyOf(match.subjectId, subjects),
            lists === undefined ? undefined : anyOf(match.list, lists),
            entries === undefined ? undefined : anyOf(match.entry, entries),
            states === undefined ? undefined : inArray(match.state, [...states]),
          ),
        )
        .orderBy(sql`${match.due} asc nulls last`, asc(match.id))
      return rows.map(matchOf)
    },
    async putMatches(rows) {
      if (rows.length === 0) return
      await db.delete(match).where(
        anyOf(
          match.id,
          rows.map((row) => row.id),
        ),
      )
      await all(
        insertAll(
          scope,
          match,
          rows.map(({ owner, due, expires, ...row }) => ({
            ...row,
            subjectId: row.subject.id,
            list: row.hit.list,
            entry: row.hit.entry,
            owner: owner ?? null,
            due: due ?? null,
            expires: expires ?? null,
          })),
        ),
        rows.length,
      )
    },
    async addMatchActs(acts) {
      const last = new Map<string, number>()
      if (acts.length > 0)
        for (const row of await rowsOf<{ match: string; seq: number }>(
          db,
          sql`select match, max(seq)::int as seq from match_act where match = any(array(${texts([...new Set(acts.map((act) => act.match))])})) group by match`,
        ))
          last.set(row.match, row.seq)
      const numbered = acts.map(({ form, outcome, before, ...act }) => {
        const seq = (last.get(act.match) ?? 0) + 1
        last.set(act.match, seq)
        return { ...act, seq, form: form ?? null, outcome: outcome ?? null, before: before ?? null }
      })
      await all(insertAll(scope, matchAct, numbered), numbered.length)
    },
    async matchActs(of) {
      const rows = await db.select().from(matchAct).where(anyOf(matchAct.match, of)).orderBy(asc(matchAct.match), asc(matchAct.seq))
      // Written from MatchActs; SQL knows null where we know no field.
      return rows.map(({ tenant: _, form, outcome, before, ...row }) => ({
        ...row,
        ...(form === null ? {} : { form }),
        ...(outcome === null ? {} : { outcome }),
        ...(before === null ? {} : { before }),
      })) as readonly MatchAct[]
    },
    async matchesDoneBefore(then, limit) {
      const rows = await db
        .select({ id: match.id })
        .from(match)
        .where(
          and(
            notInArray(match.state, [...WAITING, 'confirmed']),
            sql`not exists (select 1 from match_act where match_act.match = ${match.id} and match_act.at >= ${then})`,
            sql`${match.opened} < ${then}`,
            sql`not exists (select 1 from legal_hold where legal_hold.persona = ${match.subjectId})`,
            sql`not exists (select 1 from case_file where case_file.room = 'sanctions' and case_file.status = 'open'
              and case_file.state -> 'matches' @> to_jsonb(${match.id}))`,
          ),
        )
        .orderBy(asc(match.id))
        .limit(limit)
      return rows.map((row) => row.id)
    },
    async removeMatches(ids) {
      if (ids.length === 0) return
      await db.delete(matchAct).where(anyOf(matchAct.match, ids))
      await db.delete(match).where(anyOf(match.id, ids))
    },
    async removeListReviews(signedBefore) {
      return (await db.delete(listReview).where(lt(listReview.signed, signedBefore)).returning({ list: listReview.list })).length
    },
    async putListReview(review) {
      const nulls = {
        previous: review.previous ?? null,
        signedBy: review.signedBy ?? null,
        signed: review.signed ?? null,
        reason: review.reason ?? null,
      }
      await db
        .delete(listReview)
        .where(and(eq(listReview.list, review.list), eq(listReview.version, review.version), eq(listReview.at, review.at)))
      await insertAll(scope, listReview, [{ ...review, ...nulls }])
    },
    async listReviews(list) {
      const rows = await db
        .select()
        .from(listReview)
        .where(list === undefined ? undefined : eq(listReview.list, list))
        .orderBy(desc(listReview.at), asc(listReview.list))
      return rows.map(({ tenant: _, previous, signedBy, signed, reason, ...row }): ListReview => ({
        ...row,
        previous: previous ?? undefined,
        signedBy: signedBy ?? undefined,
        signed: signed ?? undefined,
        reason: reason ?? undefined,
      }))
    },
  }
}

/** A row that is there already would be left out in silence; of these none may be. */
async function all(added: Promise<number>, wanted: number): Promise<void> {
  const got = await added
  if (got !== wanted) throw internal(`${wanted} rows about matches were to be written and ${got} were.`, undefined)
}

function matchOf({ tenant: _, subjectId: __, list: ___, entry: ____, ...row }: typeof match.$inferSelect): FiledMatch {
  // Written from a FiledMatch, so that states and kinds are of their unions.
  return { ...row, owner: row.owner ?? undefined, due: row.due ?? undefined, expires: row.expires ?? undefined } as FiledMatch
}
