import { CsvError, parse, type Options } from 'csv-parse/sync'
import { emptyFile, unreadable, type AppError } from '../../../model/errors.ts'
import { admitHeight, admitWidth, MOST_ROWS, type Sheet, type SheetRow } from './sheet.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const
/** Excel writes `sep=;` into the first line of some exports. */
const EXCEL_HINT = /^sep=(.)\r?\n/i
/** Characters of one row: a row is an applicant, and a cover letter in a cell has some thousands. */
const LONGEST_ROW = 1 << 20

/** CSV in any of its separators. Quoting is strict: a file that can be read in two ways is not read. */
export function readDelimited(text: string, delimiter: string | undefined): Sheet {
  const hint = EXCEL_HINT.exec(text)
  const body = hint === null ? text : text.slice(hint[0].length)
  const extraLines = hint === null ? 0 : 1
  const by = delimiter ?? hint?.[1] ?? likeliest(body)
  const [header] = records(body, { delimiter: by, to: 1 }, extraLines)
  if (header === undefined) throw emptyFile('The table is empty. Export it again.')
  admitWidth(header.length)
  const rows = records(body, { delimiter: by, from: 2, to: MOST_ROWS + 2 }, extraLines)
  admitHeight(rows.length)
  return { headers: header.map((cell) => cell.trim()), rows: rows.map((cells) => fitted(cells, header.length)) }
}

/** The separator that stands most often in the first line, outside quotes. */
function likeliest(text: string): string {
  const first = /^[^\r\n]*/.exec(text.replace(/"(?:[^"]|"")*"/g, ''))?.[0] ?? ''
  const counted = DELIMITERS.map((mark) => ({ mark, times: first.split(mark).length - 1 })).sort((a, b) => b.times - a.times)
  return counted[0]?.mark ?? ','
}

function fitted(cells: readonly string[], columns: number): SheetRow {
  if (cells.length === columns) return { cells }
  // Spreadsheets drop or add empty cells at the end of a row; those shift nothing.
  const beyond = cells.slice(columns)
  if (cells.length > columns && beyond.every((cell) => cell.trim() === '')) return { cells: cells.slice(0, columns) }
  return {
    cells,
    broken: `The row has ${cells.length} cells and the header ${columns}, so its values may stand under the wrong columns. Put texts that hold the separator into quotes`,
  }
}

function records(text: string, options: Options, extraLines: number): string[][] {
  try {
    return parse(text, {
      ...options,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: LONGEST_ROW,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as unknown as string[][]
  } catch (error) {
    throw error instanceof CsvError ? brokenQuoting(error, text, extraLines) : error
  }
}

function brokenQuoting(error: CsvError, text: string, extraLines: number): AppError {
  const line = Number(error['lines'] ?? 0) + extraLines
  const fix =
    'Export it again, or mend that line: a text that holds a separator, a quote or a line break stands in double quotes, and a quote inside it is doubled.'
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return unreadable(
      `The table has a row of more than ${LONGEST_ROW.toLocaleString('en')} characters, around line ${line}: most likely a quotation mark was opened and never closed. ${fix}`,
      { cause: error },
    )
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return unreadable(
      `The table's quoting is broken: the quotation mark opened in line ${lastOpened(text) + extraLines} is never closed. ${fix}`,
      { cause: error },
    )
  return unreadable(`The table's quoting is broken in line ${line}. ${fix}`, { cause: error })
}

/** Line of the last quotation mark that opens; the parser only knows where the file ended. */
function lastOpened(text: string): number {
  let line = 1
  let opened: number | undefined
  let last = 1
  for (const unit of text) {
    if (unit === '\n') line += 1
    if (unit !== '"') continue
    opened = opened === undefined ? line : undefined
    last = opened ?? last
  }
  return last
}
