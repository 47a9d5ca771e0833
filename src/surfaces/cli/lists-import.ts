import { join } from 'node:path'
import process from 'node:process'
import { openShelf } from '../../adapters/lists-fs/index.ts'
import { takeIn } from '../../engine/lists/take-in.ts'
import type { ListNote } from '../../kit/list.ts'
import { badUsage } from '../../model/errors.ts'
import { listFiles } from './list-files.ts'
import { printTaken } from './lists-print.ts'
import { lookAgain } from './matches/look-again.ts'
import { plain } from './plain.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export interface ListsImportOptions extends DataOptions {
  readonly as: string
  readonly published?: string
  readonly force?: boolean
}

export async function listsImportCommand(entry: Entry, paths: readonly string[], options: ListsImportOptions): Promise<void> {
  await inWorkplace(entry, options, async (workplace, signal) => {
    const { deps, actor } = workplace
    const { as, published, force } = options
    const files = await listFiles(paths)
    const lists = await entry.lists()
    if (!lists.published.some((list) => list.id === as))
      process.stderr.write(plain(`"${as}" is no publisher's list that the program knows, so it is taken for a list of your own.`) + '\n')
    const shelf = openShelf(join(options.data, 'lists'))
    const taken = await takeIn({ ...deps, shelf }, lists, actor, {
      as,
      files,
      ...(published === undefined ? {} : { published: dayIn(published, deps.clock.now()) }),
      ...(force === undefined ? {} : { force }),
    })
    printTaken(taken)
    await lookAgain(workplace, shelf, { taken, signal })
    return exitFor(taken.notes)
  })
}

/** An entry that was left out is work for a person, also on the second run. */
export const exitFor = (notes: readonly ListNote[]): number =>
  notes.some((note) => note.kind === 'left-out') ? EXIT.someFailed : EXIT.done

function dayIn(text: string, now: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw badUsage(`"${text}" is no day; write it as 2026-03-31.`)
  if (text > now.slice(0, 10)) throw badUsage(`${text} has not come yet, so nothing can have been published then.`)
  return text
}
