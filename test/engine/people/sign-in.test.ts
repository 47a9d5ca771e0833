import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setRoles, signOut } from '../../../src/engine/people/accounts.ts'
import { demandFresh } from '../../../src/engine/people/caller.ts'
import { enter, seeLink } from '../../../src/engine/people/enter.ts'
import { changePassword, signInByPassword } from '../../../src/engine/people/password-sign-in.ts'
import { beginApp, finishApp, finishByCode } from '../../../src/engine/people/second-factor.ts'
import { callerOfSession, endSessions, sessionsOf, stillIn } from '../../../src/engine/people/sessions.ts'
import { readToken } from '../../../src/engine/people/tokens.ts'
import { firstLink, invite } from '../../../src/engine/people/accounts.ts'
import { callerWith, codeOf, firstAdmin, openHouse, PASSWORD, settle, signIn, type House } from '../../support/people.ts'

const MINUTE = 60_000
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const byPassword = (email: string, password = PASSWORD, from = house.from()) =>
  signInByPassword(house.deps, from, { tenant: house.tenant, email, password })

describe('the first start', () => {
  test('there is no account; a link makes one, once, and it runs the organisation and sees no case', async () => {
    const fresh = await openHouse()
    const signInTo = (email: string, password: string) =>
      signInByPassword(fresh.deps, fresh.from(), { tenant: fresh.tenant, email, password })
    for (const guess of ['admin', 'admin@example.com', 'local-operator'])
      await expect(signInTo(guess, 'admin')).rejects.toMatchObject({ status: 401 })
    const older = await firstLink(fresh.deps, fresh.operator)
    const admin = await firstAdmin(fresh)
    expect(admin.roles).toEqual(['tenant-admin'])
    expect([...admin.may].sort()).toEqual(['audit:read', 'people:manage', 'scoring:stop', 'settings:manage'])
    expect(await firstLink(fresh.deps, fresh.operator)).toBeUndefined()
    // The link that was printed before the last one is dead.
    await expect(
      enter(fresh.deps, fresh.from(), { token: older?.token ?? '', email: 'b@example.com', name: 'B', password: PASSWORD }),
    ).rejects.toMatchObject({ code: 'gone' })
    await fresh.close()
  })

  test('a link lets in once, and looking at it does not use it up', async () => {
    const link = await invite(house.deps, house.operator, { email: 'once@example.com', name: 'Once', roles: ['recruiter'] })
    for (let i = 0; i < 3; i += 1)
      expect(await seeLink(house.deps, house.from(), link.token)).toMatchObject({ kind: 'invitation', name: 'Once' })
    const both = await Promise.allSettled([1, 2].map(() => enter(house.deps, house.from(), { token: link.token, password: PASSWORD })))
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    await expect(enter(house.deps, house.from(), { token: link.token, password: PASSWORD })).rejects.toMatchObject({ code: 'gone' })
    // The secret stands nowhere.
    const secret = readToken('link', link.token)?.secret ?? ''
    const rows = await house.deps.store.tx(house.tenant, async (tx) => JSON.stringify([await tx.accounts(), await tx.auditRows(0, 1000)]))
    expect(secret).toHaveLength(64)
    expect(rows.includes(secret)).toBe(false)
  })

  test('after three days an invitation is over', async () => {
    const link = await invite(house.deps, house.operator, { email: 'late@example.com', name: 'Late', roles: ['recruiter'] })
    house.move(3 * 24 * 60 * MINUTE)
    await expect(enter(house.deps, house.from(), { token: link.token, password: PASSWORD })).rejects.toMatchObject({ code: 'gone' })
  })
})

