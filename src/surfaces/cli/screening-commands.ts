import type { Command } from 'commander'

const JSON_SAYS = 'one JSON document on standard output and nothing else'

/** The commands of the compliance room. Nothing that they say reaches the hiring side. */
export function addScreeningCommands(root: Command): void {
  root
    .command('owners')
    .description('who is blocked because blocked persons own half of it or more: directly, through others, or together')
    .argument('<file>', 'CSV of who owns what: owner, owned, share, from, to, source; basis says "control" where it is no ownership')
    .requiredOption('--blocked <file>', 'CSV of who is blocked: party, from, to, source')
    .option('--as-of <date>', 'as of this day; default: today')
    .option('--json', JSON_SAYS)
    .action(async (file: string, options) => (await import('./owners.ts')).ownersCommand(file, options))
}
