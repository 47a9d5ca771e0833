import { base32nopad } from '@scure/base'
import { oneTimeCode, STEP_SECONDS, stepAt } from '../../compute/one-time-code.ts'
import { forbidden, needsFresh, unauthenticated } from '../../model/errors.ts'
import type { Tx } from '../ports.ts'
import { after, MINUTE } from './instants.ts'
import { lookAt, makeOneTime, readOneTime, take } from './one-time.ts'
import type { From } from './password-sign-in.ts'
import type { Account } from './ports.ts'
import type { SignedIn } from './ports.ts'
import { FRESH, sessionOf, startSession, unseen, type StartedSession } from './sessions.ts'
import type { PeopleDeps } from './sign-in-ports.ts'
import { countTry, knowNetwork, succeeded } from './throttle.ts'
import { hashOf, readToken, same, type Token } from './tokens.ts'

/** Bytes of an authenticator's key: 160 bits, as RFC 4226 §4 R6 recommends. */
const KEY_BYTES = 20
/**
 * A code is good for its own step and the one before, for the time it takes to type and send it (RFC 6238 §5.2 recommends at most one).
 * None ahead: a telephone's clock that is fast is right again a few seconds later.
 */
const STEPS_BACK = 1
const RECOVERY_CODES = 10
/** 120 bits each, so that a plain hash may keep them (ASVS 5.0 6.5.2 asks for 112). */
const RECOVERY_BYTES = 15

/** Whose session, half or full, this is. Throws `unauthenticated`. */
export async function holder(tx: Tx, deps: Pick<PeopleDeps, 'clock'>, token: Token | undefined): Promise<SignedIn> {
  const found = token === undefined ? undefined : await sessionOf(tx, token, deps.clock.now())
  if (found === undefined) throw unauthenticated()
  if (unseen(found.session, deps.clock.now())) await tx.seeSession(found.session.id, deps.clock.now())
  return found
}

const sessionToken = (text: string): Token => {
  const token = readToken('session', text)
  if (token === undefined) throw unauthenticated()
  return token
}

/**
 * The second factor: a code of the app, or a recovery code. The half session is over and a full one takes its place, as does the one
 * that `from` brought. Throws `unauthenticated`, `too-many`.
 */
export async function finishByCode(deps: PeopleDeps, from: From, half: string, code: string): Promise<StartedSession> {
  const token = sessionToken(half)
  const { store, clock } = deps
  const { session, account } = await store.tx(token.tenant, async (tx) => {
    const found = await holder(tx, deps, token)
    if (found.session.full) throw unauthenticated()
    // In a transaction that ends before the code is looked at, so that a wrong one stays counted.
    await countTry(tx, { who: found.account.email, address: from.address, factor: true }, clock.now())
    return found
  })
  const started = await store.tx(token.tenant, async (tx) => {
    if ((await tx.holdSession(session.id)) === undefined) return undefined
    const how = await codeFits(deps, tx, account.id, code)
    if (how === undefined) {
      await tx.appendAudit({ actor: account.id, action: 'sign-in-refused', subject: account.id, detail: { by: 'code' } }, clock.now())
      return undefined
    }
    await succeeded(tx, { who: account.email, address: from.address, factor: true }, clock.now())
    await knowNetwork(tx, account.email, from.address, clock.now())
    await tx.dropSessions(account.id, { only: session.id })
    await tx.appendAudit(
      { actor: account.id, action: 'signed-in', subject: account.id, detail: { by: session.by, with: how } },
      clock.now(),
    )
    return startSession(tx, deps, { account: account.id, by: session.by, full: true, device: from.device }, from.session)
  })
  if (started === undefined) throw unauthenticated('The code is not right, or was used already. Wait for the next one and try again.')
  return started
}

/** Uses the code up. */
async function codeFits(deps: PeopleDeps, tx: Tx, id: string, code: string): Promise<'app' | 'recovery-code' | undefined> {
  const account = await tx.account(id)
  const digits = code.replaceAll(/\s/g, '')
  if (account?.totp === undefined) return undefined
  if (!/^\d{6}$/.test(digits)) return (await tx.useRecoveryCode(id, recoveryHash(code))) ? 'recovery-code' : undefined
  const step = stepOf(deps, deps.signIn.secrets.open(account.totp, totpName(id)), digits)
  return step !== undefined && (await tx.useTotpStep(id, step)) ? 'app' : undefined
}

function stepOf(deps: Pick<PeopleDeps, 'clock'>, key: Uint8Array, digits: string): number | undefined {
  const now = stepAt(Date.parse(deps.clock.now()))
  for (let step = now; step >= now - STEPS_BACK; step -= 1) if (same(oneTimeCode(key, step), digits)) return step
  return undefined
}

