import type { ListedParty } from '../model/listed-party.ts'
import type { NonEmpty } from '../model/statement.ts'

/** One file of a version of a list, as it was fetched or handed in. */
export interface ListFile {
  /** Base name, without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * For the person who imports. *missing*: a file of a set that was not handed in, so what it holds is found for no entry; stays with the
 * version. *left-out* and *odd*: an entry without a name, an unknown type, a duplicate id.
 */
export interface ListNote {
  readonly kind: 'missing' | 'left-out' | 'odd'
  readonly says: string
  /** Place in the file. */
  readonly at: string
}

export interface ListReading {
  /** Day of publication, as the files say; absent where they do not. */
  readonly published: string | undefined
  /** In order of id; every id once. */
  readonly parties: readonly ListedParty[]
  readonly notes: readonly ListNote[]
}

/**
 * One way in which a list comes: `sdn_advanced.xml`, or the set of CSV files. `files` says by content which of these files
 * belong to it; names are hints and no more, since people rename what they download.
 */
export interface ListFormat {
  readonly id: string
  readonly title: string
  /** The files of this format among these, or undefined where the one that it cannot do without is not among them. */
  recognise(files: readonly ListFile[]): readonly ListFile[] | undefined
  /** Throws `unreadable` (model/errors) where a file is broken: cut off, an error page, no entry at all. Says which file, where, and what to do. */
  read(files: readonly ListFile[]): ListReading
}

/** A list by its publisher. */
export interface List {
  /** `ofac-sdn`; the folder's name. */
  readonly id: string
  /** Of the reading: results name it, and a new one reads every kept version anew. */
  readonly version: number
  readonly title: string
  readonly publisher: string
  /** Under what terms it may be used and passed on, in a sentence. */
  readonly licence: string
  /** A list that is this many days old is stale: the publisher has surely changed it since. */
  readonly staleAfterDays: number
  /** Where the publisher has it, most complete first; empty for a list that comes with the program or is one's own. */
  readonly from: readonly { readonly format: string; readonly urls: NonEmpty<string> }[]
  /** For a list that comes with the program: its files, the same bytes at every call. Importing and updating it takes these. */
  readonly ships?: () => readonly ListFile[]
  readonly formats: NonEmpty<ListFormat>
}

export function defineList(list: List): List {
  return list
}
