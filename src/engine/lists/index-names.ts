import { buildNameIndex } from '../../compute/name-index/name-index.ts'
import type { NameKind } from '../../compute/name-match/tokens.ts'
import type { ListedParty, PartyType } from '../../model/listed-party.ts'

/** How the names of a kind of party are taken apart; of an unknown one in every way, since it may be anything. */
const KINDS: Readonly<Record<PartyType, readonly NameKind[]>> = {
  person: ['person'],
  organisation: ['organisation'],
  vessel: ['other'],
  aircraft: ['other'],
  unknown: ['person', 'organisation', 'other'],
}

/** Bytes of the index over all names of a version; the party of a name is its row. */
export function indexNames(parties: readonly ListedParty[]): Uint8Array {
  return buildNameIndex(namesOf(parties)).bytes()
}

function* namesOf(parties: readonly ListedParty[]) {
  for (const [party, { type, names }] of parties.entries())
    for (const { full, quality } of names) for (const kind of KINDS[type]) yield { text: full, kind, party, quality }
}
