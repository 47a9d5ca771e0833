import { join } from 'node:path'
import { openShelf } from '../../adapters/lists-fs/index.ts'
import { findVersion } from '../../engine/lists/find-version.ts'
import { putInForce } from '../../engine/lists/take-in.ts'
import { printTaken } from './lists-print.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function listsUseCommand(entry: Entry, asked: { list: string; version: string }, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const shelf = openShelf(join(options.data, 'lists'))
    printTaken(await putInForce({ ...deps, shelf }, actor, await findVersion(shelf, asked.version, asked.list)))
    return EXIT.done
  })
}
