import { join } from 'node:path'
import type { Clusters, LeftOutLine, LinkTable, ScoredPairs } from '../../engine/batch-link/ports.ts'
import { unreadable } from '../../model/errors.ts'
import type { ColumnSource, Part } from './columns.ts'
import type { Database } from './database.ts'
import { idsOf } from './ids.ts'
import { literal, trimmed } from './sql.ts'
import type { TakenIn } from './input.ts'
import { type TableWork, writeClusters, writeHubs, writePairs } from './write.ts'

/** Rows that are looked up by number at a time. */
const LOOKED_UP = 5_000

export interface ReadFile {
  readonly file: string
  readonly taken: TakenIn
}

/** Puts the files' records in the order of their ids. Throws where an id is missing or stands twice. */
export async function sortByIds({ db, folder, map }: TableWork, taken: readonly ReadFile[]): Promise<void> {
  for (const [i, { file, taken: rows }] of taken.entries()) {
    const ids = literal(idsFile(folder, i))
    await db.run(
      `COPY (SELECT id, file_row_number::INTEGER AS place FROM ${rows.rows} ORDER BY id) TO ${ids} (FORMAT parquet, COMPRESSION snappy)`,
    )
    await checkMissing(db, ids, { file, id: map.id })
    await checkTwice(db, ids, { file, id: map.id })
  }
  if (taken.length > 1)
    await checkApart(
      db,
      taken.map((_, i) => sorted(folder, i)),
    )
}

const idsFile = (folder: string, i: number): string => join(folder, `ids-${i}.parquet`)
const sorted = (folder: string, i: number): string => `SELECT id FROM read_parquet(${literal(idsFile(folder, i))})`

/** The files as one table, once `sortByIds` has been through. */
export async function openTable(work: TableWork, taken: readonly ReadFile[]): Promise<LinkTable> {
  const { db, folder } = work
  const parts: Part[] = []
  let count = 0
  for (const [i, { file, taken: rows }] of taken.entries()) {
    const recordOf = await orderOf(db, idsFile(folder, i), count)
    if (recordOf.length === 0) throw unreadable(`"${file}" has a header and no records.`)
    parts.push({ file, taken: rows, recordOf })
    count += recordOf.length
  }
  const ids = taken.map((_, i) => `(${sorted(folder, i)})`)
  return new FileTable(work, { parts, taken, ids, count })
}

/** Ids are sorted with the missing ones last. */
async function checkMissing(db: Database, ids: string, where: { file: string; id: string }): Promise<void> {
  const missing = await db.rows(`SELECT count(*), min(place) FROM read_parquet(${ids}) WHERE id IS NULL`)
  const [count, first] = missing[0]!.map(Number)
  if (count! > 0)
    throw unreadable(
      `${count} ${count === 1 ? 'record' : 'records'} of "${where.file}" with nothing in the id column "${where.id}"; the first is record ${first! + 1} of the file. Give every record an id, or name another column as \`id\` in the map.`,
    )
}

async function checkTwice(db: Database, ids: string, where: { file: string; id: string }): Promise<void> {
  const twice = await db.rows(
    `SELECT id FROM (SELECT id, lag(id) OVER () AS before FROM read_parquet(${ids})) WHERE id = before GROUP BY id ORDER BY id LIMIT 3`,
  )
  if (twice.length === 0) return
  const shown = twice.map(([id]) => `"${String(id).slice(0, 60)}"`).join(', ')
  throw unreadable(
    `In "${where.file}" the id column "${where.id}" has values that stand more than once, such as ${shown}. Results are told by their ids, so each must be unique: name another column as \`id\` in the map, or remove the copies.`,
  )
}

async function checkApart(db: Database, sorted: readonly string[]): Promise<void> {
  const both = await db.rows(`SELECT id FROM (${sorted[0]}) INTERSECT SELECT id FROM (${sorted[1]}) LIMIT 1`)
  if (both.length > 0)
    throw unreadable(
      `The id "${String(both[0]![0]).slice(0, 60)}" stands in both files. Ids must tell all records apart: put something before them in one file, such as b-${String(both[0]![0]).slice(0, 20)}.`,
    )
}

async function orderOf(db: Database, ids: string, from: number): Promise<Uint32Array> {
  const count = await db.number(`SELECT count(*) FROM read_parquet(${literal(ids)})`)
  const recordOf = new Uint32Array(new SharedArrayBuffer(4 * count))
  let record = from
  for await (const chunk of db.chunks(`SELECT place FROM read_parquet(${literal(ids)})`)) {
    const { items } = chunk.getColumnVector(0) as unknown as { items: Int32Array }
    for (let i = 0; i < items.length; i++) recordOf[items[i]!] = record++
  }
  return recordOf
}

