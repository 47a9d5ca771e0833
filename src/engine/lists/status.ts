import type { List } from '../../kit/list.ts'
import { asAppError } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'
import { dayOf } from './as-of.ts'
import type { ListVersion, ReadingShelf } from './ports.ts'
import { readerFor, type KnownLists } from './recognise.ts'

export interface ListStatus {
  readonly list: string
  readonly title: string
  /** In force; undefined where the list was never taken in, or is damaged. */
  readonly version: ListVersion | undefined
  /** Whole days since its day of publication, or of import. */
  readonly age: number | undefined
  /** When the publisher was last asked and had nothing newer. */
  readonly checked: Instant | undefined
  readonly staleAfterDays: number
  /** Neither its day nor the publisher's last word is recent enough to rely on it. */
  readonly stale: boolean
  /** This program reads the list otherwise than it was read; taking the files in again reads them anew. */
  readonly readOtherwise: boolean
  /** Versions that are kept, this one too. */
  readonly kept: number
  /** What is damaged, and what to do. */
  readonly fault: string | undefined
}

/** Where each list stands: those of the catalogue, loaded or not, and one's own. Reads every file of the versions in force. */
export async function listStatuses(shelf: ReadingShelf, lists: KnownLists, now: Instant): Promise<readonly ListStatus[]> {
  const ids = new Set([...lists.published.map((list) => list.id), ...(await shelf.lists())])
  return Promise.all(Array.from(ids, (id) => statusOf(shelf, readerFor(lists, id), now)))
}

async function statusOf(shelf: ReadingShelf, list: List, now: Instant): Promise<ListStatus> {
  const { id, title, staleAfterDays } = list
  const none = { version: undefined, age: undefined, checked: undefined, stale: false, readOtherwise: false, kept: 0, fault: undefined }
  try {
    const version = await shelf.current(id)
    if (version === undefined) return { list: id, title, staleAfterDays, ...none }
    await shelf.check(version)
    const state = await shelf.fetched(id)
    const checked = state?.version === version.hash ? state.checked : undefined
    const age = daysBetween(dayOf(version), now)
    const sinceHeard = checked === undefined ? age : Math.min(age, daysBetween(checked, now))
    return {
      list: id,
      title,
      staleAfterDays,
      version,
      age,
      checked,
      stale: sinceHeard > staleAfterDays,
      readOtherwise: `${id}@${list.version}` !== version.reader,
      kept: (await shelf.versions(id)).length,
      fault: undefined,
    }
  } catch (error) {
    return { list: id, title, staleAfterDays, ...none, fault: asAppError(error).detail }
  }
}

const daysBetween = (then: string, now: Instant): number => Math.floor((Date.parse(now) - Date.parse(then)) / 86_400_000)
