import { asc, desc, or, sql, type SQL } from 'drizzle-orm'
import type { Held, IdentifierRow, OverlapRow, Pair, Tx, Value } from '../../engine/ports.ts'
import type { Hub, Link } from '../../model/link.ts'
import { insertAll, jsonChunks, recordset } from './bulk.ts'
import { rowsOf, type Scope } from './database.ts'
import { hub, identifier, link, overlap } from './schema.ts'
import { anyOf, texts } from './values.ts'

type Part = Pick<
  Tx,
  | 'lockLinks'
  | 'identifiers'
  | 'held'
  | 'heldByMany'
  | 'comparedPairs'
  | 'overlaps'
  | 'clearLinks'
  | 'replaceLinks'
  | 'links'
  | 'linksPage'
  | 'linkedPairs'
  | 'replaceHubs'
  | 'hubs'
  | 'hubsPage'
>

/** Counting holders stops here. */
const COUNTED = 1_000
/** Rows fetched at a time. */
const FETCHED = 20_000

// Written from the model's own types, so the columns are of their unions.
const linkOf = ({ tenant: _, ...row }: typeof link.$inferSelect): Link => row as Link
const hubOf = ({ tenant: _, ...row }: typeof hub.$inferSelect): Hub => row

/** Reads a table from end to end, which other queries are kept from. */
const WHOLE_TABLE = sql`select set_config('enable_seqscan', 'on', true)`
const BY_INDEX = sql`select set_config('enable_seqscan', 'off', true)`