class FileTable implements LinkTable {
  readonly count: number
  readonly boundary: number | undefined
  readonly leftOut: { readonly count: number; readonly first: readonly LeftOutLine[] }
  readonly many: ReadonlySet<string>
  readonly reading: readonly ReadFile[]
  readonly source: ColumnSource
  readonly #work: TableWork
  readonly #parts: readonly Part[]
  readonly #ids: readonly string[]
  readonly #names: readonly string[]

  constructor(work: TableWork, of: { parts: readonly Part[]; taken: readonly ReadFile[]; ids: readonly string[]; count: number }) {
    this.reading = of.taken
    this.#work = work
    this.#parts = of.parts
    this.#ids = of.ids
    this.#names = Object.keys(work.map.columns)
    this.count = of.count
    this.source = { settings: work.columns, names: this.#names, parts: of.parts.map(({ taken, recordOf }) => ({ taken, recordOf })) }
    this.boundary = of.parts.length > 1 ? of.parts[0]!.recordOf.length : undefined
    const left = of.parts.map((part) => part.taken.leftOut)
    this.leftOut = { count: left.reduce((sum, l) => sum + l.count, 0), first: left.flatMap((l) => l.first) }
    this.many = new Set(this.#names.filter((_, i) => of.parts.some((part) => part.taken.many[i])))
  }

  #place(name: string): number {
    return this.#names.indexOf(name)
  }

  async ids(records: Uint32Array): Promise<readonly string[]> {
    const [ids] = await this.#look(['id'], records)
    return ids!
  }

  async values(columns: readonly string[], records: Uint32Array): Promise<readonly (readonly string[])[]> {
    return this.#look(
      columns.map((name) => `v${this.#place(name)}`),
      records,
    )
  }

  /** A few rows by their numbers: the files are sought in, not read through. */
  async #look(columns: readonly string[], records: Uint32Array): Promise<string[][]> {
    const found = columns.map(() => Array.from({ length: records.length }, () => ''))
    for (const part of this.#parts) {
      const rowOf = rowsOf(part.recordOf, records)
      const text = columns.map((column) =>
        part.taken.many[Number(column.slice(1))] === true && column !== 'id' ? `array_to_string(${column}, ', ')` : trimmed(column),
      )
      for (let from = 0; from < records.length; from += LOOKED_UP) {
        const places = new Map<number, number[]>()
        for (const [i, record] of records.subarray(from, from + LOOKED_UP).entries()) {
          const row = rowOf.get(record)
          if (row !== undefined) places.set(row, [...(places.get(row) ?? []), from + i])
        }
        if (places.size === 0) continue
        const rows = await this.#work.db.rows(
          `SELECT file_row_number::INTEGER, ${text.join(', ')} FROM ${part.taken.rows} WHERE file_row_number IN (${[...places.keys()].join(', ')})`,
        )
        for (const [row, ...values] of rows) {
          for (const place of places.get(Number(row)) ?? [])
            values.forEach((value, c) => (found[c]![place] = typeof value === 'string' ? value : ''))
        }
      }
    }
    return found
  }

  async writeFound(clusters: Clusters, pairs: ScoredPairs): Promise<readonly string[]> {
    const { db, folder, inOrder, columns } = this.#work
    const ids = await idsOf(db, this.#ids, this.count)
    const within = async (write: (writing: { db: Database; folder: string }) => Promise<readonly string[]>): Promise<readonly string[]> => {
      const writing = { db: await inOrder(), folder }
      try {
        return await write(writing)
      } finally {
        writing.db.close()
      }
    }
    const first = within((writing) => writeClusters(writing, ids, clusters))
    // Each is written by one thread, so that two are kept busy side by side.
    const found = columns.threads > 1 ? first : await first
    const second = within((writing) => writePairs(writing, ids, pairs))
    // When one fails the other is not left to write on into a folder that is gone.
    await Promise.allSettled([found, second])
    return [...(await found), ...(await second)]
  }
  writeHubs: LinkTable['writeHubs'] = (hubs) => writeHubs(this.#work, hubs)
}

/** The rows of these records, as far as they are this file's. */
function rowsOf(recordOf: Uint32Array, records: Uint32Array): ReadonlyMap<number, number> {
  const wanted = new Set(records)
  const rows = new Map<number, number>()
  for (let row = 0; row < recordOf.length; row++) if (wanted.has(recordOf[row]!)) rows.set(recordOf[row]!, row)
  return rows
}
