import { badUsage } from '../../model/errors.ts'
import type { ListedIdentifier } from '../../model/listed-party.ts'
import { type DateOrder, isDateOrder } from './date-order.ts'
import { identifierOf, type Meaning, meaningOf, MEANINGS, IDENTIFIER_KINDS, NAMING } from './plain-words.ts'
import { plainHeader } from './table.ts'

type Identifier = ListedIdentifier['kind']

/** What the columns of a plain table hold. */
export interface PlainColumns {
  /** Sets of words, each of which marks a line as the header. */
  readonly marks: readonly (readonly string[])[]
  /** Of dates such as 04/05/2019; undefined where nobody says. */
  readonly dates: DateOrder | undefined
  meaning(header: string): Meaning | undefined
  identifier(header: string): Identifier | undefined
  /** Throws where the map names a column that is none of these. */
  check(headers: readonly string[]): void
}

/** By the words that people use for columns. */
export const GUESSED: PlainColumns = {
  marks: NAMING.map((word) => [word]),
  dates: undefined,
  meaning: meaningOf,
  identifier: identifierOf,
  check: () => undefined,
}

const EXAMPLE = 'name: payee_label\nbirth: born\ndates: day-first'

/**
 * By a map `{meaning: header}`, and by their words where the map is silent: beside a column that it names for something, none is guessed
 * for the same. `dates` says whether the day or the month stands first. Throws `bad-usage` for anything else.
 */
export function mappedColumns(map: unknown): PlainColumns {
  if (map === null || typeof map !== 'object' || Array.isArray(map))
    throw badUsage(`The map must say which column holds what, such as:\n${EXAMPLE}`)
  const { dates, ...said } = map as Record<string, unknown>
  if (dates !== undefined && !isDateOrder(dates)) throw badUsage('`dates` in the map takes day-first or month-first.')
  const meanings = new Map<string, Meaning>()
  const identifiers = new Map<string, Identifier>()
  for (const [target, header] of Object.entries(said)) {
    if (typeof header !== 'string' || plainHeader(header) === '')
      throw badUsage(`The map must name one column for "${target}", such as:\n${EXAMPLE}`)
    const [meaning, kind] = [MEANINGS.find((known) => known === target), IDENTIFIER_KINDS.find((known) => known === target)]
    if (meaning !== undefined) meanings.set(plainHeader(header), meaning)
    else if (kind !== undefined) identifiers.set(plainHeader(header), kind)
    else
      throw badUsage(
        `The map names "${target}", which is nothing that a list holds. Known are: ${[...MEANINGS, ...IDENTIFIER_KINDS].join(', ')}, dates.`,
      )
  }
  const mapped = [...meanings.keys(), ...identifiers.keys()]
  const taken = new Set<string>([...meanings.values(), ...identifiers.values()])
  // Who says where the parts of a name are does not mean a column that happens to be called name.
  if (taken.has('given') || taken.has('family')) taken.add('name')
  const guessed = <T extends string>(found: T | undefined): T | undefined => (found === undefined || taken.has(found) ? undefined : found)
  const meaning = (header: string): Meaning | undefined =>
    meanings.get(header) ?? (identifiers.has(header) ? undefined : guessed(meaningOf(header)))
  return {
    marks: mapped.length === 0 ? GUESSED.marks : [mapped],
    dates,
    meaning,
    identifier: (header) => identifiers.get(header) ?? guessed(identifierOf(header)),
    check(headers) {
      const absent = mapped.find((header) => !headers.includes(header))
      if (absent !== undefined)
        throw badUsage(`The map names the column "${absent}", which the file does not have. Its columns are ${headers.join(', ')}.`)
      if (!headers.some((header) => ['name', 'given', 'family'].includes(meaning(header) ?? '')))
        throw badUsage(`No column holds a name. Say which with a map:\n${EXAMPLE}`)
    },
  }
}
