import type { LinkEvidence } from '../../model/link.ts'
import type { OverlapRow, Pair } from '../ports.ts'
import type { Ground } from './ground.ts'
import { CONTENT } from './kinds.ts'
import { REMOVED_BY, shareOf, weightOf } from './value-evidence.ts'

/** Characters of a passage that are shown. */
const SHOWN = 120

/** What was found equal between the two by comparing texts and pictures. */
export function contentEvidence(overlaps: readonly OverlapRow[], pair: Pair, ground: Ground): readonly LinkEvidence[] {
  return overlaps.flatMap((row): LinkEvidence[] => {
    const base = baseOf(row)
    if (base === 0) return []
    // Whoever is near to many has a template or a stock picture.
    const holders = 1 + Math.max(near(row.kind, pair.persona, ground), near(row.kind, pair.other, ground))
    const bits = holders > CONTENT[row.kind].limit ? 0 : shareOf(base, holders, 0)
    return [
      {
        kind: row.kind,
        family: 'copied-content',
        value: shown(row),
        mine: [...new Set(row.passages.map((p) => p.mine))],
        theirs: [...new Set(row.passages.map((p) => p.theirs))],
        holders,
        bits,
        weight: weightOf(bits),
        says: `${SAYS[row.kind](row)}${others(row, holders, bits)}`,
        removedBy: REMOVED_BY['copied-content'] ?? '',
      },
    ]
  })
}

/** Bits of a text by how near it is; headings and lists of tools are no text. */
function baseOf(row: OverlapRow): number {
  if (row.kind !== 'text') return CONTENT[row.kind].bits
  const { text } = CONTENT
  if (wordsOf(row) < text.words || row.measure < text.half.near) return 0
  return row.measure >= text.near ? text.bits : text.half.bits
}

const wordsOf = (row: OverlapRow): number =>
  [...new Map(row.passages.map((p) => [p.mine, p.text.split(' ').length])).values()].reduce((sum, n) => sum + n, 0)

const near = (kind: OverlapRow['kind'], persona: string, ground: Ground): number =>
  (ground.overlaps.get(persona) ?? []).filter((row) => row.kind === kind && baseOf(row) > 0).length

const shown = (row: OverlapRow): string => {
  const text = row.kind === 'photo' ? 'the same picture' : (row.passages[0]?.text ?? '')
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

const SAYS: Readonly<Record<OverlapRow['kind'], (row: OverlapRow) => string>> = {
  text: (row) =>
    `${Math.round(row.measure * 100)} % of all five-word sequences of the two texts are common to both, in ${row.passages.length} ${row.passages.length === 1 ? 'passage' : 'passages'}.`,
  phrase: (row) =>
    `Both texts have ${row.passages.length === 1 ? 'a long phrase' : `${row.passages.length} long phrases`} word for word that hardly anybody else uses.`,
  photo: (row) => `Both have the same picture, resized, recompressed or mirrored (${row.passages[0]?.text ?? ''}).`,
}

function others(row: OverlapRow, holders: number, bits: number): string {
  if (holders <= 2) return ''
  const what = row.kind === 'photo' ? 'picture' : 'text'
  return bits === 0
    ? ` One of them is as near to ${holders - 1} personas: a template or a stock ${what}, which adds nothing.`
    : ` One of them is as near to ${holders - 1} personas, so it weighs less.`
}
