import { asc, sql } from 'drizzle-orm'
import type { Tx } from '../../engine/ports.ts'
import type { Disposition } from '../../model/disposition.ts'
import { insertAll } from './bulk.ts'
import { rowsOf, type Scope } from './database.ts'
import { detectorRun, disposition } from './schema.ts'
import { countRows, WORTH_COUNTING } from './statistics.ts'
import { anyOf } from './values.ts'

type Part = Pick<Tx, 'addDisposition' | 'dispositions' | 'detectorRuns' | 'replaceDetectorRuns'>

/** What people decided about personas, and with which versions of the detectors the findings were made. */
export function decisionsOf(scope: Scope): Part {
  const { db, tenant, wrote } = scope
  return {
    async addDisposition(row) {
      // A writer waits for the one before it: two decisions at one moment have an order.
      await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`disposition ${tenant}`}))`)
      const [last] = await rowsOf<{ seq: number }>(db, sql`select coalesce(max(seq), 0)::int as seq from disposition`)
      const numbered: Disposition = { ...row, seq: (last?.seq ?? 0) + 1 }
      await db.insert(disposition).values({ tenant, ...numbered })
      wrote(1)
      if (numbered.seq % WORTH_COUNTING === 0) await countRows(db, 'disposition')
      return numbered
    },
    async dispositions(of) {
      if (of.length === 0) return []
      const rows = await db.select().from(disposition).where(anyOf(disposition.persona, of)).orderBy(asc(disposition.seq))
      // Written from a Disposition, so the kind is of its union.
      return rows.map(({ tenant: _, ...row }) => row as Disposition)
    },
    async detectorRuns() {
      const rows = await db.select().from(detectorRun)
      return new Map(rows.map((row) => [row.detector, row.version]))
    },
    async replaceDetectorRuns(versions) {
      await db.delete(detectorRun)
      await insertAll(
        scope,
        detectorRun,
        [...versions].map(([detector, version]) => ({ detector, version })),
      )
    },
  }
}
