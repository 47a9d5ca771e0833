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
  if ((name === undefined) === (query === undefined)) {
    process.exitCode = complain(badUsage('Name one name, or a file with --query FILE.'))
    return
  }
  if (query !== undefined) {
    const [{ screenFile }, { published }] = await Promise.all([import('./screen-file.ts'), entry.lists()])
    await screenFile(published, { ...options, query })
  } else await (await import('./screen-one.ts')).screenOne(name ?? '', options)
}
