import { deltaOf, type ListDelta } from './delta.ts'
import type { ListVersion, ReadingShelf } from './ports.ts'
import type { TakenIn } from './put-in-force.ts'

export interface NotYetLooked {
  readonly version: ListVersion
  /** With which everybody was last looked at. */
  readonly previous: ListVersion | undefined
  /** Undefined where there is nothing whole to compare with: then everything is new. */
  readonly delta: ListDelta | undefined
}

/**
 * What came in force since everybody was last looked at; undefined where that is nothing. Asked after every import and update, also
 * one that found nothing new: a run that was stopped after its version came in force has looked at nobody, or not at everybody.
 */
export async function notYetLooked(shelf: ReadingShelf, taken: TakenIn): Promise<NotYetLooked | undefined> {
  const { list } = taken.version
  const [version, looked] = [await shelf.current(list), await shelf.looked(list)]
  if (version === undefined || version.hash === looked) return undefined
  if (taken.state === 'new' && looked === taken.previous?.hash) return taken
  const previous = looked === undefined ? undefined : await shelf.find(list, looked)
  const delta = previous === undefined ? undefined : deltaOf(await shelf.parties(previous), await shelf.parties(version))
  return { version, previous, delta }
}
