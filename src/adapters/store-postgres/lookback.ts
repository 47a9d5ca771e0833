import { and, asc, eq, inArray, lte, sql, type SQL } from 'drizzle-orm'
import type { HeldKey, Tx } from '../../engine/ports.ts'
import type { Indicator } from '../../model/indicator.ts'
import { insertAll, jsonChunks, recordset } from './bulk.ts'
import { rowsOf, type Scope } from './database.ts'
import { indicator } from './schema.ts'
import { countRows, WORTH_COUNTING } from './statistics.ts'
import { anyOf, integers, texts } from './values.ts'

type Part = Pick<
  Tx,
  'addIndicators' | 'indicators' | 'changeIndicators' | 'keyHolders' | 'sketchPersonas' | 'personasStating' | 'personasFoundBy'
>

/** Counting the holders of a hub stops here. */
const COUNTED = 10_000

const ASKED = 'kind text collate "C", key text collate "C"'

function indicatorOf({ tenant: _, ...row }: typeof indicator.$inferSelect): Indicator {
  const { origin, note, seen, warning, decidedBy, decided, reason, ...rest } = row
  const optional = { origin, note, seen, warning, decidedBy, decided, reason }
  // Kind and state were written from an Indicator; SQL knows null where we know undefined.
  return {
    ...rest,
    ...(Object.fromEntries(Object.entries(optional).map(([name, value]) => [name, value ?? undefined])) as typeof optional),
  } as unknown as Indicator
}

/** Imported indicators, and the questions that the look-back asks the index. */
export function lookbackOf(scope: Scope): Part {
  const { db } = scope
  return {
    async addIndicators(rows) {
      const added = await insertAll(
        scope,
        indicator,
        rows.map(({ origin, note, seen, warning, decidedBy, decided, reason, ...row }) => ({
          ...row,
          origin: origin ?? null,
          note: note ?? null,
          seen: seen ?? null,
          warning: warning ?? null,
          decidedBy: decidedBy ?? null,
          decided: decided ?? null,
          reason: reason ?? null,
        })),
      )
      if (added >= WORTH_COUNTING) await countRows(db, 'indicator')
      return added
    },
    async indicators({ ids, keys, states, source, expiredBy }) {
      const select = async (more: SQL | undefined): Promise<Indicator[]> => {
        const rows = await db
          .select()
          .from(indicator)
          .where(
            and(
              ids === undefined ? undefined : anyOf(indicator.id, ids),
              states === undefined ? undefined : inArray(indicator.state, [...states]),
              source === undefined ? undefined : eq(indicator.source, source),
              expiredBy === undefined ? undefined : lte(indicator.expires, expiredBy),
              more,
            ),
          )
          .orderBy(asc(indicator.source), asc(indicator.kind), asc(indicator.key), asc(indicator.id))
        return rows.map(indicatorOf)
      }
      if (keys === undefined) return select(undefined)
      const found: Indicator[] = []
      for (const json of jsonChunks(keys))
        found.push(...(await select(sql`(${indicator.key}, ${indicator.kind}) in (select r.key, r.kind from ${recordset(json, ASKED)})`)))
      return found
    },
    async changeIndicators(ids, to) {
      await db.update(indicator).set(to).where(anyOf(indicator.id, ids))
      if (ids.length >= WORTH_COUNTING) await countRows(db, 'indicator')
      scope.wrote(ids.length)
    },
    /** Each key is looked for in the index once and at most `most + 1` of its holders are read. */
    async keyHolders(keys, most) {
      const held: HeldKey[] = []
      const hubs: { kind: string; key: string }[] = []
      for (const json of jsonChunks(keys)) {
        const rows = await rowsOf<{ kind: string; key: string; persona: string; statement: string }>(
          db,
          sql`select q.kind, q.key, h.persona, h.statement
          from (select distinct r.kind, r.key from ${recordset(json, ASKED)}) q cross join lateral (
            select i.persona, min(i.statement) as statement from identifier i
            where i.key = q.key and i.kind = q.kind group by i.persona order by i.persona limit ${most + 1}
          ) h order by 1, 2, 3`,
        )
        for (const group of Map.groupBy(rows, (row) => `${row.kind} ${row.key}`).values()) {
          const [first] = group
          if (first === undefined) continue
          const { kind, key } = first
          if (group.length > most) hubs.push({ kind, key })
          else held.push({ kind, key, holders: group.length, by: group.map(({ persona, statement }) => ({ persona, statement })) })
        }
      }
      for (const json of jsonChunks(hubs)) {
        const counted = await rowsOf<{ kind: string; key: string; holders: number }>(
          db,
          sql`select q.kind, q.key, h.holders from (select r.kind, r.key from ${recordset(json, ASKED)}) q cross join lateral (
            select count(*)::int as holders from (
              select distinct i.persona from identifier i where i.key = q.key and i.kind = q.kind limit ${COUNTED}
            ) x
          ) h order by 1, 2`,
        )
        held.push(...counted.map((row) => ({ ...row, by: [] })))
      }
      return held
    },
    async sketchPersonas(kind, keys, most) {
      const rows = await rowsOf<{ persona: string }>(
        db,
        sql`select distinct p.persona from (select distinct key from (${integers(keys)}) k(key)) m cross join lateral (
          select array_agg(x.persona) as personas from (
            select k.persona from sketch k where k.kind = ${kind} and k.key = m.key limit ${most + 1}
          ) x
        ) h cross join lateral unnest(h.personas) as p(persona) where cardinality(h.personas) <= ${most} order by 1`,
      )
      return rows.map((row) => row.persona)
    },
    async personasStating(properties, { after, limit }) {
      const rows = await rowsOf<{ id: string }>(
        db,
        sql`select p.id from persona p where ${after === undefined ? sql`true` : sql`p.id > ${after}`}
          and exists (select 1 from statement s where s.subject = p.id and s.property = any(array(${texts(properties)})))
          order by p.id limit ${limit}`,
      )
      return rows.map((row) => row.id)
    },
    async personasFoundBy(detectors) {
      const rows = await rowsOf<{ persona: string }>(
        db,
        sql`select distinct f.persona from finding f where f.detector = any(array(${texts(detectors)})) order by 1`,
      )
      return rows.map((row) => row.persona)
    },
  }
}
