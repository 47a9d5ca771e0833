import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hourOf, usualFor } from '../../../src/engine/people/browsing.ts'
import { enterDossier, openPurpose, requisitionCovers, type Covers } from '../../../src/engine/people/purpose.ts'
import { seenBy, unmask } from '../../../src/engine/people/unmask.ts'
import type { Caller } from '../../../src/engine/people/caller.ts'
import { permissionsOf, type RoleName } from '../../../src/model/access.ts'
import { codeOfRefusal, openHouse, type House } from '../../support/people.ts'
import { aPersona } from '../../support/rows.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.deps.store.tx(house.tenant, async (tx) => {
    await tx.putRequisition({ id: 'backend', title: 'Backend', documents: [], questions: [] })
    await tx.putRequisition({ id: 'frontend', title: 'Frontend', documents: [], questions: [] })
    for (let i = 0; i < 60; i += 1) await tx.putPersona(aPersona(`p-${i}`, { requisition: 'backend' }))
  })
})
afterAll(() => house.close())

let counted = 0
/** Somebody signed in; how is not what these tests are about. */
const somebody = (...roles: readonly RoleName[]): Caller => ({
  tenant: house.tenant,
  id: `u-${++counted}`,
  roles,
  may: permissionsOf(roles),
  session: undefined,
  freshUntil: undefined,
  by: 'passkey',
})
/** One case of the sanctions room, about one candidate, known to whoever reads that room. */
const aCase: Covers = async (_, caller, { id, persona }) =>
  id === 'c-1' && persona === 'p-1' && caller.may.has('screening:read') ? 'sanctions' : undefined
const covers = { requisition: requisitionCovers, case: aCase }
const state = (caller: Caller, persona = 'p-1', id = 'backend', reason = 'screening for the interview on Monday') =>
  openPurpose(house.deps, caller, { persona, purpose: { kind: 'requisition', id }, reason, covers })
const look = (caller: Caller, persona = 'p-1') => house.deps.store.tx(house.tenant, (tx) => enterDossier(tx, caller, persona, house.now()))

