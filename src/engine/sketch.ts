import { hashBlocks } from '../compute/image-hash.ts'
import { minHashKeys, shingles, winnow, words } from '../compute/shingles.ts'
import type { AnyStatement, PersonaId, Role, Statement } from '../model/statement.ts'
import type { SketchRow } from './ports.ts'

/** Words per shingle for near-equal texts: five, as in the near-duplicate literature on short documents. */
const TEXT_SHINGLE = 5
/** A phrase shared by two texts is at least this long: seven-word runs are rarely equal by chance (threats.json, PROP). */
export const PHRASE = 7
/** Neighbouring phrases of which one fingerprint is kept: every shared run of ten words has one in common. */
const WINDOW = 4

const PROSE: ReadonlySet<Role> = new Set<Role>(['resume', 'profile', 'cover-letter'])

/** One document of a persona. */
export interface Prose {
  readonly passages: readonly Statement<'passage'>[]
  readonly hashes: Uint32Array
  /** Fingerprints of its phrases; made when first asked for. */
  phrases(): ReadonlySet<number>
}

/** One entry per document that is prose, longest first. */
export function proseOf(statements: readonly AnyStatement[]): Prose[] {
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
    .map((passages) => {
      let phrases: ReadonlySet<number> | undefined
      return { passages, hashes: hashesOf(passages), phrases: () => (phrases ??= phrasesOf(passages)) }
    })
    .sort((a, b) => b.hashes.length - a.hashes.length)
}

function phrasesOf(passages: readonly Statement<'passage'>[]): ReadonlySet<number> {
  const keys = new Set<number>()
  for (const p of passages) for (const key of winnow(shingles(words(p.value.text), PHRASE), WINDOW)) keys.add(key)
  return keys
}

/** Keys under which a persona meets those with near-equal texts, phrases and pictures. */
export function sketchesOf(persona: PersonaId, statements: readonly AnyStatement[]): SketchRow[] {
  const rows: SketchRow[] = []
  const prose = proseOf(statements)
  for (const { passages, hashes } of prose) {
    const keys = minHashKeys(hashes)
    if (keys.length > 0 && passages[0] !== undefined) rows.push({ kind: 'text', persona, statement: passages[0].id, keys })
  }
  const phrases = new Set(prose.flatMap((one) => [...one.phrases()]))
  const first = prose[0]?.passages[0]
  if (phrases.size > 0 && first !== undefined) rows.push({ kind: 'phrase', persona, statement: first.id, keys: [...phrases] })
  for (const s of statements) {
    if (s.property === 'image-hash')
      rows.push({ kind: 'image', persona, statement: s.id, keys: [...hashBlocks(s.value.dct), ...hashBlocks(s.value.mirror)] })
  }
  return rows
}
