import type { ListNote } from '../../kit/list.ts'
import { AppError } from '../../model/errors.ts'
import type { Actor } from '../access.ts'
import type { Deps } from '../ports.ts'
import { deltaOf, type ListDelta } from './delta.ts'
import type { ListVersion, Shelf } from './ports.ts'

export interface ListDeps extends Pick<Deps, 'store' | 'clock'> {
  readonly shelf: Shelf
}

export interface TakenIn {
  /**
   * *new*: in force now. *known*: in force already, nothing was done. *past*: kept, and answers questions about its own time; a
   * version of a later day stays in force.
   */
  readonly state: 'new' | 'known' | 'past'
  readonly version: ListVersion
  /** What was in force until now; undefined for the first version. */
  readonly previous: ListVersion | undefined
  /** Of a new one, what it changes; undefined where there is nothing whole to compare with, and everybody is to be looked at again. */
  readonly delta: ListDelta | undefined
  readonly notes: readonly ListNote[]
  /** The version whose day of publication was corrected, as it is now, and the day by which it went before. */
  readonly corrected?: { readonly version: ListVersion; readonly from: string }
}

/** Puts another kept version in force, such as the one before a bad one. */
export async function putInForce(deps: ListDeps, actor: Actor, version: ListVersion): Promise<TakenIn> {
  const { shelf } = deps
  const previous = await wholeOrNone(shelf.current(version.list))
  const notes = await shelf.notes(version)
  if (previous?.hash === version.hash) return { state: 'known', version, previous, delta: undefined, notes }
  await shelf.check(version)
  const before = previous === undefined ? undefined : await wholeOrNone(shelf.parties(previous))
  const delta = before === undefined ? undefined : deltaOf(before, await shelf.parties(version))
  await log(deps, actor, 'list-in-force', { version, previous, delta })
  await shelf.use(version)
  return { state: 'new', version, previous, delta, notes }
}

/** Damage to what was there must not keep a whole version out. */
export async function wholeOrNone<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage') return undefined
    throw error
  }
}

interface Logged {
  readonly version: ListVersion
  readonly previous: ListVersion | undefined
  readonly delta: ListDelta | undefined
}

export async function log({ store, clock }: ListDeps, actor: Actor, action: string, { version, previous, delta }: Logged): Promise<void> {
  const { list, hash, entries, reader, format } = version
  const counts = delta && { added: delta.added.length, removed: delta.removed.length, changed: delta.changed.length }
  const detail = { list, entries, reader, format, ...(previous === undefined ? {} : { previous: previous.hash }), ...counts }
  await store.tx(actor.tenant, async (tx) =>
    tx.appendAudit({ actor: actor.id, action, subject: hash, detail: { ...detail, room: 'sanctions' } }, clock.now()),
  )
}
