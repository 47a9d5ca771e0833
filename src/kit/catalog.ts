import type { Detector } from './detector.ts'
import type { Reader } from './reader.ts'

/** Where a claim comes from: one file each in `catalog/sources/`. */
export interface Source {
  readonly id: string
  readonly publisher: string
  readonly title: string
  readonly date: string
  readonly url: string
  /** What it says, in our own words. */
  readonly says: string
  /** How it was read: `primary`, `primary-excerpt`, `third-party`. */
  readonly read: string
}

/** A source as a hiring screen may print it: titles can name whom a source is about. */
export type Citation = Pick<Source, 'publisher' | 'date' | 'read'>

/** The catalogue as the engine is handed it. Views and relations come along inside the detectors' needs. */
export interface Catalog {
  readonly readers: readonly Reader[]
  readonly detectors: readonly Detector[]
  /** Hash over id, version and logic of every entry, from `catalog.lock.json`. */
  readonly hash: string
  readonly citations: Readonly<Record<string, Citation>>
}
