import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInByPassword } from '../../../src/engine/people/password-sign-in.ts'
import { finishByCode } from '../../../src/engine/people/second-factor.ts'
import { countTry, networkOf, waitAfter, type Try } from '../../../src/engine/people/throttle.ts'
import { tidyPeople } from '../../../src/engine/people/tidy.ts'
import { openHouse, PASSWORD, settle, signIn, type House } from '../../support/people.ts'

const MINUTE = 60_000
let house: House
let address = 0
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** A network that nobody has used. */
const elsewhere = () => house.from(`198.51.100.${++address}`)
const attempt = (email: string, password: string, from = elsewhere()) =>
  signInByPassword(house.deps, from, { tenant: house.tenant, email, password }).then(
    () => 'in',
    (error: { code: string }) => error.code,
  )
/** Counts a try without making it. */
const count = (asked: Try) =>
  house.deps.store
    .tx(house.tenant, (tx) => countTry(tx, asked, house.now()))
    .then(
      () => 'counted',
      (error: { code: string }) => error.code,
    )
async function failures(email: string, n: number, from = elsewhere()): Promise<readonly string[]> {
  const answers: string[] = []
  for (let i = 0; i < n; i += 1) answers.push(await attempt(email, 'wrong password here', from))
  return answers
}

describe('failures slow the next try down', () => {
  test('five are free, then each wait doubles, and asking while waiting does not lengthen it', async () => {
    const { email } = await settle(house, ['recruiter'])
    const from = elsewhere()
    expect(await failures(email, 7, from)).toEqual([...Array(5).fill('unauthenticated'), 'too-many', 'too-many'])
    // Even the right one, while it lasts.
    expect(await attempt(email, PASSWORD, from)).toBe('too-many')
    house.move(1000)
    expect(await attempt(email, 'wrong password here', from)).toBe('unauthenticated')
    house.move(1000)
    expect(await attempt(email, PASSWORD, from)).toBe('too-many')
    house.move(1000)
    expect(await attempt(email, PASSWORD, from)).toBe('in')
    expect(waitAfter('pair', 5)).toBe(1000)
    expect(waitAfter('pair', 6)).toBe(2000)
    expect(waitAfter('pair', 500)).toBe(15 * MINUTE)
  })

  test('a thousand at once are a thousand failures', async () => {
    const { email } = await settle(house, ['recruiter'])
    const from = elsewhere()
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(email, 'wrong password here', from)))
    expect(answers.filter((answer) => answer === 'unauthenticated')).toHaveLength(5)
  })

  test('an account that there is not is answered alike, word for word, and slowed alike', async () => {
    const { email } = await settle(house, ['recruiter'])
    const said = async (who: string): Promise<unknown[]> => {
      const from = elsewhere()
      const answers: unknown[] = []
      for (let i = 0; i < 7; i += 1)
        answers.push(
          await signInByPassword(house.deps, from, { tenant: house.tenant, email: who, password: 'wrong password here' }).catch(
            (error: { code: string; status: number; detail: string }) => [error.code, error.status, error.detail],
          ),
        )
      return answers
    }
    expect(await said('nobody@example.com')).toEqual(await said(email))
    // As many rows are written, and the password is hashed, for nobody too.
    const rows = (await house.audit()).slice(-10)
    expect(rows.filter((row) => row.action === 'sign-in-refused' && row.subject === 'nobody')).toHaveLength(5)
    expect(rows.filter((row) => row.action === 'sign-in-refused' && row.subject !== 'nobody')).toHaveLength(5)
    expect(JSON.stringify(rows)).not.toContain('example.com')
    expect(await house.deps.signIn.passwords.verify(undefined, PASSWORD)).toBe(false)
  })

  test('nobody can shut somebody out by failing in their name from everywhere', async () => {
    const person = await settle(house, ['recruiter'])
    house.move(MINUTE)
    for (let i = 0; i < 40; i += 1) await count({ who: person.email, address: elsewhere().address })
    // From a network never used before it takes its minute at most …
    expect(await attempt(person.email, PASSWORD, elsewhere())).toBe('too-many')
    // … and from where the person signed in before, nothing.
    await expect(signIn(house, person)).resolves.toMatch(/^s_/)
    house.move(MINUTE)
    expect(await attempt(person.email, PASSWORD, elsewhere())).toBe('in')
  })

  test('one network that tries many accounts is slowed for all of them, and others are not', async () => {
    const from = elsewhere().address
    const answers: string[] = []
    for (let i = 0; i < 55; i += 1) answers.push(await count({ who: `guess-${i}@example.com`, address: from }))
    expect(answers.indexOf('too-many')).toBe(50)
    expect(await count({ who: 'guess-1@example.com', address: elsewhere().address })).toBe('counted')
  })

  test('codes are guessed ten times from everywhere and then once an hour', async () => {
    const guess = () => count({ who: 'coded@example.com', address: elsewhere().address, factor: true })
    let looked = 0
    for (let i = 0; i < 40; i += 1) if ((await guess()) === 'counted') looked += 1
    expect(looked).toBe(10)
    expect(waitAfter('factor', 100)).toBe(60 * MINUTE)
    // A whole code is guessed and refused, and counted by what was refused.
    const person = await settle(house, ['recruiter'])
    house.move(MINUTE)
    const from = elsewhere()
    const answers: string[] = []
    for (let i = 0; i < 7; i += 1) {
      const half = await signInByPassword(house.deps, from, { tenant: house.tenant, email: person.email, password: PASSWORD })
      answers.push(await finishByCode(house.deps, from, half.token, '000000').then(String, (error: { code: string }) => error.code))
    }
    expect(answers).toEqual([...Array(5).fill('unauthenticated'), 'too-many', 'too-many'])
  })

  test('a clock set back makes nobody wait until it has caught up', async () => {
    const person = await settle(house, ['recruiter'])
    const from = elsewhere()
    await failures(person.email, 12, from)
    house.move(-365 * 24 * 60 * MINUTE)
    expect(await attempt(person.email, PASSWORD, from)).toBe('in')
    house.move(365 * 24 * 60 * MINUTE)
  })

  test('a day later failures are forgotten, and the sweep takes the counts away in the end', async () => {
    const { email } = await settle(house, ['recruiter'])
    const from = elsewhere()
    await failures(email, 6, from)
    house.move(24 * 60 * MINUTE + 1)
    expect(await failures(email, 5, from)).toEqual(Array(5).fill('unauthenticated'))
    house.move(31 * 24 * 60 * MINUTE)
    expect(await tidyPeople(house.deps, house.operator)).toBeGreaterThan(60)
    expect(await tidyPeople(house.deps, house.operator)).toBe(0)
  })

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('the network of %s is %s', (from, network) => {
    expect(networkOf(from)).toBe(network)
  })
})
