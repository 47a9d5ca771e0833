import { hamming, hashBlocks } from '../compute/image-hash.ts'
import { jaccard, minHashKeys, sharedRuns, shingles, winnow, words } from '../compute/shingles.ts'
import type { AnyStatement, PersonaId, Role, Statement } from '../model/statement.ts'
import { authorshipOf, IDENTITY_READER, sameApplicant } from './identity.ts'
import { identifiersOf, PAIRING_KINDS } from './identifiers.ts'
import type { IdentifierRow, OverlapRow, PairRow, SketchRow, Tx } from './ports.ts'
import { statementId } from './statement-id.ts'

/** Words per shingle for near-equal texts: five, as in the near-duplicate literature on short documents. */
const TEXT_SHINGLE = 5
/** A phrase shared by two texts is at least this long: seven-word runs are rarely equal by chance (threats.json, PROP). */
const PHRASE = 7
/** Neighbouring phrases of which one fingerprint is kept: every shared run of ten words has one in common. */
const WINDOW = 4
/** Below this similarity two texts are not shown side by side. Detectors set their own, higher line. */
const TEXT_LEAST = 0.3
/** Two pictures within this many of 64 bits are the same picture recompressed or resized (threats.json, PROP). */
export const PHOTO_DISTANCE = 6
/** A key that more personas hold than this is a hub (an office, a template, a stock picture) and proposes no pair. */
const HUB = 50
/** A phrase that more personas use than this is a commonplace. */
const RARE_HOLDERS = 8
/** Shown side by side; more of them prove nothing more. */
const MOST_PASSAGES = 20

const PROSE: ReadonlySet<Role> = new Set<Role>(['resume', 'profile', 'cover-letter'])
const PAIR_PROPERTIES = ['passage', 'image-hash', 'person-name', 'email', 'phone', 'link', 'account', 'job'] as const

interface Prose {
  readonly passages: readonly Statement<'passage'>[]
  readonly hashes: Uint32Array
}

/** One entry per document that is prose, longest first. */
function proseOf(statements: readonly AnyStatement[]): Prose[] {
  const documents = new Map<string, Statement<'passage'>[]>()
  for (const s of statements) {
    if (s.property !== 'passage' || !PROSE.has(s.seenIn.role)) continue
    const list = documents.get(s.seenIn.artifact)
    if (list === undefined) documents.set(s.seenIn.artifact, [s])
    else list.push(s)
  }
  // Passage by passage: what stands beside what is the layout's doing, not the writer's.
  const hashesOf = (passages: readonly Statement<'passage'>[]): Uint32Array =>
    Uint32Array.from(passages.flatMap((p) => [...shingles(words(p.value.text), TEXT_SHINGLE)]))
  return [...documents.values()]
    .map((passages) => ({ passages, hashes: hashesOf(passages) }))
    .sort((a, b) => b.hashes.length - a.hashes.length)
}

function phraseKeys(prose: readonly Prose[]): Set<number> {
  const keys = new Set<number>()
  for (const { passages } of prose)
    for (const p of passages) for (const key of winnow(shingles(words(p.value.text), PHRASE), WINDOW)) keys.add(key)
  return keys
}

function sketchesOf(persona: PersonaId, statements: readonly AnyStatement[]): SketchRow[] {
  const rows: SketchRow[] = []
  const prose = proseOf(statements)
  for (const { passages, hashes } of prose) {
    const keys = minHashKeys(hashes)
    if (keys.length > 0 && passages[0] !== undefined) rows.push({ kind: 'text', persona, statement: passages[0].id, keys })
  }
  const phrases = phraseKeys(prose)
  const first = prose[0]?.passages[0]
  if (phrases.size > 0 && first !== undefined) rows.push({ kind: 'phrase', persona, statement: first.id, keys: [...phrases] })
  for (const s of statements) {
    if (s.property === 'image-hash')
      rows.push({ kind: 'image', persona, statement: s.id, keys: [...hashBlocks(s.value.dct), ...hashBlocks(s.value.mirror)] })
  }
  return rows
}

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

/** Index keys of these personas, made anew from their statements. */
export async function indexPersonas(tx: Tx, personas: readonly PersonaId[]): Promise<void> {
  const statements = groupBySubject(await tx.statementsOf(personas))
  const identifiers: IdentifierRow[] = []
  const sketches: SketchRow[] = []
  const derived: Statement<'authorship'>[] = []
  for (const persona of personas) {
    const own = statements.get(persona) ?? []
    for (const s of own) for (const key of identifiersOf(s)) identifiers.push({ ...key, persona, statement: s.id })
    sketches.push(...sketchesOf(persona, own))
    derived.push(...derivedStatements(persona, own))
  }
  await tx.replaceDerivedStatements(personas, derived)
  await tx.replaceIdentifiers(personas, identifiers)
  await tx.replaceSketches(personas, sketches)
}

/**
 * Compares these personas, already indexed, with all that they share something with: same applicant or not, near-equal
 * texts, rare phrases, pictures. Returns the others that were met, whose findings may change too.
 */
