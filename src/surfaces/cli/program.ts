import { Command, Option } from 'commander'
import { allowClosedPipe } from './closed-pipe.ts'
import { addLinkCommands } from './link-commands.ts'
import type { Entry } from './workplace.ts'

const VERSION = '0.1.0'

/** The command line. Commands are imported when they run, so that help is instant. */
export function program(entry: Entry): Command {
  allowClosedPipe()
  const root = new Command('bonafide')
    .description(
      'Screens candidates for contradictions, copies and reused identities, with evidence a person can check.\nIt recommends; people decide. Origin, name, language and appearance are never evidence.',
    )
    .version(VERSION)
    .exitOverride((stop) => process.exit(stop.exitCode === 0 ? 0 : 64))
    .showHelpAfterError()

  const data = (command: Command): Command =>
    command
      .option('--data <dir>', 'data folder', '.bonafide')
      .addOption(new Option('--database-url <url>', 'PostgreSQL 15 or newer instead of the embedded database').env('BONAFIDE_DATABASE_URL'))
      .option('--accept-no-network-isolation', 'read files although this system cannot cut the reading process off the network')

  data(
    root
      .command('screen')
      .description('screen candidates: each file is one candidate, an applicants table is many, each subfolder is one candidate'),
  )
    .argument('<paths...>', 'files or folders')
    .option('--one', 'all that is named is one candidate')
    .option('--to <persona>', 'add the files to a candidate who is known already')
    .option('--requisition <id>', 'the opening they apply for; see `bonafide requisition`')
    .option('--map <file>', 'YAML column map for applicants tables')
    .option('--json', 'one JSON document on standard output and nothing else')
    .option('--report <dir>', 'write the HTML report there')
    .action(async (paths: string[], options) => (await import('./screen.ts')).screenCommand(entry, paths, options))

  data(root.command('start').description('screen the example company and write its report')).action(async (options) =>
    (await import('./start.ts')).startCommand(entry, options),
  )

  data(root.command('show').description('list the personas, or show one with its findings'))
    .argument('[persona]')
    .option('--report <dir>', 'write the HTML report of what is shown there')
    .action(async (persona: string | undefined, options) => (await import('./show.ts')).showCommand(entry, persona, options))

  data(root.command('explain').description('one finding, down to the statement, the artifact and the place in it'))
    .argument('<finding>')
    .action(async (finding: string, options) => (await import('./explain.ts')).explainCommand(entry, finding, options))

  data(root.command('withdraw').description('the candidate has withdrawn; the record is kept for its retention time'))
    .argument('<persona>')
    .action(async (persona: string, options) => (await import('./retain.ts')).withdrawCommand(entry, persona, options))
  data(root.command('forget').description('remove a candidate and everything derived from them'))
    .argument('<persona>')
    .action(async (persona: string, options) => (await import('./retain.ts')).forgetCommand(entry, persona, options))
  data(root.command('sweep').description('forget every candidate whose retention time is over')).action(async (options) =>
    (await import('./retain.ts')).sweepCommand(entry, options),
  )

  const interview = root.command('interview').description('interviews that are the same for everybody')
  data(interview.command('new').description('prepare the question sheet from the candidate’s own claims'))
    .argument('<persona>')
    .option('--out <file>', 'write it there instead of to standard output')
    .action(async (persona: string, options) => (await import('./interview.ts')).interviewNewCommand(entry, persona, options))

  const requisition = root.command('requisition').description('openings: the same checks, questions and documents for every candidate')
  data(requisition.command('add').description('add or change an opening'))
    .argument('<id>')
    .requiredOption('--title <title>')
    .option('--question <text...>', 'asked of every candidate')
    .option('--document <role...>', 'asked of every candidate: resume, profile, cover-letter, code-account, photo')
    .option('--reason <text>', 'why an opening that has candidates already is changed')
    .action(async (id: string, options) => (await import('./requisition.ts')).requisitionAddCommand(entry, id, options))
  data(requisition.command('list').description('openings and what is missing for whom')).action(async (options) =>
    (await import('./requisition.ts')).requisitionListCommand(entry, options),
  )

  addLinkCommands(root, entry, data)

  const audit = root.command('audit').description('the log of what was done')
  data(audit.command('verify').description('check the chain; name every row that was changed, removed, moved or put in')).action(
    async (options) => (await import('./audit.ts')).auditVerifyCommand(entry, options),
  )

  data(root.command('rebuild').description('throw everything derived away and make it again; prints its hash')).action(async (options) =>
    (await import('./rebuild.ts')).rebuildCommand(entry, options),
  )
  data(root.command('doctor').description('what protects this installation, and what is missing')).action(async (options) =>
    (await import('./doctor.ts')).doctorCommand(entry, options),
  )
  const keys = root.command('keys').description('encryption at rest, and the signature of exports')
  data(keys.command('list').description('fingerprints of the keys that exports were signed with')).action(async (options) =>
    (await import('./keys.ts')).keysListCommand(entry, options),
  )
  data(keys.command('rotate').description('make new keys and encrypt every stored file anew')).action(async (options) =>
    (await import('./keys.ts')).keysRotateCommand(entry, options),
  )

  const catalog = root.command('catalog').description('what is checked, and on whose word')
  catalog
    .command('list')
    .description('all detectors')
    .action(async () => (await import('./catalog.ts')).catalogListCommand(entry))
  catalog
    .command('show')
    .description('one detector’s card')
    .argument('<detector>')
    .action(async (id: string) => (await import('./catalog.ts')).catalogShowCommand(entry, id))

  root
    .command('notice')
    .description('the notice to hand to candidates')
    .argument('[jurisdiction]', 'such as us-nyc, us-il, us-co, us-ca, eu, uk or general', 'general')
    .action(async (jurisdiction: string) => (await import('./notice.ts')).noticeCommand(jurisdiction))

  return root
}
