import { CsvError, parse } from 'csv-parse/sync'
import { WHOLE } from '../../compute/ownership/stakes.ts'
import { tooLarge, unreadable } from '../../model/errors.ts'

/** One record of who owns what, as its file says it. */
export interface OwnershipRow {
  readonly owner: string
  readonly owned: string
  /** As written; empty where nothing is. */
  readonly share: string
  /** Parts of `WHOLE`. A share that nobody gives is anything from none to all. */
  readonly least: number
  readonly most: number
  readonly known: boolean
  /** `control`: directs or appoints, and owns nothing by that. */
  readonly basis: 'ownership' | 'control'
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly source?: string | undefined
  /** `line 7`. */
  readonly at: string
}

/** Somebody who is blocked, and from when to when. */
export interface BlockedRow {
  readonly party: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly source?: string | undefined
  readonly at: string
}

export interface LeftOutRow {
  readonly at: string
  readonly why: string
}

export interface Rows<T> {
  readonly rows: readonly T[]
  readonly leftOut: readonly LeftOutRow[]
}

/** Headers by meaning, letters only. */
const OWNERSHIP_HEADERS = {
  owner: 'owner holder shareholder parent',
  owned: 'owned entity company subsidiary',
  share: 'share shares percent percentage sharepercent ownership stake',
  basis: 'basis nature kind type',
  from: 'from since start validfrom',
  to: 'to until end validto',
  source: 'source evidence reference document',
} as const
const BLOCKED_HEADERS = {
  party: 'party name person entity blocked',
  from: 'from since listed validfrom',
  to: 'to until validto',
  source: 'source evidence list reference entry',
} as const

/** A file with more is split, or asked of a database. */
const MOST_ROWS = 1_000_000
const LONGEST_CELL = 500
const DELIMITERS = [',', ';', '\t', '|'] as const
const CONTROL = /control|manage|direct|appoint|board|officer/i

/** Columns `owner` and `owned`; `share`, `from`, `to` (first and last day), `source` and `basis` where they are known. Bad rows are told and the others go on. */
export function readOwnershipCsv(text: string): Rows<OwnershipRow> {
  return table(text, { headers: OWNERSHIP_HEADERS, needs: ['owner', 'owned'], says: 'a table of who owns what' }, (cell, at) => {
    const [owner, owned] = [cell('owner'), cell('owned')]
    if (owner === '' || owned === '') return `has no ${owner === '' ? 'owner' : 'owned company'}`
    const share = shareIn(cell('share'))
    if (typeof share === 'string') return share
    const days = daysOf(cell)
    if (typeof days === 'string') return days
    const basis = CONTROL.test(cell('basis')) ? 'control' : 'ownership'
    return { owner, owned, share: cell('share'), ...share, basis, ...days, source: cell('source') || undefined, at }
  })
}

/** A column `party`, and `from`, `to` and `source` where they are known. */
export function readBlockedCsv(text: string): Rows<BlockedRow> {
  return table(text, { headers: BLOCKED_HEADERS, needs: ['party'], says: 'a table of blocked persons' }, (cell, at) => {
    const party = cell('party')
    if (party === '') return 'names nobody'
    const days = daysOf(cell)
    return typeof days === 'string' ? days : { party, ...days, source: cell('source') || undefined, at }
  })
}

type Cell<C extends string> = (column: C) => string

interface Sheet<C extends string> {
  readonly headers: Readonly<Record<C, string>>
  readonly needs: readonly NoInfer<C>[]
  readonly says: string
}

