import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'
import { screenCommand } from './screen.ts'
import type { DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

/** The example company, from a data folder of its own, so that trying it out leaves nothing among real candidates. */
export async function startCommand(entry: Entry, options: DataOptions): Promise<void> {
  const table = relative(process.cwd(), fileURLToPath(new URL('../../../examples/halyard/applicants.csv', import.meta.url)))
  const data = options.data === '.bonafide' ? '.bonafide/example' : options.data
  process.stdout.write('Screening the example company: invented applicants for three openings, most of them honest.\n\n')
  await screenCommand(entry, [table], { ...options, data, report: `${data}/report` })
  process.stdout.write(`\nThe same in the console, with sign-in: npx bonafide serve --data ${data}\n`)
  process.stdout.write('Your own files: npx bonafide screen <files or folders> --report report\n')
}
