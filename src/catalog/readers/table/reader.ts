import { defineReader, type Reading } from '../../../kit/reader.ts'
import { unreadable, unsupported } from '../../../model/errors.ts'
import { isRefusedKey } from '../../../model/refused.ts'
import { collector, type Collector } from '../../grammar/collector.ts'
import { orderOf } from './applied.ts'
import { columnsBy, isWork, tellsApart, type Column } from './column-map.ts'
import { decodeTable } from './decode.ts'
import plain from './maps/plain.ts'
import { MAPS, tableOptions, withReady, type TableOptions } from './options.ts'
import type { FileReference } from './row.ts'
import type { About } from './row-cells.ts'
import type { Sheet } from './sheet.ts'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The container of old Excel files and of encrypted new ones. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const OTHERS = /^(?:%PDF-|\u0089PNG|\u00ff\u00d8\u00ff|GIF8[79]a|\{\\rtf|\u007fELF|\u001f\u008b|Rar!|\s*(?:<\?xml|<!doctype|<html))/is
const MOST_LISTED = 30

export default defineReader({
  id: 'table',
  version: 1,
  title: 'Table of applicants, workers or payouts (CSV, XLSX or JSON lines)',
  extensions: ['.csv', '.tsv', '.xlsx', '.xls', '.jsonl', '.ndjson'],
  ownRecord: true,
  refuses: ['.xls'],
  recognise(head, name) {
    const ending = /\.[a-z]+$/i.exec(name)?.[0]?.toLowerCase() ?? ''
    if (startsWith(head, ZIP)) return latin(head).includes('xl/') || (ending === '.xlsx' && !latin(head).includes('word/')) ? 'yes' : 'no'
    if (startsWith(head, OLE)) return ending === '.xls' || ending === '.xlsx' ? 'maybe' : 'no'
    if (OTHERS.test(latin(head.subarray(0, 64)))) return 'no'
    if (ending === '.jsonl' || ending === '.ndjson') return /^\s*\{/.test(latin(head).replace(/^\u00ef\u00bb\u00bf/, '')) ? 'yes' : 'maybe'
    return ending === '.csv' || ending === '.tsv' ? 'maybe' : 'no'
  },
  async warm() {
    await Promise.all([import('./row.ts'), import('./work-row.ts'), import('./delimited.ts')])
  },
  async read({ bytes, name, options }): Promise<Reading> {
    const settings = tableOptions(options)
    const found = collector()
    const sheet = await sheetOf(bytes, { name, settings, found })
    dropRefused(sheet, found)
    const columns = columnsOf(sheet, { settings, found })
    const dates = columns.filter((column) => column.target.endsWith('-at'))
    const dateOrder = settings.date_order ?? orderOf(sheet.rows.flatMap((row) => dates.map((column) => row.cells[column.index] ?? '')))
    const [{ ApplicantRow }, { RowCells }, { WorkRow }] = await Promise.all([
      import('./row.ts'),
      import('./row-cells.ts'),
      import('./work-row.ts'),
    ])
    const rowSettings = { columns: Map.groupBy(columns, (column) => column.target), dateOrder, phoneRegion: settings.phone_region }
    const work = columns.some(isWork)
    const aboutOf = oneEachWorker(columns)
    const references: FileReference[] = []
    let unwatched = 0
    for (const [i, { cells, broken }] of sheet.rows.entries()) {
      if (broken !== undefined) {
        found.skip(`Row ${i + 1} was left out: ${broken}`, `row=${i + 1}`)
        continue
      }
      const { about, again } = aboutOf(i + 1, cells)
      const row = new RowCells({ row: i + 1, about, cells }, rowSettings, found)
      if (!again) references.push(...new ApplicantRow(row).read())
      if (work && new WorkRow(row).read()) unwatched += 1
    }
    if (unwatched > 0) found.note({ kind: 'dropped-field', says: UNWATCHED, count: unwatched })
    if (sheet.rows.length === 0) found.note({ kind: 'quality', says: 'The table has a header and no rows' })
    return {
      role: work ? 'other' : 'application',
      statements: found.statements,
      enclosed: [],
      notes: found.notes(),
      references,
      rows: sheet.rows.length,
    }
  },
})

/** nobody's sign-ins and devices are looked at before they were told. */
const UNWATCHED =
  'Rows whose second factors, laptop networks and sign-ins were dropped unread, because they do not say that the person was told of it. Add a column "Monitoring notice" with yes, or the day on which it was acknowledged'

/** Rows with one worker's id are about one worker: the first of them has who it is, and the others what else happened. */
function oneEachWorker(columns: readonly Column[]): (row: number, cells: readonly string[]) => { about: About; again: boolean } {
  const column = columns.find(({ target }) => target === 'worker')
  const first = new Map<string, number>()
  return (row, cells) => {
    const id = column === undefined ? '' : (cells[column.index] ?? '').trim().toLowerCase()
    const known = id === '' ? undefined : first.get(id)
    if (id !== '' && known === undefined) first.set(id, row)
    return { about: `row:${known ?? row}`, again: known !== undefined }
  }
}

interface Source {
  readonly name: string
  readonly settings: TableOptions
  readonly found: Collector
}

async function sheetOf(bytes: Uint8Array, { name, settings, found }: Source): Promise<Sheet> {
  if (startsWith(bytes, OLE))
    throw unsupported(
      'The file is an old Excel workbook (.xls) or one with a password. Save it without a password as .xlsx or CSV and hand that in.',
    )
  if (startsWith(bytes, ZIP)) {
    const { readWorkbook } = await import('./workbook.ts')
    const { sheet, others } = await readWorkbook(bytes)
    if (others > 0)
      found.note({ kind: 'skipped', says: 'The workbook has more sheets with something in them; only the first was read', count: others })
    return sheet
  }
  const { text, guessed } = decodeTable(bytes)
  if (guessed)
    found.note({
      kind: 'quality',
      says: 'The table is not Unicode and was read as Western European (Windows-1252); letters beyond a to z may be wrong. Export it as CSV UTF-8 if names look odd',
    })
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return (await import('./json-lines.ts')).readJsonLines(text.replace(/^\ufeff/, ''))
  return (await import('./delimited.ts')).readDelimited(text, settings.delimiter)
}

/** Protected columns go by their name; what is in them is counted and not looked at. */
function dropRefused(sheet: Sheet, found: Collector): void {
  for (const [index, header] of sheet.headers.entries()) {
    const refused = isRefusedKey(header)
    if (refused === undefined) continue
    const filled = sheet.rows.filter((row) => (row.cells[index] ?? '').trim() !== '').length
    found.note({
      kind: 'dropped-field',
      says: `The column "${header}" names ${refused.title} and was dropped unread. ${refused.why}`,
      at: `column=${header}`,
      count: filled,
    })
  }
}

function columnsOf(sheet: Sheet, { settings, found }: Omit<Source, 'name'>): readonly Column[] {
  missingFrom(sheet, settings)
  // A refused column keeps its place in the row and loses its name, so that no map can give it a meaning.
  const headers = sheet.headers.map((header) => (isRefusedKey(header) === undefined ? header : ''))
  const tried = MAPS.filter((map) => settings.map === undefined || map.id === settings.map).map((map) => ({
    map,
    known: columnsBy(withReady(settings.columns, map.columns), headers).length,
  }))
  const best = tried.reduce((most, next) => (next.known > most.known ? next : most)).map
  // What the system's own names leave open, the plain ones may know.
  const columns = columnsBy(withReady(settings.columns, withReady(best.columns, plain.columns)), headers)
  if (!tellsApart(columns))
    throw unreadable(
      `No column of the table could be told to be a name, e-mail, phone or link. Its columns are: ${listing(headers.filter((h) => h !== ''))}. Say which is which with a column map (columns: name: …).`,
    )
  const read = new Set(columns.map((column) => column.index))
  const unread = headers.filter((header, index) => header !== '' && !read.has(index))
  found.note({ kind: 'quality', says: `Read with the map "${best.id}" (${best.title}); ${columns.length} columns have a meaning` })
  if (unread.length > 0)
    found.note({ kind: 'skipped', says: `Columns without a meaning here were not read: ${listing(unread)}`, count: unread.length })
  return columns
}

function missingFrom(sheet: Sheet, settings: TableOptions): void {
  const there = new Set(sheet.headers.map((header) => header.toLowerCase()))
  const missing = Object.values(settings.columns ?? {})
    .flat()
    .filter((header) => !there.has(header.toLowerCase()))
  if (missing.length > 0)
    throw unreadable(`The column map names ${listing(missing)}, which the table does not have. Its columns are: ${listing(sheet.headers)}.`)
}

const listing = (headers: readonly string[]): string =>
  headers
    .slice(0, MOST_LISTED)
    .map((header) => `"${header.slice(0, 60)}"`)
    .join(', ') + (headers.length > MOST_LISTED ? ` and ${headers.length - MOST_LISTED} more` : '')

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte)
const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
