import { openNameIndex, type NameIndex } from '../../compute/name-index/name-index.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import type { ScreenedList } from '../../model/screening.ts'
import { internal } from '../../model/errors.ts'
import type { ListVersion, ReadingShelf } from '../lists/ports.ts'
import { indexNames } from '../lists/index-names.ts'
import type { OpenList } from './ports.ts'

const factsOf = ({ list, hash, published, imported, reader, entries }: ListVersion): ScreenedList => ({
  list,
  version: hash,
  published,
  imported,
  reader,
  entries,
})

const opened = (facts: ScreenedList, index: NameIndex, parties: readonly ListedParty[]): OpenList => ({
  facts,
  index,
  parties: () => parties,
  party(row) {
    const party = parties[row]
    if (party === undefined)
      throw internal(`The index of ${facts.list} names row ${row}, and the version has ${parties.length} entries.`, undefined)
    return party
  },
})

/** A whole version, for many questions. */
export async function openWhole(shelf: ReadingShelf, version: ListVersion): Promise<OpenList> {
  const [bytes, parties] = [await shelf.index(version), await shelf.parties(version)]
  return opened(factsOf(version), openNameIndex(bytes), parties)
}

/** Some entries of a version alone: what a new version added or changed. */
export const openSome = (version: ListVersion, parties: readonly ListedParty[]): OpenList =>
  opened(factsOf(version), openNameIndex(indexNames(parties)), parties)

/**
 * A version for one question by name: the index says which rows matter, and only these are read. Exact things cannot be looked up in it.
 */
export async function openForName(
  shelf: ReadingShelf,
  version: ListVersion,
  ask: { index: NameIndex; rows: readonly number[] },
): Promise<OpenList> {
  const wanted = [...new Set(ask.rows)].sort((a, b) => a - b)
  const parties = await shelf.rows(version, wanted)
  const byRow = new Map(wanted.map((row, i) => [row, parties[i]!]))
  return { ...opened(factsOf(version), ask.index, []), party: (row) => byRow.get(row)! }
}
