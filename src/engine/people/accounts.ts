import type { RoleName } from '../../model/access.ts'
import { badUsage, conflict, forbidden, notFound } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import { newId } from '../id.ts'
import type { Deps, Tx } from '../ports.ts'
import { demand, demandFresh, type Caller } from './caller.ts'
import { DAY, HOUR } from './instants.ts'
import { makeOneTime } from './one-time.ts'
import { emailKey } from './password-sign-in.ts'
import type { Account } from './ports.ts'
import { stillIn } from './sessions.ts'

/** Long enough for somebody on leave over a weekend. */
const INVITATION = 3 * DAY
/** Whoever lost a telephone waits beside the person who makes the link. */
const RESET = 4 * HOUR
const FIRST = DAY

/** Those who run the account or the machine see no content of cases, so nobody is both. */
const RUNS: readonly RoleName[] = ['tenant-admin', 'sysadmin']

/** Throws `usage` where one person may not have these roles together, or has none. */
export function checkRoles(roles: readonly RoleName[]): void {
  if (roles.length === 0) throw badUsage('An account needs at least one role.')
  const content = roles.filter((role) => !RUNS.includes(role))
  if (content.length > 0 && content.length < roles.length)
    throw badUsage(
      `Whoever runs the account or the machine sees no cases: "${content.join(', ')}" needs an account of its own, with another e-mail.`,
    )
}

/** An account as others see it: nothing of what it signs in with. */
export interface ShownAccount {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly roles: readonly RoleName[]
  readonly state: Account['state']
  readonly created: Instant
  readonly has: { readonly password: boolean; readonly app: boolean; readonly provider: boolean; readonly passkeys: number }
}

/** A link that lets somebody in once. The surface puts its own address in front. */
export interface LinkMade {
  readonly account: string
  readonly token: string
  readonly expires: Instant
}

type AccountDeps = Pick<Deps, 'store' | 'clock' | 'chance'>

/** Who may manage people through the service; whoever has the machine's command line is its operator and no `Caller`. */
function demandManager(deps: AccountDeps, by: Actor | Caller): void {
  if (!('may' in by)) return
  demand(by, 'people:manage')
  demandFresh(by, deps.clock.now())
}

const EMAIL = /^[^\s@"<>]{1,64}@[^\s@"<>]{1,255}$/

/** Makes an account that enters by the link returned here. Somebody who was invited and has not come gets a new link, and the old one ends. */
export async function invite(
  deps: AccountDeps,
  by: Actor | Caller,
  who: { readonly email: string; readonly name: string; readonly roles: readonly RoleName[] },
): Promise<LinkMade> {
  demandManager(deps, by)
  const roles = [...new Set(who.roles)].sort()
  checkRoles(roles)
  const email = emailKey(who.email)
  const name = who.name.trim()
  if (!EMAIL.test(email)) throw badUsage('That is no e-mail address. Write it like ada@example.com.')
  if (name === '' || name.length > 120) throw badUsage('An account needs the name that others see, of 1 to 120 characters.')
  return deps.store.tx(by.tenant, async (tx) => {
    await stillIn(tx, by)
    const now = deps.clock.now()
    const found = await tx.accountByEmail(email)
    if (found !== undefined && found.state !== 'invited')
      throw conflict('There is an account with this e-mail. Change its roles, or make it a new link if its holder cannot sign in.')
    const id = found?.id ?? newId(deps.chance, 'u')
    if (found === undefined) await addInvited(tx, { id, email, name, roles, created: now })
    else {
      await tx.changeAccount(id, { name, roles })
      await tx.dropOneTimes(id, ['first', 'invitation'])
    }
    await tx.appendAudit({ actor: by.id, action: 'invited', subject: id, detail: { roles } }, now)
    return { account: id, ...(await makeOneTime(tx, deps, INVITATION, { kind: 'invitation', account: id, payload: {} })) }
  })
}

async function addInvited(tx: Tx, who: Pick<Account, 'id' | 'email' | 'name' | 'roles' | 'created'>): Promise<void> {
  const nothing = { password: undefined, totp: undefined, totpStep: undefined, oidc: undefined }
  // Two invitations of one e-mail at the same moment.
  if (!(await tx.addAccount({ ...who, ...nothing, state: 'invited' }))) throw conflict('Somebody invited this e-mail just now.')
}

/**
 * At first start: a link whose holder makes the first account, which runs the organisation's and invites everybody else. There is no
 * account before that, and no password that came with the product. Undefined once anybody has entered.
 */
export async function firstLink(deps: AccountDeps, by: Actor): Promise<Omit<LinkMade, 'account'> | undefined> {
  return deps.store.tx(by.tenant, async (tx) => {
    if ((await tx.accounts()).length > 0) return undefined
    const now = deps.clock.now()
    await tx.dropOneTimes(by.id, ['first'])
    await tx.appendAudit({ actor: by.id, action: 'first-link-made', subject: by.tenant, detail: {} }, now)
    return makeOneTime(tx, deps, FIRST, { kind: 'first', account: by.id, payload: {} })
  })
}

