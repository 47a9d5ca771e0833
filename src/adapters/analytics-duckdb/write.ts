import { join } from 'node:path'
import { FLOAT, INTEGER, UINTEGER, UTINYINT } from '@duckdb/node-api'
import type { Clusters, ScoredPairs, WrittenHub } from '../../engine/batch-link/ports.ts'
import type { LinkMap } from '../../engine/batch-link/map.ts'
import { appendColumns } from './append.ts'
import type { Database } from './database.ts'
import { literal } from './sql.ts'

export interface TableWork {
  readonly db: Database
  readonly map: LinkMap
  /** Where it works. */
  readonly folder: string
}

const PARQUET = '(FORMAT parquet, COMPRESSION snappy)'

/** A spreadsheet takes what starts so for a formula; a quote before it keeps it text. */
const harmless = (column: string): string =>
  `CASE WHEN regexp_matches(${column}, '^[=+\\-@\\t\\r]') THEN '''' || ${column} ELSE ${column} END AS ${column}`

/** `ids`: what to select the ids from, in the order of the records. A join keeps no order, so what is written is sorted. */
export async function writeClusters({ db, folder }: TableWork, ids: string, clusters: Clusters): Promise<readonly string[]> {
  await db.run('CREATE OR REPLACE TEMP TABLE cluster_of (first UINTEGER, size UINTEGER)')
  await appendColumns(db, 'cluster_of', [
    { type: UINTEGER, values: clusters.first },
    { type: UINTEGER, values: clusters.size },
  ])
  const members = `(SELECT id, first, size, (row_number() OVER () - 1)::UINTEGER AS record FROM ${ids} POSITIONAL JOIN cluster_of)`
  await db.run(
    `CREATE OR REPLACE TEMP TABLE names AS SELECT record AS first, id AS cluster FROM ${members} WHERE size > 1 AND first = record`,
  )
  const rows = `SELECT id, coalesce(cluster, id) AS cluster, size::INTEGER AS size FROM ${members} LEFT JOIN names USING (first) ORDER BY record`
  const [parquet, csv] = [join(folder, 'clusters.parquet'), join(folder, 'clusters.csv')]
  await db.run(`COPY (${rows}) TO ${literal(parquet)} ${PARQUET}`)
  await db.run(
    `COPY (SELECT ${harmless('id')}, ${harmless('cluster')}, size FROM read_parquet(${literal(parquet)})) TO ${literal(csv)} (FORMAT csv, HEADER)`,
  )
  await db.run('DROP TABLE names')
  await db.run('DROP TABLE cluster_of')
  return [parquet, csv]
}

export async function writePairs({ db, folder }: TableWork, ids: string, pairs: ScoredPairs): Promise<readonly string[]> {
  await db.run(
    'CREATE OR REPLACE TEMP TABLE pair (place UINTEGER, l UINTEGER, r UINTEGER, bits FLOAT, probability FLOAT, linked UTINYINT, pattern INTEGER)',
  )
  await appendColumns(db, 'pair', [
    { type: UINTEGER, values: Uint32Array.from(pairs.left, (_, i) => i) },
    { type: UINTEGER, values: pairs.left },
    { type: UINTEGER, values: pairs.right },
    { type: FLOAT, values: pairs.bits },
    { type: FLOAT, values: pairs.probability },
    { type: UTINYINT, values: pairs.linked },
    { type: INTEGER, values: Int32Array.from(pairs.pattern) },
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
  const numbered = `(SELECT id, (row_number() OVER () - 1)::UINTEGER AS record FROM ${ids})`
  // Sorted with numbers for the words: the few thousand sentences are put in as the sorted rows are written.
  const named = `SELECT a.id AS id_1, b.id AS id_2, bits, probability, linked, pattern
    FROM pair LEFT JOIN ${numbered} a ON a.record = l LEFT JOIN ${numbered} b ON b.record = r ORDER BY place`
  const says = '(SELECT list(says ORDER BY pattern) FROM evidence)[pattern + 1]'
  await db.run(
    `COPY (SELECT id_1, id_2, bits, probability, CASE linked WHEN 1 THEN 'linked' ELSE 'proposed' END AS state, ${says} AS evidence FROM (${named}))
      TO ${literal(path)} ${PARQUET}`,
  )
  await db.run('DROP TABLE pair')
  await db.run('DROP TABLE evidence')
  return [path]
}

export async function writeHubs({ db, folder }: TableWork, hubs: readonly WrittenHub[]): Promise<readonly string[]> {
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
