import { dayOf, versionOn } from '../../../engine/lists/as-of.ts'
import type { ListVersion, ReadingShelf } from '../../../engine/lists/ports.ts'
import { badUsage } from '../../../model/errors.ts'

/** The version of each list that was in force on a day; of all loaded lists where none is named. */
export async function listsInForce(
  shelf: ReadingShelf,
  named: readonly string[] | undefined,
  day: string,
): Promise<readonly ListVersion[]> {
  const loaded = await shelf.lists()
  if (loaded.length === 0)
    throw badUsage(
      'No list is loaded. Take one in first: `bonafide lists update`, or `bonafide lists import FILE --as ID` without a network.',
    )
  const versions: ListVersion[] = []
  for (const list of named ?? loaded) {
    if (!loaded.includes(list)) throw badUsage(`The list "${list}" is not loaded. Loaded are: ${loaded.join(', ')}.`)
    const [current, kept] = [await shelf.current(list), await shelf.versions(list)]
    // A version that was taken in today with a later day of publication is in force all the same.
    const version = current !== undefined && dayOf(current) <= day ? current : (versionOn(kept, day) ?? undefined)
    if (version === undefined)
      throw badUsage(
        `No version of "${list}" that is kept here is as old as ${day}; the oldest is of ${kept[0] === undefined ? 'no day' : dayOf(kept[0])}. Take an older one in, or ask as of a later day.`,
      )
    versions.push(version)
  }
  return versions
}
