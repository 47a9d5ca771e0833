import { badUsage, conflict, forbidden, notFound, unauthenticated } from '../../model/errors.ts'
import type { Instant, TenantId } from '../../model/statement.ts'
import type { Tx } from '../ports.ts'
import { demandFresh, type Caller } from './caller.ts'
import { MINUTE } from './instants.ts'
import { makeOneTime, readOneTime, take } from './one-time.ts'
import type { From } from './password-sign-in.ts'
import { demandEnrolment, holder } from './second-factor.ts'
import { needsPasskey, startSession, stillIn, type StartedSession } from './sessions.ts'
import type { PeopleDeps } from './sign-in-ports.ts'
import { countTry, knowNetwork, succeeded } from './throttle.ts'
import { readToken } from './tokens.ts'

/** Time for a person to find the authenticator and touch it. */
const CEREMONY = 5 * MINUTE
/** More is somebody collecting them. */
const MOST = 10

export interface Ceremony {
  /** Hand it back with the browser's answer. */
  readonly ceremony: string
  /** For `navigator.credentials`, in the JSON form of WebAuthn Level 3. */
  readonly options: object
}

const BAD_ANSWER = 'The browser’s answer does not fit. Start again; use the address of this installation as it is written.'

/** Begins to enrol a passkey for whose session, half or full, this is. */
export async function beginPasskey(deps: PeopleDeps, session: string): Promise<Ceremony> {
  const token = readToken('session', session)
  if (token === undefined) throw unauthenticated()
  const found = await deps.store.tx(token.tenant, async (tx) => {
    const signedIn = await holder(tx, deps, token)
    await demandEnrolment(tx, deps, signedIn)
    return { ...signedIn, has: await tx.passkeysOf(signedIn.account.id) }
  })
  if (found.has.length >= MOST) throw conflict(`An account has at most ${MOST} passkeys. Remove one first.`)
  const { account } = found
  const { options, challenge } = await deps.signIn.passkeys.enrolment({ ...account, account: account.id, has: found.has })
  const { token: ceremony } = await deps.store.tx(token.tenant, (tx) =>
    makeOneTime(tx, deps, CEREMONY, { kind: 'passkey-enrol', account: account.id, payload: { challenge } }),
  )
  return { ceremony, options }
}

/** Ends it: the passkey is there, and it is what the session was opened with from now on. */
export async function finishPasskey(
  deps: PeopleDeps,
  from: From,
  given: { readonly session: string; readonly ceremony: string; readonly answer: object; readonly name: string },
): Promise<StartedSession> {
  const token = readToken('session', given.session)
  if (token === undefined) throw unauthenticated()
  const name = given.name.trim()
  if (name === '' || name.length > 80) throw badUsage('A passkey needs a name of 1 to 80 characters, such as "blue security key".')
  const ceremony = readOneTime(given.ceremony)
  const { clock, signIn, store } = deps
  const begun = await store.tx(token.tenant, (tx) => take(tx, ceremony, ['passkey-enrol'], clock.now()))
  const enrolled = await signIn.passkeys.enrolled(given.answer, String(begun.payload['challenge']))
  if (enrolled === undefined) throw unauthenticated(BAD_ANSWER)
  return store.tx(token.tenant, async (tx) => {
    const found = await holder(tx, deps, token)
    await demandEnrolment(tx, deps, found)
    const { account } = found
    if (begun.account !== account.id) throw unauthenticated(BAD_ANSWER)
    const now = clock.now()
    if (!(await tx.addPasskey({ ...enrolled, account: account.id, name, created: now, used: now })))
      throw conflict('This passkey is enrolled already.')
    await tx.dropSessions(account.id)
    await knowNetwork(tx, account.email, from.address, now)
    await tx.appendAudit(
      { actor: account.id, action: 'passkey-enrolled', subject: account.id, detail: { first: found.session.by !== 'passkey' } },
      now,
    )
    return startSession(tx, deps, { account: account.id, by: 'passkey', full: true, device: from.device })
  })
}

