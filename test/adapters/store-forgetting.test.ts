import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeOf } from '../../src/adapters/store-postgres/store.ts'
import type { Store } from '../../src/engine/ports.ts'
import { DATABASES, freshTenant, type TestDatabase } from '../support/databases.ts'
import { aFinding, aPersona } from '../support/rows.ts'

describe.each(DATABASES)('forgetting somebody about whom something is being said, on $name', ({ skip, open }) => {
  if (skip !== undefined) {
    test.skip(`not here: ${skip}`)
    return
  }

  let database: TestDatabase
  let store: Store
  beforeAll(async () => {
    database = await open()
    store = storeOf(database.connection)
  })
  afterAll(() => database?.close())

  test('waits until it is said, and takes it along', async () => {
    const tenant = freshTenant()
    await store.tx(tenant, async (tx) => {
      for (const id of ['p-1', 'p-2']) await tx.putPersona(aPersona(id))
    })
    const [holds, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const saying = store.tx(tenant, async (tx) => {
      expect(await tx.stay(['p-2', 'p-1', 'p-9'])).toEqual(['p-1', 'p-2'])
      holds.resolve()
      // Time enough for a forgetting that does not wait. The embedded database has one session, so there it always does.
      await Promise.race([ended.promise, delay(300)])
      await tx.replaceFindings(['p-1', 'p-2'], [aFinding('f-1', 'p-1', ['s']), aFinding('f-2', 'p-2', ['s'])])
    })
    await holds.promise
    const forgetting = store.tx(tenant, async (tx) => {
      await tx.lockToForget('p-1')
      await tx.forget('p-1')
    })
    void forgetting.finally(() => ended.resolve())
    await Promise.all([saying, forgetting])
    await store.tx(tenant, async (tx) => {
      expect((await tx.findings(['p-1', 'p-2'])).map((f) => f.id)).toEqual(['f-2'])
      expect(await tx.stay(['p-1', 'p-2'])).toEqual(['p-2'])
    })
  })
})
