import { badUsage } from '../../model/errors.ts'
import { dayOf, versionOn } from './as-of.ts'
import type { ListVersion, ReadingShelf } from './ports.ts'

/** A day, and which day is today. */
export interface AsOf {
  readonly asOf: string
  readonly today: string
}

export interface ListsInForce {
  readonly versions: readonly ListVersion[]
  /** Lists of which nothing is kept that is as old as the day, in words. */
  readonly notAsked: readonly string[]
}

/** The version of each list that was in force on a day; of all loaded lists where none is named. */
export async function listsInForce(
  shelf: ReadingShelf,
  named: readonly string[] | undefined,
  { asOf: day, today }: AsOf,
): Promise<ListsInForce> {
  const loaded = await shelf.lists()
  if (loaded.length === 0)
    throw badUsage(
      'No list is loaded. Take one in first: `bonafide lists update`, or `bonafide lists import FILE --as ID` without a network.',
    )
  const versions: ListVersion[] = []
  const notAsked: string[] = []
  for (const list of named ?? loaded) {
    if (!loaded.includes(list)) throw badUsage(`The list "${list}" is not loaded. Loaded are: ${loaded.join(', ')}.`)
    const [current, kept] = [await shelf.current(list), await shelf.versions(list)]
    // Today it is what is in force, whatever day it says; in the past it is what was published last.
    const version = day >= today ? current : versionOn(kept, day)
    if (version === undefined) {
      const oldest = `no version of "${list}" that is kept here is as old as ${day}; the oldest is of ${kept[0] === undefined ? 'no day' : dayOf(kept[0])}`
      if (named !== undefined) throw badUsage(`${oldest.replace(/^n/, 'N')}. Take an older one in, or ask as of a later day.`)
      notAsked.push(oldest)
      continue
    }
    versions.push(version)
  }
  if (versions.length === 0) throw badUsage(`Nothing is known as of ${day}: ${notAsked.join('; ')}.`)
  return { versions, notAsked }
}
