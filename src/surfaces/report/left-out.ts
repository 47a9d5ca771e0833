import type { Dossier } from '../../engine/dossier.ts'
import type { ReadingNote } from '../../kit/reader.ts'

/** Remarks of one kind over all files of a screening, the most frequent first. */
export interface LeftOut {
  readonly title: string
  readonly items: readonly { readonly says: string; readonly count: number }[]
}

const TITLES: Readonly<Record<ReadingNote['kind'], string>> = {
  'dropped-field': 'Dropped, because it may not be weighed',
  skipped: 'Not read',
  quality: 'Read with care',
}

/** What the readers dropped, did not read or could not read well: one entry a kind that occurs. A table's remarks count once, not once a row. */
export function leftOut(found: readonly Dossier[]): readonly LeftOut[] {
  const reads = new Map(found.flatMap((d) => d.submissions).map((s) => [s.artifact, s.read?.notes ?? []]))
  const notes = [...reads.values()].flat()
  return (['dropped-field', 'skipped', 'quality'] as const).flatMap((kind): LeftOut[] => {
    const alike = Map.groupBy(
      notes.filter((note) => note.kind === kind),
      // The first sentence names it; rows and pages that differ in their number only are one remark.
      (note) => firstSentence(note.says).replace(/\d+/g, '#'),
    )
    const items = [...alike.values()]
      .map((of) => ({ says: firstSentence(of[0]?.says ?? ''), count: of.reduce((sum, note) => sum + (note.count ?? 1), 0) }))
      .toSorted((a, b) => b.count - a.count)
    return items.length === 0 ? [] : [{ title: TITLES[kind], items }]
  })
}

const firstSentence = (says: string): string => says.replace(/\.(?:\s.*)?$/s, '')
