import { AppError, asAppError, emptyFile, tooLarge, unreadable } from '../../../model/errors.ts'
import { openArchive } from '../../grammar/archive.ts'
import { admitHeight, admitWidth, MOST_COLUMNS, MOST_ROWS, type Sheet } from './sheet.ts'

/** A workbook of 200,000 rows and 40 columns unpacks to about 300 MB of XML; more is no list of applicants. */
const CAPS = { entries: 2_000, entryBytes: 384 << 20, totalBytes: 512 << 20 }
const PARTS = /^xl\/(?:worksheets\/[^/]+\.xml|sharedStrings\.xml|styles\.xml|workbook\.xml|_rels\/.+)$/i

/** The first sheet of a workbook that has something in it. The other sheets are not looked at. */
export async function readWorkbook(bytes: Uint8Array): Promise<{ readonly sheet: Sheet; readonly others: number }> {
  await admitParts(bytes)
  const { default: readXlsxFile } = await import('read-excel-file/universal')
  const sheets = await unlessDamaged(() => readXlsxFile(new Uint8Array(bytes).buffer))
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => text(cell) !== '')))
  const [first] = filled
  if (first === undefined) throw emptyFile('The workbook has no filled sheet. Export it again.')
  const [header, ...rest] = first.data.map((row) => row.map(text)).filter((row) => row.some((cell) => cell !== ''))
  const headers = trimmed(header ?? [])
  admitWidth(headers.length)
  admitHeight(rest.length)
  const rows = rest.map((cells) =>
    cells.slice(headers.length).some((cell) => cell !== '')
      ? { cells, broken: `The row has values beyond the last column of the header (${headers.length} columns)` }
      : { cells: headers.map((_, i) => cells[i] ?? '') },
  )
  return { sheet: { headers, rows }, others: filled.length - 1 }
}

/**
 * Unpacks every part once and looks at the cell addresses before the parser does: it trusts them, and a single cell at
 * XFD1048576 would make it build seventeen thousand million empty ones.
 */
async function admitParts(bytes: Uint8Array): Promise<void> {
  const archive = await openArchive(bytes, CAPS)
  for (const name of archive.names.filter((part) => PARTS.test(part))) {
    const part = await archive.read(name)
    if (part !== undefined && /worksheets/i.test(name)) admitCells(Buffer.from(part).toString('latin1'))
  }
}

function admitCells(xml: string): void {
  for (const match of xml.matchAll(/\sr="([A-Z]{0,4})(\d{1,9})"/g)) {
    const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    // Formatting may reach a little beyond the values; the exact width is judged after reading.
    if (column > MOST_COLUMNS * 4) admitWidth(column)
    if (Number(match[2]) > MOST_ROWS * 2)
      throw tooLarge(
        `The workbook has a cell in row ${Number(match[2]).toLocaleString('en')}; at most ${MOST_ROWS.toLocaleString('en')} rows are read. Remove what stands far below the table, or split it.`,
      )
  }
}

const trimmed = (headers: readonly string[]): string[] => headers.slice(0, headers.findLastIndex((cell) => cell !== '') + 1)

/** Dates as ISO text; numbers without exponent, so that a phone number typed as a number keeps its digits. */
function text(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString()
  if (typeof cell === 'number') return Number.isInteger(cell) && Math.abs(cell) < 1e21 ? BigInt(cell).toString() : String(cell)
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell).trim() : ''
}

async function unlessDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw unreadable(
      `The workbook cannot be read (${asAppError(error).detail}). Open it in a spreadsheet program and save it anew as .xlsx or as CSV.`,
      { cause: error },
    )
  }
}
