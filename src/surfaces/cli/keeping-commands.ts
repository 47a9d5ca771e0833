import type { Command } from 'commander'
import type { Entry } from './workplace.ts'

/** What keeps the data from being lost, and the log from being changed. */
export function addKeepingCommands(root: Command, entry: Entry, data: (command: Command) => Command): void {
  data(root.command('backup').description('everything in one encrypted file, and the keys in another'))
    .requiredOption('--out <file>', 'write it there')
    .option('--key <file>', 'the key of the backups; made when absent; default: keys/backup.key in the data folder')
    .action(async (options) => (await import('./backup.ts')).backupCommand(entry, options))
  data(root.command('restore').description('a backup into an empty folder and an empty database; who was forgotten since stays forgotten'))
    .argument('<file>')
    .requiredOption('--key <file>', 'the key that it was made with')
    .option('--keys <file>', 'the file of keys that was written with it; default: beside it')
    .action(async (file: string, options) => (await import('./backup.ts')).restoreCommand(entry, file, options))

  const audit = root.command('audit').description('the log of what was done')
  data(audit.command('verify').description('check the chain; name every row that was changed, removed, moved or put in')).action(
    async (options) => (await import('./audit.ts')).auditVerifyCommand(entry, options),
  )
  data(audit.command('sign').description('sign the log as it stands, and keep the signed root beside the database too')).action(
    async (options) => (await import('./audit.ts')).auditSignCommand(entry, options),
  )
  data(audit.command('export').description('write the log and its signed roots into a file, to be checked elsewhere'))
    .argument('<file>')
    .option('--room <room>', 'whose log: identity, or sanctions, which is kept and given out by itself', 'identity')
    .action(async (file: string, options) => (await import('./audit.ts')).auditExportCommand(entry, file, options))
}
