import { CsvError, parse } from 'csv-parse/sync'
import type { ListFile } from '../../kit/list.ts'
import { broken, textOf } from './text.ts'

export interface CsvRow {
  readonly cells: readonly string[]
  /** From 1; of its end, where a quoted cell has line breaks in it. */
  readonly line: number
}

/** Characters of one row. The longest known has some thousands; beyond this a quotation mark was opened and never closed. */
const LONGEST_ROW = 1 << 20

export interface CsvLayout {
  readonly delimiter?: string
  /** Taken off before parsing: the end mark of some publishers. */
  readonly endMark?: RegExp
}

/** Every row, the header among them. Quoting is strict: a file that can be read in two ways is not read. */
export function csvRows(file: ListFile, { delimiter = ',', endMark }: CsvLayout = {}): CsvRow[] {
  const text = textOf(file)
  try {
    const rows = parse(endMark === undefined ? text : text.replace(endMark, ''), {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error['lines'] ?? 0)
    const what =
      error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
        ? 'ends inside quotation marks: it was cut off, or a quotation mark was lost'
        : `is no CSV: its quotation marks do not fit each other in line ${line}`
    throw broken(file, what, { pointer: `line=${line}`, cause: error })
  }
}