const totpName = (account: string): string => `authenticator of ${account}`
const recoveryHash = (code: string): string => hashOf(code.toLowerCase().replaceAll(/[^a-z2-7]/g, ''))

/**
 * Whether this session may add a way to sign in. Half a session may where there is no second factor yet; a full one while it is fresh.
 * Where there is a passkey, only a session that was opened with one: else whoever phished a password and a code would enrol their own.
 */
export async function demandEnrolment(tx: Tx, deps: Pick<PeopleDeps, 'clock'>, { session, account }: SignedIn): Promise<void> {
  const passkeys = (await tx.passkeysOf(account.id)).length
  if (!session.full) {
    if (passkeys > 0 || account.totp !== undefined) throw forbidden('This account has a second factor. Show it first.')
    return
  }
  if (passkeys > 0 && session.by !== 'passkey') throw forbidden('Sign in with a passkey you have to add another way to sign in.')
  if (after(session.authenticated, FRESH) <= deps.clock.now()) throw needsFresh()
}

export interface AppEnrolment {
  /** Hand it back with the first code. */
  readonly enrolment: string
  /** For typing it in, base32. */
  readonly key: string
  /** For a QR code: `otpauth://totp/…`. */
  readonly address: string
}

/** A new key for an authenticator app; nothing changes until the app has shown that it has it. */
export async function beginApp(deps: PeopleDeps, text: string): Promise<AppEnrolment> {
  const token = sessionToken(text)
  return deps.store.tx(token.tenant, async (tx) => {
    const found = await holder(tx, deps, token)
    await demandEnrolment(tx, deps, found)
    if (found.account.password === undefined && found.account.oidc === undefined)
      throw forbidden('An app is the second factor to a password, and this account has none. Enrol a passkey instead.')
    const bytes = deps.chance.bytes(KEY_BYTES)
    const { id, email } = found.account
    const sealed = deps.signIn.secrets.seal(bytes, totpName(id))
    const { token: enrolment } = await makeOneTime(tx, deps, 15 * MINUTE, { kind: 'totp', account: id, payload: { sealed } })
    const key = base32nopad.encode(bytes)
    const address = `otpauth://totp/Bonafide:${encodeURIComponent(email)}?secret=${key}&issuer=Bonafide&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`
    return { enrolment, key, address }
  })
}

/** The app shows its first code: it is the second factor from now on, in place of an earlier one. Recovery codes are told once. */
export async function finishApp(
  deps: PeopleDeps,
  from: From,
  given: { readonly session: string; readonly enrolment: string; readonly code: string },
): Promise<StartedSession & { readonly recoveryCodes: readonly string[] }> {
  const token = sessionToken(given.session)
  const enrolment = readOneTime(given.enrolment)
  const { clock, chance, signIn } = deps
  return deps.store.tx(token.tenant, async (tx) => {
    const found = await holder(tx, deps, token)
    await demandEnrolment(tx, deps, found)
    const { account, session } = found
    const begun = await lookAt(tx, enrolment, ['totp'], clock.now())
    const sealed = begun.account === account.id ? String(begun.payload['sealed']) : undefined
    const step =
      sealed === undefined ? undefined : stepOf(deps, signIn.secrets.open(sealed, totpName(account.id)), given.code.replaceAll(/\s/g, ''))
    if (sealed === undefined || step === undefined)
      throw unauthenticated('The code is not the one of this key. See that the telephone’s clock is right and type the next code.')
    await take(tx, enrolment, ['totp'], clock.now())
    await tx.changeAccount(account.id, { totp: sealed, totpStep: step })
    const recoveryCodes = await newRecoveryCodes(tx, chance, account)
    await tx.dropSessions(account.id)
    await knowNetwork(tx, account.email, from.address, clock.now())
    await tx.appendAudit(
      { actor: account.id, action: 'authenticator-enrolled', subject: account.id, detail: { full: session.full } },
      clock.now(),
    )
    const started = await startSession(tx, deps, { account: account.id, by: session.by, full: true, device: from.device })
    return { ...started, recoveryCodes }
  })
}

async function newRecoveryCodes(tx: Tx, chance: PeopleDeps['chance'], account: Account): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32nopad.encode(chance.bytes(RECOVERY_BYTES)).toLowerCase())
  await tx.replaceRecoveryCodes(account.id, codes.map(recoveryHash))
  return codes.map((code) => code.replaceAll(/(.{6})(?=.)/g, '$1-'))
}
