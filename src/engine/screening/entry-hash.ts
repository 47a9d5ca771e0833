import { digest } from '../../compute/digest.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import { canonicalJson } from '../statement-id.ts'

/** 64 hexadecimal digits over all that an entry says; where it stands in the file does not count, for lines move. */
export const entryHash = ({ at: _, ...party }: ListedParty): string => digest(canonicalJson(party))
