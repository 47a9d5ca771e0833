import { type Command } from 'commander'
import type { Entry } from './workplace.ts'

const JSON_SAYS = 'one JSON document on standard output and nothing else'
const SERVER_SAYS = 'ask a server instead; its key in BONAFIDE_KEY'

/** The commands about cases of the hiring side, for whoever runs this installation. The sanctions room's are not worked on here. */
export function addCaseCommands(root: Command, entry: Entry, data: (command: Command) => Command): void {
  const cases = root.command('cases').description('what somebody has to look at, and what was decided')
  const add = (name: string, says: string): Command => data(cases.command(name).description(says))
  const module = () => import('./cases.ts')
  const remote = () => import('./remote-looks.ts')

  add('list', 'what needs you now, and why; or all cases')
    .option('--all', 'every case, closed ones too, newest first')
    .option('--json', JSON_SAYS)
    .option('--server <url>', SERVER_SAYS)
    .action(async (options) =>
      options.server === undefined ? (await module()).casesListCommand(entry, options) : (await remote()).remoteCases(options),
    )
  add('show', 'a case with every act in it')
    .argument('<case>')
    .option('--json', JSON_SAYS)
    .option('--server <url>', SERVER_SAYS)
    .action(async (id: string, options) =>
      options.server === undefined ? (await module()).casesShowCommand(entry, id, options) : (await remote()).remoteCase(id, options),
    )
  add('open', 'open a case about personas')
    .argument('<personas...>')
    .requiredOption('--says <text>', 'why, in a sentence')
    .action(async (personas: string[], options) => (await module()).casesOpenCommand(entry, personas, options))
  add('assign', 'say who looks at it')
    .argument('<case>')
    .argument('<who>')
    .action(async (id: string, to: string, options) => (await module()).casesActCommand(entry, id, { kind: 'assigned', to }, options))
  add('note', 'write something beside it')
    .argument('<case>')
    .argument('<text>')
    .action(async (id: string, text: string, options) => (await module()).casesActCommand(entry, id, { kind: 'noted', text }, options))
  add('close', 'close it without a decision')
    .argument('<case>')
    .requiredOption('--reason <text>', 'why; kept with it')
    .action(async (id: string, options: { reason: string; data: string }) =>
      (await module()).casesActCommand(entry, id, { kind: 'closed', reason: options.reason }, options),
    )
  add('look', 'open a finding as evidence: what a decision rests on has to be opened')
    .argument('<case>')
    .argument('<finding>')
    .action(async (id: string, finding: string, options) => (await module()).casesLookCommand(entry, id, finding, options))
  add('decide', 'decide about a persona; what speaks against somebody only asks a second person')
    .argument('<case>')
    .argument('<persona>')
    .argument('<decision>', 'cleared, confirmed or inconclusive')
    .requiredOption('--code <code>', 'the reason, of the closed list')
    .requiredOption('--reason <text>', 'why, in your words; kept with the decision')
    .requiredOption('--weighed <decision...>', 'which decisions were weighed, this one among them')
    .option('--finding <id...>', 'findings that the reason is about')
    .option('--confirmation <statement>', 'a check in which somebody independent contradicted a claim')
    .action(async (id: string, persona: string, kind: string, options) =>
      (await module()).casesDecideCommand(entry, { case: id, persona, kind }, options),
    )
  add('approve', 'be the second person, if there is one')
    .argument('<case>')
    .argument('<request>', 'its number, as `cases show` prints it')
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, request: string, options) => (await module()).casesApproveCommand(entry, id, Number(request), options))
}
