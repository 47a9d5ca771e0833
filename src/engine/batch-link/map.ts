import { z } from 'zod'
import { COLUMN_KINDS, type ColumnKind } from '../../compute/record-linkage/columns.ts'
import { badUsage, refusedField, unreadable } from '../../model/errors.ts'
import { isRefusedKey } from '../../model/refused.ts'

/** `identifiers`: names, dates and addresses alone propose at most. `everything`: the whole model decides, as in general record linkage. */
export const RESTS_ON = ['identifiers', 'everything'] as const
export type RestsOn = (typeof RESTS_ON)[number]

export interface LinkMap {
  readonly id: string
  readonly columns: Readonly<Record<string, ColumnKind>>
  readonly restsOn: RestsOn
}

export interface HeaderColumn {
  readonly name: string
  /** What the file itself says it holds (Parquet); undefined where everything is text. */
  readonly type?: string
}

/**
 * Kinds that registers of people's accounts have and lists of customers, patients or places have not: with one of these in the map
 * the records are personas, whose links rest on identifiers. A mailbox, a number or an account stands in either kind of register.
 */
const PERSONA_KINDS: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['wallet', 'device', 'ip'])

const SHAPE = z.strictObject({
  id: z.string().min(1),
  columns: z.record(z.string().min(1), z.string()),
  'links-rest-on': z.enum(RESTS_ON).optional(),
})

const KINDS = COLUMN_KINDS.join(', ')
const EXAMPLE = 'id: account_id\ncolumns:\n  full_name: name\n  mail: email'

/** What a map file says, checked by itself; `columnsOf` checks it against a file. */
export function linkMap(written: unknown): LinkMap {
  const parsed = SHAPE.safeParse(written)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const at = issue?.path.join('.') ?? ''
    throw badUsage(
      `The map does not say what is needed${at === '' ? '' : ` at "${at}"`}: ${issue?.message ?? ''}. A map looks like this:\n${EXAMPLE}`,
    )
  }
  const columns: Record<string, ColumnKind> = {}
  for (const [name, kind] of Object.entries(parsed.data.columns)) {
    const known = COLUMN_KINDS.find((k) => k === kind)
    if (known === undefined) {
      const near = nearest(kind, COLUMN_KINDS)
      throw badUsage(
        `The map gives the column "${name}" the kind "${kind}", which is none. The kinds are: ${KINDS}.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
      )
    }
    if (name === parsed.data.id)
      throw badUsage(
        `The map uses the column "${name}" as the id and as ${known}. An id says nothing about who stands behind a record; take it out of \`columns\`.`,
      )
    refuse(name, known)
    columns[name] = known
  }
  if (Object.keys(columns).length === 0) throw badUsage(`The map names no columns to compare. A map looks like this:\n${EXAMPLE}`)
  const personas = Object.values(columns).some((kind) => PERSONA_KINDS.has(kind))
  return { id: parsed.data.id, columns, restsOn: parsed.data['links-rest-on'] ?? (personas ? 'identifiers' : 'everything') }
}

/**
 * Protected columns are refused as everywhere (R-001), with two exceptions: a date of birth may be a `date`, and a postcode may be
 * compared. The operator of general record linkage names them in a map of their own; they are compared between two records for
 * equality and slips, no value of them weighs by itself, no detector ever sees them, and between personas they propose pairs to a
 * person and link nobody.
 */
function refuse(name: string, kind: ColumnKind): void {
  const refused = isRefusedKey(name)
  if (refused === undefined || refused.topic === 'postcode' || (refused.topic === 'age' && kind === 'date')) return
  const birth = refused.topic === 'age' ? ' A date of birth may be compared as `date`, and as nothing else.' : ''
  throw refusedField(
    `The map names the column "${name}", which stands for ${refused.title}. ${refused.why}${birth} Take the column out of the map.`,
    `columns.${name}`,
  )
}

/** Throws where the map names a column that a file does not have. */
export function checkHeader(map: LinkMap, header: readonly HeaderColumn[], file: string): void {
  const names = header.map((column) => column.name)
  const twice = names.find((name, i) => names.indexOf(name) !== i && (name === map.id || Object.hasOwn(map.columns, name)))
  if (twice !== undefined)
    throw unreadable(`"${file}" has the column "${twice}" twice, so it cannot be told which one the map means. Rename one of them.`)
  for (const wanted of [map.id, ...Object.keys(map.columns)]) {
    if (names.includes(wanted)) continue
    const near = nearest(wanted, names)
    const shown = names.slice(0, 30).map((name) => `"${name.slice(0, 60)}"`)
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : ''
    throw unreadable(
      `The map names the column "${wanted}"${wanted === map.id ? ' as the id' : ''}, which "${file}" does not have. Its columns are: ${shown.join(', ')}${more}.${near === undefined ? '' : ` Did you mean "${near}"?`} Correct the map, or the header of the file.`,
    )
  }
}

/** The known word that takes the fewest single-letter changes, where half of it stays. */
function nearest(written: string, known: readonly string[]): string | undefined {
  const typed = written.toLowerCase()
  const ranked = known.map((word) => ({ word, far: distance(typed, word.toLowerCase()) })).sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best !== undefined && best.far <= Math.max(written.length, best.word.length) / 2 ? best.word : undefined
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
