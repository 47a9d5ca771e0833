import type { ListedParty } from '../../model/listed-party.ts'

/** Bytes of the index over all names of a version; the party of a name is its row. */
export function indexNames(_: readonly ListedParty[]): Uint8Array {
  return new Uint8Array()
}
