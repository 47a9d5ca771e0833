import type { Command } from 'commander'
import type { Entry } from './workplace.ts'

/** What the operator of the machine does about people, without signing in: whoever has the machine has everything on it. */
export function addPeopleCommands(root: Command, entry: Entry, data: (command: Command) => Command): void {
  const people = root.command('people').description('who may sign in to the service; for whoever runs this machine')
  const linked = (command: Command): Command =>
    data(command).option('--origin <address>', 'where people open the service, for the link', 'http://localhost:8787')

  linked(people.command('invite').description('make an account and a link that lets its holder in once'))
    .argument('<email>')
    .requiredOption('--name <name>', 'as others see it')
    .requiredOption(
      '--role <role...>',
      'recruiter, verifier, investigator, compliance, responder, approver, auditor, sanctions-auditor, tenant-admin, sysadmin',
    )
    .action(async (email: string, options) => (await import('./people.ts')).peopleInviteCommand(entry, email, options))

  data(people.command('list').description('everybody who may sign in, with what, and as what')).action(async (options) =>
    (await import('./people.ts')).peopleListCommand(entry, options),
  )

  linked(people.command('reset').description('sign somebody out everywhere, and make a link for them to set up signing in anew'))
    .argument('<email>')
    .action(async (email: string, options) => (await import('./people.ts')).peopleResetCommand(entry, email, options))
}
