import { CsvError, parse } from 'csv-parse/sync'
import { tooLarge, unreadable } from '../../model/errors.ts'
import { isRefusedKey } from '../../model/refused.ts'
import { instantIn, LONGEST_CELL, MOST_LIST_ROWS, sayingOf, type LeftOut, type Listing, type ListedRow } from './listed.ts'
import { kindOf } from './spelled-kind.ts'

/** Headers by meaning, letters only. */
const HEADERS = {
  kind: 'kind type indicatortype attributetype ioctype',
  value: 'value indicator ioc observable',
  says: 'says status assessment',
  source: 'source feed publisher provider',
  origin: 'origin via takenfrom originalsource',
  reliability: 'reliability sourcereliability',
  credibility: 'credibility informationcredibility',
  note: 'note comment description context',
  seen: 'seen date lastseen firstseen observed',
  expires: 'expires validuntil expiry expiration until',
} as const
type Column = keyof typeof HEADERS
const COLUMN_OF = new Map(
  (Object.entries(HEADERS) as [Column, string][]).flatMap(([column, names]) => names.split(' ').map((name) => [name, column] as const)),
)
const DELIMITERS = [',', ';', '\t', '|']
/** Characters of one row. A quotation mark that is opened and never closed would swallow the file. */
const LONGEST_ROW = 20_000
const MOST_COLUMNS = 200

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/**
 * A table with a header: `kind` and `value` at least, or one column for each kind (`email`, `wallet`, …). Bad rows are told by
 * their line and the others go on; a file whose quoting is broken is read up to the break.
 */
export function readListCsv(text: string): Listing {
  const notes: string[] = []
  const leftOut: LeftOut[] = []
  const lines = records(text, leftOut)
  const [header, ...body] = lines
  if (header === undefined) throw unreadable('The list is empty: it has no header line. It needs the columns kind and value.')
  if (body.length > MOST_LIST_ROWS) throw tooLarge(`The list has more than ${MOST_LIST_ROWS.toLocaleString('en')} rows. Split it.`)
  if (header.record.length > MOST_COLUMNS)
    throw unreadable(`The list has ${header.record.length} columns; at most ${MOST_COLUMNS} are read.`)
  const columns = header.record.map((cell) => columnOf(cell, notes))
  if (!columns.includes('kind') ? !columns.some((c) => c?.startsWith('as ')) : !columns.includes('value'))
    throw unreadable(
      `The list has no columns kind and value, and none that is named after a kind of identifier (email, phone, wallet, …). Its columns are: ${header.record
        .slice(0, 20)
        .map((c) => c.slice(0, 40))
        .join(', ')}.`,
    )
  const rows = body.flatMap(({ record, info }) => rowsOf(record, { columns, at: `line=${info.lines}`, leftOut }))
  return { rows, leftOut, notes }
}

/** The meaning of a column; `as email` for one that is named after a kind. */
function columnOf(header: string, notes: string[]): string | undefined {
  const letters = header.toLowerCase().replace(/[^a-z]/g, '')
  const known = COLUMN_OF.get(letters)
  if (known !== undefined) return known
  const spelled = kindOf(header)
  if ('kind' in spelled) return `as ${header}`
  if (spelled.refused === 'person' || isRefusedKey(header) !== undefined)
    notes.push(`The column "${header.slice(0, 60)}" is about people and was left out unread: lists share identifiers, not persons.`)
  return undefined
}

interface Place {
  readonly columns: readonly (string | undefined)[]
  readonly at: string
  readonly leftOut: LeftOut[]
}

