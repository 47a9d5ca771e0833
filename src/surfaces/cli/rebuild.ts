import process from 'node:process'
import { rebuild } from '../../engine/rebuild.ts'
import { EXIT, inWorkplace, progressLine, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function rebuildCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, catalog, actor }, signal) => {
    const line = progressLine()
    const { personas, hash } = await rebuild(deps, catalog, actor, { progress: (e) => line.show(e), signal }).finally(() => line.end())
    process.stdout.write(`${personas} personas rebuilt.\n${hash}\n`)
    return EXIT.done
  })
}
