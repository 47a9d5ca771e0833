import { badUsage, gone, unauthenticated } from '../../model/errors.ts'
import { newId } from '../id.ts'
import type { Tx } from '../ports.ts'
import type { Account, OneTimeRow } from './ports.ts'
import { lookAt, readOneTime, take } from './one-time.ts'
import { emailKey, newPassword, type From } from './password-sign-in.ts'
import { startSession, type StartedSession } from './sessions.ts'
import type { PeopleDeps } from './sign-in-ports.ts'
import { countTry, succeeded } from './throttle.ts'

const LINKS = ['first', 'invitation', 'reset'] as const

export interface Entering {
  readonly token: string
  /** Absent: no password; a passkey is enrolled next and nothing else. */
  readonly password?: string | undefined
  /** Of the first account; others were named when they were invited. */
  readonly email?: string | undefined
  readonly name?: string | undefined
}

/** What a link is for, without using it up: a mail program that looks at it first does no harm. Throws `gone`. */
export async function seeLink(
  deps: PeopleDeps,
  from: From,
  text: string,
): Promise<{ readonly kind: OneTimeRow['kind']; readonly name?: string; readonly email?: string }> {
  const token = readOneTime(text)
  const asked = { address: from.address }
  await deps.store.tx(token.tenant, (tx) => countTry(tx, asked, deps.clock.now()))
  return deps.store.tx(token.tenant, async (tx) => {
    const row = await lookAt(tx, token, LINKS, deps.clock.now())
    await succeeded(tx, asked, deps.clock.now())
    const account = row.account === undefined ? undefined : await tx.account(row.account)
    return { kind: row.kind, ...(account === undefined ? {} : { name: account.name, email: account.email }) }
  })
}

/**
 * Uses a link: of an invitation, of the first start, or of who lost what they sign in with. Gives half a session in which the second
 * factor is enrolled. Throws `gone`, `usage`.
 */
export async function enter(deps: PeopleDeps, from: From, given: Entering): Promise<StartedSession> {
  const token = readOneTime(given.token)
  const { store, clock } = deps
  await store.tx(token.tenant, (tx) => countTry(tx, { address: from.address }, clock.now()))
  const who = await store.tx(token.tenant, async (tx) => holderOf(tx, await lookAt(tx, token, LINKS, clock.now()), deps, given))
  const password = given.password === undefined ? undefined : await newPassword(deps, who, given.password)
  return store.tx(token.tenant, async (tx) => {
    const row = await take(tx, token, LINKS, clock.now())
    await succeeded(tx, { address: from.address }, clock.now())
    if (row.kind === 'first') await addFirst(tx, who)
    await tx.changeAccount(who.id, {
      state: 'active',
      password: password ?? null,
      ...(row.kind === 'reset' ? { totp: null, totpStep: null, oidc: null } : {}),
    })
    if (row.kind === 'reset') {
      await tx.dropPasskeys(who.id)
      await tx.replaceRecoveryCodes(who.id, [])
    }
    await tx.dropSessions(who.id)
    await tx.appendAudit(
      { actor: who.id, action: 'entered', subject: who.id, detail: { by: row.kind, password: password !== undefined } },
      clock.now(),
    )
    return startSession(tx, deps, { account: who.id, by: 'password', full: false, device: from.device }, from.session)
  })
}

async function holderOf(tx: Tx, row: OneTimeRow, deps: PeopleDeps, given: Entering): Promise<Account> {
  if (row.kind === 'first') return firstAccount(deps, given)
  const account = row.account === undefined ? undefined : await tx.account(row.account)
  if (account === undefined || account.state === 'closed') throw unauthenticated()
  return account
}

function firstAccount(deps: PeopleDeps, given: Entering): Account {
  const email = emailKey(given.email ?? '')
  const name = given.name?.trim() ?? ''
  if (!email.includes('@') || name === '') throw badUsage('The first account needs an e-mail and a name.')
  return {
    id: newId(deps.chance, 'u'),
    email,
    name,
    roles: ['tenant-admin'],
    state: 'invited',
    created: deps.clock.now(),
    password: undefined,
    totp: undefined,
    totpStep: undefined,
    oidc: undefined,
  }
}

async function addFirst(tx: Tx, who: Account): Promise<void> {
  if ((await tx.accounts()).length > 0 || !(await tx.addAccount(who))) throw gone('Somebody has made the first account already.')
}
