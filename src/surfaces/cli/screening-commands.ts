import { type Command } from 'commander'
import { NAMES_DEFAULTS } from './names/options.ts'
import type { Entry } from './workplace.ts'

const JSON_SAYS = 'one JSON document on standard output and nothing else'

/** The commands of the sanctions room: names against lists, and what waits for people. `data` adds the options of every command on the data folder. */
export function addScreeningCommands(root: Command, entry: Entry, data: (command: Command) => Command): void {
  const names = root.command('names').description('names, wallets and identifiers against lists; for compliance, never for hiring')
  names
    .command('screen')
    .description('who on the lists somebody may be, best first, with why and what is missing')
    .argument('[name]', 'one name; or a file with --query')
    .option(
      '--query <file>',
      'CSV with the columns id, name, type and, if known, birth, wallet, passport, address and the like; any length',
    )
    .option('--map <file>', 'YAML: which column holds what, where the headers do not say')
    .option('--list <id...>', 'only these lists; default: all that are loaded')
    .option('--limit <n>', 'most entries for one question', NAMES_DEFAULTS.limit)
    .option('--min-score <score>', 'from what score on, 0 to 1; default: the line that was measured')
    .option('--mode <mode>', 'standard, or regulator: scores as the regulator’s own search makes them', NAMES_DEFAULTS.mode)
    .option('--as-of <day>', 'as the lists stood on that day; default: today')
    .option('--json', JSON_SAYS)
    .option('--out <file>', 'write results there, .jsonl or .csv, as they come')
    .option('--data <dir>', 'data folder with the lists', NAMES_DEFAULTS.data)
    .action(async (name: string | undefined, options) => (await import('./names/screen.ts')).namesScreenCommand(entry, name, options))
  names
    .command('compare')
    .description('score given pairs of names: columns a, b and, if there, type')
    .argument('<file>')
    .option('--mode <mode>', 'standard, or regulator', 'standard')
    .option('--json', JSON_SAYS)
    .action(async (file: string, options) => (await import('./names/compare-file.ts')).compareFile(file, options))
  names
    .command('restore')
    .description('a wallet address that lost the case of its letters: the one spelling whose check holds; may take a minute')
    .argument('<address>')
    .option('--chain <name>', 'its chain, where it is known')
    .action(async (address: string, options) => (await import('./names/restore.ts')).restoreCommand(address, options))

  root
    .command('owners')
    .description('who is blocked because blocked persons own half of it or more: directly, through others, or together')
    .argument('<file>', 'CSV of who owns what: owner, owned, share, from, to, source; basis says "control" where it is no ownership')
    .requiredOption('--blocked <file>', 'CSV of who is blocked: party, from, to, source')
    .option('--as-of <date>', 'as of this day; default: today')
    .option('--json', JSON_SAYS)
    .action(async (file: string, options) => (await import('./owners.ts')).ownersCommand(file, options))

  const matches = data(
    root.command('matches').description('possible matches on lists: what waits for whom, since when, and what was decided'),
  )
    .option('--state <state>', 'only these, such as possible, confirmed or false-positive')
    .option('--owner <name>', 'only what this person is to look at')
    .option('--all', 'what is decided too')
    .option('--json', JSON_SAYS)
    .action(async (options) => (await import('./matches/commands.ts')).matchesCommand(entry, options))
  const sub = (name: string, says: string): Command => data(matches.command(name).description(says))
  sub('run', 'screen everybody here, or the rows of a file, and file what is found')
    .option('--list <id...>', 'only these lists')
    .option('--query <file>', 'CSV as for `names screen`: payees, customers, vendors')
    .option('--map <file>', 'YAML: which column holds what')
    .option('--as <name>', 'what the ids of the rows are ids of, such as payees; default: the name of the file')
    .action(async (_, command: Command) => (await import('./matches/commands.ts')).matchesRunCommand(entry, command.optsWithGlobals()))
  sub('show', 'one match: what was compared, on which version, and every act')
    .argument('<match>')
    .option('--json', JSON_SAYS)
    .action(async (id: string, _, command: Command) =>
      (await import('./matches/commands.ts')).matchesShowCommand(entry, id, command.optsWithGlobals()),
    )
  sub('assign', 'say who is to look at it, and by when')
    .argument('<match>')
    .requiredOption('--to <name>', 'who')
    .option('--due <day>', 'by when')
    .action(async (id: string, _, command: Command) =>
      (await import('./matches/commands.ts')).matchesAssignCommand(entry, id, command.optsWithGlobals()),
    )
  sub('form', 'the form to judge it by, to fill in (OFAC FAQ 5)')
    .argument('<match>')
    .action(async (id: string, _, command: Command) =>
      (await import('./matches/commands.ts')).matchesFormCommand(entry, id, command.optsWithGlobals()),
    )
  const acting = (command: Command): Command =>
    command.requiredOption('--by <name>', 'who says so').requiredOption('--reason <text>', 'why, so that another person can follow')
  acting(sub('decide', 'what a person found: no-match, false-positive, possible or confirmed'))
    .argument('<match>')
    .argument('<outcome>')
    .requiredOption('--form <file>', 'the form, filled in')
    .action(async (id: string, outcome: string, _, command: Command) =>
      (await import('./matches/commands.ts')).matchesDecideCommand(entry, id, outcome, command.optsWithGlobals()),
    )
  acting(sub('second', 'another person agrees that it is confirmed, or disagrees'))
    .argument('<match>')
    .argument('<word>', 'agrees or disagrees')
    .action(async (id: string, said: string, _, command: Command) =>
      (await import('./matches/commands.ts')).matchesSecondCommand(entry, id, said, command.optsWithGlobals()),
    )
  acting(sub('reopen', 'make what was decided a question again'))
    .argument('<match>')
    .action(async (id: string, _, command: Command) =>
      (await import('./matches/commands.ts')).matchesReopenCommand(entry, id, command.optsWithGlobals()),
    )
  sub('replay', 'ask again on the version and by the settings of then')
    .argument('<match>')
    .option('--json', JSON_SAYS)
    .action(async (id: string, _, command: Command) =>
      (await import('./matches/commands.ts')).matchesReplayCommand(entry, id, command.optsWithGlobals()),
    )
  sub('report', 'of each list version: what changed, who was screened again, what was decided, who signed')
    .option('--list <id>', 'only of this list')
    .option('--json', JSON_SAYS)
    .action(async (_, command: Command) => (await import('./matches/reports.ts')).matchesReportCommand(entry, command.optsWithGlobals()))
  acting(sub('sign', 'sign off what a list version set in motion'))
    .argument('<list>')
    .argument('<version>')
    .action(async (list: string, version: string, _, command: Command) =>
      (await import('./matches/reports.ts')).matchesSignCommand(entry, list, version, command.optsWithGlobals()),
    )
}
