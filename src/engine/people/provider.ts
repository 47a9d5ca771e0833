import { bytesToHex } from '@noble/hashes/utils.js'
import type { RoleName } from '../../model/access.ts'
import { badUsage, forbidden, notFound, unauthenticated } from '../../model/errors.ts'
import type { TenantId } from '../../model/statement.ts'
import { newId } from '../id.ts'
import type { Tx } from '../ports.ts'
import { demand, demandFresh, type Caller } from './caller.ts'
import { MINUTE } from './instants.ts'
import { makeOneTime, readOneTime, take } from './one-time.ts'
import { emailKey, type From } from './password-sign-in.ts'
import type { Account, ProviderRow } from './ports.ts'
import { FRESH, startSession, type StartedSession } from './sessions.ts'
import type { ProvidedIdentity, ProviderQuestion, PeopleDeps } from './sign-in-ports.ts'
import { countTry, knowNetwork, succeeded } from './throttle.ts'
import { checkRoles } from './accounts.ts'

/** Time at the provider, its second factor and a forgotten password included. */
const ROUND_TRIP = 15 * MINUTE

const secretName = (issuer: string): string => `client secret at ${issuer}`
const NONE = 'This organisation has set up no other sign-in.'

/** Sets the organisation's OpenID provider, or, with undefined, takes it away. */
export async function setProvider(
  deps: PeopleDeps,
  caller: Caller,
  given: (Omit<ProviderRow, 'clientSecret'> & { readonly secret: string }) | undefined,
): Promise<void> {
  demand(caller, 'people:manage')
  demandFresh(caller, deps.clock.now())
  if (given?.provision !== undefined) checkRoles(given.provision)
  if (given !== undefined) deps.signIn.providers.check(given.issuer)
  await deps.store.tx(caller.tenant, async (tx) => {
    if (given === undefined) await tx.putProvider(undefined)
    else {
      const { secret, ...rest } = given
      const clientSecret = deps.signIn.secrets.seal(new TextEncoder().encode(secret), secretName(given.issuer))
      await tx.putProvider({ ...rest, clientSecret })
    }
    const detail = { set: given !== undefined, asksTwoFactors: given?.asksTwoFactors ?? false, provision: given?.provision ?? [] }
    await tx.appendAudit({ actor: caller.id, action: 'provider-set', subject: caller.tenant, detail }, deps.clock.now())
  })
}

export async function shownProvider(deps: PeopleDeps, caller: Caller): Promise<Omit<ProviderRow, 'clientSecret'>> {
  demand(caller, 'people:manage')
  const row = await deps.store.tx(caller.tenant, (tx) => tx.provider())
  if (row === undefined) throw notFound('provider', caller.tenant)
  const { clientSecret: _, ...shown } = row
  return shown
}

const secretOf = (deps: PeopleDeps, row: ProviderRow): string =>
  new TextDecoder().decode(deps.signIn.secrets.open(row.clientSecret, secretName(row.issuer)))

/**
 * Where to send the browser, and what the page that began keeps to itself until it comes back: the address it comes back to carries the
 * state, but only who has `begun` can use it, so nobody can sign somebody else's browser in as themselves (RFC 9700 §4.7).
 */
export async function beginAtProvider(
  deps: PeopleDeps,
  from: From,
  tenant: TenantId,
): Promise<{ readonly begun: string; readonly address: string }> {
  const row = await deps.store.tx(tenant, async (tx) => {
    await countTry(tx, { address: from.address }, deps.clock.now())
    await succeeded(tx, { address: from.address }, deps.clock.now())
    return tx.provider()
  })
  if (row === undefined) throw badUsage(NONE)
  const [state, nonce, verifier] = [32, 32, 32].map((n) => bytesToHex(deps.chance.bytes(n))) as [string, string, string]
  const question: ProviderQuestion = { state, nonce, verifier }
  const address = await deps.signIn.providers.address(row, secretOf(deps, row), question, FRESH / 1000)
  const { token: begun } = await deps.store.tx(tenant, (tx) =>
    makeOneTime(tx, deps, ROUND_TRIP, { kind: 'oidc', account: undefined, payload: { ...question, issuer: row.issuer } }),
  )
  return { begun, address }
}

