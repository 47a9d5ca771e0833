import type { ListFile, ListNote } from '../../kit/list.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import type { Instant } from '../../model/statement.ts'

/** A version of a list as it was taken in. Never changed, but for a day of publication that a person said and corrects; a new reading of the same files is another version. */
export interface ListVersion {
  readonly list: string
  /** SHA-256 over what was read and by which reader, 64 hexadecimal digits. Names of files do not count, people rename what they download. */
  readonly hash: string
  /** Day of publication: what the files say, else what whoever handed them in says. Absent where nobody does. */
  readonly published?: string
  readonly imported: Instant
  /** The catalogue's list that read it, with the version of the reading: `plain@2`. */
  readonly reader: string
  readonly format: string
  readonly entries: number
  readonly names: number
  /** Remarks of the reader about what is left out or odd. */
  readonly notes: number
  /** What no entry of it has, since a file of the set was not handed in; sentences. Absent where the set is whole. */
  readonly lacks?: readonly string[]
  readonly files: readonly KeptFile[]
}

export interface KeptFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
}

/** What a version holds when it is put on the shelf. */
export interface VersionContent {
  readonly files: readonly ListFile[]
  readonly parties: readonly ListedParty[]
  readonly notes: readonly ListNote[]
  /** Bytes of the index of names; a party's number in it is its row here. */
  readonly index: Uint8Array
}

/** How the publisher marked what was fetched last, so that the next question can be "only if it changed". */
export interface FetchState {
  /** Version that the last answer was, or confirmed. */
  readonly version: string
  readonly checked: Instant
  readonly marks: readonly FetchedMark[]
}

export interface FetchedMark extends Validators {
  readonly url: string
  readonly sha256: string
}

/** Versions of lists that can be read without anything else. Faults are `storage`: they name the file and what to do. */
export interface ReadingShelf {
  /** Ids of lists with a version in force, in order. */
  lists(): Promise<readonly string[]>
  /** By day (`dayOf`), then by import, oldest first. */
  versions(list: string): Promise<readonly ListVersion[]>
  /** The version in force; undefined for a list that was never taken in. */
  current(list: string): Promise<ListVersion | undefined>
  /** The version with this hash; undefined where it is not kept, or not kept whole. */
  find(list: string, hash: string): Promise<ListVersion | undefined>
  /** All entries in order of row, checked against the hash that they were kept with. */
  parties(version: ListVersion): Promise<readonly ListedParty[]>
  /** The entries of these rows, each checked alone; the rest is not read. */
  rows(version: ListVersion, rows: readonly number[]): Promise<readonly ListedParty[]>
  /** Bytes of the index of names. It checks itself when it is opened. */
  index(version: ListVersion): Promise<Uint8Array>
  notes(version: ListVersion): Promise<readonly ListNote[]>
  /** The original bytes of one of the version's files. */
  file(version: ListVersion, name: string): Promise<Uint8Array>
  /** Reads every file of the version and throws for the first that is not as it was kept. */
  check(version: ListVersion): Promise<void>
  fetched(list: string): Promise<FetchState | undefined>
  /** Hash of the version with which everybody was last looked at. */
  looked(list: string): Promise<string | undefined>
}

export interface Shelf extends ReadingShelf {
  /** 64 hexadecimal digits. */
  sha256(bytes: Uint8Array | string): string
  /**
   * Puts a version there, whole or not at all, durable when it returns. It is in force only after `use`. False when the same
   * version stood there whole; a damaged one is replaced.
   */
  keep(version: ListVersion, content: VersionContent): Promise<boolean>
  /** Gives a kept version another day of publication, and nothing else: its files and entries stay. */
  redate(version: ListVersion, published: string): Promise<ListVersion>
  /** Puts a kept version in force. */
  use(version: ListVersion): Promise<void>
  noteFetched(list: string, state: FetchState): Promise<void>
  noteLooked(version: ListVersion): Promise<void>
}

export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

export interface FetchRequest {
  readonly url: string
  /** What an earlier answer was marked with; then `unchanged` is a possible answer. */
  readonly known?: Validators
  readonly signal?: AbortSignal
  /** Bytes that came, and how many will where the other side says so. */
  progress?(done: number, total: number | undefined): void
}

export type Fetched =
  | { readonly kind: 'fetched'; readonly bytes: Uint8Array; readonly validators: Validators }
  | { readonly kind: 'unchanged' }
  /** 404 or 410: there is no such file any more. */
  | { readonly kind: 'missing' }

/**
 * The one way out: GET over HTTP to hosts that were named when it was opened, no credentials sent, redirects few and only to
 * HTTPS or within the host. Throws `remote` for everything that is not an answer; the detail says what and what to do.
 */
export interface Net {
  get(request: FetchRequest): Promise<Fetched>
}
