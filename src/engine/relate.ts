import type { AnyStatement, PersonaId, Statement } from '../model/statement.ts'
import { mirrored, overlapsOf, type Side } from './compare.ts'
import { authorshipOf, IDENTITY_READER, sameApplicant } from './identity.ts'
import { nameWordsOf } from './find/name-words.ts'
import { identifiersOf, PAIRING_KINDS } from './identifiers.ts'
import { pairName, pairOf } from './links/ground.ts'
import type { IdentifierRow, OverlapRow, Pair, PairRow, SketchKind, SketchRow, Tx, Value } from './ports.ts'
import { proseOf, sketchesOf } from './sketch.ts'
import { statementId } from './statement-id.ts'

/** A key that more personas hold than this is a hub (an office, a template, a stock picture) and proposes no pair. */
const HUB = 50
/** A phrase that more personas use than this is a commonplace. */
const RARE_HOLDERS = 8

const PAIR_PROPERTIES = ['passage', 'image-hash', 'person-name', 'email', 'phone', 'link', 'account', 'job'] as const

function derivedStatements(persona: PersonaId, statements: readonly AnyStatement[]): Statement<'authorship'>[] {
  const byId = new Map(statements.map((s) => [s.id, s]))
  return authorshipOf(statements).flatMap(({ about, author }) => {
    const source = byId.get(about)
    if (source?.property !== 'document-author') return []
    const draft = {
      subject: persona,
      property: 'authorship' as const,
      value: { author, field: source.value.field },
      basis: 'derived' as const,
      seenIn: source.seenIn,
    }
    return [{ ...draft, id: statementId(draft), held: source.held, readBy: IDENTITY_READER }]
  })
}

/** What indexing took out of the index. */
interface Lost {
  /** Values that one of these had and has no longer. */
  readonly values: readonly Value[]
  /** Others who hold a key that too many held before to be compared by it, and no longer do. */
  readonly uncrowded: readonly PersonaId[]
}

/** Index keys of these personas, made anew from their statements. */
export async function indexPersonas(tx: Tx, asked: readonly PersonaId[]): Promise<Lost> {
  const personas = await tx.stay(asked)
  const statements = groupBySubject(await tx.statementsOf(personas))
  const identifiers: IdentifierRow[] = []
  const sketches: SketchRow[] = []
  const derived: Statement<'authorship'>[] = []
  const words: { persona: PersonaId; word: string }[] = []
  for (const persona of personas) {
    const own = statements.get(persona) ?? []
    for (const s of own) for (const key of identifiersOf(s)) identifiers.push({ ...key, persona, statement: s.id })
    sketches.push(...sketchesOf(persona, own))
    derived.push(...derivedStatements(persona, own))
    words.push(...nameWordsOf(persona, own))
  }
  await tx.replaceDerivedStatements(personas, derived)
  await tx.replaceNameWords(personas, words)
  return replaceIndex(tx, personas, { identifiers, sketches })
}

/** Puts these rows in the place of what these personas had in the index. */
export async function replaceIndex(
  tx: Tx,
  personas: readonly PersonaId[],
  { identifiers, sketches }: { readonly identifiers: readonly IdentifierRow[]; readonly sketches: readonly SketchRow[] },
): Promise<Lost> {
  const [values, drawn] = [await tx.replaceIdentifiers(personas, identifiers), await tx.replaceSketches(personas, sketches)]
  const pairing = new Set<string>(PAIRING_KINDS)
  const uncrowded = new Set<PersonaId>()
  for (const { value, by } of counted(values.filter((value) => pairing.has(value.kind))))
    for (const { count, holders } of await tx.held([value], HUB))
      if (count <= HUB && count + by > HUB) for (const one of holders) uncrowded.add(one)
  for (const { value, by } of counted(drawn))
    for (const most of value.kind === 'phrase' ? [RARE_HOLDERS, HUB] : [HUB]) {
      const holders = await tx.drawnBy(value.kind as SketchKind, Number(value.key), most + 1)
      if (holders.length <= most && holders.length + by > most) for (const one of holders) uncrowded.add(one)
    }
  return { values, uncrowded: [...uncrowded] }
}

