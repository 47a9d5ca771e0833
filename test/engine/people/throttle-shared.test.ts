import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type OpenStore } from '../../../src/adapters/store-postgres/index.ts'
import { signInByPassword } from '../../../src/engine/people/password-sign-in.ts'
import { noServerHere, startServer, type TestServer } from '../../support/postgres-server.ts'
import { codeOfRefusal, openHouse, PASSWORD, settle, type House } from '../../support/people.ts'

/** Whoever guesses passwords gains nothing by asking several processes: what is counted stands in the database they share. */
describe.skipIf(noServerHere() !== undefined)('two processes on one PostgreSQL', () => {
  let server: TestServer
  let stores: OpenStore[]
  let house: House
  beforeAll(async () => {
    server = await startServer()
    const url = await server.database()
    // Each with connections of its own, as two processes have.
    stores = [await openServer(url), await openServer(url)]
    house = await openHouse({ store: stores[0] as OpenStore })
  })
  afterAll(async () => {
    await house?.close()
    for (const store of stores ?? []) await store.close()
    await server?.stop()
  })

  const attempt = (which: number, email: string, password: string, address: string) =>
    signInByPassword({ ...house.deps, store: stores[which % 2] as OpenStore }, house.from(address), {
      tenant: house.tenant,
      email,
      password,
    }).then(() => 'in', codeOfRefusal)

  test('five tries are free between them, one after the other and all at once', async () => {
    const { email } = await settle(house, ['recruiter'])
    const answers: string[] = []
    for (let n = 0; n < 8; n++) answers.push(await attempt(n, email, 'wrong password here', '198.51.100.1'))
    expect(answers).toEqual([...Array(5).fill('unauthenticated'), ...Array(3).fill('too-many')])
    expect(await attempt(0, email, PASSWORD, '198.51.100.1')).toBe('too-many')
    expect(await attempt(1, email, PASSWORD, '198.51.100.1')).toBe('too-many')
    const { email: other } = await settle(house, ['recruiter'])
    const burst = await Promise.all(Array.from({ length: 20 }, (_, n) => attempt(n, other, 'wrong password here', '198.51.100.2')))
    expect(burst.filter((answer) => answer === 'unauthenticated')).toHaveLength(5)
    expect(burst.filter((answer) => answer === 'too-many')).toHaveLength(15)
  })
})
