import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'
import { accounts, invite } from '../../engine/people/accounts.ts'
import { screenCommand } from './screen.ts'
import { reachOf, type ReachOptions } from './serve-reach.ts'
import { serveCommand } from './serve.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

/** Who looks at the example: somebody who hires and looks into things, so that nothing to try is hidden from them. */
const VIEWER = { email: 'example@example.com', name: 'Example', roles: ['recruiter', 'investigator'] } as const

/**
 * The example company, from a data folder of its own, so that trying it out leaves nothing among real candidates: screened, then shown in
 * the console until it is stopped.
 */
export async function startCommand(entry: Entry, options: DataOptions & ReachOptions, version: string): Promise<void> {
  const table = relative(process.cwd(), fileURLToPath(new URL('../../../examples/halyard/applicants.csv', import.meta.url)))
  const data = options.data === '.bonafide' ? '.bonafide/example' : options.data
  const here = { ...options, data }
  process.stdout.write('Screening the example company: invented applicants for three openings, most of them honest.\n\n')
  await screenCommand(entry, [table], { ...here, report: `${data}/report` })
  if (process.exitCode !== EXIT.done && process.exitCode !== EXIT.someFailed) return
  process.stdout.write('\nYour own files: npx bonafide screen <files or folders> --report report\n\n')
  await inWorkplace(entry, here, async ({ deps, actor }) => {
    const { origin } = reachOf(options)
    const known = (await accounts(deps, actor)).find(({ email }) => email === VIEWER.email)
    if (known !== undefined && known.state !== 'invited')
      process.stdout.write(`The example in the console: sign in as ${VIEWER.email} at ${origin}\n`)
    else
      process.stdout.write(
        `The example in the console; this link lets you in, once:\n${origin}/enter#${(await invite(deps, actor, VIEWER)).token}\n`,
      )
    return EXIT.done
  })
  if (process.exitCode === EXIT.done) await serveCommand(entry, here, version)
}