/** Each value once, with how many rows of it there are. */
function counted(rows: readonly { kind: string; key: string | number }[]): { value: Value; by: number }[] {
  const found = new Map<string, { value: Value; by: number }>()
  for (const { kind, key } of rows) {
    const name = `${kind} ${key}`
    const entry = found.get(name) ?? { value: { kind, key: String(key) }, by: 0 }
    entry.by++
    found.set(name, entry)
  }
  return [...found.values()]
}

/** Who was compared, and whom these met, now or the last time; what is found about any of them may have changed. */
interface Related {
  readonly compared: readonly PersonaId[]
  readonly met: readonly PersonaId[]
}

/**
 * Compares these personas, already indexed, with all that they share something with: same applicant or not, near-equal
 * texts, rare phrases, pictures. Where one of them is one too many for a key, those who met by it alone no longer do, so they are
 * compared anew too: the order in which personas come changes nothing.
 */
export async function relate(tx: Tx, personas: readonly PersonaId[]): Promise<Related> {
  const compared = [...new Set([...personas, ...(await tx.crowdedOut(personas, PAIRING_KINDS, { most: HUB, rare: RARE_HOLDERS }))])]
  return compareAll(tx, compared)
}

/** The same where everybody is compared: who was one too many does not matter then. */
export async function compareAll(tx: Tx, compared: readonly PersonaId[]): Promise<Related> {
  const meetings = new Map<string, Pair & { via: Set<'identifier' | SketchKind> }>()
  for (const { persona, other, via } of await tx.candidatePairs(compared, PAIRING_KINDS, HUB)) {
    const pair = pairOf(persona, other)
    const meeting = meetings.get(pairName(pair)) ?? { ...pair, via: new Set() }
    meeting.via.add(via)
    meetings.set(pairName(pair), meeting)
  }
  const everybody = await tx.stay([...new Set([...meetings.values()].flatMap((m) => [m.persona, m.other]))])
  const statements = groupBySubject(await tx.statementsOf(everybody, PAIR_PROPERTIES))
  const sides = new Map(
    everybody.map((persona): [PersonaId, Side] => {
      const own = statements.get(persona) ?? []
      return [persona, { persona, statements: own, prose: proseOf(own) }]
    }),
  )
  const met = [...meetings.values()].flatMap((m) => {
    const [mine, theirs] = [sides.get(m.persona), sides.get(m.other)]
    return mine === undefined || theirs === undefined ? [] : [{ mine, theirs, via: m.via }]
  })
  const rare = await rarePhrases(
    tx,
    met.filter((m) => m.via.has('phrase')).flatMap((m) => [m.mine, m.theirs]),
  )
  const overlaps: OverlapRow[] = []
  const pairs: PairRow[] = []
  for (const { mine, theirs, via } of met) {
    const same = sameApplicant(mine.statements, theirs.statements)
    pairs.push({ persona: mine.persona, other: theirs.persona, same }, { persona: theirs.persona, other: mine.persona, same })
    const found = overlapsOf(mine, theirs, { via, rare: (key) => rare.has(key) })
    overlaps.push(...found, ...found.map(mirrored))
  }
  const before = await tx.replacePairs(compared, pairs)
  await tx.replaceOverlaps(compared, overlaps)
  const asked = new Set(compared)
  return { compared, met: [...new Set([...everybody, ...before])].filter((id) => !asked.has(id)) }
}

async function rarePhrases(tx: Tx, sides: readonly Side[]): Promise<ReadonlySet<number>> {
  const keys = new Set<number>()
  for (const { prose } of new Set(sides)) for (const one of prose) for (const key of one.phrases()) keys.add(key)
  const holders = keys.size === 0 ? new Map<number, number>() : await tx.sketchHolders('phrase', [...keys])
  return new Set([...holders].filter(([, n]) => n <= RARE_HOLDERS).map(([key]) => key))
}

/** Statements by persona; personas without any are absent. */
export function groupBySubject(statements: readonly AnyStatement[]): Map<PersonaId, AnyStatement[]> {
  const groups = new Map<PersonaId, AnyStatement[]>()
  for (const s of statements) {
    const list = groups.get(s.subject)
    if (list === undefined) groups.set(s.subject, [s])
    else list.push(s)
  }
  return groups
}
