import type { ListedParty } from '../../model/listed-party.ts'
import type { ScreenedList } from '../../model/screening.ts'
import type { NameIndex } from '../../compute/name-index/name-index.ts'

/** A version of a list, opened for screening. Entries are numbered by their place in it; the index says which. */
export interface OpenList {
  readonly facts: ScreenedList
  readonly index: NameIndex
  /** The index over all names of the version, where `index` is over some of its entries alone. */
  readonly whole: NameIndex
  party(row: number): ListedParty
  /** All of them, in order. Asked for once, and only when something exact is looked for. */
  parties(): readonly ListedParty[]
}
