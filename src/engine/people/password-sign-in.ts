import { forbidden, unauthenticated } from '../../model/errors.ts'
import type { TenantId } from '../../model/statement.ts'
import type { Caller } from './caller.ts'
import { checkPassword } from './password-rule.ts'
import type { Account } from './ports.ts'
import { startSession, stillIn, type StartedSession } from './sessions.ts'
import type { PeopleDeps } from './sign-in-ports.ts'
import { countTry, succeeded } from './throttle.ts'

/** Where a sign-in comes from. */
export interface From {
  readonly address: string
  readonly device?: string
  /** The session token that the browser has, if any: it is ended when another takes its place. */
  readonly session?: string
}

/** One text for a wrong password, an account that there is not, and one that may not sign in (ASVS 5.0 6.3.8). */
const WRONG = 'The e-mail and the password do not belong together. Check both; if you have forgotten the password, ask for a new link.'

export const emailKey = (email: string): string => email.trim().toLowerCase()

/**
 * The first factor. Right, it gives half a session, in which the second is shown or, where there is none yet, enrolled. Takes as long and
 * writes as much for an account that there is not. Throws `unauthenticated`, `too-many`.
 */
export async function signInByPassword(
  deps: PeopleDeps,
  from: From,
  given: { readonly tenant: TenantId; readonly email: string; readonly password: string },
): Promise<StartedSession & { readonly has: { readonly app: boolean; readonly passkey: boolean } }> {
  const { store, clock, signIn } = deps
  const email = emailKey(given.email)
  const asked = { who: email, address: from.address }
  const account = await store.tx(given.tenant, async (tx) => {
    await countTry(tx, asked, clock.now())
    return tx.accountByEmail(email)
  })
  const right = await signIn.passwords.verify(account?.state === 'active' ? account.password : undefined, given.password)
  const started = await store.tx(given.tenant, async (tx) => {
    // What was true before the hash was computed may not be any more.
    const now = right && account !== undefined ? await tx.account(account.id) : undefined
    if (now?.state !== 'active' || now.password !== account?.password) {
      await tx.appendAudit(
        { actor: account?.id ?? 'nobody', action: 'sign-in-refused', subject: account?.id ?? 'nobody', detail: { by: 'password' } },
        clock.now(),
      )
      return undefined
    }
    await succeeded(tx, asked, clock.now())
    const session = await startSession(tx, deps, { account: now.id, by: 'password', full: false, device: from.device })
    return { ...session, has: { app: now.totp !== undefined, passkey: (await tx.passkeysOf(now.id)).length > 0 } }
  })
  if (started === undefined) throw unauthenticated(WRONG)
  return started
}

/** A new password in place of the old, which is asked for (ASVS 5.0 6.2.3); all other sessions end. */
export async function changePassword(
  deps: PeopleDeps,
  caller: Caller,
  from: From,
  given: { readonly current: string; readonly next: string },
): Promise<void> {
  const { store, clock, signIn } = deps
  if (caller.session === undefined) throw forbidden('Sign in as a person to change a password.')
  const account = await store.tx(caller.tenant, async (tx) => {
    const found = await tx.account(caller.id)
    if (found === undefined) throw unauthenticated()
    await countTry(tx, { who: found.email, address: from.address }, clock.now())
    return found
  })
  // Who never had one shows nothing but the session, so it sets one through a link.
  if (!(await signIn.passwords.verify(account.password, given.current))) throw unauthenticated('The current password is not right.')
  const password = await newPassword(deps, account, given.next)
  await store.tx(caller.tenant, async (tx) => {
    await stillIn(tx, caller)
    await succeeded(tx, { who: account.email, address: from.address }, clock.now())
    await tx.changeAccount(caller.id, { password })
    const ended = await tx.dropSessions(caller.id, { except: caller.session ?? '' })
    await tx.appendAudit({ actor: caller.id, action: 'password-changed', subject: caller.id, detail: { sessions: ended } }, clock.now())
  })
}

/** The hash of a password that may be one. */
export async function newPassword(deps: PeopleDeps, { email, name }: Pick<Account, 'email' | 'name'>, password: string): Promise<string> {
  checkPassword(password, [email, name])
  return deps.signIn.passwords.hash(password)
}
