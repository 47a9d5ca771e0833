import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemChance } from '../../src/adapters/chance/index.ts'
import { openEgress } from '../../src/adapters/net/egress.ts'
import { openSignIn } from '../../src/adapters/sign-in/index.ts'
import { oneTimeCode, stepAt } from '../../src/compute/one-time-code.ts'
import type { Actor } from '../../src/engine/access.ts'
import { firstLink, invite } from '../../src/engine/people/accounts.ts'
import type { Caller } from '../../src/engine/people/caller.ts'
import { enter } from '../../src/engine/people/enter.ts'
import { signInByPassword } from '../../src/engine/people/password-sign-in.ts'
import { beginPasskey, finishPasskey } from '../../src/engine/people/passkeys.ts'
import { beginApp, finishApp, finishByCode } from '../../src/engine/people/second-factor.ts'
import { callerOfSession } from '../../src/engine/people/sessions.ts'
import type { PeopleDeps } from '../../src/engine/people/sign-in-ports.ts'
import type { AuditRow } from '../../src/engine/audit-row.ts'
import type { Store } from '../../src/engine/ports.ts'
import { asAppError } from '../../src/model/errors.ts'
import type { RoleName } from '../../src/model/access.ts'
import { Authenticator } from './authenticator.ts'
import { freshTenant, openTestStore } from './databases.ts'
import { base32nopad } from '@scure/base'

const ORIGIN = 'http://localhost:8787'
export const PASSWORD = 'walrus teapot ladder 9'

/** The code that a refusal has. */
export const codeOfRefusal = (error: unknown): string => asAppError(error).code

/** A tenant with its people; time stands still unless it is moved. */
export interface House {
  readonly tenant: string
  readonly deps: PeopleDeps
  readonly operator: Actor
  from(address?: string, session?: string): { readonly address: string; readonly device: string; readonly session?: string }
  now(): string
  /** Milliseconds, forward or back. */
  move(ms: number): void
  audit(): Promise<readonly AuditRow[]>
  close(): Promise<void>
}

export async function openHouse(
  more: { readonly origin?: string; readonly store?: Store; readonly inside?: readonly string[] } = {},
): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-people-'))
  const tenant = freshTenant()
  const store = more.store ?? (await openTestStore())
  let at = Date.parse('2026-03-02T09:00:00.000Z')
  const deps: PeopleDeps = {
    store,
    clock: { now: () => new Date(at).toISOString() },
    chance: systemChance,
    signIn: await openSignIn({
      origin: more.origin ?? ORIGIN,
      keys: join(folder, 'keys'),
      tenant,
      egress: openEgress({ on: true, inside: more.inside ?? [] }),
    }),
  }
  return {
    tenant,
    deps,
    operator: { tenant, id: 'local-operator' },
    from: (address = '192.0.2.7', session) => ({ address, device: 'a browser', ...(session === undefined ? {} : { session }) }),
    now: () => deps.clock.now(),
    move: (ms) => void (at += ms),
    audit: () => store.tx(tenant, (tx) => tx.auditRows(0, 1000)),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** An authenticator app: shows the code of the moment. */
export const codeOf = (house: Pick<House, 'now'>, key: string, steps = 0): string =>
  oneTimeCode(base32nopad.decode(key), stepAt(Date.parse(house.now())) + steps)

export interface Person {
  readonly id: string
  readonly email: string
  /** Of the last full session. */
  readonly token: string
  /** Key of the app, where there is one. */
  readonly key: string
  readonly recoveryCodes: readonly string[]
  readonly authenticator: Authenticator
}

let counted = 0

/** Lets in whoever holds a link, with password and app, as the pages of the console do. */
export async function letIn(
  house: Pick<House, 'deps' | 'from' | 'now'>,
  token: string,
): Promise<Pick<Person, 'token' | 'key' | 'recoveryCodes'>> {
  const half = await enter(house.deps, house.from(), { token, password: PASSWORD })
  const { enrolment, key } = await beginApp(house.deps, half.token)
  const done = await finishApp(house.deps, house.from(), { session: half.token, enrolment, code: codeOf(house, key) })
  return { token: done.token, key, recoveryCodes: done.recoveryCodes }
}

/** Invites somebody and lets them in, with password and app. */
export async function settle(house: House, roles: readonly RoleName[], by: Actor | Caller = house.operator): Promise<Person> {
  const email = `person-${++counted}@example.com`
  const link = await invite(house.deps, by, { email, name: `Person ${counted}`, roles })
  return { ...(await letIn(house, link.token)), id: link.account, email, authenticator: new Authenticator(ORIGIN) }
}

/** Invites somebody and lets them in with a passkey and no password. */
export async function settleWithPasskey(house: House, roles: readonly RoleName[]): Promise<Person> {
  const email = `person-${++counted}@example.com`
  const link = await invite(house.deps, house.operator, { email, name: `Person ${counted}`, roles })
  const half = await enter(house.deps, house.from(), { token: link.token })
  const authenticator = new Authenticator(ORIGIN)
  const begun = await beginPasskey(house.deps, half.token)
  const done = await finishPasskey(house.deps, house.from(), {
    session: half.token,
    ceremony: begun.ceremony,
    answer: authenticator.create(begun.options),
    name: 'blue key',
  })
  return { id: link.account, email, token: done.token, key: '', recoveryCodes: [], authenticator }
}

/** Signs in anew with password and the next code. */
export async function signIn(house: House, person: Person, from = house.from()): Promise<string> {
  const half = await signInByPassword(house.deps, from, { tenant: house.tenant, email: person.email, password: PASSWORD })
  return (await finishByCode(house.deps, from, half.token, codeOf(house, person.key))).token
}

export async function callerWith(house: House, token: string): Promise<Caller> {
  const caller = await callerOfSession(house.deps, token)
  if (caller === undefined) throw new Error('nobody')
  return caller
}

/** The one who runs the organisation's account, entered through the first link. */
export async function firstAdmin(house: House): Promise<Caller> {
  const link = await firstLink(house.deps, house.operator)
  const half = await enter(house.deps, house.from(), {
    token: link?.token ?? '',
    password: PASSWORD,
    email: 'First@Example.com',
    name: 'First Person',
  })
  const app = await beginApp(house.deps, half.token)
  const done = await finishApp(house.deps, house.from(), { session: half.token, enrolment: app.enrolment, code: codeOf(house, app.key) })
  return callerWith(house, done.token)
}
