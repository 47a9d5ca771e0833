import type { ListFile } from '../../kit/list.ts'
import { csvRows } from './csv.ts'
import { broken, headOf } from './text.ts'

export interface ListRow {
  /** By header word as `plainHeader` writes it; absent where the cell is empty. */
  readonly cells: ReadonlyMap<string, string>
  /** `ConList.csv line 36`. */
  readonly at: string
}

export interface ListTable {
  readonly headers: readonly string[]
  readonly rows: readonly ListRow[]
  /** Cells of the lines above the header, where publishers put the date. */
  readonly above: readonly string[]
}

/** Lines that may stand above a header. Publishers put one or two there. */
const MOST_ABOVE = 10
const SEPARATORS = [',', ';', '\t', '|'] as const

/** `Name 6`, `name_6` and ` NAME 6 ` are one header. */
export const plainHeader = (written: string): string =>
  written
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** True where the head of the file has a header with these words, each as `plainHeader` writes it. */
export const hasHeader = (file: ListFile, words: readonly string[]): boolean => headerIn(file, words) !== undefined

/** The line that is the header, from the head of the file; byte order marks and the zero bytes of UTF-16 aside. */
function headerIn(file: ListFile, words: readonly string[]): string | undefined {
  const head = headOf(file)
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\u0000', '')
  return head.split(/\r\n|\n|\r/, MOST_ABOVE).find((line) => {
    const cells = new Set(line.split(/[,;\t|]/).map(plainHeader))
    return words.every((word) => cells.has(word))
  })
}

/**
 * A table with a header that has these words.
 * @throws unreadable for broken quoting, a missing header, rows that do not fit it, and a file without rows
 */
export function listTable(file: ListFile, words: readonly string[]): ListTable {
  const line = headerIn(file, words)
  const counted = SEPARATORS.map((mark) => ({ mark, times: line?.split(mark).length ?? 0 }))
  const records = csvRows(file, { delimiter: counted.sort((a, b) => b.times - a.times)[0]!.mark })
  const found = records.slice(0, MOST_ABOVE).findIndex(({ cells }) => {
    const plain = new Set(cells.map(plainHeader))
    return words.every((word) => plain.has(word))
  })
  if (found < 0) throw broken(file, `has no header with the columns ${words.map((word) => `"${word}"`).join(', ')}`)
  const headers = records[found]!.cells.map(plainHeader)
  const rows = records.slice(found + 1).flatMap(({ cells, line }) => {
    if (cells.slice(headers.length).some((cell) => cell.trim() !== ''))
      throw misfit(file, { line, cells: cells.length, headers: headers.length })
    const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [[headers[at]!, cell] as const]))
    return filled.length === 0 ? [] : [{ cells: new Map(filled), at: `${file.name} line ${line}` }]
  })
  if (rows.length === 0) throw broken(file, 'has a header and no row')
  return { headers, rows, above: records.slice(0, found).flatMap(({ cells }) => cells) }
}

const misfit = (file: ListFile, { line, cells, headers }: { line: number; cells: number; headers: number }): Error =>
  broken(file, `has ${cells} cells in line ${line} where its header has ${headers}, so values may stand under the wrong columns`, {
    pointer: `line=${line}`,
  })