/** A link for somebody who lost what they sign in with. Their sessions end now; what they had is replaced when the link is used. */
export async function reset(deps: AccountDeps, by: Actor | Caller, id: string): Promise<LinkMade> {
  demandManager(deps, by)
  return deps.store.tx(by.tenant, async (tx) => {
    await stillIn(tx, by)
    const account = await other(tx, by, id)
    if (account.state !== 'active') throw conflict('Only somebody who has entered can be let in anew. Invite them, or open the account.')
    const ended = await tx.dropSessions(id)
    await tx.dropOneTimes(id, ['reset', 'totp', 'passkey-enrol'])
    await tx.appendAudit({ actor: by.id, action: 'reset-link-made', subject: id, detail: { sessions: ended } }, deps.clock.now())
    return { account: id, ...(await makeOneTime(tx, deps, RESET, { kind: 'reset', account: id, payload: {} })) }
  })
}

/** The roles somebody has from now on. Their sessions end: what they may is never older than what is written (ASVS 5.0 7.4.2, 8.3.2). */
export async function setRoles(deps: AccountDeps, by: Actor | Caller, id: string, wanted: readonly RoleName[]): Promise<void> {
  demandManager(deps, by)
  const roles = [...new Set(wanted)].sort()
  checkRoles(roles)
  await deps.store.tx(by.tenant, async (tx) => {
    await stillIn(tx, by)
    const account = await other(tx, by, id)
    if (!roles.includes('tenant-admin')) await refuseLastAdmin(tx, account)
    await tx.changeAccount(id, { roles })
    const ended = await tx.dropSessions(id)
    const detail = { before: account.roles, after: roles, sessions: ended }
    await tx.appendAudit({ actor: by.id, action: 'roles-changed', subject: id, detail }, deps.clock.now())
  })
}

/** Closes an account, or opens a closed one. Closing ends its sessions and links; its keys let nobody in while it is closed. */
export async function setOpen(deps: AccountDeps, by: Actor | Caller, id: string, open: boolean): Promise<void> {
  demandManager(deps, by)
  await deps.store.tx(by.tenant, async (tx) => {
    await stillIn(tx, by)
    const account = await other(tx, by, id)
    if (open === (account.state !== 'closed')) return
    if (!open) await refuseLastAdmin(tx, account)
    const entered = account.password !== undefined || account.oidc !== undefined || (await tx.passkeysOf(id)).length > 0
    await tx.changeAccount(id, { state: open ? (entered ? 'active' : 'invited') : 'closed' })
    const ended = await tx.dropSessions(id)
    await tx.dropOneTimes(id, ['first', 'invitation', 'reset', 'totp', 'passkey-enrol'])
    const action = open ? 'account-opened' : 'account-closed'
    await tx.appendAudit({ actor: by.id, action, subject: id, detail: { sessions: ended } }, deps.clock.now())
  })
}

/** Signs somebody out everywhere. Returns how many sessions there were. */
export async function signOut(deps: AccountDeps, by: Actor | Caller, id: string): Promise<number> {
  if ('may' in by) demand(by, 'people:manage')
  return deps.store.tx(by.tenant, async (tx) => {
    await stillIn(tx, by)
    if ((await tx.account(id)) === undefined) throw notFound('account', id)
    const ended = await tx.dropSessions(id)
    await tx.appendAudit({ actor: by.id, action: 'signed-out', subject: id, detail: { sessions: ended } }, deps.clock.now())
    return ended
  })
}

/** Everybody, in order of e-mail. */
export async function accounts(deps: Pick<Deps, 'store'>, by: Actor | Caller): Promise<readonly ShownAccount[]> {
  if ('may' in by) demand(by, 'people:manage')
  return deps.store.tx(by.tenant, async (tx) => {
    const shown: ShownAccount[] = []
    for (const account of await tx.accounts()) shown.push(await show(tx, account))
    return shown
  })
}

/** Oneself. */
export async function ownAccount(deps: Pick<Deps, 'store'>, caller: Caller): Promise<ShownAccount> {
  return deps.store.tx(caller.tenant, async (tx) => {
    const account = await tx.account(caller.id)
    if (account === undefined) throw notFound('account', caller.id)
    return show(tx, account)
  })
}

async function show(tx: Tx, { id, email, name, roles, state, created, password, totp, oidc }: Account): Promise<ShownAccount> {
  const passkeys = (await tx.passkeysOf(id)).length
  const has = { password: password !== undefined, app: totp !== undefined, provider: oidc !== undefined, passkeys }
  return { id, email, name, roles, state, created, has }
}

/** Somebody else's account: nobody raises or shields themselves. */
async function other(tx: Tx, by: Actor | Caller, id: string): Promise<Account> {
  const account = await tx.account(id)
  if (account === undefined) throw notFound('account', id)
  if (account.id === by.id) throw forbidden('Nobody changes their own account this way. Ask another person who manages people.')
  return account
}

async function refuseLastAdmin(tx: Tx, account: Account): Promise<void> {
  const admins = (await tx.accounts()).filter((a) => a.state === 'active' && a.roles.includes('tenant-admin'))
  if (admins.length === 1 && admins[0]?.id === account.id)
    throw conflict('This is the only person who manages people here. Give somebody else that role first.')
}
