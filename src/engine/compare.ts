import { hamming } from '../compute/image-hash.ts'
import { jaccard, sharedRuns, shingles, words } from '../compute/shingles.ts'
import type { AnyStatement, PersonaId } from '../model/statement.ts'
import type { OverlapRow, SketchKind } from './ports.ts'
import { PHRASE, type Prose } from './sketch.ts'

/** Below this similarity two texts are not shown side by side. Detectors set their own, higher line. */
const TEXT_LEAST = 0.3
/** Two pictures within this many of 64 bits are the same picture recompressed or resized (threats.json, PROP). */
const PHOTO_DISTANCE = 6
/** Shown side by side; more of them prove nothing more. */
const MOST_PASSAGES = 20

/** What one of the two has that is compared. */
export interface Side {
  readonly persona: PersonaId
  readonly statements: readonly AnyStatement[]
  readonly prose: readonly Prose[]
}

/** How the two came to be compared, and which phrases few have. */
interface Meeting {
  readonly via: ReadonlySet<'identifier' | SketchKind>
  readonly rare: (key: number) => boolean
}

/** What is equal between the two, from the first one's side. */
export function overlapsOf(mine: Side, theirs: Side, { via, rare }: Meeting): readonly OverlapRow[] {
  return [
    ...(via.has('text') || via.has('phrase') ? textOverlaps(mine, theirs, rare) : []),
    ...(via.has('image') || via.has('identifier') ? photoOverlaps(mine, theirs) : []),
  ]
}

export function mirrored(row: OverlapRow): OverlapRow {
  return {
    ...row,
    persona: row.other,
    other: row.persona,
    passages: row.passages.map((p) => ({ mine: p.theirs, theirs: p.mine, text: p.text })),
  }
}

function textOverlaps(a: Side, b: Side, rare: Meeting['rare']): OverlapRow[] {
  const rows: OverlapRow[] = []
  let best: { measure: number; mine: Prose; theirs: Prose } | undefined
  for (const mine of a.prose) {
    for (const theirs of b.prose) {
      const measure = jaccard(mine.hashes, theirs.hashes)
      if (best === undefined || measure > best.measure) best = { measure, mine, theirs }
    }
  }
  if (best === undefined) return rows
  const ends = { persona: a.persona, other: b.persona }
  if (best.measure >= TEXT_LEAST) {
    const passages = sharedPassages(best.mine, best.theirs, () => true)
    if (passages.length > 0) rows.push({ ...ends, kind: 'text', measure: best.measure, passages })
  }
  // The two's own phrases alone: what others are compared at the same time must not change what is found here.
  const own = new Set([...best.mine.phrases(), ...best.theirs.phrases()].filter(rare))
  if (own.size === 0) return rows
  const phrases = sharedPassages(best.mine, best.theirs, (run) => [...shingles(run, PHRASE)].some((h) => own.has(h | 0)))
  if (phrases.length > 0) rows.push({ ...ends, kind: 'phrase', measure: 1, passages: phrases })
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

function photoOverlaps({ persona, statements: mine }: Side, { persona: other, statements: theirs }: Side): OverlapRow[] {
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