describe('two factors', () => {
  test('a password alone is nobody yet; the code makes it somebody', async () => {
    const person = await settle(house, ['investigator'])
    house.move(2 * MINUTE)
    const half = await byPassword(person.email.toUpperCase())
    expect(half).toMatchObject({ full: false, has: { app: true, passkey: false } })
    expect(await callerOfSession(house.deps, half.token)).toBeUndefined()
    // Half a session cannot put its own app in the place of the one there is.
    await expect(beginApp(house.deps, half.token)).rejects.toMatchObject({ status: 403 })
    const full = await finishByCode(house.deps, house.from(), half.token, codeOf(house, person.key))
    const caller = await callerWith(house, full.token)
    expect(caller).toMatchObject({ tenant: house.tenant, id: person.id, roles: ['investigator'], by: 'password' })
    expect(caller.may.has('case:work')).toBe(true)
    // The half is used up.
    await expect(finishByCode(house.deps, house.from(), half.token, codeOf(house, person.key))).rejects.toMatchObject({ status: 401 })
  })

  test('a code is good once, also for two at the same moment, and no code of an earlier step afterwards', async () => {
    const person = await settle(house, ['investigator'])
    house.move(2 * MINUTE)
    const halves = [await byPassword(person.email), await byPassword(person.email), await byPassword(person.email)]
    const code = codeOf(house, person.key)
    const both = await Promise.allSettled(halves.slice(0, 2).map((half) => finishByCode(house.deps, house.from(), half.token, code)))
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    await expect(finishByCode(house.deps, house.from(), halves[2]?.token ?? '', codeOf(house, person.key, -1))).rejects.toMatchObject({
      status: 401,
    })
  })

  test('the code of the step before is taken, of two before and of the next not', async () => {
    const person = await settle(house, ['investigator'])
    for (const [steps, taken] of [
      [-2, false],
      [1, false],
      [-1, true],
    ] as const) {
      house.move(5 * MINUTE)
      const half = await byPassword(person.email)
      const answer = finishByCode(house.deps, house.from(), half.token, codeOf(house, person.key, steps))
      await (taken ? expect(answer).resolves.toMatchObject({ full: true }) : expect(answer).rejects.toMatchObject({ status: 401 }))
    }
  })

  test('recovery codes: ten, each once, in any spelling, kept as hashes', async () => {
    const person = await settle(house, ['investigator'])
    expect(person.recoveryCodes).toHaveLength(10)
    expect(person.recoveryCodes[0]).toMatch(/^([a-z2-7]{6}-){3}[a-z2-7]{6}$/)
    const spelled = (person.recoveryCodes[0] ?? '').toUpperCase().replaceAll('-', ' ')
    await finishByCode(house.deps, house.from(), (await byPassword(person.email)).token, spelled)
    await expect(
      finishByCode(house.deps, house.from(), (await byPassword(person.email)).token, person.recoveryCodes[0] ?? ''),
    ).rejects.toMatchObject({ status: 401 })
    expect(await house.deps.store.tx(house.tenant, (tx) => tx.recoveryCodesLeft(person.id))).toBe(9)
    const account = await house.deps.store.tx(house.tenant, (tx) => tx.account(person.id))
    expect(account?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    // The app's key is not readable in the database.
    expect(account?.totp?.includes(person.key)).toBe(false)
  })

  test('an app that shows another code changes nothing, and the right one may still follow', async () => {
    const link = await invite(house.deps, house.operator, { email: 'typo@example.com', name: 'Typo', roles: ['auditor'] })
    const half = await enter(house.deps, house.from(), { token: link.token, password: PASSWORD })
    const app = await beginApp(house.deps, half.token)
    expect(app.address).toContain(`secret=${app.key}`)
    const given = (code: string) => ({ session: half.token, enrolment: app.enrolment, code })
    await expect(finishApp(house.deps, house.from(), given('000000'))).rejects.toMatchObject({ status: 401 })
    const done = await finishApp(house.deps, house.from(), given(codeOf(house, app.key)))
    expect((await callerWith(house, done.token)).roles).toEqual(['auditor'])
  })
})

describe('sessions', () => {
  test('a token that the browser brought is worth nothing after signing in (fixation)', async () => {
    const person = await settle(house, ['recruiter'])
    house.move(2 * MINUTE)
    const before = person.token
    const half = await byPassword(person.email)
    expect(half.token).not.toBe(before)
    const full = await finishByCode(house.deps, house.from('192.0.2.7', before), half.token, codeOf(house, person.key))
    expect(full.token).not.toBe(half.token)
    expect(await callerOfSession(house.deps, before)).toBeUndefined()
    expect(await callerOfSession(house.deps, half.token)).toBeUndefined()
    expect(await callerOfSession(house.deps, full.token)).toBeDefined()
    // Somebody else's session that was planted is ended too, and never becomes this person's.
    const planter = await settle(house, ['recruiter'])
    house.move(2 * MINUTE)
    const mine = await finishByCode(
      house.deps,
      house.from('192.0.2.7', planter.token),
      (await byPassword(person.email)).token,
      codeOf(house, person.key),
    )
    expect((await callerWith(house, mine.token)).id).toBe(person.id)
    expect(await callerOfSession(house.deps, planter.token)).toBeUndefined()
  })

  test('nobody is let in by a token with one digit, the tenant or the kind changed', async () => {
    const { token } = await settle(house, ['recruiter'])
    const flipped = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0')
    for (const other of [
      flipped,
      token.replace(house.tenant, 'local'),
      token.replace(/^s_/, 'bf_'),
      token.slice(2),
      '',
      `${token} `,
      `s_${house.tenant}_${'0'.repeat(16)}_${'0'.repeat(64)}`,
    ])
      expect(await callerOfSession(house.deps, other)).toBeUndefined()
    expect(await callerOfSession(house.deps, token)).toBeDefined()
  })

  test('half an hour without a request ends one, and so do twelve hours with requests', async () => {
    const idle = await settle(house, ['recruiter'])
    house.move(29 * MINUTE)
    expect(await callerOfSession(house.deps, idle.token)).toBeDefined()
    house.move(30 * MINUTE)
    expect(await callerOfSession(house.deps, idle.token)).toBeUndefined()
    const busy = await settle(house, ['recruiter'])
    let alive = 0
    for (let minutes = 0; minutes < 13 * 60; minutes += 20) {
      house.move(20 * MINUTE)
      if ((await callerOfSession(house.deps, busy.token)) !== undefined) alive += 20
    }
    expect(alive).toBe(12 * 60 - 20)
  })

  test('what was shown is fresh for ten minutes', async () => {
    const person = await settle(house, ['recruiter'])
    const caller = await callerWith(house, person.token)
    expect(() => demandFresh(caller, house.now())).not.toThrow()
    house.move(10 * MINUTE)
    expect(() => demandFresh(caller, house.now())).toThrow(expect.objectContaining({ code: 'needs-fresh-sign-in', status: 403 }))
  })

  test('one sees and ends one’s own, and nobody else’s', async () => {
    const person = await settle(house, ['recruiter'])
    const stranger = await callerWith(house, (await settle(house, ['recruiter'])).token)
    house.move(MINUTE)
    const second = await callerWith(house, await signIn(house, person))
    const own = await sessionsOf(house.deps, second)
    expect(own.map((one) => one.current)).toEqual([true, false])
    expect(own[0]?.device).toBe('a browser')
    expect(JSON.stringify(own)).not.toMatch(/[0-9a-f]{64}/)
    await expect(endSessions(house.deps, stranger, { only: own[1]?.id ?? '' })).rejects.toMatchObject({ status: 404 })
    expect(await endSessions(house.deps, second, 'others')).toBe(1)
    expect(await callerOfSession(house.deps, person.token)).toBeUndefined()
    expect(await sessionsOf(house.deps, second)).toHaveLength(1)
  })

  test('who is signed out in the middle of a request writes nothing more', async () => {
    const person = await settle(house, ['recruiter'])
    const caller = await callerWith(house, person.token)
    await house.deps.store.tx(house.tenant, (tx) => stillIn(tx, caller))
    expect(await signOut(house.deps, house.operator, person.id)).toBe(1)
    await expect(house.deps.store.tx(house.tenant, (tx) => stillIn(tx, caller))).rejects.toMatchObject({ status: 401 })
    expect(await callerOfSession(house.deps, person.token)).toBeUndefined()
  })

  test('a change of roles ends them, and the next one has the new roles', async () => {
    const person = await settle(house, ['recruiter', 'investigator'])
    await setRoles(house.deps, house.operator, person.id, ['recruiter'])
    expect(await callerOfSession(house.deps, person.token)).toBeUndefined()
    house.move(MINUTE)
    expect((await callerWith(house, await signIn(house, person))).may.has('case:work')).toBe(false)
  })

  test('a new password needs the old one and ends the other sessions', async () => {
    const person = await settle(house, ['recruiter'])
    house.move(MINUTE)
    const caller = await callerWith(house, await signIn(house, person))
    const next = 'violet anchor biscuit 4'
    await expect(changePassword(house.deps, caller, house.from(), { current: 'not that one', next })).rejects.toMatchObject({ status: 401 })
    await expect(changePassword(house.deps, caller, house.from(), { current: PASSWORD, next: person.email })).rejects.toMatchObject({
      code: 'usage',
    })
    await changePassword(house.deps, caller, house.from(), { current: PASSWORD, next })
    expect(await callerOfSession(house.deps, person.token)).toBeUndefined()
    await expect(byPassword(person.email)).rejects.toMatchObject({ status: 401 })
    await expect(byPassword(person.email, next)).resolves.toMatchObject({ full: false })
  })
})
