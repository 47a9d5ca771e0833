import { join } from 'node:path'
import { openShelf } from '../../adapters/lists-fs/index.ts'
import { findVersion } from '../../engine/lists/find-version.ts'
import { putInForce } from '../../engine/lists/put-in-force.ts'
import { printTaken } from './lists-print.ts'
import { lookAgain } from './matches/look-again.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function listsUseCommand(entry: Entry, asked: { list: string; version: string }, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async (workplace, signal) => {
    const { deps, actor } = workplace
    const shelf = openShelf(join(options.data, 'lists'))
    const taken = await putInForce({ ...deps, shelf }, actor, await findVersion(shelf, asked.version, asked.list))
    printTaken(taken)
    await lookAgain(workplace, shelf, { taken, signal })
    return EXIT.done
  })
}
