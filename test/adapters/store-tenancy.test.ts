import { readdir } from 'node:fs/promises'
import { getTableName, is, sql, type SQL } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf, type Ask, type Database } from '../../src/adapters/store-postgres/database.ts'
import { MIGRATIONS } from '../../src/adapters/store-postgres/migrate.ts'
import * as schema from '../../src/adapters/store-postgres/every-table.ts'
import { connectServer } from '../../src/adapters/store-postgres/server.ts'
import { asTenant, storeOf } from '../../src/adapters/store-postgres/store.ts'
import type { Store, Tx } from '../../src/engine/ports.ts'
import { anIndicator } from '../support/cases.ts'
import { DATABASES, freshTenant, type TestDatabase } from '../support/databases.ts'
import { fillCases } from '../support/case-rows.ts'
import { fillPeople } from '../support/people-rows.ts'
import { aFinding, aLink, aListReview, aMatch, aPersona, aPhone, NOON, putContestRows, putJobRows } from '../support/rows.ts'

const TABLES = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .map((table) => getTableName(table))

/** The SQLSTATE of what a query was refused with. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    for (let at = error; at instanceof Error; at = at.cause) {
      const code =
        ('code' in at && typeof at.code === 'string' ? /^[0-9A-Z]{5}$/.exec(at.code) : null) ?? /^([0-9A-Z]{5}): /.exec(at.message)
      if (code !== null) return code[1] ?? code[0]
    }
    throw error
  }
  return 'allowed'
}

describe.each(DATABASES)('tenants on $name', ({ name, skip, open }) => {
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

  /** SQL as it would run inside `tx`, written by somebody who forgot about tenants. */
  const as = <T>(tenant: string, work: (db: Database) => Promise<T>): Promise<T> => asTenant(database.connection, tenant, work)
  const run = (tenant: string, query: SQL): Promise<readonly Record<string, unknown>[]> =>
    as(tenant, (db) => rowsOf<Record<string, unknown>>(db, query))

  /** A row or more in every table. */
  async function populated(): Promise<string> {
    const tenant = freshTenant()
    await store.tx(tenant, async (tx) => {
      await tx.putPersona(aPersona('p-1'))
      await tx.addArtifact({ id: 'a', name: 'a', size: 1, received: NOON, reliability: 'F', credibility: '6' })
      await tx.addSubmission({ persona: 'p-1', artifact: 'a', parent: undefined, row: undefined })
      await tx.putRequisition({ id: 'r', title: 'r', documents: [], questions: [] })
      await tx.addStatements([aPhone('s', 'p-1')])
      await tx.replaceIdentifiers(['p-1'], [{ kind: 'phone', key: 'k', persona: 'p-1', statement: 's', at: undefined }])
      await tx.replaceSketches(['p-1'], [{ kind: 'text', persona: 'p-1', statement: 's', keys: [1] }])
      await tx.replaceOverlaps(['p-1'], [{ persona: 'p-1', other: 'p-2', kind: 'photo', measure: 1, passages: [] }])
      await tx.replacePairs(['p-1'], [{ persona: 'p-1', other: 'p-2', same: 'no' }])
      await tx.replaceFindings(['p-1'], [aFinding('f', 'p-1', ['s'])])
      await tx.replaceAssessments([{ persona: 'p-1', recommendation: 'clear', outcomes: {}, reasons: [] }])
      await tx.replaceLinks([], [aLink('p-1', 'p-2')])
      await tx.replaceHubs([], [{ kind: 'phone', key: 'k', holders: 30, reason: 'many' }])
      await tx.replaceMembers([], [{ id: 'c-1', personas: ['p-1'] }])
      await tx.addClusterEvents([{ at: NOON, kind: 'formed', before: [], after: ['c-1'], joined: ['p-1'], left: [], reason: 'why' }])
      await tx.addJudgement({ persona: 'p-1', other: 'p-2', kind: 'same', reason: 'why', by: 'me', at: NOON })
      await tx.addIndicators([anIndicator('i', { kind: 'phone', key: 'k', source: 'a list', state: 'quarantined' })])
      await tx.addDisposition({ persona: 'p-1', kind: 'cleared', reason: 'why', known: [], by: 'me', at: NOON })
      await tx.putMatches([aMatch('m-1')])
      await tx.addMatchActs([{ match: 'm-1', kind: 'opened', by: 'me', at: NOON, reason: 'why' }])
      await tx.putListReview(aListReview('a-list', 'v1'))
      await tx.replaceDetectorRuns(new Map([['application/phone-shared', { version: 1, numbers: '' }]]))
      await tx.putBacktest({
        id: 'r-1',
        detector: 'application/phone-shared',
        version: 1,
        numbers: { n: 3 },
        against: { n: 2 },
        by: 'me',
        at: NOON,
      })
      await tx.putNumberSet({
        id: 'n-1',
        detector: 'application/phone-shared',
        version: 1,
        numbers: { n: 3 },
        state: 'shadow',
        backtest: 'r-1',
        made: { by: 'me', at: NOON, reason: 'why' },
      })
      await tx.putTried('n-1', [{ persona: 'p-1', now: 'quiet', other: 'fired' }])
      await putContestRows(tx)
      await fillPeople(tx)
      await putJobRows(tx)
      await fillCases(tx)
      await tx.replaceNameWords(['p-1'], [{ persona: 'p-1', word: 'ada' }])
      await tx.beginOnce({ caller: 'me', key: 'k', asked: 'a', at: NOON, state: 'begun', answer: undefined })
      await tx.appendAudit({ actor: 'me', action: 'received', subject: 'p-1', detail: {} }, NOON)
    })
    return tenant
  }

  test('every table is held by forced row-level security with one policy that reads and writes by tenant', async () => {
    const rows = await run(
      'anybody',
      sql`select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, count(p.*)::int as policies, bool_and(p.qual = p.with_check and p.qual like '%tenant = current_setting(%') as both
        from pg_class c left join pg_policies p on p.tablename = c.relname and p.policyname <> 'all_tenants_for_backup' where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1, 2 order by 1`,
    )
    expect(rows).toEqual([...TABLES].sort().map((table) => ({ name: table, forced: true, policies: 1, both: true })))
    expect(rows.length).toBeGreaterThan(10)
  })

  test('only a backup, as the owner of the tables, sees which tenants there are; and in a tenant’s transaction nobody does', async () => {
    const policies = await run(
      'anybody',
      sql`select tablename, cmd, roles::text as roles from pg_policies where policyname = 'all_tenants_for_backup'`,
    )
    expect(policies).toEqual([{ tablename: 'audit_head', cmd: 'SELECT', roles: expect.not.stringContaining('bonafide_app') as string }])
    const [mine] = [await populated(), await populated()]
    const seen = await as(mine, async (db) => {
      await db.execute(sql`select set_config('bonafide.backup', 'on', true)`)
      return rowsOf<{ tenant: string }>(db, sql`select tenant from audit_head`)
    })
    expect(seen).toEqual([{ tenant: mine }])
  })

  test.each(TABLES)('a query on %s that forgets the tenant sees, changes and removes nothing of another', async (table) => {
    const mine = await populated()
    const theirs = await populated()
    const other = sql.identifier(table)
    expect(await run(mine, sql`select distinct tenant from ${other}`)).toEqual([{ tenant: mine }])
    // What the role may do at all, it does to its own rows only.
    const theirRows = async (): Promise<readonly string[]> =>
      (await run(theirs, sql`select * from ${other}`)).map((row) => JSON.stringify(row)).sort()
    const before = await theirRows()
    for (const change of [sql`delete from ${other}`, sql`update ${other} set tenant = tenant`]) {
      const answer = await refusal(run(mine, change))
      expect(['allowed', '42501']).toContain(answer)
    }
    expect(await theirRows()).toEqual(before)
    expect(before.length).toBeGreaterThan(0)
  })

  test.each(TABLES)('no row of another tenant can be put into %s', async (table) => {
    const mine = await populated()
    const stranger = freshTenant()
    const columns = (
      await run(
        mine,
        sql`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and attname <> 'tenant' order by attnum`,
      )
    )
      .map((row) => `"${String(row['name'])}"`)
      .join(', ')
    const answer = await refusal(
      run(
        mine,
        sql`insert into ${sql.identifier(table)} (tenant, ${sql.raw(columns)}) select ${stranger}, ${sql.raw(columns)} from ${sql.identifier(table)}`,
      ),
    )
    expect(answer).toBe('42501')
    expect(await run(stranger, sql`select 1 from ${sql.identifier(table)}`)).toEqual([])
  })

  test('the audit cannot be changed or cut by the role that writes it', async () => {
    const mine = await populated()
    expect(await refusal(run(mine, sql`update audit set actor = 'somebody else'`))).toBe('42501')
    expect(await refusal(run(mine, sql`delete from audit`))).toBe('42501')
    expect(await refusal(run(mine, sql`truncate audit`))).toBe('42501')
    expect(await refusal(run(mine, sql`delete from audit_head`))).toBe('42501')
    expect(await refusal(run(mine, sql`update statement set value = '{}'`))).toBe('42501')
    expect(await refusal(run(mine, sql`alter table audit disable row level security`))).toBe('42501')
  })

  test('outside a transaction of a tenant nothing is seen', async () => {
    await populated()
    const unset = await database.connection.transaction(async (db) => {
      await db.execute(sql`set local role bonafide_app`)
      return rowsOf(db, sql`select 1 from persona`)
    })
    expect(unset).toEqual([])
    await expect(store.tx(' ', async () => {})).rejects.toMatchObject({ code: 'usage' })
  })

  test('the next transaction on the same connection is its own tenant', async () => {
    const mine = await populated()
    const empty = freshTenant()
    for (let round = 0; round < 20; round++) {
      expect(await run(empty, sql`select 1 from persona`)).toEqual([])
      expect(await run(mine, sql`select 1 from persona`)).toHaveLength(1)
    }
  })

  test('a transaction inside another one is refused and not waited for', async () => {
    await expect(store.tx('a', () => store.tx('b', async () => {}))).rejects.toMatchObject({ code: 'internal' })
    // One that starts another when it is over is fine.
    const later = await store.tx('a', async () => () => store.tx('b', async () => 'done'))
    expect(await later()).toBe('done')
  })

  test('a relation sees the slice and one tenant, with its own "with" or without', async () => {
    const mine = await populated()
    await populated()
    await store.tx(mine, async (tx) => {
      const text = `
-- a comment that ends in a semicolon;
with held as (select i.key, count(distinct i.persona) as n from slice s join identifier i on i.persona = s.persona group by i.key)
select i.persona, h.key, h.n from held h join identifier i on i.key = h.key order by i.persona;`
      expect((await tx.relation(text, ['p-1', 'p-2'])).map((row) => ({ ...row, n: Number(row['n']) }))).toEqual([
        { persona: 'p-1', key: 'k', n: 1 },
      ])
      expect(await tx.relation('select persona from slice order by persona', ['b', 'a'])).toEqual([{ persona: 'a' }, { persona: 'b' }])
      expect(await tx.relation('select subject as persona, value from statement', [])).toEqual([{ persona: 'p-1', value: '+12025550101' }])
    })
  })

  test('a relation cannot leave its tenant, write, or end the transaction', async () => {
    const mine = await populated()
    await store.tx(mine, async (tx) => {
      for (const text of [
        `select set_config('bonafide.tenant', 'other', true) as persona`,
        `select "set_config"('role', 'postgres', true) as persona`,
        `select U&"s\\0065t_config"('role', 'none', true) as persona`,
        `select pg_sleep(10) as persona`,
        `select query_to_xml('select 1', true, true, '') as persona`,
        `select '--' as persona, set_config('role', 'none', true)`,
        `select 1 as persona; delete from persona`,
        `delete from persona returning id as persona`,
      ]) {
        await expect(tx.relation(text, [])).rejects.toMatchObject({ code: 'usage' })
      }
      await expect(tx.relation('select 1 as persona) x; delete from persona --', [])).rejects.toMatchObject({ code: 'usage' })
      await expect(tx.relation('with gone as (delete from persona returning id) select id as persona from gone', [])).rejects.toMatchObject(
        { code: 'internal' },
      )
      await expect(tx.relation('select nothing from nowhere', [])).rejects.toMatchObject({ code: 'internal' })
      // The transaction goes on, and can still write.
      await tx.putPersona(aPersona('p-9'))
      expect((await tx.personas({ limit: 9 })).map((p) => p.id)).toEqual(['p-1', 'p-9'])
    })
  })

  test('row-level security does not keep indexes from being used', async () => {
    const mine = await populated()
    // Enough rows for the indexes to differ, whether the tables were counted already or not.
    const many = Array.from({ length: 2_000 }, (_, i) => `p-many-${i}`)
    await store.tx(mine, async (tx) => {
      await tx.replaceIdentifiers(
        many,
        many.map((persona) => ({ kind: 'phone', key: persona, persona, statement: 's', at: undefined })),
      )
      await tx.replaceSketches(
        many,
        many.map((persona, i) => ({ kind: 'text', persona, statement: 's', keys: [i + 2] })),
      )
    })
    const plan = async (query: SQL): Promise<string> =>
      (await run(mine, sql`explain ${query}`)).map((row) => String(row['QUERY PLAN'])).join('\n')
    const byKey = await plan(
      sql`select m.key, x.persona from (select distinct kind, key from identifier where persona in (select unnest('{p-1}'::text[]))) m cross join lateral (select i.persona from identifier i where i.kind = m.kind and i.key = m.key limit 9) x`,
    )
    expect(byKey).toMatch(/Index Cond: \(\(key = [^\n]*kind = [^\n]*tenant = current_setting/)
    expect(byKey).toMatch(/identifier_by_persona/)
    const bySketch = await plan(
      sql`select x.persona from sketch m cross join lateral (select k.persona from sketch k where k.kind = m.kind and k.key = m.key limit 9) x where m.persona in (select unnest('{p-1}'::text[]))`,
    )
    expect(bySketch).toMatch(/sketch_by_key[^]*Index Cond: \(\(key = m\.key\) AND \(tenant = current_setting/)
    expect(bySketch).toMatch(/sketch_by_persona/)
    expect(byKey + bySketch).not.toMatch(/Seq Scan/)
  })

  if (name === 'PostgreSQL') {
    test('the owner of the tables is held by the policies too', async () => {
      await populated()
      expect(
        await database.connection.transaction((db) =>
          rowsOf(
            db,
            sql`select current_user::text as me, (select rolsuper from pg_roles where rolname = current_user) as super, (select count(*)::int from persona) as seen`,
          ),
        ),
      ).toEqual([{ me: 'keeper', super: false, seen: 0 }])
    })

    test('a value that cannot be sent is refused, with all that was asked beside it, and the connection goes on', async () => {
      const tenant = freshTenant()
      const endless: { self?: unknown } = {}
      endless.self = endless
      for (const how of ['transaction', 'look'] as const) {
        const work = (ask: Ask) => [1, endless, 3].map((value) => ask({ text: 'select $1::text as said' }, [value]))
        const said = await asTenant(database.connection, tenant, (_, ask) => Promise.allSettled(work(ask)), how)
        expect(said.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected'])
        expect(await asTenant(database.connection, tenant, (_, ask) => ask({ text: 'select $1::text as said' }, ['7']), how)).toEqual([
          { said: '7' },
        ])
      }
    })

    test('what is asked after the end of a transaction, or of a look a second time, is refused', async () => {
      const tenant = freshTenant()
      let late: Tx | undefined
      await store.tx(tenant, async (tx) => void (late = tx))
      await expect(late?.persona('p-1')).rejects.toThrow()
      let left: Promise<unknown> | undefined
      const stopped = async (tx: Tx): Promise<void> => {
        left = tx.persona('p-1').catch((error: unknown) => error)
        throw new Error('stopped')
      }
      for (const how of ['tx', 'look'] as const) {
        await expect(store[how](tenant, stopped)).rejects.toThrow('stopped')
        expect(await left).toMatchObject({ cause: { code: 'internal' } })
        const [open] = await database.connection.transaction((db) =>
          rowsOf<{ tenant: string | null }>(db, sql`select nullif(current_setting('bonafide.tenant', true), '') as tenant`),
        )
        expect(open?.tenant).toBeNull()
      }
      await expect(
        store.look(tenant, async (tx) => {
          await tx.persona('p-1')
          return tx.persona('p-2')
        }),
      ).rejects.toMatchObject({ code: 'internal' })
    })

    test('several processes may open a new database at the same moment, and it is made once', async () => {
      const url = (await database.server?.database()) ?? ''
      const connections = await Promise.all([connectServer(url), connectServer(url), connectServer(url)])
      const stores = connections.map(storeOf)
      await stores[0]?.tx('t', (tx) => tx.putPersona(aPersona('p-1')))
      expect(await stores[2]?.tx('t', (tx) => tx.personas({ limit: 9 }))).toHaveLength(1)
      const applied = sql`select count(*)::int as n from drizzle.__drizzle_migrations`
      expect(await connections[0]?.transaction((db) => rowsOf(db, applied))).toEqual([
        { n: (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).length },
      ])
      for (const s of stores) await s.close()
    })

    test('a role that could bypass the policies is refused', async () => {
      const url = (await database.server?.database()) ?? ''
      await database.server?.admin('alter role bonafide_app bypassrls')
      try {
        await expect(connectServer(url)).rejects.toMatchObject({
          code: 'storage',
          detail: expect.stringContaining('alter role bonafide_app'),
        })
      } finally {
        await database.server?.admin('alter role bonafide_app nobypassrls')
      }
      await (await connectServer(url)).close()
    })

    test('an address that leads nowhere says so', async () => {
      const url = new URL((await database.server?.database()) ?? '')
      await expect(connectServer('mysql://x')).rejects.toMatchObject({ code: 'usage' })
      await expect(connectServer(`${url.href}_not`)).rejects.toMatchObject({
        code: 'storage',
        detail: expect.stringContaining('wrong user, password or database'),
      })
      await expect(connectServer(url.href.replace(/keeper:[^@]+/, 'keeper:wrong'))).rejects.toMatchObject({ code: 'storage' })
      await expect(connectServer('postgres://127.0.0.1:1/x')).rejects.toMatchObject({
        code: 'storage',
        detail: expect.stringContaining('Nothing answers'),
      })
    })
  }
})
