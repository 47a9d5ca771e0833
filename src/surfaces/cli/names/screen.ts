import process from 'node:process'
import { badUsage } from '../../../model/errors.ts'
import { complain } from '../session.ts'
import type { Entry } from '../workplace.ts'
import type { NamesOptions } from './options.ts'

/** One name, or a file. One name is the quick way: nothing is loaded that only a file needs. */
export async function namesScreenCommand(
  entry: Entry,
  name: string | undefined,
  options: NamesOptions & { query?: string; map?: string; out?: string },
): Promise<void> {
  const { query } = options
  // `--list a "Ada Example"`: a list of ids takes what comes after it.
  const eaten = name === undefined && query === undefined && (options.list?.length ?? 0) > 1
  const asked = eaten ? options.list?.at(-1) : name
  const list = eaten ? options.list?.slice(0, -1) : options.list
  const settled = { ...options, ...(list === undefined ? {} : { list }) }
  if ((asked === undefined) === (query === undefined)) {
    process.exitCode = complain(badUsage('Name one name, or a file with --query FILE.'))
    return
  }
  if (query !== undefined) {
    const [{ screenFile }, { published }] = await Promise.all([import('./screen-file.ts'), entry.lists()])
    await screenFile(published, { ...settled, query })
  } else if (options.out !== undefined || options.map !== undefined)
    process.exitCode = complain(badUsage('--out and --map are for files (--query). One name is answered on the screen, or with --json.'))
  else await (await import('./screen-one.ts')).screenOne(asked ?? '', settled)
}
