import { asc, or } from 'drizzle-orm'
import type { PairRow, Tx } from '../../engine/ports.ts'
import { anyOf } from './values.ts'
import { insertAll } from './bulk.ts'
import type { Scope } from './database.ts'
import { overlap, pair } from './schema.ts'

type Part = Pick<Tx, 'replaceOverlaps' | 'replacePairs' | 'pairs'>

/** What stands between two personas, one row a direction. */
export function comparisonsOf(scope: Scope): Part {
  const { db } = scope
  return {
    async replaceOverlaps(personas, rows) {
      await db.delete(overlap).where(or(anyOf(overlap.persona, personas), anyOf(overlap.other, personas)))
      await insertAll(
        scope,
        overlap,
        rows.map((row) => ({ ...row, passages: [...row.passages] })),
      )
    },
    async replacePairs(personas, rows) {
      const { persona, other } = pair
      const before = await db
        .delete(pair)
        .where(or(anyOf(persona, personas), anyOf(other, personas)))
        .returning({ persona, other })
      await insertAll(scope, pair, rows)
      return [...new Set(before.flatMap((row) => [row.persona, row.other]))]
    },
    async pairs(personas) {
      const { persona, other, same } = pair
      const rows = await db.select({ persona, other, same }).from(pair).where(anyOf(persona, personas)).orderBy(asc(persona), asc(other))
      return rows as PairRow[]
    },
  }
}
