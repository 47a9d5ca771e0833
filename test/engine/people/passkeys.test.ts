import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter } from '../../../src/engine/people/enter.ts'
import { invite, reset, setRoles } from '../../../src/engine/people/accounts.ts'
import { signInByPassword } from '../../../src/engine/people/password-sign-in.ts'
import { askPasskey, beginPasskey, finishPasskey, passkeysOf, removePasskey, signInByPasskey } from '../../../src/engine/people/passkeys.ts'
import { beginApp } from '../../../src/engine/people/second-factor.ts'
import { callerOfSession } from '../../../src/engine/people/sessions.ts'
import { callerWith, openHouse, PASSWORD, settle, settleWithPasskey, signIn, type House, type Person } from '../../support/people.ts'
import { Authenticator } from '../../support/authenticator.ts'

const MINUTE = 60_000
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const enrol = async (token: string, authenticator: Authenticator) => {
  const begun = await beginPasskey(house.deps, token)
  return finishPasskey(house.deps, house.from(), {
    session: token,
    ceremony: begun.ceremony,
    answer: authenticator.create(begun.options),
    name: 'key',
  })
}
const enterWith = async (person: Person, site?: string) => {
  const asked = await askPasskey(house.deps, house.tenant)
  return signInByPasskey(house.deps, house.from(), { ceremony: asked.ceremony, answer: person.authenticator.get(asked.options, site) })
}

describe('passkeys', () => {
  test('one lets somebody in without a password, names nobody beforehand, and counts', async () => {
    const person = await settleWithPasskey(house, ['approver'])
    expect(await callerWith(house, person.token)).toMatchObject({ by: 'passkey', id: person.id })
    const asked = await askPasskey(house.deps, house.tenant)
    expect(JSON.stringify(asked.options)).not.toContain(person.authenticator.id.toString('base64url'))
    const started = await enterWith(person)
    const caller = await callerWith(house, started.token)
    expect([...caller.may].sort()).toEqual(['appeal:decide', 'approval:give', 'case:read', 'persona:read', 'threshold:read'])
    const [row] = await house.deps.store.tx(house.tenant, (tx) => tx.passkeysOf(person.id))
    expect(row?.counter).toBe(person.authenticator.counter)
  })

  test('an answer is good once, for its own question, and for minutes', async () => {
    const person = await settleWithPasskey(house, ['approver'])
    const one = await askPasskey(house.deps, house.tenant)
    const two = await askPasskey(house.deps, house.tenant)
    const answer = person.authenticator.get(one.options)
    await expect(signInByPasskey(house.deps, house.from(), { ceremony: two.ceremony, answer })).rejects.toMatchObject({ status: 401 })
    await expect(signInByPasskey(house.deps, house.from(), { ceremony: one.ceremony, answer })).resolves.toMatchObject({ full: true })
    await expect(signInByPasskey(house.deps, house.from(), { ceremony: one.ceremony, answer })).rejects.toMatchObject({ code: 'gone' })
    const late = await askPasskey(house.deps, house.tenant)
    house.move(5 * MINUTE)
    await expect(
      signInByPasskey(house.deps, house.from(), { ceremony: late.ceremony, answer: person.authenticator.get(late.options) }),
    ).rejects.toMatchObject({ code: 'gone' })
  })

  test('a site that looks like this one gets nothing, nor does a key that did not check its user, nor one nobody has', async () => {
    const person = await settleWithPasskey(house, ['approver'])
    await expect(enterWith(person, 'http://localhost.example:8787')).rejects.toMatchObject({ status: 401 })
    person.authenticator.verifies = false
    await expect(enterWith(person)).rejects.toMatchObject({ status: 401 })
    person.authenticator.verifies = true
    await expect(enterWith({ ...person, authenticator: new Authenticator('http://localhost:8787') })).rejects.toMatchObject({ status: 401 })
    await expect(enterWith(person)).resolves.toMatchObject({ full: true })
  })

  test('a counter that does not go up is refused and written down: there may be two of it', async () => {
    const person = await settleWithPasskey(house, ['approver'])
    await enterWith(person)
    person.authenticator.counter -= 1
    await expect(enterWith(person)).rejects.toMatchObject({ status: 401 })
    expect((await house.audit()).at(-1)).toMatchObject({ action: 'sign-in-refused', subject: person.id, detail: { by: 'passkey-counter' } })
    await expect(enterWith(person)).resolves.toMatchObject({ full: true })
  })

  test('garbage in place of an answer is an answer that does not fit', async () => {
    for (const answer of [{}, { id: 'x' }, { id: 7, response: null }, { id: 'x', rawId: 'x', type: 'public-key', response: {} }]) {
      const asked = await askPasskey(house.deps, house.tenant)
      await expect(signInByPasskey(house.deps, house.from(), { ceremony: asked.ceremony, answer })).rejects.toMatchObject({ status: 401 })
    }
  })

  test('another tenant does not know it', async () => {
    const person = await settleWithPasskey(house, ['approver'])
    const other = await openHouse({ store: house.deps.store })
    const asked = await askPasskey(other.deps, other.tenant)
    await expect(
      signInByPasskey(other.deps, other.from(), { ceremony: asked.ceremony, answer: person.authenticator.get(asked.options) }),
    ).rejects.toMatchObject({ status: 401 })
    await other.close()
  })
})

