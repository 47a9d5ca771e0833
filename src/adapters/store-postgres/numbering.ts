import { sql } from 'drizzle-orm'
import { rowsOf, type Scope } from './database.ts'

/**
 * Takes `many` numbers for acts of this kind and returns the first. None is ever given out twice in a tenant, whatever is forgotten: people
 * and the log name acts by them. The counter's row puts the writers in line, so two acts at one moment have an order.
 */
export async function takeNumbers(
  { db, tenant }: Scope,
  kind: 'judgement' | 'cluster_event' | 'disposition',
  many: number,
): Promise<number> {
  const [row] = await rowsOf<{ seq: number }>(
    db,
    sql`insert into last_number as last (tenant, kind, seq) values (${tenant}, ${kind}, ${many}::int)
      on conflict (tenant, kind) do update set seq = last.seq + excluded.seq returning seq::float8 as seq`,
  )
  return (row?.seq ?? many) - many + 1
}
