import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeOf } from '../../src/adapters/store-postgres/store.ts'
import type { Store, Tx } from '../../src/engine/ports.ts'
import { callerWith, openHouse, settle, settleWithPasskey, signIn } from '../support/people.ts'
import { DATABASES, freshTenant, type TestDatabase } from '../support/databases.ts'
import { anAccount, aOneTime, aSession, LATER } from '../support/people-rows.ts'
import { NOON } from '../support/rows.ts'

describe.each(DATABASES)('people on $name', ({ skip, open }) => {
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

  const alone = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.tx(freshTenant(), work)

  test('an account comes back as it went in; an e-mail and a subject are one account’s', async () => {
    await alone(async (tx) => {
      const whole = anAccount('u-1', { password: '$argon2id$', totp: 'sealed', totpStep: 57_000_000, oidc: 'https://idp.example.com 7' })
      expect(await tx.addAccount(whole)).toBe(true)
      expect(await tx.addAccount(anAccount('u-2'))).toBe(true)
      expect(await tx.addAccount(anAccount('u-3', { email: 'u-1@example.com' }))).toBe(false)
      expect(await tx.account('u-1')).toEqual(whole)
      expect(await tx.accountByEmail('u-2@example.com')).toEqual(anAccount('u-2'))
      expect(await tx.accountByOidc('https://idp.example.com 7')).toEqual(whole)
      expect(await tx.account('u-3')).toBeUndefined()
      await tx.changeAccount('u-1', { roles: ['auditor'], password: null, totp: null, totpStep: null, oidc: null })
      expect(await tx.accounts()).toEqual([anAccount('u-1', { roles: ['auditor'] }), anAccount('u-2')])
    })
    // Another tenant may have the same e-mail.
    await alone(async (tx) => expect(await tx.addAccount(anAccount('u-1'))).toBe(true))
  })

  test('steps only go up, recovery codes and links are used once', async () => {
    await alone(async (tx) => {
      await tx.addAccount(anAccount('u-1'))
      const steps: boolean[] = []
      for (const step of [5, 5, 4, 6]) steps.push(await tx.useTotpStep('u-1', step))
      expect(steps).toEqual([true, false, false, true])
      await tx.replaceRecoveryCodes('u-1', ['a', 'b'])
      await tx.replaceRecoveryCodes('u-1', ['c', 'd'])
      expect([await tx.useRecoveryCode('u-1', 'a'), await tx.useRecoveryCode('u-1', 'c'), await tx.useRecoveryCode('u-1', 'c')]).toEqual([
        false,
        true,
        false,
      ])
      expect(await tx.recoveryCodesLeft('u-1')).toBe(1)
      await tx.addOneTime(aOneTime('l-1', 'u-1'))
      await tx.addOneTime(aOneTime('l-2', undefined))
      expect(await tx.oneTime('l-1', 'other')).toBeUndefined()
      expect(await tx.takeOneTime('l-1', 'other')).toBeUndefined()
      expect(await tx.oneTime('l-1', 'h')).toEqual(aOneTime('l-1', 'u-1'))
      expect(await tx.takeOneTime('l-1', 'h')).toEqual(aOneTime('l-1', 'u-1'))
      expect(await tx.takeOneTime('l-1', 'h')).toBeUndefined()
      await tx.addOneTime(aOneTime('l-3', 'u-1'))
      await tx.dropOneTimes('u-1', ['invitation'])
      expect(await tx.oneTime('l-3', 'h')).toBeDefined()
      await tx.dropOneTimes('u-1', ['invitation', 'reset'])
      expect([await tx.oneTime('l-3', 'h'), await tx.oneTime('l-2', 'h')]).toEqual([undefined, aOneTime('l-2', undefined)])
    })
  })

  test('sessions end one by one, all but one, or all; a sweep takes what is over', async () => {
    await alone(async (tx) => {
      for (const id of ['s-1', 's-2', 's-3']) await tx.addSession(aSession(id, 'u-1'))
      await tx.addSession(aSession('s-4', 'u-2'))
      await tx.seeSession('s-1', LATER)
      expect(await tx.holdSession('s-1')).toEqual({ ...aSession('s-1', 'u-1'), seen: LATER })
      expect(await tx.dropSessions('u-2', { only: 's-1' })).toBe(0)
      expect(await tx.dropSessions('u-1', { only: 's-3' })).toBe(1)
      expect(await tx.dropSessions('u-1', { except: 's-1' })).toBe(1)
      expect((await tx.sessionsOf('u-1')).map((s) => s.id)).toEqual(['s-1'])
      const before = { throttles: NOON, views: NOON }
      await tx.addOneTime(aOneTime('l', undefined))
      expect(await tx.sweepPeople(NOON, before)).toBe(0)
      expect(await tx.sweepPeople(LATER, before)).toBe(3)
      expect(await tx.session('s-4')).toBeUndefined()
    })
  })

  test('failures are counted in the order asked for, whatever the order of keys', async () => {
    const tenant = freshTenant()
    await store.tx(tenant, async (tx) => {
      expect((await tx.lockThrottles(['z', 'a'], NOON)).map((row) => row.key)).toEqual(['z', 'a'])
      await tx.putThrottles([{ key: 'z', failures: 3, last: LATER }])
    })
    expect(await store.tx(tenant, (tx) => tx.lockThrottles(['a', 'z'], LATER))).toEqual([
      { key: 'a', failures: 0, last: NOON },
      { key: 'z', failures: 3, last: LATER },
    ])
  })

  test('views are counted by the hour; a provider is one', async () => {
    await alone(async (tx) => {
      const seen = [await tx.addDossierView('u-1', 'p-1', NOON), await tx.addDossierView('u-1', 'p-1', NOON)]
      await tx.addDossierView('u-1', 'p-2', NOON)
      await tx.addDossierView('u-1', 'p-1', LATER)
      await tx.addDossierView('u-2', 'p-1', LATER)
      expect(seen).toEqual([true, false])
      expect(await tx.dossierViews('u-1', NOON)).toEqual([
        { hour: NOON, dossiers: 2 },
        { hour: LATER, dossiers: 1 },
      ])
      const row = { issuer: 'https://idp.example.com', clientId: 'c', clientSecret: 's', asksTwoFactors: true, provision: undefined }
      await tx.putProvider(row)
      await tx.putProvider({ ...row, provision: ['recruiter'] })
      expect(await tx.provider()).toEqual({ ...row, provision: ['recruiter'] })
      await tx.putProvider(undefined)
      expect(await tx.provider()).toBeUndefined()
    })
  })

  test('the whole of signing in runs here', async () => {
    const house = await openHouse({ store })
    const person = await settle(house, ['recruiter'])
    house.move(60_000)
    expect((await callerWith(house, await signIn(house, person))).roles).toEqual(['recruiter'])
    const approver = await settleWithPasskey(house, ['approver'])
    expect((await callerWith(house, approver.token)).by).toBe('passkey')
    await house.close()
  })
})
