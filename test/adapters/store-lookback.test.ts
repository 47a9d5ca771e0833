import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { rowsOf } from '../../src/adapters/store-postgres/database.ts'
import { asTenant, storeOf } from '../../src/adapters/store-postgres/store.ts'
import type { Store } from '../../src/engine/ports.ts'
import { anIndicator } from '../support/cases.ts'
import { DATABASES, freshTenant, type TestDatabase } from '../support/databases.ts'
import { aFinding, aPersona, aPhone, NOON } from '../support/rows.ts'

/** Indicators, who holds a key, decisions and versions, on both drivers. */
describe.each(DATABASES)('the look-back’s rows on $name', ({ skip, open }) => {
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

  const phone = (n: number, of: string) => ({ kind: 'phone', key: `+1${n}`, persona: of, statement: `s-${of}-${n}`, at: undefined })

  test('an indicator comes back as it went in, once, and changes only where it may', async () => {
    const row = anIndicator('a', {
      kind: 'email',
      key: 'one@example.com',
      source: 'Example list',
      state: 'quarantined',
      warning: 'look again',
    })
    await store.tx(freshTenant(), async (tx) => {
      expect(await tx.addIndicators([row, { ...row, id: 'b'.repeat(32), seen: undefined, warning: undefined }])).toBe(2)
      expect(await tx.addIndicators([row])).toBe(0)
      expect(await tx.indicators({ ids: [row.id] })).toEqual([row])
      expect(await tx.indicators({ keys: [{ kind: 'email', key: 'one@example.com' }], states: ['quarantined'] })).toHaveLength(2)
      expect(await tx.indicators({ keys: [{ kind: 'phone', key: 'one@example.com' }] })).toEqual([])
      expect(await tx.indicators({ source: 'Other list' })).toEqual([])
      expect(await tx.indicators({ expiredBy: row.expires })).toHaveLength(2)
      expect(await tx.indicators({ expiredBy: NOON })).toEqual([])
      await tx.changeIndicators([row.id], { state: 'accepted', decidedBy: 'me', decided: NOON, reason: 'why' })
      expect(await tx.indicators({ states: ['accepted'] })).toEqual([
        { ...row, state: 'accepted', decidedBy: 'me', decided: NOON, reason: 'why' },
      ])
    })
  })

  test('many at once are counted, and the transaction stays bound to its tenant', async () => {
    const tenant = freshTenant()
    const many = Array.from({ length: 600 }, (_, i) =>
      anIndicator(`${i}`, { kind: 'email', key: `n${i}@example.com`, source: 'x', state: 'accepted' }),
    )
    await store.tx(tenant, (tx) => tx.addIndicators(many))
    const [known] = await asTenant(database.connection, tenant, (db) =>
      rowsOf<{ rows: number; role: string }>(
        db,
        sql`select reltuples::int as rows, current_user::text as role from pg_class where relname = 'indicator'`,
      ),
    )
    expect(known?.rows).toBeGreaterThanOrEqual(600)
    expect(known?.role).toBe('bonafide_app')
    await store.tx(freshTenant(), async (tx) => {
      await tx.addIndicators(many)
      expect((await tx.indicators({})).length).toBe(600)
    })
  })

  test('holders are named up to a limit and counted beyond', async () => {
    await store.tx(freshTenant(), async (tx) => {
      const people = ['p-1', 'p-2', 'p-3']
      await tx.replaceIdentifiers(people, [
        ...people.map((p) => phone(1, p)),
        phone(2, 'p-1'),
        { ...phone(2, 'p-1'), statement: 's-again' },
      ])
      const keys = [1, 2, 3].map((n) => ({ kind: 'phone', key: `+1${n}` }))
      expect(await tx.keyHolders(keys, 3)).toEqual([
        { kind: 'phone', key: '+11', holders: 3, by: people.map((persona) => ({ persona, statement: `s-${persona}-1` })) },
        { kind: 'phone', key: '+12', holders: 1, by: [{ persona: 'p-1', statement: 's-again' }] },
      ])
      expect((await tx.keyHolders(keys, 2)).toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
        { kind: 'phone', key: '+11', holders: 3, by: [] },
        { kind: 'phone', key: '+12', holders: 1, by: [{ persona: 'p-1', statement: 's-again' }] },
      ])
      expect(await tx.keyHolders([{ kind: 'email', key: '+11' }], 3)).toEqual([])
    })
  })

  test('who states what, and whom a detector found', async () => {
    await store.tx(freshTenant(), async (tx) => {
      for (const id of ['p-1', 'p-2']) await tx.putPersona(aPersona(id))
      await tx.addStatements([aPhone('s1', 'p-2')])
      await tx.replaceFindings(['p-1'], [aFinding('f', 'p-1', ['s1'])])
      expect(await tx.personasStating(['phone', 'email'], { limit: 10 })).toEqual(['p-2'])
      expect(await tx.personasStating(['phone'], { limit: 10, after: 'p-2' })).toEqual([])
      expect(await tx.personasFoundBy([aFinding('f', 'p-1', ['s1']).detector])).toEqual(['p-1'])
      expect((await tx.personasOf(['p-2', 'p-9', 'p-1'])).map((p) => p.id)).toEqual(['p-1', 'p-2'])
    })
  })

  test('decisions are numbered and only added; versions are replaced', async () => {
    const tenant = freshTenant()
    const decision = { persona: 'p-1', kind: 'cleared' as const, reason: 'why', known: ['f'], by: 'me', at: NOON }
    await store.tx(tenant, async (tx) => {
      expect((await tx.addDisposition(decision)).seq).toBe(1)
      expect((await tx.addDisposition({ ...decision, kind: 'confirmed' })).seq).toBe(2)
      expect(await tx.dispositions(['p-1'])).toEqual([
        { ...decision, seq: 1 },
        { ...decision, kind: 'confirmed', seq: 2 },
      ])
      await tx.replaceDetectorRuns(new Map([['a', { version: 1, numbers: '' }]]))
      await tx.replaceDetectorRuns(new Map([['b', { version: 2, numbers: 'days=3' }]]))
      expect(await tx.detectorRuns()).toEqual(new Map([['b', { version: 2, numbers: 'days=3' }]]))
    })
    await expect(asTenant(database.connection, tenant, (db) => db.execute(sql`update disposition set kind = 'cleared'`))).rejects.toThrow()
  })
})
