import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { invite } from '../../src/engine/people/accounts.ts'
import { signInByPassword } from '../../src/engine/people/password-sign-in.ts'
import { codeOfRefusal, openHouse, settle, type House } from '../support/people.ts'

/** The real hashing, counted: how much is done must tell nobody whether there is an account. */
const verified = vi.hoisted(() => [] as string[])
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return {
    ...real,
    verify: (...given: Parameters<typeof real.verify>) => {
      verified.push(String(given[0]).split('$').slice(0, 4).join('$'))
      return real.verify(...given)
    },
  }
})

let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

test('a wrong password, an account that there is not and one that is invited and has none cost the same hashing', async () => {
  const { email } = await settle(house, ['recruiter'])
  await invite(house.deps, house.operator, { email: 'invited@example.com', name: 'Invited', roles: ['recruiter'] })
  const work: Record<string, readonly string[]> = {}
  for (const [n, who] of [email, 'nobody@example.com', 'invited@example.com'].entries()) {
    verified.length = 0
    const answer = await signInByPassword(house.deps, house.from(`192.0.2.${n + 20}`), {
      tenant: house.tenant,
      email: who,
      password: 'not this one at all',
    }).catch(codeOfRefusal)
    expect(answer).toBe('unauthenticated')
    work[who] = [...verified]
  }
  // One hash each, of one kind and with the same memory, passes and lanes.
  expect(work[email]).toEqual(['$argon2id$v=19$m=19456,t=2,p=1'])
  expect(work['nobody@example.com']).toEqual(work[email])
  expect(work['invited@example.com']).toEqual(work[email])
})
