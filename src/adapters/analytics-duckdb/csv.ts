import { open } from 'node:fs/promises'
import { emptyFile, unreadable } from '../../model/errors.ts'
import { literal } from './sql.ts'

/** How a CSV file is written, told from its first lines. */
export interface CsvForm {
  readonly delimiter: string
  readonly columns: readonly string[]
}

const DELIMITERS = [',', ';', '\t', '|'] as const
/** A header longer than this is none. */
const HEADER_BYTES = 1 << 20
/** The longest row that is read, in bytes; the database holds a buffer of sixteen such rows for every thread. */
export const LONGEST_LINE = 2 << 20

export async function csvForm(file: string): Promise<CsvForm> {
  const head = await headOf(file)
  if (head.trim() === '') throw emptyFile(`"${file}" is empty. A CSV file starts with a line of column names.`)
  const [delimiter, columns] = DELIMITERS.map((d) => [d, headerOf(head, d)] as const).reduce((most, next) =>
    next[1].length > most[1].length ? next : most,
  )
  if (columns.every((name) => name === '')) throw unreadable(`The first line of "${file}" names no columns.`)
  return { delimiter, columns }
}

async function headOf(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
    const bytes = buffer.subarray(0, bytesRead)
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
      throw unreadable(`"${file}" is in UTF-16. Export it as CSV UTF-8.`)
    if (bytes.includes(0)) throw unreadable(`"${file}" is not text. The ending says CSV; give a CSV, JSON lines or Parquet file.`)
    return bytes.toString('utf8').replace(/^\ufeff/, '')
  } finally {
    await handle.close()
  }
}

/** The first record's fields, without the blanks around them. Quotes as in RFC 4180. */
function headerOf(text: string, delimiter: string): string[] {
  const names: string[] = []
  let name = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted) {
      if (c !== '"') name += c
      else if (text[i + 1] === '"') name += text[++i]!
      else quoted = false
    } else if (c === '"' && name.trim() === '') {
      quoted = true
      name = ''
    } else if (c === delimiter) {
      names.push(name.trim())
      name = ''
    } else if (c === '\n' || c === '\r') break
    else name += c
  }
  return [...names, name.trim()]
}

/** The rows of a CSV file; every column is text and called by its number, c0, c1, … */
export function csvRows(file: string, form: CsvForm, strict: boolean): string {
  const columns = form.columns.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ')
  return `read_csv(${literal(file)}, auto_detect = false, header = true, delim = ${literal(form.delimiter)}, quote = '"', escape = '"', columns = {${columns}}, store_rejects = true, rejects_limit = 0, max_line_size = ${LONGEST_LINE}, strict_mode = ${strict})`
}
