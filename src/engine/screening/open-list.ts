import { verifyNameIndex } from '../../compute/name-index/layout.ts'
import { openNameIndex, type NameIndex } from '../../compute/name-index/name-index.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import type { ScreenedList, Subject } from '../../model/screening.ts'
import { internal } from '../../model/errors.ts'
import type { ListVersion, ReadingShelf } from '../lists/ports.ts'
import { indexNames } from '../lists/index-names.ts'
import type { OpenList } from './ports.ts'
import { rowsNamed } from './rows-named.ts'

const factsOf = ({ list, hash, published, imported, reader, entries, lacks }: ListVersion): ScreenedList => ({
  list,
  version: hash,
  published,
  imported,
  reader,
  entries,
  ...(lacks === undefined ? {} : { lacks }),
})

const opened = (facts: ScreenedList, index: NameIndex, parties: readonly ListedParty[]): OpenList => ({
  facts,
  index,
  whole: index,
  parties: () => parties,
  party(row) {
    const party = parties[row]
    if (party === undefined)
      throw internal(`The index of ${facts.list} names row ${row}, and the version has ${parties.length} entries.`, undefined)
    return party
  },
})

/**
 * A whole version, for many questions. An index that was damaged, or made for another version of the comparison, is made anew from the
 * entries, which are held to their hash: a kept version answers for as long as it is kept.
 */
export async function openWhole(shelf: ReadingShelf, version: ListVersion): Promise<OpenList> {
  const parties = await shelf.parties(version)
  return opened(factsOf(version), soundIndex(await shelf.index(version)) ?? openNameIndex(indexNames(parties)), parties)
}

function soundIndex(bytes: Uint8Array): NameIndex | undefined {
  try {
    verifyNameIndex(bytes)
    return openNameIndex(bytes)
  } catch {
    return undefined
  }
}

/** Some entries of a version alone, what a new version added or changed; `whole` is the version. */
export const openSome = (whole: OpenList, parties: readonly ListedParty[]): OpenList => ({
  ...opened(whole.facts, openNameIndex(indexNames(parties)), parties),
  whole: whole.index,
})

/** Entries that are on no shelf. */
export const openParties = (version: ListVersion, parties: readonly ListedParty[]): OpenList =>
  opened(factsOf(version), openNameIndex(indexNames(parties)), parties)

/**
 * A version for one question by name: the index says which rows matter, and only these are read. Exact things cannot be looked up in it.
 */
export async function openForName(
  shelf: ReadingShelf,
  version: ListVersion,
  ask: { readonly subject: Subject; readonly least: number },
): Promise<OpenList> {
  const index = openedQuickly(await shelf.index(version))
  if (index === undefined) return openWhole(shelf, version)
  const unread = opened(factsOf(version), index, [])
  const rows = [...rowsNamed(unread, ask.subject, { mode: 'standard', least: ask.least })].sort((a, b) => a - b)
  const parties = await shelf.rows(version, rows)
  const byRow = new Map(rows.map((row, i) => [row, parties[i]!]))
  return { ...unread, party: (row) => byRow.get(row)! }
}

function openedQuickly(bytes: Uint8Array): NameIndex | undefined {
  try {
    return openNameIndex(bytes)
  } catch {
    return undefined
  }
}
