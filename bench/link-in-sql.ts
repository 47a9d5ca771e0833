import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER } from '@duckdb/node-api'
import { settled } from './settled-in-sql.ts'
import { IDENTIFIER_KINDS } from '../src/compute/record-linkage/columns.ts'
import type { Model } from '../src/compute/record-linkage/model.ts'
import { UnionFind } from '../src/compute/union-find.ts'
import type { SqlPlan } from './link-run.ts'
import { exchanged, levelOf, odds, weights } from './link-sql-levels.ts'

/**
 * `node bench/link-in-sql.ts --input FILE --plan PLAN --out DIR [--threads N]`
 *
 * The peer of `bonafide link`: the same rules as SQL in DuckDB, in a process of its own. It is spared the training (the model that
 * ours has learnt is handed to it, and so are the largest groups worth comparing) and has our union-find for the clusters, which DuckDB would take far longer for.
 */
const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`
const CHUNK = 2_048

async function main(of: { input: string; plan: SqlPlan; out: string; threads: string }): Promise<void> {
  const { model, rules } = of.plan
  const instance = await DuckDBInstance.create(':memory:', { threads: of.threads, preserve_insertion_order: 'false' })
  const db = await instance.connect()
  await loadRecords(db, of.input, model)
  const blocks = rules.map(({ fields, most }) => block(fields, most))
  await db.run(`create table candidate as ${blocks.join(' union ')}`)
  await db.run(`create table scored as ${scoring(model)}`)
  const kept = `select x.id as left_id, y.id as right_id, greatest(odds, with_names) as bits, odds >= ${model.line} as linked
    from scored s join record x on x.r = s.i join record y on y.r = s.j where odds >= ${model.line} or with_names >= ${model.line}`
  await db.run(`copy (${kept}) to ${quoted(`${of.out}/pairs.parquet`)} (format parquet)`)
  await writeClusters(db, model.line, of.out)
  db.closeSync()
  instance.closeSync()
}

/** Compared for equality alone: a hash of 64 bits will do, as in ours. */
const alone = (model: Model, f: number): boolean => {
  const kind = model.fields[f]?.kind ?? 'exact'
  return ['wallet', 'device', 'ip', 'exact'].includes(kind) || (model.rests === 'identifiers' && IDENTIFIER_KINDS.has(kind))
}

/** `record`: r, id, the values v0 … and, for each, how many records hold it (h0 …). */
async function loadRecords(db: DuckDBConnection, input: string, model: Model): Promise<void> {
  const values = model.fields.map(({ name, kind }, f) => {
    const value = `nullif(trim("${name}"), '')`
    const key = `coalesce(${settled(kind, value)}, lower(${value}))`
    return `${alone(model, f) ? `case when ${value} is not null then hash(${key}) end` : key} as v${f}`
  })
  await db.run(`create table value as select (row_number() over () - 1)::integer as r, id, ${values.join(', ')} from ${quoted(input)}`)
  for (const f of model.fields.keys())
    await db.run(
      `create table held${f} as select v${f} as v, count(*)::integer as h from value where v${f} is not null group by v${f} having count(*) > 1`,
    )
  const joins = model.fields.map((_, f) => `left join held${f} on held${f}.v = value.v${f}`)
  await db.run(
    `create table record as select value.*, ${model.fields.map((_, f) => `coalesce(held${f}.h, 1) as h${f}`).join(', ')} from value ${joins.join(' ')}`,
  )
  await db.run('drop table value')
}

function block(fields: readonly number[], most: number): string {
  if (fields.length === 1) {
    const [f] = fields
    return `select a.r as i, b.r as j from record a join record b on a.v${f} = b.v${f} and a.r < b.r where a.h${f} between 2 and ${most} and b.h${f} between 2 and ${most}`
  }
  const columns = fields.map((f) => `v${f}`)
  const shared = fields.map((f) => `h${f} > 1`).join(' and ')
  const groups = `select ${columns.join(', ')} from record where ${shared} group by ${columns.join(', ')} having count(*) between 2 and ${most}`
  const member = `select r, ${columns.join(', ')} from record join (${groups}) using (${columns.join(', ')})`
  return `select a.r as i, b.r as j from (${member}) a join (${member}) b on ${columns.map((c) => `a.${c} = b.${c}`).join(' and ')} and a.r < b.r`
}

function scoring(model: Model): string {
  const sides = model.fields.map((_, f) => `a.v${f} as a${f}, b.v${f} as b${f}, a.h${f} as h${f}`).join(', ')
  const levels = model.fields.map((_, f) => `${levelOf(model, f)} as l${f}`).join(', ')
  return `with side as (select i, j, ${sides} from candidate join record a on a.r = i join record b on b.r = j),
    levelled as (select *, ${levels} from side),
    settled as (select i, j, ${model.fields.map((_, f) => `h${f}`).join(', ')}, ${exchanged(model.fields)} from levelled),
    weighed as (select i, j, ${weights(model)} from settled)
    select i, j, ${odds(model)} from weighed`
}

async function writeClusters(db: DuckDBConnection, line: number, out: string): Promise<void> {
  const count = Number((await db.runAndReadAll('select count(*)::integer as n from record')).getRowObjectsJS()[0]?.['n'])
  const sets = new UnionFind(count)
  const links = await db.stream(`select i, j from scored where odds >= ${line}`)
  for (let chunk = await links.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await links.fetchChunk()) {
    const [i, j] = [chunk.getColumnValues(0) as number[], chunk.getColumnValues(1) as number[]]
    for (let k = 0; k < i.length; k++) sets.union(i[k] ?? 0, j[k] ?? 0)
  }
  const components = sets.components()
  await db.run('create table component (r integer, first integer)')
  const appender = await db.createAppender('component')
  for (let at = 0; at < count; at += CHUNK) {
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER])
    const part = [...components.subarray(at, at + CHUNK)]
    chunk.setColumns([part.map((_, i) => at + i), part])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  const rows = `select x.id, f.id as cluster, s.size from component c join record x on x.r = c.r join record f on f.r = c.first
    join (select first, count(*) as size from component group by first) s on s.first = c.first order by x.id`
  await db.run(`create table cluster as ${rows}`)
  await db.run(`copy cluster to ${quoted(`${out}/clusters.parquet`)} (format parquet)`)
  await db.run(`copy cluster to ${quoted(`${out}/clusters.csv`)} (format csv, header)`)
}

const { values } = parseArgs({
  options: {
    input: { type: 'string', default: '' },
    plan: { type: 'string', default: '' },
    out: { type: 'string', default: '' },
    threads: { type: 'string', default: '1' },
  },
})
await main({ ...values, plan: JSON.parse(readFileSync(values.plan, 'utf8')) as SqlPlan })
