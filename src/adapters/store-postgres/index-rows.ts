import { sql, type SQL } from 'drizzle-orm'
import type { SketchKind, SketchRow, Tx } from '../../engine/ports.ts'
import { digest32 } from '../../compute/digest.ts'
import { anyOf, integers, texts } from './values.ts'
import { insertAll, jsonChunks, recordset } from './bulk.ts'
import { rowsOf, type Scope } from './database.ts'
import { identifier, sketch } from './schema.ts'

type Part = Pick<Tx, 'replaceIdentifiers' | 'replaceSketches' | 'candidatePairs' | 'crowdedOut' | 'drawnBy' | 'sketchHolders'>

/** An index entry holds at most 2,704 bytes; a character of UTF-8 takes up to four. */
const LONGEST_KEY = 400
/** Counting stops here: a key that so many hold is a commonplace however many more there are. */
const COUNTED = 1_000

/** Equal keys stay equal and different ones different; a very long one is cut and ends in its digest. */
const boundedKey = (key: string): string =>
  key.length <= LONGEST_KEY ? key : `${key.slice(0, LONGEST_KEY - 40).toWellFormed()}…${digest32(key)}`

/** Each key of a persona once, however many of its statements have it. */
function drawn(rows: readonly SketchRow[]): { kind: SketchKind; persona: string; keys: number[] }[] {
  const merged = new Map<string, { kind: SketchKind; persona: string; keys: Set<number> }>()
  for (const { kind, persona, keys } of rows) {
    const name = `${kind} ${persona}`
    const entry = merged.get(name) ?? { kind, persona, keys: new Set() }
    for (const key of keys) entry.keys.add(key)
    merged.set(name, entry)
  }
  return [...merged.values()].map((entry) => ({ ...entry, keys: [...entry.keys] }))
}

/** Of the rows that were there, each key of a persona once, without those that are there again. */
function lost<Row extends { readonly kind: string; readonly key: string | number; readonly persona: string }>(
  before: readonly Row[],
  now: readonly { readonly kind: string; readonly key: string | number; readonly persona: string }[],
): readonly Pick<Row, 'kind' | 'key'>[] {
  const name = (row: (typeof now)[number]): string => `${row.persona} ${row.kind} ${row.key}`
  const found = new Map(before.map((row) => [name(row), row]))
  for (const row of now) found.delete(name(row))
  return [...found.values()].map(({ kind, key }) => ({ kind, key }))
}

