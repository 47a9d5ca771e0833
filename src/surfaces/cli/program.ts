import { Command, Option } from 'commander'
import { allowClosedPipe } from './closed-pipe.ts'
import { addCaseCommands } from './cases-commands.ts'
import { addKeepingCommands } from './keeping-commands.ts'
import { addLinkCommands } from './link-commands.ts'
import { addScreeningCommands } from './screening-commands.ts'
import { addListCommands } from './lists-commands.ts'
import { addPeopleCommands } from './people-commands.ts'
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
      .addOption(
        new Option('--beside <dir>', 'where who was forgotten and signed roots of the log are noted too; best on another disk').env(
          'BONAFIDE_BESIDE',
        ),
      )
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
    .option('--server <url>', 'hand them to a server instead; its key in BONAFIDE_KEY')
    .action(async (paths: string[], options) =>
      options.server === undefined
        ? (await import('./screen.ts')).screenCommand(entry, paths, options)
        : (await import('./remote.ts')).remoteScreen(paths, options),
    )

  data(root.command('start').description('screen the example company, write its report and show it in the console'))
    .option('--port <n>', 'port of the console', '8787')
    .action(async (options) => (await import('./start.ts')).startCommand(entry, { host: '127.0.0.1', ...options }, VERSION))

  data(root.command('serve').description('answer over HTTP and work through what waits, for several people at once'))
    .option('--port <n>', 'port to listen on; 0: any that is free', '8787')
    .option('--host <address>', 'address to listen on; others than this machine need --origin', '127.0.0.1')
    .option('--origin <url>', 'address under which people reach it, such as https://bonafide.example.com')
    .option('--proxy <address...>', 'proxies whose X-Forwarded-For is believed')
    .option('--without-https', 'let passwords and files cross the network in plain')
    .option('--http', 'only answer; other processes do the work')
    .option('--worker', 'only work; other processes answer')
    .action(async (options) => (await import('./serve.ts')).serveCommand(entry, options, VERSION))

  data(root.command('show').description('list the personas, or show one with its findings'))
    .argument('[persona]')
    .option('--report <dir>', 'write the HTML report of what is shown there')
    .option('--server <url>', 'ask a server instead; its key in BONAFIDE_KEY')
    .action(async (persona: string | undefined, options) =>
      options.server === undefined
        ? (await import('./show.ts')).showCommand(entry, persona, options)
        : (await import('./remote.ts')).remoteShow(persona, options),
    )

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

  data(root.command('decide').description('record what a person decided about a candidate, with what was known then'))
    .argument('<persona>')
    .argument('<decision>', 'cleared or inconclusive; confirmed is proposed in a case, and a second person approves it')
    .requiredOption('--reason <text>', 'why; kept with the decision')
    .action(async (persona: string, decision: string, options) =>
      (await import('./decide.ts')).decideCommand(entry, persona, decision, options),
    )

  data(root.command('lookback').description('which past personas something new touches, and why; flags nobody'))
    .option('--indicator <file>', 'a list of known-bad identifiers (CSV or STIX 2.1), imported quarantined')
    .option('--source <name>', 'who publishes the list')
    .option('--reliability <letter>', 'of the source, A (completely reliable) to F (cannot be judged)', 'F')
    .option('--credibility <number>', 'of what it says, 1 (confirmed) to 6 (cannot be judged)', '6')
    .option('--expires <date>', 'good until then, where a row says nothing')
    .option('--identifier <kind=value...>', 'ask about a value without importing anything')
    .option('--photo <file>', 'ask about a picture without importing anything')
    .option('--detectors', 'run detectors that have changed again over everybody they can touch')
    .option('--json', 'one JSON document on standard output and nothing else')
    .action(async (options) => (await import('./lookback.ts')).lookbackCommand(entry, options))

  const indicators = root.command('indicators').description('imported identifiers: wait until a person accepts them, and then give context')
  data(indicators.command('list').description('what was imported, from whom, and where it stands'))
    .option('--state <state>', 'only quarantined, accepted, refused or expired ones')
    .option('--source <name>', 'only of this source')
    .option('--json', 'one JSON document on standard output and nothing else')
    .action(async (options) => (await import('./indicators.ts')).indicatorsListCommand(entry, options))
  for (const [name, state, says] of [
    ['accept', 'accepted', 'let indicators give context to those who hold them; flags nobody'],
    ['refuse', 'refused', 'say that indicators are not to be used'],
  ] as const)
    data(indicators.command(name).description(says))
      .argument('[ids...]', 'as `indicators list` prints them; values that are held back only so')
      .option('--source <name>', 'all of this source that wait')
      .requiredOption('--reason <text>', 'why; kept beside them')
      .action(async (ids: string[], options) => (await import('./indicators.ts')).indicatorsSettleCommand(entry, state, ids, options))

  root
    .command('dedupe-text')
    .description('near-duplicate documents: how alike, in which passages, and what was left out; keeps nothing')
    .argument('<path>', 'a folder of documents; a .jsonl, .csv or .tsv file; or a text file with one document a line')
    .option('--id <column>', 'column of a .jsonl, .csv or .tsv file that names each document')
    .option('--text <column>', 'its column with the text')
    .option('--least <similarity>', 'Jaccard similarity from which documents are called alike, 0.2 to 1', '0.5')
    .option('--json', 'one JSON document on standard output and nothing else')
    .option('--out <dir>', 'write near-duplicates.json, groups.csv and pairs.csv there')
    .option('--accept-no-network-isolation', 'read files although this system cannot cut the reading process off the network')
    .action(async (path: string, options) => (await import('./dedupe-text.ts')).dedupeTextCommand(entry, path, options))

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

  addCaseCommands(root, entry, data)
  addLinkCommands(root, entry, data)
  addScreeningCommands(root, entry, data)
  addListCommands(root, entry, data)
  addPeopleCommands(root, entry, data)

  addKeepingCommands(root, entry, data)
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

  root
    .command('link')
    .description('find which records of a large file belong together: accounts of one operator, or any records by your own map')
    .requiredOption('--input <file>', 'CSV, JSON lines or Parquet; up to ten million records')
    .option('--against <file>', 'a second file: only pairs across the two are looked at')
    .requiredOption('--map <file>', 'YAML: which column is the id, and what the others hold')
    .requiredOption('--out <dir>', 'folder for the results; work that was stopped goes on from there')
    .option('--threads <n>', 'threads to use; default: all cores')
    .option('--memory <size>', 'most memory to use, such as 4GB')
    .option('--json', 'one JSON document on standard output and nothing else')
    .addHelpText('after', '\nExit codes: 0 done, 2 done and some lines could not be read, 64 not right, 130 stopped.')
    .action(async (options) => (await import('./link.ts')).linkCommand(options))

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
