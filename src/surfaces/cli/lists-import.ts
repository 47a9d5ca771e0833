import { join } from 'node:path'
import process from 'node:process'
import { systemClock } from '../../adapters/clock/index.ts'
import { openShelf } from '../../adapters/lists-fs/index.ts'
import { checkListId } from '../../engine/lists/list-id.ts'
import type { KnownLists } from '../../engine/lists/recognise.ts'
import { takeIn, type HandedIn } from '../../engine/lists/take-in.ts'
import type { ListNote } from '../../kit/list.ts'
import { badUsage } from '../../model/errors.ts'
import { columnMap } from './column-map.ts'
import { listFiles } from './list-files.ts'
import { printTaken } from './lists-print.ts'
import { lookAgain } from './matches/look-again.ts'
import { complain, EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export interface ListsImportOptions extends DataOptions {
  readonly as: string
  readonly published?: string
  readonly map?: string
  readonly force?: boolean
}

export async function listsImportCommand(entry: Entry, paths: readonly string[], options: ListsImportOptions): Promise<void> {
  let handed: HandedIn
  let lists: KnownLists
  try {
    // Before the database is opened: a slip of the pen costs nothing and leaves nothing.
    handed = await handedIn(paths, options)
    lists = await entry.lists()
  } catch (error) {
    process.exitCode = complain(error)
    return
  }
  if (!lists.published.some((list) => list.id === handed.as))
    process.stderr.write(`"${handed.as}" is no publisher's list that the program knows, so it is taken for a list of your own.\n`)
  await inWorkplace(entry, options, async (workplace, signal) => {
    const shelf = openShelf(join(options.data, 'lists'))
    const taken = await takeIn({ ...workplace.deps, shelf }, lists, workplace.actor, handed)
    printTaken(taken)
    await lookAgain(workplace, shelf, { taken, signal })
    return exitFor(taken.notes)
  })
}

async function handedIn(paths: readonly string[], { as, published, map, force }: ListsImportOptions): Promise<HandedIn> {
  checkListId(as)
  return {
    as,
    ...(published === undefined ? {} : { published: dayIn(published, systemClock.now()) }),
    ...(force === undefined ? {} : { force }),
    ...(map === undefined ? {} : { map: await mapIn(map) }),
    files: await listFiles(paths),
  }
}

async function mapIn(path: string): Promise<NonNullable<HandedIn['map']>> {
  const says = await columnMap(path)
  const [file] = await listFiles([path])
  return { file: file!, says }
}

/** An entry or a file that is not there is work for a person, also on the second run. */
export const exitFor = (notes: readonly ListNote[]): number => (notes.some((note) => note.kind !== 'odd') ? EXIT.someFailed : EXIT.done)

function dayIn(text: string, now: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw badUsage(`"${text}" is no day; write it as 2026-03-31.`)
  if (text > now.slice(0, 10)) throw badUsage(`${text} has not come yet, so nothing can have been published then.`)
  return text
}