export async function relate(tx: Tx, personas: readonly PersonaId[]): Promise<readonly PersonaId[]> {
  const candidates = await tx.candidatePairs(personas, PAIRING_KINDS, HUB)
  const meetings = new Map<string, { persona: PersonaId; other: PersonaId; via: Set<string> }>()
  for (const { persona, other, via } of candidates) {
    const [a, b] = persona < other ? [persona, other] : [other, persona]
    const key = `${a} ${b}`
    const meeting = meetings.get(key) ?? { persona: a, other: b, via: new Set<string>() }
    meeting.via.add(via)
    meetings.set(key, meeting)
  }
  const everybody = [...new Set([...meetings.values()].flatMap((m) => [m.persona, m.other]))]
  const statements = groupBySubject(await tx.statementsOf(everybody, PAIR_PROPERTIES))
  const prose = new Map(everybody.map((id) => [id, proseOf(statements.get(id) ?? [])]))
  const rare = await rarePhrases(
    tx,
    [...meetings.values()].filter((m) => m.via.has('phrase')).flatMap((m) => [prose.get(m.persona) ?? []]),
  )
  const overlaps: OverlapRow[] = []
  const pairs: PairRow[] = []
  for (const { persona, other, via } of meetings.values()) {
    const mine = statements.get(persona) ?? []
    const theirs = statements.get(other) ?? []
    const same = sameApplicant(mine, theirs)
    pairs.push({ persona, other, same }, { persona: other, other: persona, same })
    const found: OverlapRow[] = []
    if (via.has('text') || via.has('phrase')) found.push(...textOverlaps(persona, other, prose, rare))
    if (via.has('image') || via.has('identifier')) found.push(...photoOverlaps(persona, other, mine, theirs))
    overlaps.push(...found, ...found.map(mirrored))
  }
  await tx.replacePairs(personas, pairs)
  await tx.replaceOverlaps(personas, overlaps)
  const asked = new Set(personas)
  return everybody.filter((id) => !asked.has(id))
}

function mirrored(row: OverlapRow): OverlapRow {
  return {
    ...row,
    persona: row.other,
    other: row.persona,
    passages: row.passages.map((p) => ({ mine: p.theirs, theirs: p.mine, text: p.text })),
  }
}

async function rarePhrases(tx: Tx, documents: readonly (readonly Prose[])[]): Promise<ReadonlySet<number>> {
  const keys = new Set<number>()
  for (const prose of documents) for (const key of phraseKeys(prose)) keys.add(key)
  const holders = keys.size === 0 ? new Map<number, number>() : await tx.sketchHolders('phrase', [...keys])
  return new Set([...holders].filter(([, n]) => n <= RARE_HOLDERS).map(([key]) => key))
}

function textOverlaps(
  persona: PersonaId,
  other: PersonaId,
  prose: ReadonlyMap<PersonaId, readonly Prose[]>,
  rare: ReadonlySet<number>,
): OverlapRow[] {
  const rows: OverlapRow[] = []
  let best: { measure: number; mine: Prose; theirs: Prose } | undefined
  for (const mine of prose.get(persona) ?? []) {
    for (const theirs of prose.get(other) ?? []) {
      const measure = jaccard(mine.hashes, theirs.hashes)
      if (best === undefined || measure > best.measure) best = { measure, mine, theirs }
    }
  }
  if (best === undefined) return rows
  if (best.measure >= TEXT_LEAST) {
    const passages = sharedPassages(best.mine, best.theirs, () => true)
    if (passages.length > 0) rows.push({ persona, other, kind: 'text', measure: best.measure, passages })
  }
  const phrases = sharedPassages(best.mine, best.theirs, (run) => [...shingles(run, PHRASE)].some((h) => rare.has(h | 0)))
  if (phrases.length > 0) rows.push({ persona, other, kind: 'phrase', measure: 1, passages: phrases })
  return rows
}

/** The longest shared run of each pair of passages, longest first. */
function sharedPassages(mine: Prose, theirs: Prose, keep: (run: readonly string[]) => boolean): OverlapRow['passages'] {
  const found: { mine: string; theirs: string; text: string; length: number }[] = []
  const targets = theirs.passages.map((p) => ({ id: p.id, words: words(p.value.text) }))
  for (const passage of mine.passages) {
    const own = words(passage.value.text)
    let best: (typeof found)[number] | undefined
    for (const target of targets) {
      for (const run of sharedRuns(own, target.words, PHRASE)) {
        const text = own.slice(run.mine, run.mine + run.length)
        if ((best === undefined || run.length > best.length) && keep(text))
          best = { mine: passage.id, theirs: target.id, text: text.join(' '), length: run.length }
      }
    }
    if (best !== undefined) found.push(best)
  }
  return found
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_PASSAGES)
    .map(({ mine: m, theirs: t, text }) => ({ mine: m, theirs: t, text }))
}

function photoOverlaps(persona: PersonaId, other: PersonaId, mine: readonly AnyStatement[], theirs: readonly AnyStatement[]): OverlapRow[] {
  const rows: OverlapRow[] = []
  for (const a of mine) {
    if (a.property !== 'image-hash') continue
    for (const b of theirs) {
      if (b.property !== 'image-hash') continue
      const distance = Math.min(
        hamming(a.value.dct, b.value.dct),
        hamming(a.value.dct, b.value.mirror),
        hamming(a.value.mirror, b.value.dct),
      )
      if (distance <= PHOTO_DISTANCE)
        rows.push({
          persona,
          other,
          kind: 'photo',
          measure: 1 - distance / 64,
          passages: [{ mine: a.id, theirs: b.id, text: `${distance} of 64 bits differ` }],
        })
    }
  }
  return rows.sort((a, b) => b.measure - a.measure).slice(0, 1)
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
