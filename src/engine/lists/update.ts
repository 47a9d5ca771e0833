import type { List, ListFile } from '../../kit/list.ts'
import { remote } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import type { FetchedMark, ListVersion, Net, Shelf } from './ports.ts'
import type { KnownLists } from './recognise.ts'
import type { ListDeps, TakenIn } from './put-in-force.ts'
import { takeIn } from './take-in.ts'

export interface UpdateAsked {
  readonly list: List
  /** Addresses instead of the publisher's: a mirror. What is there is recognised by content. */
  readonly from?: readonly string[]
  readonly force?: boolean
  readonly signal?: AbortSignal
  /** Of one file: bytes that came, and how many will where it is known. */
  progress?(url: string, done: number, total: number | undefined): void
}

/**
 * Fetches a list from its publisher and takes it in. Only what changed is fetched; where nothing did, the version in force is
 * confirmed and its state is `known`. Goes on to another format of the list where the publisher has one no more.
 */
export async function updateList(
  deps: ListDeps & { readonly net: Net },
  lists: KnownLists,
  actor: Actor,
  asked: UpdateAsked,
): Promise<TakenIn> {
  const { shelf, clock } = deps
  const { list, from, force } = asked
  const forced = force === undefined ? {} : { force }
  if (list.ships !== undefined && from === undefined)
    return takeIn(deps, lists, actor, { as: list.id, files: list.ships(), latest: true, ...forced })
  const known = await confirmable(shelf, list)
  const gone: string[] = []
  for (const urls of sourcesOf(asked, known)) {
    const answers = await fetchAll(deps, urls, { asked, known })
    if (typeof answers === 'string') {
      gone.push(answers)
      continue
    }
    const { version } = known
    const taken: TakenIn =
      version !== undefined && answers.every((answer) => answer.unchanged)
        ? { state: 'known', version, previous: version, delta: undefined, notes: await shelf.notes(version) }
        : await takeIn(deps, lists, actor, {
            as: list.id,
            files: answers.map((answer) => answer.file),
            ...publishedBy(
              answers.map((answer) => answer.mark),
              clock.now(),
            ),
            latest: true,
            ...forced,
          })
    const marks = answers.map((answer) => answer.mark)
    await shelf.noteFetched(list.id, { version: taken.version.hash, checked: clock.now(), marks })
    return taken
  }
  throw remote(
    `"${list.id}" is not to be had: there is no file at ${gone.map((url) => `"${url}"`).join(', ')}. See where the publisher has it now.`,
  )
}

interface Known {
  /** In force, read by this program's reader, and what was fetched last: "unchanged" confirms it. */
  readonly version: ListVersion | undefined
  readonly marks: ReadonlyMap<string, FetchedMark>
}

async function confirmable(shelf: Shelf, list: List): Promise<Known> {
  const state = await shelf.fetched(list.id)
  const version = state === undefined ? undefined : await shelf.find(list.id, state.version)
  const fits =
    version !== undefined &&
    version.reader === `${list.id}@${list.version}` &&
    (await shelf.current(list.id).catch(() => undefined))?.hash === version.hash
  return fits ? { version, marks: new Map(state?.marks.map((mark) => [mark.url, mark])) } : { version: undefined, marks: new Map() }
}

/** What was fetched last comes first: another format would show every entry as changed. */
function sourcesOf({ list, from }: UpdateAsked, { marks }: Known): readonly (readonly string[])[] {
  if (from !== undefined) return [from]
  const fetched = (urls: readonly string[]): number => (urls.every((url) => marks.has(url)) ? 0 : 1)
  return list.from.map((source) => source.urls).toSorted((a, b) => fetched(a) - fetched(b))
}

interface Answer {
  readonly file: ListFile
  readonly mark: FetchedMark
  readonly unchanged: boolean
}

/** All files, or the address at which there is none. */
async function fetchAll(
  { net, shelf }: { readonly net: Net; readonly shelf: Shelf },
  urls: readonly string[],
  { asked, known }: { readonly asked: UpdateAsked; readonly known: Known },
): Promise<readonly Answer[] | string> {
  const answers: Answer[] = []
  for (const url of urls) {
    const mark = known.marks.get(url)
    const kept = known.version?.files.find((file) => file.sha256 === mark?.sha256)
    const answer = await net.get({
      url,
      ...(mark === undefined || kept === undefined ? {} : { known: mark }),
      ...(asked.signal === undefined ? {} : { signal: asked.signal }),
      progress: (done, total) => asked.progress?.(url, done, total),
    })
    if (answer.kind === 'missing') return url
    if (answer.kind === 'fetched')
      answers.push({
        file: { name: nameIn(url, answers), bytes: answer.bytes },
        mark: { url, ...answer.validators, sha256: shelf.sha256(answer.bytes) },
        unchanged: false,
      })
    else if (mark !== undefined && kept !== undefined && known.version !== undefined)
      answers.push({ file: { name: kept.name, bytes: await shelf.file(known.version, kept.name) }, mark, unchanged: true })
    else throw remote(`"${url}" answered that nothing changed, and it was not asked. Try again, or import the file.`)
  }
  return answers
}

/** The last part of the address where it looks like a file's name. Two files never get one name. */
function nameIn(url: string, others: readonly Answer[]): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  const name =
    last
      .replace(/[^\w.-]/g, '_')
      .replace(/^\.+/, '')
      .slice(-100) || 'list'
  const taken = others.some((other) => other.file.name.toLowerCase() === name.toLowerCase())
  return taken ? `${others.length + 1}-${name}` : name
}

/** Day on which the newest of the files was changed, for formats that do not say themselves when they were published. */
function publishedBy(marks: readonly FetchedMark[], now: Instant): { published?: string } {
  const times = marks.map((mark) => Date.parse(mark.lastModified ?? '')).filter((time) => !Number.isNaN(time))
  if (times.length === 0) return {}
  // A server whose clock is ahead would make this version newer than those to come.
  return { published: new Date(Math.min(Math.max(...times), Date.parse(now))).toISOString().slice(0, 10) }
}
