import { postalAddressKey } from '../../compute/keys/postal-address.ts'
import type { Comparison } from '../../model/screening.ts'

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
