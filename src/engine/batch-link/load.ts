import { type ColumnKind, IDENTIFIER_KINDS, type Records } from '../../compute/record-linkage/columns.ts'
import { unreadable } from '../../model/errors.ts'
import type { ColumnFacts, WantedColumn } from './encode-column.ts'
import type { LinkMap } from './map.ts'
import type { LinkTable, LinkThreads, LinkWatch } from './ports.ts'

export interface Loaded {
  readonly records: Records
  readonly facts: readonly ColumnFacts[]
}

/** A column of which less than this share can be read as its kind has the wrong kind in the map. */
const LEAST_READ = 0.5

/** Kinds whose values are compared by more than equality. Identifiers are where everything counts, and rest on equality alone between personas. */
const SPELLED: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['name', 'email', 'phone', 'account', 'address', 'date', 'text'])

/** Loads the columns as codes, several at a time. Throws where a column cannot be what the map says. */
export async function load(
  table: LinkTable,
  map: LinkMap,
  by: { readonly threads: LinkThreads; readonly watch: LinkWatch },
): Promise<Loaded> {
  const { count, boundary } = table
  const wanted = Object.entries(map.columns).map(([name, kind]): WantedColumn => {
    const spelled = SPELLED.has(kind) && !(map.restsOn === 'identifiers' && IDENTIFIER_KINDS.has(kind))
    return { name, kind, spelled, many: table.many.has(name) }
  })
  const told = (done: number, of: number): void => by.watch.progress('columns', Math.floor((count * done) / of), count)
  told(0, wanted.length)
  const made = await by.threads.run('columns', { source: table.source, count }, wanted, { told, signal: by.watch.signal })
  const facts = made.map((one) => one.facts)
  for (const fact of facts) checkKind(fact)
  if (facts.every((fact) => fact.held === 0))
    throw unreadable('None of the columns that the map names has a value in any record. Check the map against the file.')
  return { records: { count, columns: made.map((one) => one.column), boundary }, facts }
}

function checkKind(fact: ColumnFacts): void {
  const present = fact.held + fact.unread
  if (present === 0 || fact.held >= present * LEAST_READ) return
  throw unreadable(
    `The map calls the column "${fact.name}" ${article(fact.kind)} ${fact.kind}, but of its ${present} values only ${fact.held} can be read as one. Give it another kind in the map (\`exact\` compares whatever stands there), or leave it out.`,
  )
}

const article = (kind: string): string => (/^[aeiou]/.test(kind) ? 'an' : 'a')
