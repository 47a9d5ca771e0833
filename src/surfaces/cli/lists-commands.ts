import type { Command } from 'commander'
import type { Entry } from './workplace.ts'

const JSON_SAYS = 'one JSON document on standard output and nothing else'
const DATA = ['--data <dir>', 'data folder', '.bonafide'] as const

/** The commands on published lists. `data` adds the options of commands that write to the log; the others open no database. */
export function addListCommands(root: Command, entry: Entry, data: (command: Command) => Command): void {
  const lists = root.command('lists').description('published lists and your own: take in, update, compare; every version is kept')

  data(
    lists
      .command('update')
      .description('fetch from the publishers what changed since the last time; exit code 2 when one of several could not be had'),
  )
    .option('--list <id...>', 'only these; else every list that has a publisher')
    .option('--from <url...>', 'fetch one list from these addresses instead, such as a mirror of your own')
    .option('--force', 'take a version that shrank by more than 20 % or is older than the one in force')
    .action(async (options) => (await import('./lists-update.ts')).listsUpdateCommand(entry, options))

  data(lists.command('import').description('take in files that were fetched some other way'))
    .argument('<files...>', 'all files of one version, or a folder with them')
    .requiredOption('--as <id>', 'which list they are; another id makes a list of your own')
    .option('--published <day>', 'when they were published, where the files do not say; said again with the same files, it is corrected')
    .option('--map <file>', 'YAML: which column of your own table holds what, and whether its dates are day-first or month-first')
    .option('--force', 'take a version that shrank by more than 20 %')
    .action(async (files: string[], options) => (await import('./lists-import.ts')).listsImportCommand(entry, files, options))

  data(lists.command('use').description('put another kept version in force, such as the one before a bad one'))
    .argument('<list>')
    .argument('<version>', 'first digits of its hash, or a day')
    .action(async (list: string, version: string, options) =>
      (await import('./lists-use.ts')).listsUseCommand(entry, { list, version }, options),
    )

  lists
    .command('status')
    .description('version, publication, age and size of each list; exit code 2 when one is stale, damaged or incomplete')
    .argument('[list]', 'every kept version of this one')
    .option(...DATA)
    .option('--json', JSON_SAYS)
    .action(async (list: string | undefined, options) => (await import('./lists-status.ts')).listsStatusCommand(entry, list, options))

  lists
    .command('delta')
    .description('entries that were added, removed or changed between two versions')
    .argument('<a>', 'first digits of a version, a day, `current`, or a file or folder')
    .argument('<b>', 'the same')
    .option('--list <id>', 'the list that is meant')
    .option(...DATA)
    .option('--json', JSON_SAYS)
    .action(async (a: string, b: string, options) => (await import('./lists-delta.ts')).listsDeltaCommand(entry, [a, b], options))
}
