import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import process from 'node:process'
import { parse, type CsvError } from 'csv-parse'
import { queryColumns, type QueryColumns } from '../../../engine/screening/query-columns.ts'
import { subjectOfRow } from '../../../engine/screening/query-row.ts'
import { emptyFile, unreadable } from '../../../model/errors.ts'
import type { Subject } from '../../../model/screening.ts'
import { fileFault } from '../candidates.ts'
import { columnMap } from '../column-map.ts'
import { plain } from '../plain.ts'

/** A row that can be screened, or why it cannot. */
export type QueryRow = { readonly row: number; readonly id: string } & (
  | { readonly subject: Subject; readonly notCompared: readonly string[] }
  | { readonly fault: unknown }
)

const MAX_RECORD = 1 << 20
const HEAD = 1 << 16

/** The rows of a CSV or TSV file, read piece by piece. What is not read of it is told before the first row. */
export async function* queryRows(path: string, map: string | undefined): AsyncGenerator<QueryRow> {
  const written = map === undefined ? undefined : await columnMap(map)
  const delimiter = await delimiterOf(path)
  const stream = createReadStream(path)
  const parser = stream.pipe(
    parse({ bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, max_record_size: MAX_RECORD, trim: true }),
  )
  stream.on('error', (error) => parser.destroy(error))
  let columns: QueryColumns | undefined
  let header = 0
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (columns === undefined) {
        columns = queryColumns(cells, written)
        header = cells.length
        tellColumns(columns)
        continue
      }
      row++
      const id = cells[columns.columns.find((c) => c.target === 'id')?.at ?? -1]?.trim() || `row ${row}`
      try {
        if (cells.some((cell) => cell.includes('\uFFFD')))
          throw unreadable('The row is not in UTF-8, so letters of it are lost. Save the file as UTF-8.')
        if (cells.some((cell) => cell.includes('\u0000'))) throw unreadable('The row holds bytes that are no text.')
        // What stands in a cell too many belongs into another one, and nobody can tell into which.
        if (cells.length > header)
          throw unreadable(
            `The row has ${cells.length} cells and the first line ${header}. Put cells that hold "${delimiter}" in quotation marks.`,
          )
        yield { row, id, ...subjectOfRow(columns.columns, cells, row) }
      } catch (fault) {
        yield { row, id, fault }
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('CSV_') === true) throw brokenTable(path, error as CsvError)
    throw error instanceof Error && 'status' in error ? error : fileFault(path, error)
  }
  if (columns === undefined)
    throw emptyFile(`"${path}" is empty. It needs a first line that names the columns, such as id,name,type,birth.`)
}

/** What parts the cells of the first line: one of them does in the whole file, and the others may stand inside cells. */
async function delimiterOf(path: string): Promise<string> {
  try {
    const file = await open(path)
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
      const line = buffer.toString('utf8', 0, bytesRead).split('\n', 1)[0] ?? ''
      const count = (mark: string): number => line.split(mark).length
      return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
    } finally {
      await file.close()
    }
  } catch (error) {
    throw fileFault(path, error)
  }
}

function tellColumns({ refused, unknown }: QueryColumns): void {
  const named = (headers: readonly string[]): string =>
    headers
      .slice(0, 20)
      .map((header) => `"${plain(header)}"`)
      .join(', ')
  if (refused.length > 0) process.stderr.write(`Not read, because it may not be compared: ${named(refused)}.\n`)
  if (unknown.length > 0) process.stderr.write(`Not used: ${named(unknown)}. Say with --map what they hold, if it can be compared.\n`)
}

const brokenTable = (path: string, cause: CsvError): Error =>
  unreadable(
    `"${path}" is no table from line ${String(cause.lines)} on: ${cause.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark is opened and never closed' : cause.message}. What stood before it was screened; the rest was not.`,
    { cause },
  )
