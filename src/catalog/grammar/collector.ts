import type { ReadingNote } from '../../kit/reader.ts'
import type { AnyDraft } from '../../model/statement.ts'
import { PROPERTIES } from '../../model/vocabulary.ts'

/** Notes of one kind that are written out; what comes after is counted. A file of 100,000 bad rows needs no 100,000 notes. */
const MOST_NOTES = 50

/** Gathers the statements of a file whose parts are good or bad one by one: a bad part is noted and the others go on. */
export interface Collector {
  /** Adds a draft if its value has the shape the vocabulary wants; says whether it did. */
  add(draft: AnyDraft): boolean
  /** Notes that something at a place was left out, and why. */
  skip(says: string, at: string): void
  note(note: ReadingNote): void
  readonly statements: readonly AnyDraft[]
  /** All notes, with one line for those beyond the cap. */
  notes(): readonly ReadingNote[]
}

export function collector(): Collector {
  const statements: AnyDraft[] = []
  const notes: ReadingNote[] = []
  let skipped = 0
  return {
    statements,
    add(draft) {
      if (!PROPERTIES[draft.property].schema.safeParse(draft.value).success) return false
      statements.push(draft)
      return true
    },
    skip(says, at) {
      skipped += 1
      if (skipped <= MOST_NOTES) notes.push({ kind: 'skipped', says, at })
    },
    note(note) {
      notes.push(note)
    },
    notes() {
      if (skipped <= MOST_NOTES) return notes
      return [...notes, { kind: 'skipped', says: 'More parts left out for reasons like those above', count: skipped - MOST_NOTES }]
    },
  }
}
