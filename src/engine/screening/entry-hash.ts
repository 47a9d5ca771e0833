import { digest } from '../../compute/digest.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import { canonicalJson } from '../statement-id.ts'

/**
 * 64 hexadecimal digits over all that an entry says. Where it stands in the file and in what order a publisher names aliases or numbers
 * does not count: both move between versions that say the same.
 */
export const entryHash = ({ at: _, ...party }: ListedParty): string =>
  digest(
    canonicalJson(Object.fromEntries(Object.entries(party).map(([field, value]) => [field, Array.isArray(value) ? sorted(value) : value]))),
  )

const sorted = (values: readonly unknown[]): readonly string[] => values.map((value) => canonicalJson(value)).sort()
