import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, DOUBLE, VARCHAR } from '@duckdb/node-api'
import type { Tx } from '../../src/engine/ports.ts'
import type { RawRow } from '../../src/kit/input.ts'

/** Another engine for the relations' texts: the tables of `engine/derived.md` out of the store, through Parquet, into DuckDB. */

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

/** The tables that a relation may read, as `engine/derived.md` names them. */
export function derivedTables(): Table[] {
  const text = readFileSync(resolve(import.meta.dirname, '../../src/engine/derived.md'), 'utf8')
  return [...text.matchAll(/^\| `(\w+)` \| `([^`]+)`/gm)].map(([, name = '', columns = '']) => ({
    name,
    columns: columns
      .replaceAll(/\([^)]*\)/g, '')
      .split(',')
      .map((column) => column.trim()),
  }))
}

/** Writes `<table>.parquet` for each table with one tenant's rows, `slice` with those asked about. */
export async function exportTables(tx: Tx, slice: readonly string[], folder: string): Promise<void> {
  await withDuckDb(async (connection) => {
    for (const { name, columns } of derivedTables()) {
      const rows =
        name === 'slice'
          ? slice.map((persona): RawRow => ({ persona }))
          : await tx.relation(`select ${columns.join(', ')} from ${name}`, slice)
      await append(connection, { name, columns }, rows)
      await connection.run(`copy ${name} to '${join(folder, `${name}.parquet`)}' (format parquet)`)
    }
  })
}

/** Numbers are doubles, JSON is its text, everything else text. */
async function append(connection: DuckDBConnection, { name, columns }: Table, rows: readonly RawRow[]): Promise<void> {
  const types = columns.map((column) => (rows.some((row) => typeof row[column] === 'number') ? DOUBLE : VARCHAR))
  await connection.run(`create table ${name} (${columns.map((column, i) => `"${column}" ${types[i]?.toString() ?? ''}`).join(', ')})`)
  const appender = await connection.createAppender(name)
  for (const row of rows) {
    columns.forEach((column, i) => {
      const cell = row[column]
      if (cell === null || cell === undefined) appender.appendNull()
      else if (types[i] === DOUBLE) appender.appendDouble(Number(cell))
      else appender.appendVarchar(typeof cell === 'string' ? cell : JSON.stringify(cell))
    })
    appender.endRow()
  }
  appender.closeSync()
}

/** Rows of a relation's text, unchanged, over the Parquet files of a folder. */
export function onParquet(folder: string, texts: readonly string[]): Promise<(readonly RawRow[])[]> {
  return withDuckDb(async (connection) => {
    for (const { name } of derivedTables()) await connection.run(`create view ${name} as from '${join(folder, `${name}.parquet`)}'`)
    const answers: RawRow[][] = []
    for (const text of texts) answers.push((await connection.runAndReadAll(text)).getRowObjectsJS())
    return answers
  })
}

async function withDuckDb<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  try {
    return await work(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
