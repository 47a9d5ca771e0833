import type { ListFile, ListNote } from '../../kit/list.ts'
import { AppError, badUsage, conflict } from '../../model/errors.ts'
import type { Actor } from '../access.ts'
import type { Deps } from '../ports.ts'
import { dayOf } from './as-of.ts'
import { deltaOf, type ListDelta } from './delta.ts'
import { indexNames } from './index-names.ts'
import { checkListId } from './list-id.ts'
import type { KeptFile, ListVersion, Shelf } from './ports.ts'
import { readList } from './read-list.ts'
import { recognise, type KnownLists, type Recognised } from './recognise.ts'

/** A version with fewer than this share of the entries before is refused: files that were cut off are far more common than such a day. */
const LEAST_SHARE = 0.8

export interface ListDeps extends Pick<Deps, 'store' | 'clock'> {
  readonly shelf: Shelf
}

export interface HandedIn {
  /** Id of the catalogue, or of a list of one's own. */
  readonly as: string
  readonly files: readonly ListFile[]
  /** Day of publication, for files that do not say it themselves. */
  readonly published?: string
  /** Take it although it shrank or is of an earlier day. */
  readonly force?: boolean
  /** It is what the publisher has now. An older file handed in fills in the past; an older one from the publisher is refused. */
  readonly latest?: boolean
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
}

/**
 * Takes a version of a list in: recognised by content, read, kept by hash, written to the log, put in force, in this order, so that
 * one that was stopped anywhere leaves the old version in force and is finished by doing it again. Twice the same adds nothing.
 */
export async function takeIn(deps: ListDeps, lists: KnownLists, actor: Actor, handed: HandedIn): Promise<TakenIn> {
  const { shelf, clock } = deps
  checkListId(handed.as)
  refuseTwins(handed.files)
  const recognised = recognise(lists, handed.files, handed.as)
  const files = recognised.files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: shelf.sha256(bytes) }))
  const hash = hashOf(shelf, handed.as, { recognised, files })
  const previous = await wholeOrNone(shelf.current(handed.as))
  const known = await shelf.find(handed.as, hash)
  if (known !== undefined && known.hash === previous?.hash)
    return { state: 'known', version: known, previous, delta: undefined, notes: await shelf.notes(known) }

  const imported = clock.now()
  const reading = known === undefined ? readList(recognised, imported.slice(0, 10)) : undefined
  const parties = reading?.parties ?? (await shelf.parties(known as ListVersion))
  const notes = reading === undefined ? await shelf.notes(known as ListVersion) : [...reading.notes, ...unread(handed.files, recognised)]
  const published = reading?.published ?? handed.published
  const version: ListVersion = known ?? {
    list: handed.as,
    hash,
    ...(published === undefined ? {} : { published }),
    imported,
    reader: `${recognised.list.id}@${recognised.list.version}`,
    format: recognised.format.id,
    entries: parties.length,
    names: parties.reduce((n, party) => n + party.names.length, 0),
    notes: notes.length,
    files,
  }
  const past = previous !== undefined && dayOf(version) < dayOf(previous) && !(handed.latest === true && handed.force === true)
  if (previous !== undefined && handed.force !== true) refuseDoubtful(version, previous, { past, latest: handed.latest === true })
  if (known === undefined) await shelf.keep(version, { files: recognised.files, parties, notes, index: indexNames(parties) })
  const before = previous === undefined || past ? undefined : await wholeOrNone(shelf.parties(previous))
  const delta = before === undefined ? undefined : deltaOf(before, parties)
  if (past) {
    if (known === undefined) await log(deps, actor, 'list-kept', { version, previous, delta })
    return { state: 'past', version, previous, delta, notes }
  }
  await log(deps, actor, 'list-in-force', { version, previous, delta })
  await shelf.use(version)
  return { state: 'new', version, previous, delta, notes }
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

function hashOf(shelf: Shelf, as: string, { recognised, files }: { recognised: Recognised; files: readonly KeptFile[] }): string {
  const { list, format } = recognised
  return shelf.sha256(JSON.stringify([as, list.id, list.version, format.id, files.map((file) => file.sha256).sort()]))
}

/** Damage to what was there must not keep a whole version out. */
async function wholeOrNone<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage') return undefined
    throw error
  }
}

/** They are kept under their names, and some disks do not tell capitals from small letters. */
function refuseTwins(files: readonly ListFile[]): void {
  const names = new Set<string>()
  for (const { name } of files) {
    if (names.has(name.toLowerCase()))
      throw badUsage(`Two of the files are called "${name}". Rename one, or hand in one version at a time.`)
    names.add(name.toLowerCase())
  }
}

const unread = (handed: readonly ListFile[], { files, format }: Recognised): ListNote[] =>
  handed
    .filter((file) => !files.includes(file))
    .map(({ name }): ListNote => ({ kind: 'left-out', says: `"${name}" is no part of ${format.title} and was not read.`, at: name }))

function refuseDoubtful(version: ListVersion, previous: ListVersion, { past, latest }: { past: boolean; latest: boolean }): void {
  const kept = `Nothing was taken in; the version of ${dayOf(previous)} stays in force.`
  if (past && latest)
    throw conflict(
      `The publisher's "${version.list}" is of ${dayOf(version)}, older than the version in force. ${kept} If that is right, say --force.`,
    )
  if (!past && version.entries < previous.entries * LEAST_SHARE)
    throw conflict(
      `"${version.list}" has ${version.entries} entries and had ${previous.entries} before; it shrank by more than 20 %, as a file that was cut off does. ${kept} If it is right, say --force.`,
    )
}

interface Logged {
  readonly version: ListVersion
  readonly previous: ListVersion | undefined
  readonly delta: ListDelta | undefined
}

async function log({ store, clock }: ListDeps, actor: Actor, action: string, { version, previous, delta }: Logged): Promise<void> {
  const { list, hash, entries, reader, format } = version
  const counts = delta && { added: delta.added.length, removed: delta.removed.length, changed: delta.changed.length }
  const detail = { list, entries, reader, format, ...(previous === undefined ? {} : { previous: previous.hash }), ...counts }
  await store.tx(actor.tenant, async (tx) =>
    tx.appendAudit({ actor: actor.id, action, subject: hash, detail: { ...detail, room: 'sanctions' } }, clock.now()),
  )
}
