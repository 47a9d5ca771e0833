import type { ListedParty } from '../../model/listed-party.ts'
import type { ListVersion } from './ports.ts'

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
