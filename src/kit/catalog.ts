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

/** The catalogue as the engine is handed it. Views and relations come along inside the detectors' needs. */
export interface Catalog {
  readonly readers: readonly Reader[]
  readonly detectors: readonly Detector[]
  readonly sources: Readonly<Record<string, Source>>
}
