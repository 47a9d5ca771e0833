import type { ListedBirth, ListedIdentifier, ListedParty, ListedWallet } from '../../../model/listed-party.ts'
import type { NonEmpty } from '../../../model/statement.ts'

/**
 * One entry of our own list: who, by whose act, since when, and where that can be read. One party, one entry: wallets that an authority
 * adds later stand in it with the day from which they count, so that the list can be asked as of any day.
 */
export interface Designation {
  /** Ours, and for good: results and clearances cite it. */
  readonly id: string
  readonly type: ListedParty['type']
  readonly name: string
  readonly aliases?: readonly string[]
  readonly authority: string
  /** As the authority's list tags it. Empty where no source that was read says. */
  readonly programmes: readonly string[]
  readonly listed: string
  readonly delisted?: string
  readonly births?: readonly ListedBirth[]
  readonly identifiers?: readonly ListedIdentifier[]
  readonly wallets?: readonly ListedWallet[]
  readonly ties?: ListedParty['ties']
  /** Why, in a sentence of our own. */
  readonly says: string
  /** Files in `catalog/sources/`. */
  readonly cites: NonEmpty<string>
}

export const OFAC = 'US Treasury, Office of Foreign Assets Control'
