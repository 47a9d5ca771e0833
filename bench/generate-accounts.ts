import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { type Account, type Accounts, accountsOf, COLUMNS, NAMES } from './accounts-made.ts'
import { type Ceiling, ceilingOf, type Reach } from './accounts-ceiling.ts'

/**
 * `node bench/generate-accounts.ts --records 1000000 --seed 1 --out DIR [--format csv|jsonl|parquet]`
 *
 * Writes `accounts.<format>`, the map for `bonafide link` and, in a file that the linker is not given, whose account each is.
 */
export const FORMATS = ['csv', 'jsonl', 'parquet'] as const
export type Format = (typeof FORMATS)[number]

export interface Generated {
  readonly accounts: string
  readonly map: string
  /** CSV of `id,operator`. */
  readonly truth: string
  readonly operators: number
  readonly ceiling: Ceiling
}

/** Text that is gathered before it goes to the file. */
const CHUNK = 1 << 20

export async function generateAccounts(of: { records: number; seed: number; out: string; format: Format }): Promise<Generated> {
  mkdirSync(of.out, { recursive: true })
  const made = accountsOf(of.records, of.seed)
  const file = (name: string): string => join(of.out, name)
  const written = file(of.format === 'jsonl' ? 'accounts.jsonl' : 'accounts.csv')
  write(made, { accounts: written, truth: file('truth.csv'), line: of.format === 'jsonl' ? jsonLine : csvLine })
  const accounts = file(`accounts.${of.format}`)
  if (of.format === 'parquet') {
    await toParquet(written, accounts)
    rmSync(written)
  }
  const columns = NAMES.map((name) => `  ${name}: ${COLUMNS[name]}\n`).join('')
  writeFileSync(file('map.yml'), `id: id\ncolumns:\n${columns}`)
  return { accounts, map: file('map.yml'), truth: file('truth.csv'), operators: made.operators, ceiling: ceilingOf(made) }
}

/** No value has a comma, a quote or a line break. */
const csvLine = (id: string, { values }: Account): string => `${id},${values.join(',')}\n`
const jsonLine = (id: string, { values }: Account): string =>
  `${JSON.stringify({ id, ...Object.fromEntries(NAMES.flatMap((name, i) => (values[i] === '' ? [] : [[name, values[i]]]))) })}\n`

function write(made: Accounts, to: { accounts: string; truth: string; line: (id: string, account: Account) => string }): void {
  const accounts = openSync(to.accounts, 'w')
  const truth = openSync(to.truth, 'w')
  let rows = to.line === csvLine ? `id,${NAMES.join(',')}\n` : ''
  let owners = 'id,operator\n'
  for (let row = 0; row < made.records; row++) {
    const account = made.inRow(row)
    const id = `a${String(row).padStart(8, '0')}`
    rows += to.line(id, account)
    owners += `${id},${account.operator}\n`
    if (rows.length > CHUNK || row === made.records - 1) {
      writeSync(accounts, rows)
      writeSync(truth, owners)
      rows = owners = ''
    }
  }
  closeSync(accounts)
  closeSync(truth)
}

async function toParquet(from: string, to: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', preserve_insertion_order: 'true' })
  const connection = await instance.connect()
  const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`
  await connection.run(
    `copy (select * from read_csv(${quoted(from)}, header = true, all_varchar = true)) to ${quoted(to)} (format parquet, compression zstd)`,
  )
  connection.closeSync()
  instance.closeSync()
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      format: { type: 'string', default: 'csv' },
    },
  })
  const records = Number(values.records)
  const format = FORMATS.find((f) => f === values.format)
  if (values.out === undefined || format === undefined || !Number.isInteger(records) || records < 1 || records > 50_000_000) {
    console.error('Usage: node bench/generate-accounts.ts --out DIR [--records 1…50000000] [--seed N] [--format csv|jsonl|parquet]')
    process.exit(64)
  }
  const start = performance.now()
  const made = await generateAccounts({ records, seed: Number(values.seed), out: values.out, format })
  const { identifiers, everything, pairsPerRecord } = made.ceiling
  console.log(`${made.accounts}: ${records.toLocaleString('en')} accounts of ${made.operators.toLocaleString('en')} operators`)
  const said = ({ recall, f1 }: Reach): string => `recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`
  console.log(
    `Ceiling where links rest on equal identifiers: ${said(identifiers)}; where photos, names, dates and places count: ${said(everything)}`,
  )
  console.log(`${pairsPerRecord.toFixed(2)} pairs of one operator per record; ${((performance.now() - start) / 1000).toFixed(1)} s`)
}
