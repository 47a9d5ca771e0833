import { emptyFile, unreadable } from '../../../model/errors.ts'
import { isRefusedKey } from '../../../model/refused.ts'
import { admitHeight, admitWidth, MOST_COLUMNS, type Sheet, type SheetRow } from './sheet.ts'

/** Levels of objects within a row that are read; an export has two or three. */
const DEEPEST = 8
const LABELS = ['name', 'label', 'field', 'question', 'key', 'title']
const ANSWERS = ['value', 'answer', 'response']

/**
 * One applicant a line. Objects within become columns of their path (`contact.email`), lists become numbered columns
 * (`jobs 2 employer`) or, of plain values, one cell with `;` between. `{name, value}` is a column of that name.
 */
export function readJsonLines(text: string): Sheet {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  if (lines.length === 0) throw emptyFile('The file has no lines. Export it again.')
  admitHeight(lines.length)
  const columns = new Map<string, number>()
  const read = lines.map((line) => readLine(line))
  for (const row of read)
    for (const key of row.cells.keys())
      if (!columns.has(key)) {
        columns.set(key, columns.size)
        if (columns.size > MOST_COLUMNS) admitWidth(columns.size)
      }
  if (read.every((row) => row.broken !== undefined))
    throw unreadable(
      `No line of the file is a JSON object: ${read[0]?.broken}. A file of JSON lines holds one applicant a line, in braces.`,
    )
  const headers = [...columns.keys()]
  const rows: SheetRow[] = read.map(({ cells, broken }) => ({
    cells: headers.map((key) => cells.get(key) ?? ''),
    ...(broken === undefined ? {} : { broken }),
  }))
  return { headers, rows }
}

interface ReadLine {
  readonly cells: ReadonlyMap<string, string>
  readonly broken?: string
}

function readLine(line: string): ReadLine {
  const cells = new Map<string, string>()
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { cells, broken: 'The line is not valid JSON' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { cells, broken: 'The line is JSON but no object in braces' }
  flatten(value as Readonly<Record<string, unknown>>, '', { cells, depth: 0 })
  return { cells }
}

interface Flat {
  readonly cells: Map<string, string>
  readonly depth: number
}

function flatten(value: Readonly<Record<string, unknown>>, path: string, { cells, depth }: Flat): void {
  if (depth > DEEPEST || cells.size > MOST_COLUMNS) return
  const label = LABELS.find((key) => typeof value[key] === 'string')
  const answer = ANSWERS.find((key) => key in value)
  if (label !== undefined && answer !== undefined) {
    const name = String(value[label])
    return put(cells, cells.has(name) ? join(path, name) : name, value[answer])
  }
  for (const [key, inner] of Object.entries(value)) {
    const at = join(path, key)
    // A refused column is one column whatever is in it: its content is not looked at.
    if (isRefusedKey(at) !== undefined) put(cells, at, inner === null || inner === '' ? '' : 'x')
    else if (Array.isArray(inner) && inner.some((item) => typeof item === 'object' && item !== null)) {
      for (const [i, item] of inner.entries())
        if (typeof item === 'object' && item !== null)
          flatten(item as Readonly<Record<string, unknown>>, i === 0 ? at : `${at} ${i + 1}`, { cells, depth: depth + 1 })
    } else if (typeof inner === 'object' && inner !== null && !Array.isArray(inner))
      flatten(inner as Readonly<Record<string, unknown>>, at, { cells, depth: depth + 1 })
    else put(cells, at, inner)
  }
}

const join = (path: string, key: string): string => (path === '' ? key : `${path} ${key}`)

function put(cells: Map<string, string>, key: string, value: unknown): void {
  cells.set(
    key,
    Array.isArray(value)
      ? value
          .map(plain)
          .filter((item) => item !== '')
          .join('; ')
      : plain(value),
  )
}

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