/** Rows by `rowOf`, which says in words why one cannot be used. */
function table<C extends string, T extends object>(
  text: string,
  sheet: Sheet<C>,
  rowOf: (cell: Cell<C>, at: string) => T | string,
): Rows<T> {
  const [header, ...body] = records(text)
  if (header === undefined) throw unreadable(`The file is empty: ${sheet.says} begins with a line of headers.`)
  if (body.length > MOST_ROWS) throw tooLarge(`The file has more than ${MOST_ROWS.toLocaleString('en')} rows. Split it.`)
  const letters = header.record.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''))
  const columns = Object.fromEntries(
    (Object.entries(sheet.headers) as [C, string][]).map(([column, names]) => [
      column,
      letters.findIndex((name) => names.split(' ').includes(name)),
    ]),
  ) as Record<C, number>
  const missing = sheet.needs.filter((column) => columns[column] === -1)
  if (missing.length > 0)
    throw unreadable(
      `${sheet.says[0]!.toUpperCase()}${sheet.says.slice(1)} needs the column${missing.length === 1 ? '' : 's'} ${missing.join(' and ')}; this one has ${header.record
        .slice(0, 20)
        .map((cell) => cell.slice(0, 40))
        .join(', ')}.`,
    )
  const rows: T[] = []
  const leftOut: LeftOutRow[] = []
  for (const { record, line } of body) {
    const at = `line ${line}`
    if (record.some((cell) => cell.length > LONGEST_CELL)) {
      leftOut.push({ at, why: `has a cell of more than ${LONGEST_CELL} characters` })
      continue
    }
    const row = rowOf((column) => record[columns[column]]?.trim() ?? '', at)
    if (typeof row === 'string') leftOut.push({ at, why: row })
    else rows.push(row)
  }
  return { rows, leftOut }
}

interface Line {
  readonly record: readonly string[]
  readonly line: number
}

function records(text: string): Line[] {
  const first = text.slice(0, 10_000).split('\n', 1)[0] ?? ''
  const delimiter = DELIMITERS.toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
    })
    return (parsed as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw unreadable(`The table cannot be read to its end: ${error.message}. Check the quotation marks there.`, { cause: error })
  }
}

/** `2024`, `2024-03` or `2024-03-31`: the first day of it as a beginning, the last as an end. */
function daysOf(cell: Cell<'from' | 'to'>): { from?: string; to?: string } | string {
  const [from, to] = [cell('from'), cell('to')]
  for (const day of [from, to])
    if (day !== '' && !isDay(day)) return `has a date that is none: "${day.slice(0, 40)}"; write it as 2024-03-31`
  if (from !== '' && to !== '' && padded(from, 'first') > padded(to, 'last')) return `ends (${to}) before it begins (${from})`
  return { ...(from !== '' && { from: padded(from, 'first') }), ...(to !== '' && { to: padded(to, 'last') }) }
}

const isDay = (day: string): boolean => /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(day)
/** Days are compared as text, so a month may end on a 31st that it has not. */
const padded = (day: string, end: 'first' | 'last'): string =>
  `${day}${(end === 'first' ? '-01-01' : '-12-31').slice(day.length === 4 ? 0 : 3, day.length === 10 ? 0 : undefined)}`

const UNKNOWN = /^(?:|\?|-|–|unknown|n\/?a|not known|undisclosed)$/i
const PARTS = /^(\d{1,3})(?:[.,](\d+))?$/

/** `50`, `50%`, `33,3`, `25-50`, `>25`, `<10`, and nothing for a share that nobody gives. */
function shareIn(written: string): { least: number; most: number; known: boolean } | string {
  const text = written.replace(/[\s%]|percent/gi, '')
  if (UNKNOWN.test(text) || UNKNOWN.test(written.trim())) return { least: 0, most: WHOLE, known: false }
  const refused = `has a share that is none: "${written.slice(0, 40)}"; write 50, 33.3, 25-50, >25, <10, or nothing where it is unknown`
  const [, sign, low, high] = /^(>=|<=|>|<|≥|≤)?([\d.,]+)(?:[-–]([\d.,]+))?$/.exec(text) ?? []
  const [first, second] = [partsOf(low), high === undefined ? undefined : partsOf(high)]
  if (first === undefined || (high !== undefined && (second === undefined || sign !== undefined))) return refused
  if (Math.max(first, second ?? 0) > WHOLE) return `has a share of more than 100 per cent: "${written.slice(0, 40)}"`
  if (second !== undefined && second < first) return refused
  if (sign === undefined) return { least: first, most: second ?? first, known: true }
  // More than a quarter is at least the smallest part more.
  if (/[>≥]/.test(sign)) return { least: Math.min(WHOLE, first + (sign === '>' ? 1 : 0)), most: WHOLE, known: true }
  return { least: 0, most: Math.max(0, first - (sign === '<' ? 1 : 0)), known: true }
}

/** Per cent in parts of `WHOLE`, digits beyond them cut off, so that nothing below half is taken for half. */
function partsOf(text: string | undefined): number | undefined {
  const [, whole, behind = ''] = PARTS.exec(text ?? '') ?? []
  return whole === undefined ? undefined : Number(`${whole}${behind.slice(0, 9).padEnd(9, '0')}`)
}
