import { PASSKEY_ROLES, permissionsOf, type RoleName } from '../../model/access.ts'
import { notFound, unauthenticated } from '../../model/errors.ts'
import type { Instant, TenantId } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import type { Deps, Tx } from '../ports.ts'
import type { Caller } from './caller.ts'
import { after, HOUR, MINUTE } from './instants.ts'
import type { SessionRow, SignedIn } from './ports.ts'
import { hashOf, newToken, readToken, same, type Token } from './tokens.ts'

/**
 * How long a session lasts (ASVS 5.0 7.1.1, 7.3.1, 7.3.2): 30 minutes without a request, 12 hours whatever happens, which is NIST SP
 * 800-63B §4.2.3 for two factors, kept as it stands. There is no limit on how many sessions a person has at once (7.1.2); they see and
 * end them.
 */
const IDLE = 30 * MINUTE
const LONGEST = 12 * HOUR
/** Time to find the telephone or the security key. */
const HALF = 15 * MINUTE
/** So long after all factors were shown, somebody may be a second person, or change how they sign in (ASVS 5.0 7.5.1). */
export const FRESH = 10 * MINUTE
/** `seen` is written once a minute, not with every request. */
const SEEN_EVERY = MINUTE

export interface StartedSession {
  /** For the cookie. Shown once. */
  readonly token: string
  readonly expires: Instant
  /** False: the second factor comes next. */
  readonly full: boolean
}

/**
 * A session of its own for every sign-in, and for every step up (ASVS 5.0 7.2.4): whatever token the browser brought is worth nothing
 * after it, so nobody can plant one beforehand.
 */
export async function startSession(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'chance'>,
  session: Pick<SessionRow, 'account' | 'by' | 'full' | 'device'> & { readonly authenticated?: Instant },
  replaces?: string,
): Promise<StartedSession> {
  const now = deps.clock.now()
  const { id, hash, token } = newToken(deps.chance, 'session', tx.tenant)
  const expires = after(now, session.full ? LONGEST : HALF)
  if (replaces !== undefined) await endBrought(tx, replaces)
  await tx.addSession({
    ...session,
    id,
    hash,
    expires,
    created: now,
    seen: now,
    authenticated: session.authenticated ?? now,
    device: session.device?.slice(0, 200),
  })
  return { token, expires, full: session.full }
}

/** Ends the session whose token the browser brought along, if it is one. */
async function endBrought(tx: Tx, text: string): Promise<void> {
  const token = readToken('session', text)
  const row = token?.tenant === tx.tenant ? await rowOf(tx, token) : undefined
  if (row !== undefined) await tx.dropSessions(row.account, { only: row.id })
}

async function rowOf(tx: Tx, { id, secret }: Token): Promise<SessionRow | undefined> {
  const row = await tx.session(id)
  return row !== undefined && same(row.hash, hashOf(secret)) ? row : undefined
}

/** Whose session this is, half or full; undefined when it is none, or over. */
export async function sessionOf(tx: Tx, { id, secret }: Token, now: Instant): Promise<SignedIn | undefined> {
  const found = await tx.signedIn(id)
  if (found === undefined || !same(found.session.hash, hashOf(secret)) || found.account.state !== 'active') return undefined
  return found.session.expires <= now || after(found.session.seen, IDLE) <= now ? undefined : found
}

/** Whether its being used is to be written down: it is good for some time from when it was. */
export const unseen = ({ seen }: SessionRow, now: Instant): boolean => after(seen, SEEN_EVERY) <= now

export const needsPasskey = (roles: readonly RoleName[]): boolean => roles.some((role) => PASSKEY_ROLES.includes(role))

/**
 * Whose session this is, as of now: what was ended a moment ago lets nobody in. Undefined: nobody's, or half a sign-in, which is no
 * caller yet. Somebody whose role asks for a passkey and who signed in without one may do nothing but enrol one.
 */
export async function callerOfSession(deps: Pick<Deps, 'store' | 'clock'>, text: string): Promise<Caller | undefined> {
  const token = readToken('session', text)
  if (token === undefined) return undefined
  const now = deps.clock.now()
  const found = await deps.store.look(token.tenant, (tx) => sessionOf(tx, token, now))
  if (found === undefined) return undefined
  if (unseen(found.session, now)) await deps.store.tx(token.tenant, (tx) => tx.seeSession(found.session.id, now))
  return found.session.full ? callerIn(token.tenant, found) : undefined
}

function callerIn(tenant: TenantId, { session, account }: SignedIn): Caller {
  const held = needsPasskey(account.roles) && session.by !== 'passkey'
  return {
    tenant,
    id: account.id,
    roles: account.roles,
    may: held ? new Set() : permissionsOf(account.roles),
    session: session.id,
    freshUntil: after(session.authenticated, FRESH),
    by: session.by,
  }
}

/**
 * Inside the transaction that writes an act: the session still stands and stays until the act is written. Who signs somebody out, or
 * changes their roles, waits for it or prevents it; there is no between. Throws `unauthenticated`. Whoever has the machine's command
 * line is its operator and no `Caller`.
 */
export async function stillIn(tx: Tx, caller: Actor | Caller): Promise<void> {
  if (!('may' in caller) || caller.session === undefined) return
  if ((await tx.holdSession(caller.session))?.account !== caller.id) throw unauthenticated()
}

export interface OwnSession {
  readonly id: string
  readonly by: SessionRow['by']
  readonly created: Instant
  readonly seen: Instant
  readonly expires: Instant
  readonly device: string | undefined
  /** The one that asks. */
  readonly current: boolean
}

/** Where somebody is signed in (ASVS 5.0 7.5.2), newest first. */
export async function sessionsOf(deps: Pick<Deps, 'store' | 'clock'>, caller: Caller): Promise<readonly OwnSession[]> {
  const now = deps.clock.now()
  const rows = await deps.store.tx(caller.tenant, (tx) => tx.sessionsOf(caller.id))
  return rows
    .filter((row) => row.full && row.expires > now && after(row.seen, IDLE) > now)
    .map(({ id, by, created, seen, expires, device }) => ({ id, by, created, seen, expires, device, current: id === caller.session }))
}

/** Ends one of one's own sessions, this one, or all others. Returns how many there were. */
export async function endSessions(
  deps: Pick<Deps, 'store' | 'clock'>,
  caller: Caller,
  which: { readonly only: string } | 'others',
): Promise<number> {
  return deps.store.tx(caller.tenant, async (tx) => {
    const ended = await tx.dropSessions(caller.id, which === 'others' ? { except: caller.session ?? '' } : which)
    if (which !== 'others' && ended === 0) throw notFound('session', which.only)
    await tx.appendAudit({ actor: caller.id, action: 'signed-out', subject: caller.id, detail: { sessions: ended } }, deps.clock.now())
    return ended
  })
}