/** Begins to sign in; names nobody, so that it tells nobody who has a passkey. */
export async function askPasskey(deps: PeopleDeps, tenant: TenantId): Promise<Ceremony> {
  const { options, challenge } = await deps.signIn.passkeys.question()
  const { token: ceremony } = await deps.store.tx(tenant, (tx) =>
    makeOneTime(tx, deps, CEREMONY, { kind: 'passkey-sign-in', account: undefined, payload: { challenge } }),
  )
  return { ceremony, options }
}

/**
 * Signs in. Both factors at once: the authenticator, and the PIN or finger it asked for. Held up by failures from the same network only,
 * never by others' in the name of the account. Throws `unauthenticated`, `gone`, `too-many`.
 */
export async function signInByPasskey(
  deps: PeopleDeps,
  from: From,
  given: { readonly ceremony: string; readonly answer: object },
): Promise<StartedSession> {
  const ceremony = readOneTime(given.ceremony)
  const { clock, signIn, store } = deps
  const id = 'id' in given.answer && typeof given.answer.id === 'string' ? given.answer.id : ''
  const begun = await store.tx(ceremony.tenant, async (tx) => {
    await countTry(tx, { address: from.address }, clock.now())
    return take(tx, ceremony, ['passkey-sign-in'], clock.now())
  })
  const started = await store.tx(ceremony.tenant, async (tx) => {
    const passkey = await tx.passkey(id)
    const account = passkey === undefined ? undefined : await tx.account(passkey.account)
    const now = clock.now()
    const answered =
      passkey === undefined ? 'wrong' : await signIn.passkeys.answered(given.answer, String(begun.payload['challenge']), passkey)
    if (passkey === undefined || account?.state !== 'active' || typeof answered === 'string') {
      const why = answered === 'replayed' ? 'passkey-counter' : 'passkey'
      await tx.appendAudit(
        { actor: account?.id ?? 'nobody', action: 'sign-in-refused', subject: account?.id ?? 'nobody', detail: { by: why } },
        now,
      )
      return undefined
    }
    await tx.usePasskey(passkey.id, answered.counter, now)
    await succeeded(tx, { address: from.address }, now)
    await knowNetwork(tx, account.email, from.address, now)
    await tx.appendAudit({ actor: account.id, action: 'signed-in', subject: account.id, detail: { by: 'passkey' } }, now)
    return startSession(tx, deps, { account: account.id, by: 'passkey', full: true, device: from.device }, from.session)
  })
  if (started === undefined) throw unauthenticated(BAD_ANSWER)
  return started
}

export interface ShownPasskey {
  readonly id: string
  readonly name: string
  readonly created: Instant
  readonly used: Instant | undefined
}

export async function passkeysOf(deps: Pick<PeopleDeps, 'store'>, caller: Caller): Promise<readonly ShownPasskey[]> {
  const rows = await deps.store.tx(caller.tenant, (tx) => tx.passkeysOf(caller.id))
  return rows.map(({ id, name, created, used }) => ({ id, name, created, used }))
}

/** Removes one of one's own. The last one stays where nothing else would let its holder in. */
export async function removePasskey(deps: Pick<PeopleDeps, 'store' | 'clock'>, caller: Caller, id: string): Promise<void> {
  const now = deps.clock.now()
  demandFresh(caller, now)
  await deps.store.tx(caller.tenant, async (tx) => {
    await stillIn(tx, caller)
    const rows = await tx.passkeysOf(caller.id)
    if (!rows.some((row) => row.id === id)) throw notFound('passkey', id)
    if (rows.length === 1) await refuseLast(tx, caller)
    await tx.dropPasskeys(caller.id, id)
    const ended = await tx.dropSessions(caller.id, { except: caller.session ?? '' })
    await tx.appendAudit({ actor: caller.id, action: 'passkey-removed', subject: caller.id, detail: { sessions: ended } }, now)
  })
}

async function refuseLast(tx: Tx, caller: Caller): Promise<void> {
  const account = await tx.account(caller.id)
  const another = account?.totp !== undefined && (account.password !== undefined || account.oidc !== undefined)
  if (needsPasskey(caller.roles) || !another) throw forbidden('This is your only way to sign in. Enrol another one first.')
}
