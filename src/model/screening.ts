import type { ListedIdentifier, ListedName, PartyType } from './listed-party.ts'
import type { Instant, StatementId } from './statement.ts'

/**
 * Screening against lists: who is compared, what was found, and where it stands. All of it is the sanctions room's: no detector,
 * report or hiring command reads it. A hit is a *possible match* until a person says otherwise.
 */

/** Somebody or something to be looked for on lists. What is known beside the name decides whether a name means anything. */
export interface Subject {
  /** Of the caller: a row's id, a persona's. */
  readonly id: string
  readonly type: PartyType
  /** The name first; other names the subject goes by behind it. Empty where only exact things are asked about. */
  readonly names: readonly string[]
  /** `1980`, `1980-04` or `1980-04-13`. */
  readonly births: readonly string[]
  readonly identifiers: readonly Pick<ListedIdentifier, 'kind' | 'value' | 'issuer'>[]
  readonly wallets: readonly { readonly address: string; readonly currency?: string }[]
  readonly addresses: readonly string[]
  /** Where values were read, by value: for personas of the store. */
  readonly from?: Readonly<Record<string, readonly StatementId[]>>
}

/** Something beside the name that was compared. `near`: a year beside, a damaged address. */
export interface Comparison {
  readonly about: 'birth' | 'identifier' | 'wallet' | 'address' | 'type'
  readonly agrees: 'yes' | 'near' | 'no'
  readonly mine: string
  readonly theirs: string
  /** Of birth dates that agree: how far both go. */
  readonly precision?: 'year' | 'month' | 'day'
  /** One sentence. */
  readonly says: string
}

/**
 * `name-only`: nothing but the name speaks for it; stays in the sanctions room and expires by itself. `possible`: something beside
 * the name agrees, a person must look.
 */
export type HitState = 'name-only' | 'possible'

/** One entry of one list that a subject may be. */
export interface ListHit {
  readonly list: string
  /** Of the list version, by hash. */
  readonly version: string
  /** Id of the entry on its list. */
  readonly entry: string
  /** The listed name that fits best, or the primary one where an exact thing was found. */
  readonly name: string
  readonly names: readonly ListedName[]
  readonly type: PartyType
  readonly programmes: readonly string[]
  /** 0–1: the name's similarity, moved by what else agrees or speaks against. Orders hits; a person decides. */
  readonly score: number
  /** Of the name alone; 0 where no name was compared. */
  readonly nameScore: number
  readonly state: HitState
  /** Only one part of a name of several met: such a hit can never be confirmed (OFAC FAQ 5, R-070). */
  readonly onePart: boolean
  readonly comparisons: readonly Comparison[]
  /** What the entry says that the subject leaves open, so that it could not be compared. */
  readonly missing: readonly string[]
  /** Plain sentences: what met what and how, what speaks against, what is missing. */
  readonly explanation: string
  /** Hash of the whole entry as read: a changed entry is another question. */
  readonly entryHash: string
}

export const SCREENING_MODES = ['standard', 'regulator'] as const
export type ScreeningMode = (typeof SCREENING_MODES)[number]

/** With what a result was made: the same again gives the same again. */
export interface ScreeningMethod {
  readonly algorithm: string
  /** `regulator`: the name's score is made as the regulator's own search makes it (OFAC FAQ 249), for comparing with what it would show. */
  readonly mode: ScreeningMode
  readonly least: number
  /** Answers on a name alone that were shown at most; absent where everything found was filed. */
  readonly limit?: number
  /** Day for which the question is answered: entries not listed then are passed over. */
  readonly asOf: string
  readonly lists: readonly ScreenedList[]
}

export interface ScreenedList {
  readonly list: string
  readonly version: string
  readonly published: string | undefined
  readonly imported: Instant
  /** Reader and its version, `ofac-sdn@1`. */
  readonly reader: string
  readonly entries: number
  /** What no entry of this version has; sentences. Absent where it was taken in whole. */
  readonly lacks?: readonly string[]
}
