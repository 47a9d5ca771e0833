import { parseArgs } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { settled } from './settled-in-sql.ts'
import { COLUMNS, NAMES } from './accounts-made.ts'

/** What no linker can do without, in a process of its own: reading every value, settling its spelling and hashing it. */
const { values } = parseArgs({ options: { input: { type: 'string', default: '' }, threads: { type: 'string', default: '1' } } })
const instance = await DuckDBInstance.create(':memory:', { threads: values.threads })
const db = await instance.connect()
const hashes = NAMES.map((name) => `hash(${settled(COLUMNS[name], `trim("${name}")`)})::hugeint`)
await db.runAndReadAll(`select ${hashes.map((hash) => `sum(${hash})`).join(', ')} from '${values.input.replaceAll("'", "''")}'`)
db.closeSync()
instance.closeSync()
