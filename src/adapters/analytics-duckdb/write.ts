import { join } from 'node:path'
import { FLOAT, INTEGER, UINTEGER, UTINYINT } from '@duckdb/node-api'
import type { Clusters, ScoredPairs, WrittenHub } from '../../engine/batch-link/ports.ts'
import type { LinkMap } from '../../engine/batch-link/map.ts'
import type { Database, DatabaseSettings } from './database.ts'
import type { Ids } from './ids.ts'
import { rowsOfArrays } from './rows-of-arrays.ts'
import { literal } from './sql.ts'

export interface TableWork {
  readonly db: Database
  readonly map: LinkMap
  /** Where it works. */
  readonly folder: string
  /** Another database, on one thread: with more, what is joined to a table does not come out in the table's order. */
  readonly inOrder: () => Promise<Database>
  /** For databases that read columns. */
  readonly columns: Omit<DatabaseSettings, 'signal'>
}

type Writing = Pick<TableWork, 'db' | 'folder'>

/** Ids and evidence are nearly all different: a dictionary of them would be built, found too large and thrown away, a quarter of the time. */
const PARQUET = '(FORMAT parquet, COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 1000)'

/** A spreadsheet takes what starts so for a formula; a quote before it keeps it text. */
const harmless = (column: string): string =>
  `CASE WHEN contains('=+-@' || chr(9) || chr(13), left(${column}, 1)) THEN '''' || ${column} ELSE ${column} END AS ${column}`

export async function writeClusters({ db, folder }: Writing, ids: Ids, { first, size }: Clusters): Promise<readonly string[]> {
  const rows = (name: string): void =>
    rowsOfArrays(db, name, { id: { ids }, cluster: { ids, records: first }, size: { type: INTEGER, values: size } })
  rows('clusters_once')
  rows('clusters_again')
  const [parquet, csv] = [join(folder, 'clusters.parquet'), join(folder, 'clusters.csv')]
  await db.run(`COPY (SELECT * FROM clusters_once()) TO ${literal(parquet)} ${PARQUET}`)
  await db.run(
    `COPY (SELECT ${harmless('id')}, ${harmless('cluster')}, size FROM clusters_again()) TO ${literal(csv)} (FORMAT csv, HEADER)`,
  )
  return [parquet, csv]
}

export async function writePairs({ db, folder }: Writing, ids: Ids, pairs: ScoredPairs): Promise<readonly string[]> {
  rowsOfArrays(db, 'pairs', {
    id_1: { ids, records: pairs.left },
    id_2: { ids, records: pairs.right },
    bits: { type: FLOAT, values: pairs.bits },
    probability: { type: FLOAT, values: pairs.probability },
    linked: { type: UTINYINT, values: pairs.linked },
    pattern: { type: UINTEGER, values: pairs.pattern },
  })
  await db.run('CREATE TEMP TABLE evidence (pattern UINTEGER, says VARCHAR)')
  const appender = await db.connection.createAppender('evidence')
  for (const [i, says] of pairs.evidence.entries()) {
    appender.appendUInteger(i)
    appender.appendVarchar(says)
    appender.endRow()
  }
  appender.closeSync()
  const path = join(folder, 'pairs.parquet')
  await db.run(
    `COPY (SELECT id_1, id_2, bits, probability, CASE linked WHEN 1 THEN 'linked' ELSE 'proposed' END AS state, says AS evidence
      FROM pairs() LEFT JOIN evidence USING (pattern)) TO ${literal(path)} ${PARQUET}`,
  )
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
