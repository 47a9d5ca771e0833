import { readdir, readFile } from 'node:fs/promises'
import process from 'node:process'
import { badUsage } from '../../model/errors.ts'
import { complain } from './session.ts'

const NOTICES = new URL('../notices/', import.meta.url)

/** Prints the notice text of a jurisdiction. Texts are files in `surfaces/notices/`, one a jurisdiction. */
export async function noticeCommand(jurisdiction: string): Promise<void> {
  const known = (await readdir(NOTICES)).flatMap((name) => (name.endsWith('.md') ? [name.slice(0, -3)] : [])).sort()
  if (!known.includes(jurisdiction)) {
    process.exitCode = complain(badUsage(`There is no notice for "${jurisdiction}". There are: ${known.join(', ')}.`))
    return
  }
  process.stdout.write(await readFile(new URL(`${jurisdiction}.md`, NOTICES), 'utf8'))
}
