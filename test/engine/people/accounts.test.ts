import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accounts, invite, reset, setOpen, setRoles, signOut } from '../../../src/engine/people/accounts.ts'
import { callerOfKey, keysOf, makeKey, NEVER_BY_KEY, revokeKey } from '../../../src/engine/people/api-keys.ts'
import type { Caller } from '../../../src/engine/people/caller.ts'
import { enter } from '../../../src/engine/people/enter.ts'
import { signInByPassword } from '../../../src/engine/people/password-sign-in.ts'
import { callerOfSession } from '../../../src/engine/people/sessions.ts'
import { callerWith, firstAdmin, openHouse, PASSWORD, settle, settleWithPasskey, signIn, type House } from '../../support/people.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let house: House
let admin: Caller
beforeAll(async () => {
  house = await openHouse()
  admin = await firstAdmin(house)
})
afterAll(() => house.close())

/** The same person, who has shown all factors just now. */
const fresh = (caller: Caller): Caller => ({ ...caller, session: undefined, freshUntil: '9999-01-01T00:00:00.000Z' })

describe('accounts', () => {
  test('only who manages people does, and has shown lately who they are', async () => {
    const recruiter = await callerWith(house, (await settle(house, ['recruiter'])).token)
    const who = { email: 'x@example.com', name: 'X', roles: ['recruiter'] as const }
    await expect(invite(house.deps, recruiter, who)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(accounts(house.deps, recruiter)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(invite(house.deps, { ...admin, freshUntil: house.now() }, who)).rejects.toMatchObject({ code: 'needs-fresh-sign-in' })
    await expect(invite(house.deps, admin, who)).resolves.toMatchObject({ token: expect.stringContaining(house.tenant) })
    await expect(invite(house.deps, admin, { ...who, email: 'not an e-mail' })).rejects.toMatchObject({ code: 'usage' })
  })

  test('a second invitation of somebody who has not come takes the first one’s place', async () => {
    const who = { email: 'twice@example.com', name: 'T', roles: ['recruiter'] as const }
    const one = await invite(house.deps, admin, who)
    const two = await invite(house.deps, admin, { ...who, email: ' Twice@Example.com ', roles: ['auditor'] })
    expect(two.account).toBe(one.account)
    await expect(enter(house.deps, house.from(), { token: one.token, password: PASSWORD })).rejects.toMatchObject({ code: 'gone' })
    await enter(house.deps, house.from(), { token: two.token, password: PASSWORD })
    await expect(invite(house.deps, admin, who)).rejects.toMatchObject({ code: 'conflict' })
    const shown = (await accounts(house.deps, admin)).find((one) => one.id === two.account)
    expect(shown).toMatchObject({ email: 'twice@example.com', roles: ['auditor'], state: 'active', has: { password: true, app: false } })
    expect(JSON.stringify(shown)).not.toContain('argon2')
  })

  test('nobody changes themselves, and the last who manages people stays', async () => {
    for (const act of [
      () => setRoles(house.deps, admin, admin.id, ['tenant-admin', 'sysadmin']),
      () => setOpen(house.deps, admin, admin.id, false),
      () => reset(house.deps, admin, admin.id),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' })
    await expect(setRoles(house.deps, house.operator, admin.id, ['auditor'])).rejects.toMatchObject({ code: 'conflict' })
    await expect(setOpen(house.deps, house.operator, admin.id, false)).rejects.toMatchObject({ code: 'conflict' })
    await expect(setRoles(house.deps, admin, 'u-nobody', ['auditor'])).rejects.toMatchObject({ code: 'not-found' })
  })

  test('an administrator who was signed out a moment ago changes nothing', async () => {
    const second = await settle(house, ['tenant-admin'])
    const caller = await callerWith(house, second.token)
    await signOut(house.deps, admin, second.id)
    await expect(invite(house.deps, caller, { email: 'late@example.com', name: 'L', roles: ['auditor'] })).rejects.toMatchObject({
      status: 401,
    })
    expect((await accounts(house.deps, admin)).some((one) => one.email === 'late@example.com')).toBe(false)
  })

  test('a closed account lets nobody in, by no way; opened, its holder signs in again', async () => {
    const person = await settle(house, ['recruiter'])
    const key = await makeKey(
      house.deps,
      { ...(await callerWith(house, person.token)) },
      { name: 'intake', scopes: ['persona:submit'], days: 30 },
    )
    await setOpen(house.deps, admin, person.id, false)
    expect(await callerOfSession(house.deps, person.token)).toBeUndefined()
    expect(await callerOfKey(house.deps, key.token)).toBeUndefined()
    const given = { tenant: house.tenant, email: person.email, password: PASSWORD }
    await expect(signInByPassword(house.deps, house.from(), given)).rejects.toMatchObject({ status: 401 })
    await setOpen(house.deps, admin, person.id, true)
    house.move(MINUTE)
    await expect(signIn(house, person)).resolves.toMatch(/^s_/)
  })

  test('of another tenant nobody is found, nor known by', async () => {
    const other = await openHouse({ store: house.deps.store })
    const theirs = await settle(other, ['recruiter'])
    for (const act of [
      () => setRoles(house.deps, fresh(admin), theirs.id, ['auditor']),
      () => setOpen(house.deps, fresh(admin), theirs.id, false),
      () => reset(house.deps, fresh(admin), theirs.id),
      () => signOut(house.deps, fresh(admin), theirs.id),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'not-found', status: 404 })
    expect(await callerOfSession(house.deps, theirs.token)).toMatchObject({ tenant: other.tenant })
    expect((await accounts(house.deps, admin)).some((one) => one.email === theirs.email)).toBe(false)
    await other.close()
  })

  test('every act stands in the log, with ids and without names or e-mails', async () => {
    const rows = await house.audit()
    const actions = new Set(rows.map((row) => row.action))
    for (const action of [
      'first-link-made',
      'invited',
      'entered',
      'authenticator-enrolled',
      'signed-in',
      'signed-out',
      'account-closed',
      'account-opened',
      'key-made',
    ])
      expect([action, actions.has(action)]).toEqual([action, true])
    expect(JSON.stringify(rows)).not.toMatch(/@|Person|\$argon2|[0-9a-f]{64}"[^,}]*secret/)
  })
})

describe('keys', () => {
  test('may no more than their maker, and never what only a person may', async () => {
    const person = await settleWithPasskey(house, ['approver', 'compliance', 'investigator'])
    const caller = await callerWith(house, person.token)
    const make = (scopes: readonly (typeof NEVER_BY_KEY)[number][], by = caller, days = 30) =>
      makeKey(house.deps, by, { name: 'a program', scopes, days })
    for (const scope of NEVER_BY_KEY) await expect(make([scope])).rejects.toMatchObject({ code: 'forbidden' })
    await expect(make(['settings:manage'])).rejects.toMatchObject({ code: 'forbidden' })
    await expect(make([])).rejects.toMatchObject({ code: 'usage' })
    await expect(make(['case:read'], caller, 367)).rejects.toMatchObject({ code: 'usage' })
    await expect(make(['case:read'], { ...caller, freshUntil: house.now() })).rejects.toMatchObject({ code: 'needs-fresh-sign-in' })
    const key = await make(['case:read', 'persona:read'])
    const holder = await callerOfKey(house.deps, key.token)
    expect([...(holder?.may ?? [])]).toEqual(['case:read', 'persona:read'])
    expect(holder).toMatchObject({ by: 'key', session: undefined, freshUntil: undefined, id: person.id })
    // A key makes no keys.
    await expect(make(['case:read'], holder as Caller)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('shrink with their maker’s roles, show the day of their last use, end at their time and when revoked', async () => {
    const person = await settle(house, ['recruiter', 'investigator'])
    const caller = await callerWith(house, person.token)
    const key = await makeKey(house.deps, caller, { name: 'night run', scopes: ['persona:submit', 'case:work'], days: 2 })
    expect(await keysOf(house.deps, caller)).toMatchObject([{ id: key.id, name: 'night run', lastUsed: undefined }])
    await setRoles(house.deps, house.operator, person.id, ['recruiter'])
    expect([...((await callerOfKey(house.deps, key.token))?.may ?? [])]).toEqual(['persona:submit'])
    const [shown] = await keysOf(house.deps, caller)
    expect(shown?.lastUsed).toBe(house.now().slice(0, 10))
    expect(JSON.stringify(shown)).not.toMatch(/[0-9a-f]{64}/)
    expect(
      await callerOfKey(
        house.deps,
        key.token.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
    ).toBeUndefined()
    const other = await makeKey(
      house.deps,
      { ...caller, freshUntil: '9999-01-01T00:00:00.000Z' },
      { name: 'b', scopes: ['persona:submit'], days: 30 },
    )
    const stranger = await callerWith(house, (await settle(house, ['recruiter'])).token)
    await expect(revokeKey(house.deps, stranger, other.id)).rejects.toMatchObject({ code: 'not-found' })
    await revokeKey(house.deps, caller, other.id)
    expect(await callerOfKey(house.deps, other.token)).toBeUndefined()
    house.move(2 * DAY)
    expect(await callerOfKey(house.deps, key.token)).toBeUndefined()
  })
})
