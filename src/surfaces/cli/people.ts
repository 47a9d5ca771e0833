import process from 'node:process'
import { accounts, invite, reset, type LinkMade, type ShownAccount } from '../../engine/people/accounts.ts'
import { emailKey } from '../../engine/people/password-sign-in.ts'
import { ROLES, type RoleName } from '../../model/access.ts'
import { badUsage, notFound } from '../../model/errors.ts'
import { plain } from './plain.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

interface LinkOptions extends DataOptions {
  readonly origin: string
}

export async function peopleInviteCommand(
  entry: Entry,
  email: string,
  options: LinkOptions & { readonly name: string; readonly role: readonly string[] },
): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const link = await invite(deps, actor, { email, name: options.name, roles: options.role.map(roleOf) })
    printLink(link, options.origin, `lets ${plain(emailKey(email))} in`)
    return EXIT.done
  })
}

export async function peopleListCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const found = await accounts(deps, actor)
    if (found.length === 0) process.stdout.write('There is nobody yet. `bonafide people invite <email>` makes an account.\n')
    for (const account of found)
      process.stdout.write(
        `${account.id}  ${account.state.padEnd(7)}  ${plain(`${account.email} (${account.name})`)}  ${account.roles.join(', ')}  ${withWhat(account)}\n`,
      )
    return EXIT.done
  })
}

export async function peopleResetCommand(entry: Entry, email: string, options: LinkOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const account = (await accounts(deps, actor)).find((one) => one.email === emailKey(email))
    if (account === undefined) throw notFound('account', email)
    printLink(await reset(deps, actor, account.id), options.origin, 'replaces what they sign in with')
    return EXIT.done
  })
}

function roleOf(text: string): RoleName {
  if (!Object.hasOwn(ROLES, text)) throw badUsage(`"${text}" is no role. Roles: ${Object.keys(ROLES).join(', ')}.`)
  return text as RoleName
}

function withWhat({ has }: ShownAccount): string {
  const ways = [
    ...(has.password ? ['password'] : []),
    ...(has.app ? ['app'] : []),
    ...(has.passkeys > 0 ? [`${has.passkeys} passkeys`] : []),
    ...(has.provider ? ['organisation'] : []),
  ]
  return ways.length === 0 ? '–' : ways.join(', ')
}

/** Behind the `#`, so that the secret reaches no server's log on the way. */
function printLink({ token, expires }: Pick<LinkMade, 'token' | 'expires'>, origin: string, does: string): void {
  process.stdout.write(`${origin.replace(/\/$/, '')}/enter#${token}\n`)
  process.stderr.write(
    `This link ${does}, once, until ${expires.slice(0, 16).replace('T', ' ')} UTC. Hand it over yourself: whoever has it is let in.\n`,
  )
}
