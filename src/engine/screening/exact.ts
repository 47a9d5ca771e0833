import { postalAddressKey } from '../../compute/keys/postal-address.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import type { Comparison, Subject } from '../../model/screening.ts'
import { type ExactKey, identifierKeys, walletKeys } from './exact-keys.ts'
import type { OpenList } from './ports.ts'

/** What can be looked up rather than compared: each value with its keys. */
export interface Exact {
  readonly about: 'identifier' | 'wallet'
  readonly written: string
  readonly keys: readonly ExactKey[]
}

export const exactOf = (party: Pick<Subject | ListedParty, 'identifiers' | 'wallets'>): readonly Exact[] => [
  ...party.identifiers.map(({ kind, value }) => ({ about: 'identifier' as const, written: value, keys: identifierKeys(kind, value) })),
  ...party.wallets.map(({ address, currency }) => ({ about: 'wallet' as const, written: address, keys: walletKeys(address, currency) })),
]

/** key → rows of the list whose entry has it. Made once for a list, when the first exact thing is asked for. */
const looked = new WeakMap<OpenList, ReadonlyMap<string, readonly number[]>>()

function keysOf(list: OpenList): ReadonlyMap<string, readonly number[]> {
  const known = looked.get(list)
  if (known !== undefined) return known
  const rows = new Map<string, number[]>()
  list.parties().forEach((party, row) => {
    for (const key of new Set(exactOf(party).flatMap((exact) => exact.keys.map((k) => k.key)))) {
      const at = rows.get(key)
      if (at === undefined) rows.set(key, [row])
      else at.push(row)
    }
  })
  looked.set(list, rows)
  return rows
}

/** Entries of the list that share something exact with the subject. */
export function rowsSharing(list: OpenList, mine: readonly Exact[]): readonly number[] {
  if (mine.length === 0) return []
  const rows = keysOf(list)
  return [...new Set(mine.flatMap((exact) => exact.keys.flatMap((key) => rows.get(key.key) ?? [])))]
}

/** A damaged value that meets another is `near`: what was written is not what is listed, only very like it. */
export function compareExact(mine: readonly Exact[], party: ListedParty): readonly Comparison[] {
  const theirs = new Map(exactOf(party).flatMap((exact) => exact.keys.map((key) => [key.key, { exact, key }] as const)))
  return mine.flatMap((exact): Comparison[] => {
    const met = exact.keys.flatMap((key) => {
      const other = theirs.get(key.key)
      return other === undefined || other.exact.about !== exact.about ? [] : [{ key, other }]
    })
    const best = met.find(({ key, other }) => key.sure && other.key.sure) ?? met[0]
    if (best === undefined) return []
    const sure = best.key.sure && best.other.key.sure
    const what = exact.about === 'wallet' ? 'wallet address' : 'identifier'
    return [
      {
        about: exact.about,
        agrees: sure ? 'yes' : 'near',
        mine: exact.written,
        theirs: best.other.exact.written,
        says: sure
          ? `The ${what} is one that the entry lists.`
          : `The ${what} agrees but for upper and lower case, which matter here: as written it is damaged. The entry lists ${best.other.exact.written}.`,
      },
    ]
  })
}

/** Whole addresses by equality; a town or a postcode is nobody's. */
export function compareAddresses(mine: readonly string[], theirs: readonly string[]): readonly Comparison[] {
  const listed = new Map(theirs.flatMap((written) => keyed(written)))
  return mine.flatMap((written) =>
    keyed(written).flatMap(([key]): Comparison[] => {
      const other = listed.get(key)
      return other === undefined
        ? []
        : [{ about: 'address', agrees: 'yes', mine: written, theirs: other, says: 'The full address is one that the entry lists.' }]
    }),
  )
}

function keyed(written: string): readonly (readonly [string, string])[] {
  const key = postalAddressKey(written)
  return key === undefined ? [] : [[key, written]]
}