describe('who must have one', () => {
  test.each(['approver', 'compliance', 'sanctions-auditor', 'sysadmin'] as const)(
    'a %s who signed in with password and code may only enrol one',
    async (role) => {
      const person = await settle(house, [role])
      const held = await callerWith(house, person.token)
      expect(held.may.size).toBe(0)
      const started = await enrol(person.token, person.authenticator)
      const caller = await callerWith(house, started.token)
      expect(caller.by).toBe('passkey')
      expect(caller.may.size).toBeGreaterThan(0)
      expect(await callerOfSession(house.deps, person.token)).toBeUndefined()
      // From now on the password and a code are not enough, neither to work nor to enrol another.
      house.move(MINUTE)
      const weaker = await signIn(house, person)
      expect((await callerWith(house, weaker)).may.size).toBe(0)
      await expect(beginPasskey(house.deps, weaker)).rejects.toMatchObject({ status: 403 })
      await expect(beginApp(house.deps, weaker)).rejects.toMatchObject({ status: 403 })
    },
  )

  test('a role given later asks for it from the next sign-in on', async () => {
    const person = await settle(house, ['investigator'])
    await setRoles(house.deps, house.operator, person.id, ['approver', 'investigator'])
    house.move(MINUTE)
    expect((await callerWith(house, await signIn(house, person))).may.size).toBe(0)
  })

  test('others may have one too, and a session that is not fresh enrols none', async () => {
    const person = await settle(house, ['recruiter'])
    house.move(10 * MINUTE)
    await expect(beginPasskey(house.deps, person.token)).rejects.toMatchObject({ code: 'needs-fresh-sign-in' })
    const token = await signIn(house, person)
    await expect(enrol(token, person.authenticator)).resolves.toMatchObject({ full: true })
  })

  test('the answer to one person’s enrolment enrols nothing for another', async () => {
    const one = await settle(house, ['recruiter'])
    const two = await settle(house, ['recruiter'])
    const begun = await beginPasskey(house.deps, one.token)
    await expect(
      finishPasskey(house.deps, house.from(), {
        session: two.token,
        ceremony: begun.ceremony,
        answer: two.authenticator.create(begun.options),
        name: 'key',
      }),
    ).rejects.toMatchObject({ status: 401 })
    expect(await passkeysOf(house.deps, await callerWith(house, two.token))).toEqual([])
  })

  test('the last one stays where nothing else lets its holder in; another goes, and with it the sessions', async () => {
    const person = await settleWithPasskey(house, ['approver'])
    const caller = await callerWith(house, person.token)
    const [only] = await passkeysOf(house.deps, caller)
    await expect(removePasskey(house.deps, caller, only?.id ?? '')).rejects.toMatchObject({ status: 403 })
    const started = await enrol(person.token, new Authenticator('http://localhost:8787'))
    const again = await callerWith(house, started.token)
    await removePasskey(house.deps, again, only?.id ?? '')
    await expect(enterWith(person)).rejects.toMatchObject({ status: 401 })
    await expect(removePasskey(house.deps, again, only?.id ?? '')).rejects.toMatchObject({ status: 404 })
  })

  test('who lost everything is let in anew by a link, and what they had is worth nothing then', async () => {
    const person = await settleWithPasskey(house, ['approver'])
    const link = await reset(house.deps, house.operator, person.id)
    expect(await callerOfSession(house.deps, person.token)).toBeUndefined()
    // Not before the link is used: a link that was made by mistake takes nothing away.
    await expect(enterWith(person)).resolves.toMatchObject({ full: true })
    const half = await enter(house.deps, house.from(), { token: link.token })
    await expect(enterWith(person)).rejects.toMatchObject({ status: 401 })
    const authenticator = new Authenticator('http://localhost:8787')
    await enrol(half.token, authenticator)
    await expect(enterWith({ ...person, authenticator })).resolves.toMatchObject({ full: true })
  })

  test('without a password an app is no second factor', async () => {
    const link = await invite(house.deps, house.operator, { email: 'no-password@example.com', name: 'N', roles: ['recruiter'] })
    const half = await enter(house.deps, house.from(), { token: link.token })
    await expect(beginApp(house.deps, half.token)).rejects.toMatchObject({ status: 403 })
    await expect(
      signInByPassword(house.deps, house.from(), { tenant: house.tenant, email: 'no-password@example.com', password: PASSWORD }),
    ).rejects.toMatchObject({ status: 401 })
  })
})
