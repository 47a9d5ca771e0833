import type { ListFile, ListNote } from '../../kit/list.ts'
import { badUsage, conflict } from '../../model/errors.ts'
import type { Actor } from '../access.ts'
import { dayOf } from './as-of.ts'
import { correctDay } from './correct-day.ts'
import { deltaOf } from './delta.ts'
import { indexNames } from './index-names.ts'
import { checkListId } from './list-id.ts'
import type { KeptFile, ListVersion, Shelf } from './ports.ts'
import { type ListDeps, log, type TakenIn, wholeOrNone } from './put-in-force.ts'
import { readList } from './read-list.ts'
import { recognise, type KnownLists, type Recognised } from './recognise.ts'

/** A version with fewer than this share of the entries before is refused: files that were cut off are far more common than such a day. */
const LEAST_SHARE = 0.8

export interface HandedIn {
  /** Id of the catalogue, or of a list of one's own. */
  readonly as: string
  readonly files: readonly ListFile[]
  /** Of a list of one's own: the file that says which column holds what, kept with the version, and what stands in it. */
  readonly map?: { readonly file: ListFile; readonly says: unknown }
  /** Day of publication, for files that do not say it themselves. */
  readonly published?: string
  /** Take it although it shrank or is of an earlier day. */
  readonly force?: boolean
  /** It is what the publisher has now. An older file handed in fills in the past; an older one from the publisher is refused. */
  readonly latest?: boolean
}

/**
 * Takes a version of a list in: recognised by content, read, kept by hash, written to the log, put in force, in this order, so that
 * one that was stopped anywhere leaves the old version in force and is finished by doing it again. Twice the same adds nothing.
 */
export async function takeIn(deps: ListDeps, lists: KnownLists, actor: Actor, handed: HandedIn): Promise<TakenIn> {
  const { shelf, clock } = deps
  checkListId(handed.as)
  const map = handed.map === undefined ? [] : [handed.map.file]
  refuseTwins([...handed.files, ...map])
  const recognised = recognise(lists, handed.files, handed.as, handed.map?.says)
  const files = [...recognised.files, ...map].map(({ name, bytes }) => ({ name, size: bytes.length, sha256: shelf.sha256(bytes) }))
  const hash = hashOf(shelf, handed.as, { recognised, files })
  const previous = await wholeOrNone(shelf.current(handed.as))
  const known = await shelf.find(handed.as, hash)
  if (known !== undefined && handed.published !== undefined && handed.published !== known.published) {
    // What the files say themselves is not for anybody else to correct.
    const { published } = readList(recognised, clock.now().slice(0, 10))
    if (published === undefined) return correctDay(deps, actor, { version: known, published: handed.published })
  }
  if (known !== undefined && known.hash === previous?.hash)
    return { state: 'known', version: known, previous, delta: undefined, notes: await shelf.notes(known) }

  const imported = clock.now()
  const reading = known === undefined ? readList(recognised, imported.slice(0, 10)) : undefined
  const parties = reading?.parties ?? (await shelf.parties(known as ListVersion))
  const notes = reading === undefined ? await shelf.notes(known as ListVersion) : [...reading.notes, ...unread(handed.files, recognised)]
  const published = reading?.published ?? handed.published
  const lacks = notes.filter((note) => note.kind === 'missing').map((note) => note.says)
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
    ...(lacks.length === 0 ? {} : { lacks }),
    files,
  }
  const ofAPublisher = lists.published.some((list) => list.id === handed.as)
  if (ofAPublisher && handed.latest !== true && previous !== undefined) refuseUndated(version, previous)
  const past = previous !== undefined && dayOf(version) < dayOf(previous) && !(handed.latest === true && handed.force === true)
  if (previous !== undefined && handed.force !== true) refuseDoubtful(version, previous, { past, latest: handed.latest === true })
  if (known === undefined) await shelf.keep(version, { files: [...recognised.files, ...map], parties, notes, index: indexNames(parties) })
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

function hashOf(shelf: Shelf, as: string, { recognised, files }: { recognised: Recognised; files: readonly KeptFile[] }): string {
  const { list, format } = recognised
  return shelf.sha256(JSON.stringify([as, list.id, list.version, format.id, files.map((file) => file.sha256).sort()]))
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

/** Taken as of today it would take the place of a version that may be newer. */
function refuseUndated(version: ListVersion, previous: ListVersion): void {
  if (version.published !== undefined || previous.published === undefined) return
  throw conflict(
    `These files do not say when "${version.list}" was published, and the version in force is of ${previous.published}. Nothing was taken in. Say it with --published, such as --published ${previous.published}; an older one is kept for questions about its time.`,
  )
}

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
