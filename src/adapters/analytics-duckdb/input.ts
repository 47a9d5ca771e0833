import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { emptyFile, unreadable, unsupported } from '../../model/errors.ts'
import type { HeaderColumn } from '../../engine/batch-link/map.ts'
import type { LeftOutLine } from '../../engine/batch-link/ports.ts'
import { csvForm, csvRows, LONGEST_LINE } from './csv.ts'
import type { Database } from './database.ts'
import { literal, trimmed } from './sql.ts'

export type Format = 'csv' | 'jsonl' | 'parquet'

const FORMATS: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.parquet': 'parquet',
}
/** Lines that are named one by one; the others are counted. */
const MOST_NAMED = 20
/** Keys are looked for in so many lines of a JSONL file. */
const LOOKED_AT = 200_000

/** Throws where a file is not there or none of ours. */
export async function checkFiles(files: readonly string[]): Promise<void> {
  for (const file of files) await formatOf(file)
}

export async function formatOf(file: string): Promise<Format> {
  const format = FORMATS[extname(file).toLowerCase()]
  if (format === undefined) throw unsupported(`"${file}" is not a .csv, .tsv, .jsonl, .ndjson or .parquet file. Export it as one of these.`)
  const found = await stat(file).catch((cause: unknown) => {
    const gone = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw unreadable(gone ? `There is no file "${file}". Check the path.` : `"${file}" cannot be opened (${(cause as Error).message}).`, {
      cause,
    })
  })
  if (found.isDirectory()) throw unsupported(`"${file}" is a folder. Name one file.`)
  if (found.size === 0) throw emptyFile(`"${file}" is empty.`)
  if (format === 'parquet') await checkParquet(file, found.size)
  return format
}

/** Parquet keeps its table of contents at the end, so a file that was cut off is told at once. */
async function checkParquet(file: string, size: number): Promise<void> {
  const handle = await open(file)
  try {
    const mark = async (at: number): Promise<string> => (await handle.read(Buffer.alloc(4), 0, 4, at)).buffer.toString('latin1')
    if (size < 12 || (await mark(0)) !== 'PAR1') throw unreadable(`"${file}" is not a Parquet file, whatever its ending says.`)
    if ((await mark(size - 4)) !== 'PAR1')
      throw unreadable(`"${file}" ends in the middle: the end of a Parquet file is missing. Copy or export it again.`)
  } finally {
    await handle.close()
  }
}

export async function headerOf(db: Database, file: string, format: Format): Promise<readonly HeaderColumn[]> {
  if (format === 'csv') return (await csvForm(file)).columns.map((name) => ({ name }))
  if (format === 'jsonl') return jsonHeader(db, file)
  return (await db.rows(`DESCRIBE SELECT * FROM read_parquet(${literal(file)})`)).map((row) => ({
    name: String(row[0]),
    type: String(row[1]),
  }))
}

const jsonLines = (file: string): string =>
  `read_csv(${literal(file)}, auto_detect = false, strict_mode = false, header = false, delim = '\u001f', quote = '', escape = '', columns = {'line': 'VARCHAR'}, max_line_size = ${LONGEST_LINE})`

/** The tests of a plain AND may run in any order, and asking a broken line for its type ends the query. */
const IS_OBJECT = "CASE WHEN json_valid(line) THEN json_type(line) = 'OBJECT' ELSE false END"

