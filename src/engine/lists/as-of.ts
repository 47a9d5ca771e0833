import type { ListedParty } from '../../model/listed-party.ts'
import type { ListVersion, ReadingShelf } from './ports.ts'

/** Day from which a version counts: its publication, else its import. `YYYY-MM-DD`, as all days here; they compare as text. */
export const dayOf = (version: ListVersion): string => version.published ?? version.imported.slice(0, 10)

/** Oldest first; of one day, in order of import. */
export const byDay = (versions: readonly ListVersion[]): readonly ListVersion[] =>
  versions.toSorted((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.imported, b.imported) || compare(a.hash, b.hash))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The version that was in force on a day, of versions in order (`byDay`); undefined before the first. */
export const versionOn = (versions: readonly ListVersion[], day: string): ListVersion | undefined =>
  versions.findLast((version) => dayOf(version) <= day)

export type Listed = 'listed' | 'not-yet' | 'delisted'

/** What the entry itself says of a day. An entry without days is listed: it stands in the version. */
export function listedOn({ listed, delisted }: Pick<ListedParty, 'listed' | 'delisted'>, day: string): Listed {
  if (listed !== undefined && day < listed) return 'not-yet'
  return delisted !== undefined && delisted <= day ? 'delisted' : 'listed'
}

export interface Standing {
  /**
   * *absent*: the version of that day does not have the entry. *unknown*: no kept version is that old, and the entry does not say
   * since when it is listed; who was removed before the oldest kept version cannot be known.
   */
  readonly state: Listed | 'absent' | 'unknown'
  /** The version that the answer rests on: that of the day, or the oldest one where none is that old. */
  readonly version: ListVersion | undefined
  readonly party: ListedParty | undefined
}

/** Whether an entry was on a list on a day, by the version that was in force then. */
export async function entryOn(
  shelf: ReadingShelf,
  asked: { readonly list: string; readonly id: string; readonly day: string },
): Promise<Standing> {
  const { list, id, day } = asked
  const versions = await shelf.versions(list)
  const inForce = versionOn(versions, day)
  const version = inForce ?? versions[0]
  const party = version === undefined ? undefined : (await shelf.parties(version)).find((one) => one.id === id)
  if (party === undefined) return { state: inForce === undefined ? 'unknown' : 'absent', version, party }
  const known = inForce !== undefined || party.listed !== undefined
  return { state: known ? listedOn(party, day) : 'unknown', version, party }
}
