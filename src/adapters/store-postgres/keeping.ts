import { asc, eq, sql } from 'drizzle-orm'
import type { CasesTx } from '../../engine/cases/ports.ts'
import type { Hold } from '../../model/keeping.ts'
import type { Mask } from '../../model/mask.ts'
import type { Scope } from './database.ts'
import { legalHold, pageMask, tombstone, tombstoneSalt } from './schema-cases.ts'
import { anyOf } from './values.ts'

type Part = Pick<CasesTx, 'putHold' | 'endHold' | 'holdsOf' | 'tombstoneSalt' | 'putTombstone' | 'tombstones' | 'putMask' | 'masksOf'>

/** What keeps a record, what is left of one that is gone, and what of a page is covered. */
export function keepingOf({ db, tenant }: Scope): Part {
  return {
    async putHold(hold) {
      await db.insert(legalHold).values({ tenant, ...hold })
    },
    async endHold(persona) {
      await db.delete(legalHold).where(eq(legalHold.persona, persona))
    },
    async holdsOf(personas) {
      if (personas.length === 0) return []
      const rows = await db.select().from(legalHold).where(anyOf(legalHold.persona, personas)).orderBy(asc(legalHold.persona))
      return rows.map(({ tenant: _, ...row }): Hold => row)
    },
    async tombstoneSalt() {
      await db.execute(
        sql`insert into tombstone_salt (tenant, salt) values (${tenant}, gen_random_uuid()::text || gen_random_uuid()::text) on conflict do nothing`,
      )
      const [row] = await db.select({ salt: tombstoneSalt.salt }).from(tombstoneSalt)
      if (row === undefined) throw new Error('The salt of the tombstones has vanished.')
      return row.salt
    },
    async putTombstone({ key, cleared }) {
      await db.delete(tombstone).where(eq(tombstone.key, key))
      await db.insert(tombstone).values({ tenant, key, cleared })
    },
    async tombstones(keys) {
      if (keys.length === 0) return new Map()
      const rows = await db.select().from(tombstone).where(anyOf(tombstone.key, keys))
      return new Map(rows.map((row) => [row.key, row.cleared]))
    },
    async putMask({ box: [left, top, right, bottom], ...mask }) {
      await db.insert(pageMask).values({ tenant, ...mask, left, top, right, bottom })
    },
    async masksOf(artifact) {
      const rows = await db.select().from(pageMask).where(eq(pageMask.artifact, artifact)).orderBy(asc(pageMask.at), asc(pageMask.id))
      // Written from a Mask, so that the kind is of its union.
      return rows.map(({ tenant: _, left, top, right, bottom, ...row }) => ({ ...row, box: [left, top, right, bottom] }) as Mask)
    },
  }
}
