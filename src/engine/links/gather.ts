import type { Instant, PersonaId, StatementId } from '../../model/statement.ts'
import type { Held, IdentifierRow, OverlapRow, SameApplicant, Tx, Value } from '../ports.ts'
import { nameOf, pairName, pairOf, type Ground, type Use } from './ground.ts'
import { isMeasured, valuesAmong } from './hub-status.ts'
import { MOST_HOLDERS, READ_KINDS } from './kinds.ts'

/** A ground that is filled as far as it is asked for; each thing is fetched once. */
export interface Gathering {
  readonly ground: Ground
  /** What these have, what was found equal between them and others, and what the identity channel says. */
  personas(personas: Iterable<PersonaId>): Promise<void>
  /** Who holds these. */
  values(values: Iterable<Value>): Promise<void>
  /** All that these pairs' weights hang on, once the personas are there. */
  measured(names: Iterable<string>): Promise<void>
}

/** `most`: holders of a value that are named. `known`: every value that more than one holds, where that is known beforehand. */
export function gathering(tx: Tx, given: { readonly most?: number; readonly known?: ReadonlyMap<string, Held> } = {}): Gathering {
  const { most = MOST_HOLDERS, known } = given
  const uses = new Map<PersonaId, ReadonlyMap<string, Use>>()
  const counted = new Map<string, Held>()
  const held = known ?? counted
  const overlaps = new Map<PersonaId, readonly OverlapRow[]>()
  const same = new Map<string, SameApplicant>()
  const thirdParty = new Map<PersonaId, ReadonlySet<string>>()
  const ground: Ground = { uses, held, overlaps, same, thirdParty }

  const personas = async (asked: Iterable<PersonaId>): Promise<void> => {
    const fresh = [...new Set(asked)].filter((one) => !uses.has(one))
    if (fresh.length === 0) return
    const rows = Map.groupBy(await tx.identifiers(fresh, READ_KINDS), (row) => row.persona)
    const equal = Map.groupBy(await tx.overlaps(fresh), (row) => row.persona)
    for (const one of fresh) {
      uses.set(one, usesOf(rows.get(one) ?? []))
      overlaps.set(one, equal.get(one) ?? [])
    }
    for (const row of await tx.pairs(fresh)) if (row.same === 'yes') same.set(pairName(pairOf(row.persona, row.other)), row.same)
    const authored = fresh.filter((one) => [...(uses.get(one)?.values() ?? [])].some((use) => use.kind === 'document-author'))
    for (const [one, digests] of await thirdPartiesOf(tx, authored)) thirdParty.set(one, digests)
  }

  const values = async (asked: Iterable<Value>): Promise<void> => {
    const fresh = new Map([...asked].map((value) => [nameOf(value), value] as const).filter(([name]) => !held.has(name)))
    if (fresh.size === 0 || known !== undefined) return
    for (const [name, { kind, key }] of fresh) counted.set(name, { kind, key, count: 0, holders: [] })
    for (const one of await tx.held([...fresh.values()], most)) counted.set(nameOf(one), one)
  }

  const measured = async (names: Iterable<string>): Promise<void> => {
    const several = [...names].flatMap((name) => held.get(name) ?? []).filter(isMeasured)
    await personas(several.flatMap((one) => one.holders))
    const among = new Set(several.flatMap((one) => valuesAmong(ground, one.holders)))
    await values([...among].map(valueOf))
  }
  return { ground, personas, values, measured }
}

/** The value that has this name. */
export function valueOf(name: string): Value {
  const space = name.indexOf(' ')
  return { kind: name.slice(0, space), key: name.slice(space + 1) }
}

/** Statements that are cited of one value; a code account says its address in every commit. */
const MOST_STATEMENTS = 10

/** Rows of one persona as values, each once. */
function usesOf(rows: readonly IdentifierRow[]): ReadonlyMap<string, Use> {
  const found = new Map<string, Use & { statements: StatementId[]; ats: Instant[] }>()
  for (const { kind, key, statement, at } of rows) {
    const use = found.get(nameOf({ kind, key })) ?? { kind, key, statements: [], ats: [] }
    if (use.statements.length < MOST_STATEMENTS) use.statements.push(statement)
    if (at !== undefined) use.ats.push(at)
    found.set(nameOf(use), use)
  }
  return found
}

/** By persona, the digests of author fields of which the identity channel says that they name somebody else. */
async function thirdPartiesOf(tx: Tx, personas: readonly PersonaId[]): Promise<ReadonlyMap<PersonaId, ReadonlySet<string>>> {
  const found = new Map<PersonaId, Set<string>>()
  const statements = await tx.statementsOf(personas, ['authorship', 'document-author-digest'])
  const place = (s: (typeof statements)[number], field: string): string => `${s.subject} ${s.seenIn.artifact} ${field}`
  const others = new Set<string>()
  for (const s of statements) if (s.property === 'authorship' && s.value.author === 'somebody-else') others.add(place(s, s.value.field))
  for (const s of statements) {
    if (s.property !== 'document-author-digest' || !others.has(place(s, s.value.field))) continue
    const digests = found.get(s.subject) ?? new Set<string>()
    digests.add(s.value.digest)
    found.set(s.subject, digests)
  }
  return found
}
