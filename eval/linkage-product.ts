import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import type { ColumnKind } from '../src/compute/record-linkage/columns.ts'
import type { Model } from '../src/compute/record-linkage/model.ts'

const run = promisify(execFile)
const BIN = resolve(import.meta.dirname, '../bin/bonafide.js')

/** What `bonafide link` is given: files as they are or made for it, and a map. */
export interface LinkInput {
  readonly map: LinkInputMap
  readonly input: string
  /** The second file, where two are linked. */
  readonly against?: string | undefined
}
export interface LinkInputMap {
  readonly id: string
  readonly columns: Readonly<Record<string, ColumnKind>>
  readonly 'links-rest-on'?: 'identifiers' | 'everything'
}

/** What it wrote. */
export interface LinkOutput {
  /** Cluster of each id. */
  readonly clusters: ReadonlyMap<string, string>
  /** Pairs over the line, by ids. */
  readonly links: readonly (readonly [left: string, right: string, bits: number])[]
  readonly proposed: number
  readonly model: Model
}

/** Runs work with an own folder that is gone afterwards. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-eval-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The command as its user runs it. */
export async function linkWithProduct({ input, against, map }: LinkInput): Promise<LinkOutput> {
  return inTemporaryFolder(async (folder) => {
    const [written, out] = [join(folder, 'map.yml'), join(folder, 'out')]
    // JSON is YAML.
    await writeFile(written, JSON.stringify(map))
    const second = against === undefined ? [] : ['--against', against]
    await run(process.execPath, [BIN, 'link', '--input', input, ...second, '--map', written, '--out', out], { maxBuffer: 1 << 26 })
    const clusters: { id: string; cluster: string }[] = parse(await readFile(join(out, 'clusters.csv')), { columns: true, bom: true })
    const pairs = await pairsIn(join(out, 'pairs.parquet'))
    return {
      clusters: new Map(clusters.map((row) => [row.id, row.cluster])),
      links: pairs.filter((pair) => pair.linked).map((pair) => [pair.left, pair.right, pair.bits] as const),
      proposed: pairs.filter((pair) => !pair.linked).length,
      model: JSON.parse(await readFile(join(out, 'model.json'), 'utf8')) as Model,
    }
  })
}

async function pairsIn(file: string): Promise<{ left: string; right: string; bits: number; linked: boolean }[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const rows = (await connection.runAndReadAll(`select * from read_parquet('${file.replaceAll("'", "''")}')`)).getRowObjects()
    return rows.map((row) => ({
      bits: Number(row['bits']),
      left: String(row['id_1']),
      right: String(row['id_2']),
      linked: row['state'] === 'linked',
    }))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
