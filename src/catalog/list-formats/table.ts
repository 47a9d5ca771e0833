import type { ListFile } from '../../kit/list.ts'
import { type CsvRow, csvRows } from './csv.ts'
import type { Parties } from './parties.ts'
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
 * A table with a header that has these words. A row that does not fit the header is left out or read as far as it goes, and noted.
 * @throws unreadable for broken quoting, a missing header, a file that ends in the middle of a row, and one without rows
 */
export function listTable(file: ListFile, words: readonly string[], { note }: Pick<Parties, 'note'>): ListTable {
  const line = headerIn(file, words)
  const counted = SEPARATORS.map((mark) => ({ mark, times: line?.split(mark).length ?? 0 }))
  const records = csvRows(file, { delimiter: counted.sort((a, b) => b.times - a.times)[0]!.mark })
  const found = records.slice(0, MOST_ABOVE).findIndex(({ cells }) => {
    const plain = new Set(cells.map(plainHeader))
    return words.every((word) => plain.has(word))
  })
  if (found < 0) throw broken(file, `has no header with the columns ${words.map((word) => `"${word}"`).join(', ')}`)
  const headers = records[found]!.cells.map(plainHeader)
  const below = records.slice(found + 1)
  refuseCutOff(file, below.at(-1), { headers: headers.length, note })
  const rows = below.flatMap((row): ListRow[] => {
    const at = `${file.name} line ${row.line}`
    const { length } = row.cells
    if (row.cells.slice(headers.length).some((cell) => cell.trim() !== '')) {
      note({
        kind: 'left-out',
        says: `The row has ${length} cells and the header ${headers.length}, so values may stand under the wrong columns`,
        at,
      })
      return []
    }
    if (length < headers.length)
      note({ kind: 'odd', says: `The row has ${length} cells and the header ${headers.length}; what is missing was taken as empty`, at })
    const filled = row.cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [[headers[column]!, cell] as const]))
    return filled.length === 0 ? [] : [{ cells: new Map(filled), at }]
  })
  if (rows.length === 0) throw broken(file, 'has a header and no row under it')
  return { headers, rows, above: records.slice(0, found).flatMap(({ cells }) => cells) }
}

/** A table has no end mark. A last row that is too short, in a file that does not end its last line, was cut; either alone is said. */
function refuseCutOff(file: ListFile, last: CsvRow | undefined, { headers, note }: { headers: number } & Pick<Parties, 'note'>): void {
  if (last === undefined || /[\n\r]/.test(String.fromCodePoint(...file.bytes.subarray(-2)))) return
  if (last.cells.length < headers)
    throw broken(file, `ends in the middle of line ${last.line}: it was cut off`, { pointer: `line=${last.line}` })
  note({ kind: 'odd', says: 'The last line does not end; the file may have been cut off there', at: `${file.name} line ${last.line}` })
}