/**
 * The browser is back. Signs in whoever the provider says it is: the account that is bound to this subject; else the one that was
 * invited under an e-mail which the provider vouches for, bound from now on. Where the provider did not ask for two factors, our own
 * second one follows. Throws `unauthenticated`, `gone`, `forbidden`.
 */
export async function finishAtProvider(
  deps: PeopleDeps,
  from: From,
  given: { readonly begun: string; readonly returned: string },
): Promise<StartedSession> {
  const token = readOneTime(given.begun)
  const { clock, store } = deps
  const { begun, row } = await store.tx(token.tenant, async (tx) => {
    await countTry(tx, { address: from.address }, clock.now())
    return { begun: await take(tx, token, ['oidc'], clock.now()), row: await tx.provider() }
  })
  if (row === undefined || row.issuer !== begun.payload['issuer']) throw badUsage(NONE)
  const question = begun.payload as unknown as ProviderQuestion
  const who = await deps.signIn.providers.answered(row, secretOf(deps, row), question, { returned: given.returned, maxAge: FRESH / 1000 })
  const started = await store.tx(token.tenant, async (tx) => {
    const now = clock.now()
    const account = await accountFor(tx, deps, row, who)
    if (account === undefined) {
      await tx.appendAudit({ actor: 'nobody', action: 'sign-in-refused', subject: 'nobody', detail: { by: 'oidc' } }, now)
      return undefined
    }
    await succeeded(tx, { address: from.address }, now)
    const full = row.asksTwoFactors || who.twoFactors
    if (full) await knowNetwork(tx, account.email, from.address, now)
    await tx.appendAudit(
      { actor: account.id, action: full ? 'signed-in' : 'first-factor', subject: account.id, detail: { by: 'oidc' } },
      now,
    )
    const shownAt = new Date(Math.min(who.authenticated, Date.parse(now))).toISOString()
    return startSession(
      tx,
      deps,
      { account: account.id, by: 'oidc', full, device: from.device, authenticated: shownAt },
      full ? from.session : undefined,
    )
  })
  if (started === undefined)
    throw forbidden('Your organisation knows you, but nobody has invited you here. Ask whoever manages people to invite this e-mail.')
  return started
}

async function accountFor(tx: Tx, deps: PeopleDeps, row: ProviderRow, who: ProvidedIdentity): Promise<Account | undefined> {
  const oidc = `${row.issuer} ${who.subject}`
  const bound = await tx.accountByOidc(oidc)
  if (bound !== undefined) return bound.state === 'active' ? bound : undefined
  if (who.email === undefined) return undefined
  const email = emailKey(who.email)
  const invited = await tx.accountByEmail(email)
  // Whoever has entered already is bound to another way in: a provider that says "this is their e-mail" does not take it over.
  if (invited !== undefined) {
    if (invited.state !== 'invited') return undefined
    await tx.changeAccount(invited.id, { oidc, state: 'active' })
    await tx.dropOneTimes(invited.id, ['invitation', 'first'])
    return { ...invited, oidc, state: 'active' }
  }
  if (row.provision === undefined) return undefined
  return provisioned(tx, deps, { oidc, email, name: who.name ?? email, roles: row.provision })
}

async function provisioned(
  tx: Tx,
  deps: PeopleDeps,
  who: { readonly oidc: string; readonly email: string; readonly name: string; readonly roles: readonly RoleName[] },
): Promise<Account> {
  const now = deps.clock.now()
  const account: Account = {
    ...who,
    id: newId(deps.chance, 'u'),
    state: 'active',
    created: now,
    password: undefined,
    totp: undefined,
    totpStep: undefined,
  }
  if (!(await tx.addAccount(account))) throw unauthenticated()
  await tx.appendAudit({ actor: account.id, action: 'account-provisioned', subject: account.id, detail: { roles: who.roles } }, now)
  return account
}
