import { type Command } from 'commander'
import type { Entry } from './workplace.ts'

const JSON_SAYS = 'one JSON document on standard output and nothing else'

/** The commands about what personas share. `data` adds the options of every command on the data folder. */
export function addLinkCommands(root: Command, entry: Entry, data: (command: Command) => Command): void {
  const links = data(root.command('links').description('who shares what with whom, and why two are linked'))
    .argument('[persona]')
    .option('--json', JSON_SAYS)
    .action(async (persona: string | undefined, options) => (await import('./links.ts')).linksCommand(entry, persona, options))
  data(links.command('why').description('what two share and where it stands, what speaks against it, what would end it'))
    .argument('<persona>')
    .argument('<other>')
    .option('--json', JSON_SAYS)
    .action(async (persona: string, other: string, _, command: Command) =>
      (await import('./links.ts')).linksWhyCommand(entry, persona, other, command.optsWithGlobals()),
    )

  const clusters = data(root.command('clusters').description('personas that share something, and what happened to them'))
    .option('--json', JSON_SAYS)
    .action(async (options) => (await import('./clusters.ts')).clustersCommand(entry, options))
  data(clusters.command('show').description('one of them: who, what they share, since when'))
    .argument('<cluster>')
    .option('--json', JSON_SAYS)
    .action(async (id: string, _, command: Command) =>
      (await import('./clusters.ts')).clustersShowCommand(entry, id, command.optsWithGlobals()),
    )
  data(clusters.command('export').description('write one with everything it rests on and a signed list; personal data'))
    .argument('<cluster>')
    .requiredOption('--out <dir>', 'a new or empty folder')
    .requiredOption('--purpose <text>', 'what it is for; stands in the manifest')
    .option('--json', JSON_SAYS)
    .action(async (id: string, _, command: Command) =>
      (await import('./clusters-export.ts')).clustersExportCommand(entry, id, command.optsWithGlobals(), root.version() ?? ''),
    )

  data(root.command('hubs').description('values that so many hold that they join nobody'))
    .option('--json', JSON_SAYS)
    .action(async (options) => (await import('./hubs.ts')).hubsCommand(entry, options))

  data(root.command('judge').description('say that two personas are the same, different or unsure; or take that back'))
    .argument('<one>', 'a persona')
    .argument('<other>', 'another')
    .argument('[as]', 'same, different or unsure')
    .requiredOption('--reason <text>', 'one sentence that somebody else can check')
    .option('--withdraw', 'take the last judgement about them back')
    .option('--json', JSON_SAYS)
    .action(async (persona: string, other: string, said: string | undefined, options) =>
      (await import('./judge.ts')).judgeCommand(entry, [persona, other], said, options),
    )

  const verify = root
    .command('verify')
    .description('check an export: what was changed, is missing or was added, and who signed it')
    .argument('<dir>')
    .option('--key <fingerprint>', 'the fingerprint that the sender named by another way')
    .option('--json', JSON_SAYS)
    .action(async (folder: string, options) => (await import('./verify.ts')).verifyCommand(folder, options))
  verify
    .command('audit')
    .description('check an exported log: what was changed, removed, moved, put in, cut off or dated back')
    .argument('<file>')
    .option('--roots <file>', 'signed roots that were kept elsewhere')
    .option('--signed-by <fingerprint>', 'of the key that has to have signed them')
    .action(async (file: string, options) => (await import('./audit.ts')).verifyAuditCommand(file, options))
}
