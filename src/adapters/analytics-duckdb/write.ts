import { join } from 'node:path'
import { FLOAT, INTEGER, UINTEGER, UTINYINT } from '@duckdb/node-api'
import type { Clusters, ScoredPairs, WrittenHub } from '../../engine/batch-link/ports.ts'
import type { LinkMap } from '../../engine/batch-link/map.ts'
import { appendColumns } from './append.ts'
import type { Database } from './database.ts'
import type { Ids } from './ids.ts'
import { literal } from './sql.ts'

export interface TableWork {
  readonly db: Database
  readonly map: LinkMap
  /** Where it works. */
  readonly folder: string
  /** Another database, on one thread: with more, what is joined to a table does not come out in the table's order. */
  readonly inOrder: () => Promise<Database>
}

type Writing = Pick<TableWork, 'db' | 'folder'>

const PARQUET = '(FORMAT parquet, COMPRESSION snappy)'

/** A spreadsheet takes what starts so for a formula; a quote before it keeps it text. */
const harmless = (column: string): string =>
  `CASE WHEN contains('=+-@' || chr(9) || chr(13), left(${column}, 1)) THEN '''' || ${column} ELSE ${column} END AS ${column}`

export async function writeClusters({ db, folder }: Writing, ids: Ids, { first, size }: Clusters): Promise<readonly string[]> {
  await db.run('CREATE OR REPLACE TEMP TABLE cluster_of (id VARCHAR, cluster VARCHAR, size INTEGER)')
  await appendColumns(db, 'cluster_of', [
    { ids, records: Uint32Array.from(first.keys()) },
    { ids, records: first },
    { type: INTEGER, values: Int32Array.from(size) },
  ])
  const [parquet, csv] = [join(folder, 'clusters.parquet'), join(folder, 'clusters.csv')]
  await db.run(`COPY cluster_of TO ${literal(parquet)} ${PARQUET}`)
  await db.run(`COPY (SELECT ${harmless('id')}, ${harmless('cluster')}, size FROM cluster_of) TO ${literal(csv)} (FORMAT csv, HEADER)`)
  await db.run('DROP TABLE cluster_of')
  return [parquet, csv]
}

export async function writePairs({ db, folder }: Writing, ids: Ids, pairs: ScoredPairs): Promise<readonly string[]> {
  await db.run(
    'CREATE OR REPLACE TEMP TABLE pair (id_1 VARCHAR, id_2 VARCHAR, bits FLOAT, probability FLOAT, linked UTINYINT, pattern UINTEGER)',
  )
  await appendColumns(db, 'pair', [
    { ids, records: pairs.left },
    { ids, records: pairs.right },
    { type: FLOAT, values: pairs.bits },
    { type: FLOAT, values: pairs.probability },
    { type: UTINYINT, values: pairs.linked },
    { type: UINTEGER, values: pairs.pattern },
  ])
  await db.run('CREATE OR REPLACE TEMP TABLE evidence (pattern INTEGER, says VARCHAR)')
  const appender = await db.connection.createAppender('evidence')
  for (const [i, says] of pairs.evidence.entries()) {
    appender.appendInteger(i)
    appender.appendVarchar(says)
    appender.endRow()
  }
  appender.closeSync()
  const path = join(folder, 'pairs.parquet')
  const says = '(SELECT list(says ORDER BY pattern) FROM evidence)[pattern + 1]'
  await db.run(
    `COPY (SELECT id_1, id_2, bits, probability, CASE linked WHEN 1 THEN 'linked' ELSE 'proposed' END AS state, ${says} AS evidence FROM pair)
      TO ${literal(path)} ${PARQUET}`,
  )
  await db.run('DROP TABLE pair')
  await db.run('DROP TABLE evidence')
  return [path]
}

export async function writeHubs({ db, folder }: Writing, hubs: readonly WrittenHub[]): Promise<readonly string[]> {
  await db.run('CREATE OR REPLACE TEMP TABLE hub (col VARCHAR, kind VARCHAR, value VARCHAR, holders INTEGER, reason VARCHAR)')
  const appender = await db.connection.createAppender('hub')
  for (const hub of hubs) {
    for (const text of [hub.column, hub.kind, hub.value]) appender.appendVarchar(text)
    appender.appendInteger(hub.holders)
    appender.appendVarchar(hub.reason)
    appender.endRow()
  }
  appender.closeSync()
  const path = join(folder, 'hubs.parquet')
  await db.run(`COPY (SELECT col AS "column", kind, value, holders, reason FROM hub) TO ${literal(path)} ${PARQUET}`)
  await db.run('DROP TABLE hub')
  return [path]
}