/** Scored pairs, the values they rest on, and those that so many hold that they join nobody. */
export function linksIn(scope: Scope): Part {
  const { db, tenant } = scope
  /** Values go by as JSON: a kind and a key each. */
  const asked = (json: string): SQL => sql`(select distinct r.kind, r.key from ${recordset(json, 'kind text, key text')})`
  const heldOf = (rows: readonly { kind: string; key: string; count: number; holders: readonly string[] }[], most: number): Held[] =>
    rows.map(({ kind, key, count, holders }) => ({ kind, key, count, holders: count > most ? [] : holders }))
  /** Backwards through the index of the order; a planner that does not know the table's size would sort all of it for each page. */
  const backwards = async <Row>(page: () => Promise<Row>): Promise<Row> => {
    await db.execute(sql`select set_config('enable_sort', 'off', true)`)
    const rows = await page()
    await db.execute(sql`select set_config('enable_sort', 'on', true)`)
    return rows
  }
  return {
    async lockLinks() {
      await db.execute(sql`select pg_advisory_xact_lock(hashtext('links'), hashtext(${tenant}))`)
    },
    async identifiers(personas, kinds) {
      if (personas.length === 0) return []
      // By hand: of the largest reads in the program, and mapping each row to its columns costs as much as reading it.
      const rows = await rowsOf<Omit<IdentifierRow, 'at'> & { at: string | null }>(
        db,
        sql`select kind, key, persona, statement, at from identifier
          where ${anyOf(identifier.persona, personas)} and ${anyOf(identifier.kind, kinds)} order by persona, key, kind, statement`,
      )
      return rows.map((row): IdentifierRow => ({ ...row, at: row.at ?? undefined }))
    },
    async held(values, most) {
      const found: Held[] = []
      for (const json of jsonChunks(values)) {
        const rows = await rowsOf<{ kind: string; key: string; count: number; holders: string[] }>(
          db,
          sql`select v.kind, v.key, cardinality(h.holders) as count, h.holders[1:${most + 1}::int] as holders
            from ${asked(json)} v cross join lateral (
              select array(
                select distinct i.persona from identifier i where i.kind = v.kind and i.key = v.key order by i.persona limit ${COUNTED}
              ) as holders
            ) h where cardinality(h.holders) > 0`,
        )
        found.push(...heldOf(rows, most))
      }
      return found
    },
    async heldByMany(kinds, most, alsoAs) {
      const found: Held[] = []
      const also = alsoAs === undefined ? sql`true` : sql`key in (select key from identifier where ${anyOf(identifier.kind, alsoAs)})`
      // In the order of the index on keys: nothing is sorted, whatever the size.
      await db.execute(sql`declare many no scroll cursor for
        select kind, key, least(count(distinct persona), ${COUNTED})::int as count, array_agg(distinct persona) as holders
        from identifier where ${anyOf(identifier.kind, kinds)} and ${also} group by key, kind having min(persona) <> max(persona)`)
      for (;;) {
        const rows = await rowsOf<{ kind: string; key: string; count: number; holders: string[] }>(
          db,
          sql.raw(`fetch ${FETCHED} from many`),
        )
        if (rows.length === 0) break
        for (const row of heldOf(rows, most)) found.push(row)
      }
      await db.execute(sql.raw('close many'))
      return found
    },
    async comparedPairs() {
      await db.execute(WHOLE_TABLE)
      const rows = await rowsOf<Pair>(
        db,
        sql`select persona, other from overlap where persona < other union select persona, other from pair where same = 'yes' and persona < other`,
      )
      await db.execute(BY_INDEX)
      return rows
    },
    async overlaps(personas) {
      if (personas.length === 0) return []
      const rows = await db
        .select()
        .from(overlap)
        .where(anyOf(overlap.persona, personas))
        .orderBy(asc(overlap.persona), asc(overlap.other), asc(overlap.kind))
      return rows.map(({ tenant: _, ...row }) => row as unknown as OverlapRow)
    },
    async clearLinks() {
      await db.execute(WHOLE_TABLE)
      await db.delete(link)
      await db.delete(hub)
      await db.execute(BY_INDEX)
    },
    async replaceLinks(pairs, links) {
      for (const json of jsonChunks(pairs))
        await db.execute(sql`delete from link l using (select r.persona, r.other from ${recordset(json, 'persona text, other text')}) p
          where l.persona = p.persona and l.other = p.other`)
      await insertAll(scope, link, links)
      scope.wrote(pairs.length)
    },
    async links(personas) {
      if (personas.length === 0) return []
      const rows = await db
        .select()
        .from(link)
        .where(or(anyOf(link.persona, personas), anyOf(link.other, personas)))
        .orderBy(desc(link.bits), asc(link.persona), asc(link.other))
      return rows.map(linkOf)
    },
    async linksPage({ after, limit }) {
      const rows = await backwards(() =>
        db
          .select()
          .from(link)
          .where(after && sql`(${link.bits}, ${link.persona}, ${link.other}) < (${after.bits}::float8, ${after.persona}, ${after.other})`)
          .orderBy(desc(link.bits), desc(link.persona), desc(link.other))
          .limit(limit),
      )
      return rows.map(linkOf)
    },
    async linkedPairs(personas) {
      if (personas.length === 0) return []
      return rowsOf<Pair & { bits: number }>(
        db,
        sql`select persona, other, bits from link where state = 'linked' and persona = any(array(${texts(personas)}))
          union select persona, other, bits from link where state = 'linked' and other = any(array(${texts(personas)}))`,
      )
    },
    async replaceHubs(values, hubs) {
      for (const json of jsonChunks(valuesOnly(values)))
        await db.execute(sql`delete from hub h using ${asked(json)} v where h.kind = v.kind and h.key = v.key`)
      await insertAll(scope, hub, hubs)
    },
    async hubs(values) {
      const found: Hub[] = []
      for (const json of jsonChunks(valuesOnly(values)))
        found.push(
          ...(await rowsOf<Hub>(
            db,
            sql`select h.kind, h.key, h.holders, h.reason from ${asked(json)} v join hub h on h.kind = v.kind and h.key = v.key`,
          )),
        )
      return found
    },
    async hubsPage({ after, limit }) {
      const rows = await backwards(() =>
        db
          .select()
          .from(hub)
          .where(after && sql`(${hub.holders}, ${hub.kind}, ${hub.key}) < (${after.holders}::int, ${after.kind}, ${after.key})`)
          .orderBy(desc(hub.holders), desc(hub.kind), desc(hub.key))
          .limit(limit),
      )
      return rows.map(hubOf)
    },
  }
}

const valuesOnly = (values: readonly Value[]): Value[] => values.map(({ kind, key }) => ({ kind, key }))
