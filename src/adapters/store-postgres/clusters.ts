import { and, asc, gt, or, sql } from 'drizzle-orm'
import type { Tx } from '../../engine/ports.ts'
import type { Cluster, ClusterEvent, Judgement } from '../../model/link.ts'
import { insertAll } from './bulk.ts'
import { rowsOf, type Scope } from './database.ts'
import { takeNumbers } from './numbering.ts'
import { clusterEvent, clusterMember, judgement, persona } from './schema.ts'
import { anyOf } from './values.ts'

type Part = Pick<
  Tx,
  | 'receivedAt'
  | 'clusterOf'
  | 'clusters'
  | 'clustersPage'
  | 'replaceMembers'
  | 'addClusterEvents'
  | 'clusterEvents'
  | 'addJudgement'
  | 'judgements'
  | 'allMembers'
  | 'allJudgements'
>

// Written from the model's own types, so the columns are of their unions.
const eventOf = ({ tenant: _, ...row }: typeof clusterEvent.$inferSelect): ClusterEvent => row as ClusterEvent
const judgementOf = ({ tenant: _, ...row }: typeof judgement.$inferSelect): Judgement => row as Judgement

/** Clusters, what became of them, and what people judged. */
export function clustersIn(scope: Scope): Part {
  const { db, tenant } = scope
  const clusters = async (ids: readonly string[]): Promise<Cluster[]> => {
    if (ids.length === 0) return []
    const rows = await db
      .select({ id: clusterMember.cluster, persona: clusterMember.persona })
      .from(clusterMember)
      .leftJoin(persona, sql`${persona.id} = ${clusterMember.persona} and ${persona.tenant} = ${clusterMember.tenant}`)
      .where(anyOf(clusterMember.cluster, ids))
      .orderBy(asc(clusterMember.cluster), sql`${persona.received} nulls last`, asc(clusterMember.persona))
    return [...Map.groupBy(rows, (row) => row.id)].map(([id, members]) => ({ id, personas: members.map((m) => m.persona) }))
  }
  return {
    async receivedAt(ids) {
      const rows = await db.select({ id: persona.id, received: persona.received }).from(persona).where(anyOf(persona.id, ids))
      return new Map(rows.map((row) => [row.id, row.received]))
    },
    async clusterOf(personas) {
      if (personas.length === 0) return new Map()
      const rows = await db.select().from(clusterMember).where(anyOf(clusterMember.persona, personas))
      return new Map(rows.map((row) => [row.persona, row.cluster]))
    },
    clusters,
    async clustersPage({ after, limit }) {
      const behind =
        after === undefined ? sql`` : sql`having count(*) < ${after.size}::int or (count(*) = ${after.size}::int and cluster > ${after.id})`
      const rows = await rowsOf<{ cluster: string }>(
        db,
        sql`select cluster from cluster_member group by cluster ${behind} order by count(*) desc, cluster limit ${limit}`,
      )
      const ids = rows.map((row) => row.cluster)
      const found = new Map((await clusters(ids)).map((c) => [c.id, c]))
      return ids.flatMap((id) => found.get(id) ?? [])
    },
    async replaceMembers(personas, into) {
      await db.delete(clusterMember).where(anyOf(clusterMember.persona, personas))
      const rows = into.flatMap(({ id, personas: members }) => members.map((one) => ({ persona: one, cluster: id })))
      await insertAll(scope, clusterMember, rows)
      scope.wrote(personas.length)
    },
    async addClusterEvents(events) {
      if (events.length === 0) return []
      const first = await takeNumbers(scope, 'cluster_event', events.length)
      const numbered = events.map((event, i): ClusterEvent => ({ seq: first + i, ...event }))
      await insertAll(
        scope,
        clusterEvent,
        numbered.map((e) => ({ ...e, before: [...e.before], after: [...e.after], joined: [...e.joined], left: [...e.left] })),
      )
      return numbered
    },
    async clusterEvents({ after, limit, cluster }) {
      const named = cluster === undefined ? undefined : sql`(before ? ${cluster} or after ? ${cluster})`
      const rows = await db
        .select()
        .from(clusterEvent)
        .where(and(gt(clusterEvent.seq, after), named))
        .orderBy(asc(clusterEvent.seq))
        .limit(limit)
      return rows.map(eventOf)
    },
    async addJudgement(act) {
      const seq = await takeNumbers(scope, 'judgement', 1)
      await db.insert(judgement).values({ tenant, seq, ...act })
      scope.wrote(1)
      return { seq, ...act }
    },
    async judgements(personas) {
      if (personas.length === 0) return []
      const rows = await db
        .select()
        .from(judgement)
        .where(or(anyOf(judgement.persona, personas), anyOf(judgement.other, personas)))
        .orderBy(asc(judgement.seq))
      return rows.map(judgementOf)
    },
    async allMembers() {
      const rows = await db.select().from(clusterMember)
      return new Map(rows.map((row) => [row.persona, row.cluster]))
    },
    async allJudgements() {
      const rows = await db.select().from(judgement).orderBy(asc(judgement.seq))
      return rows.map(judgementOf)
    },
  }
}