async function jsonHeader(db: Database, file: string): Promise<readonly HeaderColumn[]> {
  const found = await db.rows(
    `SELECT DISTINCT unnest(json_keys(line)) FROM (SELECT line FROM ${jsonLines(file)} WHERE ${IS_OBJECT} LIMIT ${LOOKED_AT})`,
  )
  if (found.length === 0)
    throw unreadable(
      `"${file}" has no line that is a JSON object. JSON lines have one object a line, such as {"id": "1", "mail": "ada@example.com"}.`,
    )
  return found.map((row) => ({ name: String(row[0]) })).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A file as our own: `id` and the wanted columns v0, v1, … as text (as written) or lists of text, in the file's order. */
export interface TakenIn {
  /** What to select them from, with `file_row_number`. */
  readonly rows: string
  /** Which of the wanted columns have several values in some record. */
  readonly many: readonly boolean[]
  readonly leftOut: { readonly count: number; readonly first: readonly LeftOutLine[] }
}

export interface Wanted {
  readonly file: string
  readonly format: Format
  readonly id: string
  readonly columns: readonly string[]
  /** Where the rows are kept while they are worked on. */
  readonly copy: string
}

export async function takeIn(db: Database, wanted: Wanted): Promise<TakenIn> {
  if (wanted.format === 'csv') return takeCsv(db, wanted)
  return wanted.format === 'jsonl' ? takeJsonLines(db, wanted) : takeParquet(db, wanted)
}

const copied = (path: string): string => `read_parquet(${literal(path)}, file_row_number = true)`

async function takeCsv(db: Database, wanted: Wanted): Promise<TakenIn> {
  const form = await csvForm(wanted.file)
  const at = (name: string): string => `c${form.columns.indexOf(name)}`
  const columns = [`${trimmed(at(wanted.id))} AS id`, ...wanted.columns.map((name, i) => `${at(name)} AS v${i}`)].join(', ')
  const copy = (strict: boolean): Promise<void> =>
    db.run(
      `COPY (SELECT ${columns} FROM ${csvRows(wanted.file, form, strict)}) TO ${literal(wanted.copy)} (FORMAT parquet, COMPRESSION snappy)`,
    )
  // Lines that break the standard in a way the strict reading cannot step over are read as well as it goes.
  await copy(true).catch(async (error: unknown) => {
    if (!(error instanceof Error) || !/state machine/.test(error.message)) throw error
    await copy(false)
  })
  const rejects = await db.rows(
    `SELECT line, any_value(error_type), any_value(error_message), max(line_byte_position + strlen(csv_line)) FROM reject_errors GROUP BY line ORDER BY line LIMIT ${MOST_NAMED + 1}`,
  )
  const count = await db.number('SELECT count(DISTINCT line) FROM reject_errors')
  await checkUnclosed(db, wanted.file)
  const first = rejects
    .slice(0, MOST_NAMED)
    .map(([line, type, says]) => ({ file: wanted.file, line: Number(line), why: wordsFor(String(type), String(says)) }))
  await db.run('DROP TABLE IF EXISTS reject_errors')
  await db.run('DROP TABLE IF EXISTS reject_scans')
  return { rows: copied(wanted.copy), many: wanted.columns.map(() => false), leftOut: { count, first } }
}

/** A quote that is never closed takes everything after it into one value; going on would lose the rest of the file silently. */
async function checkUnclosed(db: Database, file: string): Promise<void> {
  const { size } = await stat(file)
  const found = await db.rows(
    `SELECT line FROM reject_errors WHERE error_type = 'UNQUOTED VALUE' AND line_byte_position + strlen(csv_line) >= ${size - 2} LIMIT 1`,
  )
  if (found.length > 0)
    throw unreadable(
      `In "${file}" a quote is opened in line ${String(found[0]![0])} and never closed: the file ends in the middle, or the quote is a slip. Correct that line or export the file again.`,
    )
}

function wordsFor(type: string, says: string): string {
  const counts = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(says)
  if (counts !== null) return `${counts[2]} values where the header has ${counts[1]} columns`
  if (type === 'UNQUOTED VALUE') return 'a quote that is not closed where the value ends'
  if (type === 'INVALID ENCODING') return 'not in UTF-8'
  if (type === 'LINE SIZE OVER MAXIMUM') return 'longer than 2 MB'
  return says.split('\n', 1)[0]!.slice(0, 120)
}

async function takeJsonLines(db: Database, wanted: Wanted): Promise<TakenIn> {
  const path = (name: string, part = ''): string => literal(`$."${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"${part}`)
  const lists = await db.rows(
    `SELECT ${wanted.columns.map((name) => `coalesce(bool_or(json_type(line, ${path(name)}) = 'ARRAY'), false)`).join(', ')} FROM ${jsonLines(wanted.file)} WHERE ${IS_OBJECT}`,
  )
  const many = wanted.columns.map((_, i) => lists[0]?.[i] === true)
  const column = (name: string, i: number): string => {
    const written = `(json_extract_string(line, ${path(name)}))`
    if (!many[i]) return `${written} AS v${i}`
    const one = trimmed(written)
    const each = `list_filter(list_transform(json_extract_string(line, ${path(name, '[*]')}), lambda x: ${trimmed('x')}), lambda x: x IS NOT NULL)`
    return `CASE WHEN json_type(line, ${path(name)}) = 'ARRAY' THEN ${each} WHEN ${one} IS NULL THEN [] ELSE [${one}] END AS v${i}`
  }
  const columns = [`${trimmed(`(json_extract_string(line, ${path(wanted.id)}))`)} AS id`, ...wanted.columns.map(column)].join(', ')
  await db.run(
    `COPY (SELECT ${columns} FROM ${jsonLines(wanted.file)} WHERE ${IS_OBJECT}) TO ${literal(wanted.copy)} (FORMAT parquet, COMPRESSION snappy)`,
  )
  const bad = `SELECT number FROM (SELECT line, row_number() OVER () AS number FROM ${jsonLines(wanted.file)}) WHERE line IS NOT NULL AND NOT (${IS_OBJECT})`
  const count = await db.number(`SELECT count(*) FROM (${bad})`)
  const first = await db.rows(`${bad} ORDER BY number LIMIT ${MOST_NAMED}`)
  return {
    rows: copied(wanted.copy),
    many,
    leftOut: { count, first: first.map(([line]) => ({ file: wanted.file, line: Number(line), why: 'not a whole JSON object' })) },
  }
}

async function takeParquet(db: Database, wanted: Wanted): Promise<TakenIn> {
  const types = new Map((await headerOf(db, wanted.file, 'parquet')).map((column) => [column.name, column.type ?? '']))
  const many = wanted.columns.map((name) => (types.get(name) ?? '').endsWith('[]'))
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
  const column = (name: string, i: number): string =>
    many[i]
      ? `list_filter(list_transform(${quoted(name)}::VARCHAR[], lambda x: ${trimmed('x')}), lambda x: x IS NOT NULL) AS v${i}`
      : `${quoted(name)}::VARCHAR AS v${i}`
  const columns = [`${trimmed(`(${quoted(wanted.id)}::VARCHAR)`)} AS id`, ...wanted.columns.map(column), 'file_row_number'].join(', ')
  return { rows: `(SELECT ${columns} FROM ${copied(wanted.file)})`, many, leftOut: { count: 0, first: [] } }
}
