import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf, type Database } from '../../src/adapters/store-postgres/database.ts'
import { asTenant, storeOf } from '../../src/adapters/store-postgres/store.ts'
import { verifyAudit } from '../../src/engine/audit.ts'
import type { Store } from '../../src/engine/ports.ts'
import { DATABASES, freshTenant, type TestDatabase } from '../support/databases.ts'
import { aPersona, NOON } from '../support/rows.ts'

describe.each(DATABASES)('what is asked at once on $name', ({ skip, open }) => {
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

  const as = <T>(tenant: string, work: (db: Database) => Promise<T>): Promise<T> => asTenant(database.connection, tenant, work)

  test('a look asks several things at once as its tenant, and leaves nothing of it behind', async () => {
    const [one, other] = [freshTenant(), freshTenant()]
    for (const tenant of [one, other]) await store.tx(tenant, (tx) => tx.putPersona({ ...aPersona('p-1'), source: tenant }))
    const seen = (tenant: string) => store.look(tenant, (tx) => Promise.all([tx.persona('p-1'), tx.personasOf(['p-1', 'p-2'])]))
    for (const tenant of [one, other, one]) {
      const [persona, all] = await seen(tenant)
      expect([persona?.source, ...all.map((p) => p.source)]).toEqual([tenant, tenant])
    }
    const left = await database.connection.transaction((db) =>
      rowsOf<{ tenant: string; role: string }>(
        db,
        sql`select coalesce(current_setting('bonafide.tenant', true), '') as tenant, current_setting('role') as role`,
      ),
    )
    expect(left).toEqual([{ tenant: '', role: 'none' }])
  })

  test('of things asked at once, one that fails takes back the others, and the connection goes on', async () => {
    const tenant = freshTenant()
    for (let round = 0; round < 12; round++)
      await expect(
        as(tenant, (db) =>
          Promise.all([
            rowsOf(db, sql`insert into name_word (tenant, word, persona) values (${tenant}, 'ada', ${`p-${round}`})`),
            rowsOf(db, sql`select 1 / 0`),
            rowsOf(db, sql`select 1`),
          ]),
        ),
      ).rejects.toThrow()
    expect(await store.look(tenant, (tx) => tx.personasNamed(['ada'], undefined, 50))).toEqual([])
    await store.tx(tenant, (tx) => tx.replaceNameWords(['p-1'], [{ persona: 'p-1', word: 'ada' }]))
    expect(await store.look(tenant, (tx) => tx.personasNamed(['ada'], undefined, 50))).toEqual(['p-1'])
  })

  test('many who write to the log at the same moment stand in line, whatever they write', async () => {
    const tenant = freshTenant()
    const detail = { says: 'é "quoted" \\ \n', previous: 'x', seq: 0, list: [1, null, { b: 1, a: undefined }] }
    const write = (n: number) =>
      store.tx(tenant, (tx) => tx.appendAudit({ actor: `a-${n}`, action: 'received', subject: '","seq":1,"subject":"', detail }, NOON))
    const written = await Promise.all(Array.from({ length: 40 }, (_, n) => write(n)))
    expect(new Set(written.map((row) => row.seq)).size).toBe(40)
    expect(await verifyAudit({ store }, { tenant, id: 'auditor' })).toEqual({ rows: 40, faults: [] })
  })

  test('one look of many that fails is told to who asked it, and to nobody else', async () => {
    const tenant = freshTenant()
    await store.tx(tenant, (tx) => tx.putPersona(aPersona('p-1')))
    const look = (n: number) =>
      asTenant(
        database.connection,
        tenant,
        (db) => rowsOf<{ n: number }>(db, n === 5 ? sql`select 1 / 0` : sql`select ${n}::int as n from persona`),
        'look',
      )
    const found = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => look(n)))
    expect(found.flatMap((one, n) => (one.status === 'rejected' ? [n] : []))).toEqual([5])
    expect(found.flatMap((one) => (one.status === 'fulfilled' ? one.value.map((row) => row.n) : []))).toEqual(
      Array.from({ length: 30 }, (_, n) => n).filter((n) => n !== 5),
    )
  })
})
