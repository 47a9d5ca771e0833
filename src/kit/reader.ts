import type { AnyDraft, Role } from '../model/statement.ts'

/** Bytes as they came, with the name they came under. The name is a hint for the reader, never a path. */
export interface Incoming {
  readonly bytes: Uint8Array
  readonly name: string
  /** Settings a person gave for this file, such as the column map of a table (parsed YAML); checked by the reader. */
  readonly options?: unknown
}

/** Something inside the artifact that is an artifact of its own; it goes through intake again. */
export interface Enclosed {
  readonly name: string
  readonly bytes: Uint8Array
  readonly at: string
  /** Whose it is: `self`, or the row of a table. */
  readonly about: 'self' | `row:${number}`
}

/** A remark for the person who submitted the file: a dropped column, a page without text, a row that could not be read. */
export interface ReadingNote {
  readonly kind: 'dropped-field' | 'skipped' | 'quality'
  readonly says: string
  readonly at?: string
  readonly count?: number
}

export interface Reading {
  readonly role: Role
  readonly statements: readonly AnyDraft[]
  readonly enclosed: readonly Enclosed[]
  readonly notes: readonly ReadingNote[]
  /** Files that a row of a table names; the surface fetches them from beside the table, never from outside its folder. */
  readonly references?: readonly { readonly about: `row:${number}`; readonly path: string; readonly at: string }[]
  /** Tables only: how many rows of applicants there are; `row:N` runs from 1 to this. */
  readonly rows?: number
  /** Whom a record of our own names as the one it is about, as written in it; it is taken for nobody else. */
  readonly meantFor?: string
}

export interface Reader {
  readonly id: string
  readonly version: number
  readonly title: string
  /** Endings, lower case, with the dot. A file is offered to a reader by its bytes first and by its ending second. */
  readonly extensions: readonly [string, ...string[]]
  /** Those of its endings that it takes only to refuse them with a reason and a way out; they are not offered as readable. */
  readonly refuses?: readonly string[]
  /** Set by a reader that needs compiled libraries (image decoding). Only its child may load them; all others run without. */
  readonly native?: true
  /**
   * A record of the company itself (an interview, a table of applicants), worth what its own people wrote. Never taken from
   * inside another file: what a candidate attached is the candidate's word.
   */
  readonly ownRecord?: true
  /**
   * Does it look like one of ours? Sees at most the first 64 KiB and the name. `no` when the bytes are another format,
   * `maybe` when only the ending speaks for it (plain text), `yes` when the bytes do.
   */
  recognise(head: Uint8Array, name: string): 'yes' | 'maybe' | 'no'
  /** Called in a child that waits for its file: loads what is slow to load. `reader.ts` imports heavy libraries lazily, never at its top. */
  warm?(): Promise<void>
  /** Runs in the sandbox. Throws `unreadable(…)` with a reason a recruiter understands. Pure: no clock, no files, no network. */
  read(incoming: Incoming): Promise<Reading>
}

export const defineReader = (reader: Reader): Reader => reader