describe('a dossier is opened for something', () => {
  test('not without a purpose, and with one for eight hours, for one person and one dossier', async () => {
    const caller = somebody('recruiter')
    await expect(look(caller)).rejects.toMatchObject({ code: 'needs-purpose', status: 403 })
    await state(caller)
    await expect(look(caller)).resolves.toMatchObject({ kind: 'requisition', id: 'backend' })
    await expect(look(caller, 'p-2')).rejects.toMatchObject({ code: 'needs-purpose' })
    await expect(look(somebody('recruiter'))).rejects.toMatchObject({ code: 'needs-purpose' })
    house.move(8 * HOUR)
    await expect(look(caller)).rejects.toMatchObject({ code: 'needs-purpose' })
  })

  test('the purpose must be about the candidate, and be there', async () => {
    const caller = somebody('recruiter')
    await expect(state(caller, 'p-1', 'frontend')).rejects.toMatchObject({ code: 'not-found' })
    await expect(state(caller, 'p-1', 'no such')).rejects.toMatchObject({ code: 'not-found' })
    await expect(state(caller, 'p-nobody')).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      openPurpose(house.deps, caller, { persona: 'p-1', purpose: { kind: 'case', id: 'c-1' }, reason: 'why not', covers }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(state(caller, 'p-1', 'backend', '  ')).rejects.toMatchObject({ code: 'usage' })
    await expect(state(caller, 'p-1', 'backend', 'has an accent')).rejects.toMatchObject({ code: 'refused-words' })
  })

  test('a case of the sanctions room is a purpose for that room, and only there does the log speak of it', async () => {
    const compliance = somebody('compliance')
    await openPurpose(house.deps, compliance, {
      persona: 'p-1',
      purpose: { kind: 'case', id: 'c-1' },
      reason: 'to answer the form',
      covers,
    })
    await look(compliance)
    await unmask(house.deps, compliance, { persona: 'p-1', fields: ['payout'], reason: 'compare with the list' })
    const own = await house.deps.store.tx(house.tenant, (tx) => tx.auditRows(0, 1000, 'sanctions'))
    const rows = own.filter((row) => row.actor === compliance.id)
    expect((await house.audit()).filter((row) => row.actor === compliance.id)).toEqual([])
    expect(rows.map((row) => [row.action, row.detail['room']])).toEqual([
      ['purpose-stated', 'sanctions'],
      ['dossier-opened', 'sanctions'],
      ['unmasked', 'sanctions'],
    ])
  })

  test.each(['tenant-admin', 'sysadmin'] as const)('a %s opens none, whatever they say', async (role) => {
    const caller = somebody(role)
    await expect(state(caller)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(look(caller)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('what is missing and what is another tenant’s are the same', async () => {
    const caller = somebody('recruiter')
    const other = { ...caller, tenant: `${house.tenant}-other` }
    const refusal = (who: Caller, persona: string) =>
      house.deps.store.tx(who.tenant, (tx) => enterDossier(tx, who, persona, house.now())).catch(codeOfRefusal)
    expect([await refusal(other, 'p-1'), await refusal(caller, 'p-missing')]).toEqual(['not-found', 'not-found'])
  })

  test('who looked, for what, is in the record and the log; the reason only in the record', async () => {
    const caller = somebody('investigator')
    await state(caller, 'p-3', 'backend', 'a reason nobody else gives')
    await look(caller, 'p-3')
    await look(caller, 'p-3')
    const grants = await house.deps.store.tx(house.tenant, (tx) => tx.accessGrantsOf('p-3'))
    expect(grants).toMatchObject([{ account: caller.id, kind: 'requisition', id: 'backend', reason: 'a reason nobody else gives' }])
    const rows = (await house.audit()).filter((row) => row.actor === caller.id)
    expect(rows.map((row) => row.action)).toEqual(['purpose-stated', 'dossier-opened'])
    expect(JSON.stringify(rows)).not.toContain('nobody else gives')
  })

  test('who is forgotten leaves no trace of who looked', async () => {
    const caller = somebody('investigator')
    await house.deps.store.tx(house.tenant, (tx) => tx.putPersona(aPersona('p-gone', { requisition: 'backend' })))
    await state(caller, 'p-gone')
    await unmask(house.deps, { ...caller }, { persona: 'p-gone', fields: ['payout'], reason: 'compare with the payroll' })
    await house.deps.store.tx(house.tenant, (tx) => tx.forget('p-gone'))
    const left = await house.deps.store.tx(house.tenant, async (tx) => [
      ...(await tx.accessGrantsOf('p-gone')),
      ...(await tx.unmaskings(caller.id, 'p-gone', house.now())),
      ...(await tx.dossierViews(caller.id, '')),
    ])
    expect(left).toEqual([])
  })
})

describe('masked fields', () => {
  test('are seen by asking, by who may, with a reason, for a quarter of an hour', async () => {
    const caller = somebody('investigator')
    const sees = () => house.deps.store.tx(house.tenant, (tx) => seenBy(tx, caller, 'p-1', house.now()))
    const asked = { persona: 'p-1', fields: ['payout'] as const, reason: 'compare with the payroll' }
    await expect(unmask(house.deps, caller, asked)).rejects.toMatchObject({ code: 'needs-purpose' })
    await state(caller)
    await expect(unmask(house.deps, caller, { ...asked, reason: '' })).rejects.toMatchObject({ code: 'usage' })
    await expect(unmask(house.deps, caller, { ...asked, fields: [] })).rejects.toMatchObject({ code: 'usage' })
    expect([...(await sees())]).toEqual(['contact'])
    await unmask(house.deps, caller, asked)
    expect([...(await sees())]).toEqual(['contact', 'payout'])
    expect((await house.audit()).at(-1)).toMatchObject({
      actor: caller.id,
      action: 'unmasked',
      subject: 'p-1',
      detail: { fields: ['payout'] },
    })
    expect(JSON.stringify((await house.audit()).at(-1))).not.toContain('payroll')
    house.move(15 * MINUTE)
    expect([...(await sees())]).toEqual(['contact'])
  })

  test.each(['recruiter', 'responder', 'approver', 'auditor'] as const)('a %s cannot ask', async (role) => {
    const caller = somebody(role)
    await state(caller)
    await expect(unmask(house.deps, caller, { persona: 'p-1', fields: ['payout'], reason: 'compare it' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('unusual browsing', () => {
  test('is told once an hour, with counts, and stops nobody', async () => {
    const caller = somebody('recruiter')
    house.move(HOUR)
    for (let i = 0; i < 35; i += 1) {
      await state(caller, `p-${i}`)
      await look(caller, `p-${i}`)
    }
    const told = (await house.audit()).filter((row) => row.actor === caller.id && row.action === 'unusual-browsing')
    expect(told).toMatchObject([{ subject: caller.id, detail: { hour: hourOf(house.now()), dossiers: 31, usual: 30 } }])
    expect(await house.deps.store.tx(house.tenant, (tx) => tx.browsingEvents(hourOf(house.now())))).toMatchObject([
      { account: caller.id, dossiers: 31, usual: 30 },
    ])
    // The same dossier again and again is one dossier.
    const reader = somebody('recruiter')
    await state(reader)
    for (let i = 0; i < 40; i += 1) await look(reader)
    expect((await house.audit()).filter((row) => row.actor === reader.id && row.action === 'unusual-browsing')).toEqual([])
  })

  test('measured on simulated colleagues: under one honest hour in a thousand is told, and reading everything always is', () => {
    let seed = 7
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
    const poisson = (mean: number): number => {
      let n = 0
      for (let p = random(); p > Math.exp(-mean); p *= random()) n += 1
      return n
    }
    let hours = 0
    let told = 0
    let missed = 0
    for (let person = 0; person < 200; person += 1) {
      const busy = 1 + (11 * person) / 199
      const history: number[] = []
      for (let hour = 0; hour < 160; hour += 1) {
        const dossiers = poisson(busy * (hour % 10 === 9 ? 3 : 1))
        if (dossiers === 0) continue
        hours += 1
        if (dossiers > usualFor(history)) told += 1
        history.push(dossiers)
      }
      if (100 <= usualFor(history)) missed += 1
    }
    expect(hours).toBeGreaterThan(25_000)
    expect(told / hours).toBeLessThan(1 / 1000)
    expect(missed).toBe(0)
  })
})
