import { asc } from 'drizzle-orm'
import type { Tx } from '../../engine/ports.ts'
import type { Disposition } from '../../model/disposition.ts'
import { insertAll } from './bulk.ts'
import type { Scope } from './database.ts'
import { takeNumbers } from './numbering.ts'
import { detectorRun, disposition } from './schema.ts'
import { countRows, WORTH_COUNTING } from './statistics.ts'
import { anyOf } from './values.ts'

type Part = Pick<Tx, 'addDisposition' | 'dispositions' | 'detectorRuns' | 'replaceDetectorRuns'>

/** What people decided about personas, and with which versions of the detectors the findings were made. */
export function decisionsOf(scope: Scope): Part {
  const { db, tenant, wrote } = scope
  return {
    async addDisposition(row) {
      const numbered: Disposition = { ...row, seq: await takeNumbers(scope, 'disposition', 1) }
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
      return new Map(rows.map(({ detector, version, numbers }) => [detector, { version, numbers }]))
    },
    async replaceDetectorRuns(runs) {
      await db.delete(detectorRun)
      await insertAll(
        scope,
        detectorRun,
        [...runs].map(([detector, run]) => ({ detector, ...run })),
      )
    },
  }
}
