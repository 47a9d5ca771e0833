import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'

/** Follows a locator into the bytes it came from, by other means than the reader that made it. */

interface Parts {
  readonly [key: string]: string
}

function partsOf(at: string): Parts {
  return Object.fromEntries(
    at.split('&').map((part) => [part.slice(0, part.indexOf('=')), decodeURIComponent(part.slice(part.indexOf('=') + 1))]),
  )
}

const whole = (text: string | undefined): number => (text !== undefined && /^\d+$/.test(text) ? Number(text) : Number.NaN)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The value at a JSON pointer (RFC 6901); undefined when there is none. */
function atPointer(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, token) => (value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[token] : undefined),
      document,
    )
}

function pointsInto(bytes: Uint8Array, pointer: string): boolean {
  const text = textOf(bytes)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    // Not JSON: the same pointer into YAML, of which JSON is nearly a part.
    document = parseYaml(text)
  }
  return atPointer(document, pointer) !== undefined
}

function boxIsOne(box: string): boolean {
  const numbers = box.split(',').map(Number)
  const [x0, y0, x1, y1] = numbers
  return numbers.length === 4 && numbers.every(Number.isFinite) && (x0 ?? 0) <= (x1 ?? 0) && (y0 ?? 0) <= (y1 ?? 0)
}

export interface Within {
  readonly bytes: Uint8Array
  readonly name: string
  /** As the reader counted them. */
  readonly pages: number | undefined
  readonly rows: number | undefined
}

/** What is wrong with a place, or undefined when it points at something. An unknown form is wrong. */
export function placeFault(at: string, within: Within): string | undefined {
  if (at.startsWith('/')) return pointsInto(within.bytes, at) ? undefined : 'points at nothing in the document'
  const parts = partsOf(at)
  const keys = Object.keys(parts).join('&')
  switch (keys) {
    case 'page':
    case 'page&box': {
      const page = whole(parts['page'])
      if (!(page >= 1 && page <= (within.pages ?? Number.POSITIVE_INFINITY))) return 'no such page'
      return parts['box'] === undefined || boxIsOne(parts['box']) ? undefined : 'not a box'
    }
    case 'line': {
      const line = whole(parts['line'])
      return line >= 1 && line <= textOf(within.bytes).split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/).length ? undefined : 'no such line'
    }
    case 'row':
      return whole(parts['row']) >= 1 && whole(parts['row']) <= (within.rows ?? 0) ? undefined : 'no such row'
    case 'row&column': {
      const row = whole(parts['row'])
      if (!(row >= 1 && row <= (within.rows ?? 0))) return 'no such row'
      if (!/\.csv$/i.test(within.name)) return parts['column'] === '' ? 'no column' : undefined
      const [header] = parseCsv(Buffer.from(within.bytes), { bom: true, to: 1, relax_column_count: true }) as string[][]
      return header?.map((h) => h.trim()).includes((parts['column'] ?? '').trim()) === true ? undefined : 'no such column'
    }
    case 'paragraph':
      return whole(parts['paragraph']) >= 1 ? undefined : 'no such paragraph'
    case 'part':
      return parts['part'] === '' ? 'no part' : undefined
    case 'part&paragraph':
    case 'part&line':
      return parts['part'] !== '' && whole(parts['paragraph'] ?? parts['line']) >= 1 ? undefined : 'no such place in a part'
    case 'header':
    case 'header&index':
      return new RegExp(`^${parts['header']}:`, 'im').test(textOf(within.bytes)) ? undefined : 'no such header'
    case 'metadata':
      return parts['metadata'] === '' ? 'no field' : undefined
    default:
      return `is of no known form (${keys})`
  }
}