function rowsOf(record: readonly string[], { columns, at, leftOut }: Place): ListedRow[] {
  const refuse = (why: string): ListedRow[] => {
    leftOut.push({ at, why })
    return []
  }
  if (record.length !== columns.length && record.slice(columns.length).some((cell) => cell.trim() !== ''))
    return refuse(`The row has ${record.length} cells and the header ${columns.length}, so its values may stand under the wrong columns.`)
  if (record.some((cell) => cell.length > LONGEST_CELL))
    return refuse(`A cell has more than ${LONGEST_CELL.toLocaleString('en')} characters.`)
  const cell = (column: Column): string => record[columns.indexOf(column)]?.trim() ?? ''
  const says = sayingOf(cell('says'))
  if (says === undefined)
    return refuse(`What the source says of it ("${cell('says').slice(0, 40)}") is not known; write bad, shared or good.`)
  const optional = (column: Column): string | undefined => (cell(column) === '' ? undefined : cell(column))
  const dates = { seen: instantIn(cell('seen')), expires: instantIn(cell('expires')) }
  for (const name of ['seen', 'expires'] as const)
    if (dates[name] === undefined && cell(name) !== '') return refuse(`"${cell(name).slice(0, 40)}" is no date; write it as 2027-03-31.`)
  const shared = {
    at,
    says,
    source: optional('source'),
    origin: optional('origin'),
    reliability: optional('reliability'),
    credibility: optional('credibility'),
    note: optional('note'),
    ...dates,
  }
  const pairs = columns.flatMap((column, i) =>
    column?.startsWith('as ') === true ? [[column.slice(3), record[i]?.trim() ?? ''] as const] : [],
  )
  const all = columns.includes('kind') ? [[cell('kind'), cell('value')] as const, ...pairs.filter(([kind]) => kind === '')] : pairs
  const filled = all.filter(([, value]) => value !== '')
  if (filled.length === 0) return refuse('The row has no value.')
  return filled.map(([kind, value]) => ({ ...shared, kind, value }))
}

/** So often is reading taken up again behind a row whose quoting is broken; more is no table. */
const MOST_BREAKS = 100

function records(text: string, leftOut: LeftOut[]): Parsed[] {
  const body = text.replace(/^\ufeff/, '')
  const hint = /^sep=.\r?\n/i.exec(body)?.[0] ?? ''
  // Of no more than a row: the pattern keeps a mark a character, and a quotation mark that is never closed would overflow the stack.
  const head = body.slice(hint.length, hint.length + LONGEST_ROW)
  const first = /^[^\r\n]*/.exec(head.replace(/"(?:[^"]|"")*"/g, ''))?.[0] ?? ''
  const delimiter = DELIMITERS.toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  const kept: Parsed[] = []
  let rest = body.slice(hint.length)
  let skipped = hint === '' ? 0 : 1
  for (let breaks = 0; rest !== ''; breaks++) {
    const broken = readOn(rest, { delimiter, skipped, kept })
    if (broken === undefined) return kept
    if (breaks === MOST_BREAKS || kept.length > MOST_LIST_ROWS + 1) {
      leftOut.push({
        at: `line=${skipped + broken}`,
        why: 'From here on nothing was read: too many rows have broken quoting. Export the list again as CSV.',
      })
      return kept
    }
    leftOut.push({
      at: `line=${skipped + broken}`,
      why: 'The quoting of the row is broken: a quotation mark was opened and never closed, or text stands behind one.',
    })
    rest = afterLine(rest, broken)
    skipped += broken
  }
  return kept
}

/** Reads to the end, or to a row that cannot be read: the line it begins on, counted from 1. */
function readOn(text: string, { delimiter, skipped, kept }: { delimiter: string; skipped: number; kept: Parsed[] }): number | undefined {
  let done = 0
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: LONGEST_ROW,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: MOST_LIST_ROWS + 2,
      info: true,
      on_record: (entry: unknown) => {
        // With `info` an entry is the record and where it ends.
        const { record, info } = entry as Parsed
        done = info.lines
        kept.push({ record, info: { lines: info.lines + skipped } })
        return null
      },
    })
    return undefined
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return nextFilled(text, done)
  }
}

/** The first line behind so many that has something on it, counted from 1. */
function nextFilled(text: string, lines: number): number {
  for (let line = lines + 1, rest = afterLine(text, lines); ; line++, rest = afterLine(rest, 1))
    if (rest === '' || !/^[ \t]*(?:\r\n|[\r\n])/.test(rest)) return line
}

function afterLine(text: string, lines: number): string {
  const ends = /\r\n|[\r\n]/g
  let at = 0
  for (let n = 0; n < lines; n++) {
    const end = ends.exec(text)
    if (end === null) return ''
    at = end.index + end[0].length
  }
  return text.slice(at)
}