/** The keys under which personas meet. */
export function indexOf(scope: Scope): Part {
  const { db, tenant } = scope
  /**
   * Walks the index of a key and stops at the limit. The planner takes the usual key, which few hold, and would first note where all
   * rows of a key are: a hundred thousand of a template's, of which fifty are wanted.
   */
  async function stoppingEarly<Row>(query: SQL): Promise<readonly Row[]> {
    await db.execute(sql`select set_config('enable_bitmapscan', 'off', true)`)
    const rows = await rowsOf<Row>(db, query)
    await db.execute(sql`select set_config('enable_bitmapscan', 'on', true)`)
    return rows
  }
  return {
    async replaceIdentifiers(personas, rows) {
      const { kind, key, persona } = identifier
      const before = await db.delete(identifier).where(anyOf(persona, personas)).returning({ kind, key, persona })
      const bounded = rows.map((row) => ({ ...row, key: boundedKey(row.key), at: row.at ?? null }))
      await insertAll(scope, identifier, bounded)
      return lost(before, bounded)
    },
    async replaceSketches(personas, rows) {
      const { kind, key, persona } = sketch
      const before = await db.delete(sketch).where(anyOf(persona, personas)).returning({ kind, key, persona })
      // Sent as arrays and spread out by the database: a tenth of the characters of one object a key.
      for (const json of jsonChunks(drawn(rows))) {
        await db.execute(sql`insert into sketch (tenant, kind, key, persona)
          select ${tenant}, r.kind, k.key, r.persona from ${recordset(json, 'kind text, persona text, keys int[]')}, unnest(r.keys) as k(key)
          order by 3`)
      }
      scope.wrote(rows.reduce((sum, row) => sum + row.keys.length, 0))
      const gone = before as { kind: SketchKind; key: number; persona: string }[]
      return before.length === 0
        ? []
        : lost(
            gone,
            rows.flatMap((row) => row.keys.map((one) => ({ ...row, key: one }))),
          )
    },
    /**
     * For each distinct key of the slice the index is asked for at most `most + 1` holders, so a key that everybody has costs
     * no more than one that `most` have.
     */
    async candidatePairs(personas, kinds, most) {
      return stoppingEarly(
        sql`with slice(persona) as (${texts(personas)}),
        mine as (
          select distinct i.kind, i.key from identifier i where ${anyOf(sql`i.persona`, personas)} and ${anyOf(sql`i.kind`, kinds)}
        ),
        drawn as (
          select distinct k.kind, k.key from sketch k where ${anyOf(sql`k.persona`, personas)}
        ),
        meeting as (
          select 'identifier' as via, h.personas from mine m cross join lateral (
            select array_agg(x.persona) as personas from (
              select distinct i.persona from identifier i where i.kind = m.kind and i.key = m.key order by i.persona limit ${most + 1}
            ) x
          ) h where cardinality(h.personas) between 2 and ${most}
          union all
          select m.kind, h.personas from drawn m cross join lateral (
            select array_agg(x.persona) as personas from (
              select k.persona from sketch k where k.kind = m.kind and k.key = m.key limit ${most + 1}
            ) x
          ) h where cardinality(h.personas) between 2 and ${most}
        )
        select distinct a.persona, b.persona as other, m.via
        from meeting m cross join lateral unnest(m.personas) as a(persona) join slice s on s.persona = a.persona
          cross join lateral unnest(m.personas) as b(persona)
        where a.persona <> b.persona
        order by 1, 2, 3`,
      )
    },
    async crowdedOut(personas, kinds, { most, rare }) {
      const rows = await stoppingEarly<{ persona: string }>(
        sql`with mine as (
          select i.kind, i.key, count(distinct i.persona) as n from identifier i
          where ${anyOf(sql`i.persona`, personas)} and ${anyOf(sql`i.kind`, kinds)} group by i.kind, i.key
        ),
        drawn as (
          select k.kind, k.key, count(distinct k.persona) as n from sketch k where ${anyOf(sql`k.persona`, personas)} group by k.kind, k.key
        ),
        crowd as materialized (
          select m.n, ${most}::int as least, h.others from mine m cross join lateral (
            select array(
              select distinct i.persona from identifier i
              where i.kind = m.kind and i.key = m.key and i.persona <> all(array(${texts(personas)})) order by i.persona limit ${most + 1}
            ) as others
          ) h
          union all
          select m.n, case when m.kind = 'phrase' then ${rare}::int else ${most}::int end, h.others from drawn m cross join lateral (
            select array(
              select k.persona from sketch k
              where k.kind = m.kind and k.key = m.key and k.persona <> all(array(${texts(personas)})) limit ${most + 1}
            ) as others
          ) h
        )
        select distinct o.persona from crowd c cross join lateral unnest(c.others) as o(persona)
        where cardinality(c.others) + c.n > c.least and (cardinality(c.others) <= c.least
          or (cardinality(c.others) <= ${most} and cardinality(c.others) + c.n > ${most}))`,
      )
      return rows.map((row) => row.persona)
    },
    async drawnBy(kind, key, most) {
      const rows = await stoppingEarly<{ persona: string }>(
        sql`select distinct k.persona from sketch k where k.kind = ${kind} and k.key = ${key}::int order by k.persona limit ${most}`,
      )
      return rows.map((row) => row.persona)
    },
    async sketchHolders(kind: SketchKind, keys) {
      const rows = await stoppingEarly<{ key: number; holders: number }>(
        sql`select m.key, h.holders from (select distinct key from (${integers(keys)}) k(key)) m cross join lateral (
          select count(*)::int as holders from (select 1 from sketch k where k.kind = ${kind} and k.key = m.key limit ${COUNTED}) x
        ) h where h.holders > 0`,
      )
      return new Map(rows.map((row) => [row.key, row.holders]))
    },
  }
}
