import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MIGRATIONS } from '../../src/adapters/store-postgres/migrate.ts'
import { rowsOf } from '../../src/adapters/store-postgres/database.ts'
import { asTenant, storeOf } from '../../src/adapters/store-postgres/store.ts'
import { transactionOf } from '../../src/adapters/store-postgres/transaction.ts'
import { auditHash, FIRST_LINK } from '../../src/engine/audit-hash.ts'
import type { Store, Tx } from '../../src/engine/ports.ts'
import type { Link } from '../../src/model/link.ts'
import { DATABASES, freshTenant, type TestDatabase } from '../support/databases.ts'
import { aFinding, aLink, aPersona, aPhone, NOON } from '../support/rows.ts'

/** The hash of the same rows on each driver. */
const hashes = new Map<string, string>()
afterAll(() => {
  expect(hashes.size).toBe(DATABASES.filter((d) => d.skip === undefined).length)
  expect(new Set(hashes.values()).size).toBe(1)
})

describe.each(DATABASES)('rebuilding, forgetting and the audit on $name', ({ name, skip, open }) => {
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

  /** A transaction of a tenant of its own. */
  const alone = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.tx(freshTenant(), work)

  describe('rebuilding', () => {
    const fill = async (tx: Tx): Promise<void> => {
      await tx.replaceIdentifiers(
        ['p-1', 'p-2'],
        [
          { kind: 'phone', key: 'k', persona: 'p-2', statement: 's', at: NOON },
          { kind: 'email', key: 'k', persona: 'p-1', statement: 's', at: undefined },
        ],
      )
      await tx.replaceSketches(['p-1'], [{ kind: 'text', persona: 'p-1', statement: 's', keys: [3, -1, 3] }])
      await tx.replacePairs(['p-1'], [{ persona: 'p-1', other: 'p-2', same: 'unknown' }])
      await tx.replaceOverlaps(['p-1'], [{ persona: 'p-1', other: 'p-2', kind: 'photo', measure: 63 / 64, passages: [] }])
      await tx.replaceFindings(['p-1'], [aFinding('f-1', 'p-1', ['s'])])
      await tx.replaceAssessments([
        { persona: 'p-1', recommendation: 'ask', outcomes: { b: { kind: 'quiet' }, a: { kind: 'failed', error: 'why' } }, reasons: [] },
      ])
      await tx.replaceDerivedStatements(['p-1'], [{ ...aPhone('d', 'p-1'), basis: 'derived' }])
      await tx.replaceLinks([], [aLink('p-1', 'p-2')])
      await tx.replaceHubs([], [{ kind: 'phone', key: 'k', holders: 30, reason: 'many' }])
      await tx.replaceMembers([], [{ id: 'c-1', personas: ['p-1', 'p-2'] }])
    }

    test('the hash covers every derived table, and the same rows give the same hash', async () => {
      await alone(async (tx) => {
        const empty = await tx.derivedHash()
        await fill(tx)
        const full = await tx.derivedHash()
        hashes.set(name, full)
        const changes: (() => Promise<unknown>)[] = [
          () => tx.replaceLinks([{ persona: 'p-1', other: 'p-2' }], []),
          () => tx.replaceHubs([{ kind: 'phone', key: 'k' }], []),
          () => tx.replaceMembers(['p-1', 'p-2'], []),
          () => tx.replaceIdentifiers(['p-2'], []),
          () => tx.replaceSketches(['p-1'], []),
          () => tx.replacePairs(['p-1'], []),
          () => tx.replaceOverlaps(['p-1'], []),
          () => tx.replaceFindings(['p-1'], []),
          () => tx.replaceAssessments([{ persona: 'p-1', recommendation: 'clear', outcomes: {}, reasons: [] }]),
          () => tx.replaceDerivedStatements(['p-1'], []),
        ]
        const seen = new Set([empty, full])
        for (const change of changes) {
          await change()
          seen.add(await tx.derivedHash())
        }
        expect(seen.size).toBe(2 + changes.length)
        await fill(tx)
        expect(await tx.derivedHash()).toBe(full)
        await tx.dropDerived()
        // Clusters stay until they are made anew, so that what became of them can be told.
        expect(await tx.derivedHash()).not.toBe(empty)
        await tx.replaceMembers(['p-1', 'p-2'], [])
        expect(await tx.derivedHash()).toBe(empty)
      })
    })

    test('dropping leaves what was said', async () => {
      await alone(async (tx) => {
        await tx.addStatements([aPhone('s', 'p-1')])
        await fill(tx)
        await tx.dropDerived()
        expect((await tx.statementsOf(['p-1'])).map((s) => s.id)).toEqual(['s'])
      })
    })
  })

  describe('forgetting', () => {
    test('leaves nothing of the persona and releases what nobody else holds', async () => {
      await alone(async (tx) => {
        for (const id of ['p-1', 'p-2']) await tx.putPersona(aPersona(id))
        for (const id of ['only-1', 'shared'])
          await tx.addArtifact({ id, name: id, size: 1, received: NOON, reliability: 'F', credibility: '6' })
        for (const [persona, artifact] of [
          ['p-1', 'only-1'],
          ['p-1', 'shared'],
          ['p-2', 'shared'],
        ] as const)
          await tx.addSubmission({ persona, artifact, parent: undefined, row: undefined })
        await tx.addStatements([aPhone('s-1', 'p-1'), aPhone('s-2', 'p-2')])
        await tx.replaceIdentifiers(['p-1'], [{ kind: 'phone', key: 'k', persona: 'p-1', statement: 's-1', at: undefined }])
        await tx.replaceSketches(['p-1'], [{ kind: 'text', persona: 'p-1', statement: 's-1', keys: [1] }])
        await tx.replacePairs(
          ['p-1'],
          [
            { persona: 'p-1', other: 'p-2', same: 'no' },
            { persona: 'p-2', other: 'p-1', same: 'no' },
          ],
        )
        await tx.replaceOverlaps(['p-1'], [{ persona: 'p-2', other: 'p-1', kind: 'phrase', measure: 1, passages: [] }])
        await tx.replaceLinks([], [aLink('p-1', 'p-2')])
        await tx.replaceMembers([], [{ id: 'c-1', personas: ['p-1', 'p-2'] }])
        await tx.addJudgement({ persona: 'p-1', other: 'p-2', kind: 'unsure', reason: 'why', by: 'me', at: NOON })
        await tx.replaceFindings(
          ['p-1', 'p-2'],
          [aFinding('f-1', 'p-1', ['s-1']), aFinding('f-2', 'p-2', ['s-2', 's-1']), aFinding('f-3', 'p-2', ['s-2'])],
        )
        await tx.replaceAssessments([{ persona: 'p-1', recommendation: 'review', outcomes: {}, reasons: ['f-1'] }])
        expect(await tx.forget('p-1')).toEqual({ released: ['only-1'], touched: ['p-2'] })
        expect(await tx.persona('p-1')).toBeUndefined()
        expect(await tx.submissions(['p-1'])).toEqual([])
        expect(await tx.statementsOf(['p-1'])).toEqual([])
        expect(await tx.pairs(['p-1', 'p-2'])).toEqual([])
        expect(await tx.links(['p-1', 'p-2'])).toEqual([])
        expect(await tx.allJudgements()).toEqual([])
        expect([...(await tx.clusterOf(['p-1', 'p-2'])).keys()]).toEqual(['p-2'])
        expect(await tx.assessments(['p-1'])).toEqual([])
        expect((await tx.findings(['p-1', 'p-2'])).map((f) => f.id)).toEqual(['f-3'])
        expect((await tx.artifacts(['only-1', 'shared'])).map((a) => a.id)).toEqual(['shared'])
        expect((await tx.statementsOf(['p-2'])).map((s) => s.id)).toEqual(['s-2'])
        const [left] = await tx.relation(
          `select '' as persona, (select count(*) from identifier) + (select count(*) from overlap) as n`,
          [],
        )
        expect(Number(left?.['n'])).toBe(0)
      })
    })

    test('one artifact is taken away, with what was read in it and nothing else', async () => {
      await alone(async (tx) => {
        await tx.putPersona(aPersona('p-1'))
        for (const id of ['keep', 'drop']) {
          await tx.addArtifact({ id, name: id, size: 1, received: NOON, reliability: 'F', credibility: '6' })
          await tx.addSubmission({ persona: 'p-1', artifact: id, parent: undefined, row: undefined })
        }
        const drop = { ...aPhone('s-drop', 'p-1'), seenIn: { artifact: 'drop', at: 'line=1', role: 'resume' as const } }
        const keep = { ...aPhone('s-keep', 'p-1'), seenIn: { artifact: 'keep', at: 'line=1', role: 'resume' as const } }
        await tx.addStatements([drop, keep])
        expect(await tx.removeSubmission('p-1', 'drop')).toBe(true)
        expect((await tx.statementsOf(['p-1'])).map((s) => s.id)).toEqual(['s-keep'])
        expect((await tx.submissions(['p-1'])).map((s) => s.artifact)).toEqual(['keep'])
        expect(await tx.artifacts(['drop'])).toEqual([])
      })
    })
  })

  describe('numbers of acts', () => {
    const judge = (tx: Tx, other: string) => tx.addJudgement({ persona: 'p-1', other, kind: 'unsure', reason: 'why', by: 'me', at: NOON })
    const decide = (tx: Tx, persona: string) =>
      tx.addDisposition({ persona, kind: 'cleared', reason: 'why', known: [], by: 'me', at: NOON })
    const event = { at: NOON, kind: 'formed', before: [], after: ['c-1'], joined: ['p-1'], left: [], reason: 'why' } as const

    test('are never given out again, whoever is forgotten', async () => {
      await alone(async (tx) => {
        for (const id of ['p-1', 'p-2', 'p-3']) await tx.putPersona(aPersona(id))
        expect([await judge(tx, 'p-2'), await judge(tx, 'p-3')].map((act) => act.seq)).toEqual([1, 2])
        expect([await decide(tx, 'p-2'), await decide(tx, 'p-3')].map((act) => act.seq)).toEqual([1, 2])
        await tx.forget('p-3')
        expect((await judge(tx, 'p-2')).seq).toBe(3)
        expect((await decide(tx, 'p-2')).seq).toBe(3)
        expect((await tx.allJudgements()).map((act) => act.seq)).toEqual([1, 3])
        expect((await tx.dispositions(['p-2'])).map((act) => act.seq)).toEqual([1, 3])
        await tx.forget('p-1')
        await tx.forget('p-2')
        expect((await judge(tx, 'p-4')).seq).toBe(4)
      })
    })

    test('go one by one in each tenant, several at once, and not with what failed', async () => {
      const tenant = freshTenant()
      expect((await store.tx(tenant, (tx) => tx.addClusterEvents([event, event]))).map((e) => e.seq)).toEqual([1, 2])
      expect((await alone((tx) => tx.addClusterEvents([event]))).map((e) => e.seq)).toEqual([1])
      const failed = store.tx(tenant, async (tx) => {
        await tx.addClusterEvents([event])
        throw new Error('on purpose')
      })
      await expect(failed).rejects.toThrow()
      const same = Array.from({ length: 6 }, () => store.tx(tenant, (tx) => tx.addClusterEvents([event])))
      expect((await Promise.all(same)).flatMap((events) => events.map((e) => e.seq)).sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8])
    })

    test('an older store goes on from the highest number that was told, also of what is forgotten', async () => {
      const [one, two] = [freshTenant(), freshTenant()]
      await store.tx(one, async (tx) => {
        for (const id of ['p-1', 'p-2']) await tx.putPersona(aPersona(id))
        for (const act of [await judge(tx, 'p-2'), await judge(tx, 'p-2')])
          await tx.appendAudit({ actor: 'me', action: 'judged', subject: 'p-1', detail: { act: act.seq } }, NOON)
        for (const act of [await decide(tx, 'p-1'), await decide(tx, 'p-2'), await decide(tx, 'p-2')])
          await tx.appendAudit({ actor: 'me', action: 'decided', subject: act.persona, detail: { number: act.seq } }, NOON)
        await tx.forget('p-2')
      })
      await store.tx(two, (tx) => judge(tx, 'p-2'))
      await database.connection.transaction(async (db) => {
        await db.execute(sql`drop table last_number`)
        for (const name of ['0004_numbers.sql', '0005_numbers_tenancy.sql']) {
          const text = await readFile(join(MIGRATIONS, name), 'utf8')
          for (const statement of text.split('--> statement-breakpoint')) await db.execute(sql.raw(statement))
        }
      })
      await store.tx(one, async (tx) => {
        expect((await judge(tx, 'p-9')).seq).toBe(3)
        expect((await decide(tx, 'p-1')).seq).toBe(4)
        expect((await tx.addClusterEvents([event])).map((e) => e.seq)).toEqual([1])
      })
      expect((await store.tx(two, (tx) => judge(tx, 'p-2'))).seq).toBe(2)
    })
  })

  describe('pages of links', () => {
    test('go on from behind a link, ties too, and the last page reads no more than the first', async () => {
      const name = (n: number): string => `p-${String(n).padStart(4, '0')}`
      // Weights of which many are equal, written in another order than they are read in.
      const all = Array.from({ length: 2_000 }, (_, n) => ({ ...aLink(name((n * 7) % 2_000), 'q'), bits: (n % 5) + 0.25 }))
      const inOrder = all.toSorted((a, b) => b.bits - a.bits || (a.persona > b.persona ? -1 : 1)).map((l) => l.persona)
      await store.tx(freshTenant(), (tx) => tx.replaceLinks([], [aLink('p-1', 'p-2')]))
      const tenant = freshTenant()
      await store.tx(tenant, (tx) => tx.replaceLinks([], all))
      await asTenant(database.connection, tenant, async (db, ask) => {
        const tx = transactionOf({ db, ask, tenant, wrote() {} })
        const counted = sql`select (seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables where relname = 'link'`
        const read = async (): Promise<number> => (await rowsOf<{ n: number }>(db, counted))[0]!.n
        const pages: (readonly Link[])[] = []
        const cost: number[] = []
        for (;;) {
          const before = await read()
          pages.push(await tx.linksPage({ after: pages.at(-1)?.at(-1), limit: 100 }))
          cost.push((await read()) - before)
          if (pages.at(-1)?.length === 0) break
        }
        expect(pages.flat().map((l) => l.persona)).toEqual(inOrder)
        expect(pages).toHaveLength(21)
        expect(Math.max(...cost)).toBeLessThanOrEqual(101)
        expect(Math.max(...cost)).toBeGreaterThanOrEqual(100)
      })
    })
  })

  describe('pages of hubs and clusters', () => {
    test('go on from behind one, ties too, whatever grew before it meanwhile; a page of hubs reads no more than the first', async () => {
      const tenant = freshTenant()
      const two = (n: number): string => String(n).padStart(3, '0')
      const hubs = Array.from({ length: 300 }, (_, n) => ({ kind: 'phone', key: `k-${two(n)}`, holders: 20 + (n % 4), reason: 'many' }))
      const clusters = Array.from({ length: 60 }, (_, n) => ({
        id: `c-${two((n * 7) % 60)}`,
        personas: Array.from({ length: 2 + (n % 3) }, (__, m) => `p-${two(n)}-${m}`),
      }))
      await store.tx(tenant, async (tx) => {
        await tx.replaceHubs([], hubs)
        await tx.replaceMembers([], clusters)
      })
      const placeOf = ({ id, personas }: { id: string; personas: readonly string[] }) => ({ size: personas.length, id })
      const first = await store.tx(tenant, async (tx) => ({
        hubs: await tx.hubsPage({ limit: 40 }),
        clusters: await tx.clustersPage({ limit: 7 }),
      }))
      // One that is larger than all comes while somebody reads: nothing is shown twice for it, and nothing is passed over.
      await store.tx(tenant, async (tx) => {
        await tx.replaceHubs([], [{ kind: 'phone', key: 'new', holders: 99, reason: 'many' }])
        await tx.replaceMembers([], [{ id: 'c-new', personas: ['a', 'b', 'c', 'd', 'e', 'f'] }])
      })
      await asTenant(database.connection, tenant, async (db, ask) => {
        const tx = transactionOf({ db, ask, tenant, wrote() {} })
        const counted = sql`select (seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables where relname = 'hub'`
        const read = async (): Promise<number> => (await rowsOf<{ n: number }>(db, counted))[0]!.n
        const found = [...first.hubs]
        for (;;) {
          const before = await read()
          const page = await tx.hubsPage({ after: found.at(-1), limit: 40 })
          expect((await read()) - before).toBeLessThanOrEqual(41)
          if (page.length === 0) break
          found.push(...page)
        }
        expect(found.map((hub) => hub.key)).toEqual(
          hubs.toSorted((a, b) => b.holders - a.holders || (a.key > b.key ? -1 : 1)).map((hub) => hub.key),
        )
        const seen = [...first.clusters]
        for (;;) {
          const page = await tx.clustersPage({ after: placeOf(seen.at(-1)!), limit: 7 })
          if (page.length === 0) break
          seen.push(...page)
        }
        expect(seen.map((cluster) => cluster.id)).toEqual(
          clusters.toSorted((a, b) => b.personas.length - a.personas.length || (a.id < b.id ? -1 : 1)).map((cluster) => cluster.id),
        )
      })
    })
  })

  describe('pages of candidates of one recommendation', () => {
    test('pass over nobody who came later, however few they are and however long ago they came', async () => {
      const [many, few] = [1_500, 60]
      const tenant = freshTenant()
      const id = (n: number): string => `p-${String(n).padStart(4, '0')}`
      const received = (n: number): string => new Date(Date.parse(NOON) + n * 60_000).toISOString()
      await store.tx(tenant, async (tx) => {
        for (let n = 0; n < many; n++) await tx.putPersona(aPersona(id(n), { received: received(n) }))
        await tx.replaceAssessments(
          Array.from({ length: many }, (_, n) => ({
            persona: id(n),
            recommendation: n < few ? ('review' as const) : ('clear' as const),
            outcomes: {},
            reasons: [],
          })),
        )
      })
      await asTenant(database.connection, tenant, async (db, ask) => {
        const tx = transactionOf({ db, ask, tenant, wrote() {} })
        const counted = sql`select sum(seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables where relname in ('persona', 'assessment')`
        const read = async (): Promise<number> => (await rowsOf<{ n: number }>(db, counted))[0]!.n
        const pages: (readonly string[])[] = []
        let after: { readonly received: string; readonly id: string } | undefined
        do {
          const before = await read()
          const page = await tx.foundByArrival({ recommendation: 'review', after, limit: 25 })
          // Each is looked up in both tables, and shown with what it was assessed as.
          expect((await read()) - before).toBeLessThanOrEqual(3 * few)
          pages.push(page.map((one) => one.persona.id))
          const last = page.at(-1)?.persona
          after = last === undefined ? undefined : { received: last.received, id: last.id }
        } while (after !== undefined)
        expect(pages.map((page) => page.length)).toEqual([25, 25, 10, 0])
        expect(pages.flat()).toEqual(Array.from({ length: few }, (_, n) => id(few - 1 - n)))
      })
    })
  })

  describe('audit', () => {
    test('rows form a chain that the head ends', async () => {
      const tenant = freshTenant()
      await store.tx(tenant, async (tx) => {
        expect(await tx.auditHead()).toBeUndefined()
        const detail = { z: 1.5, a: ['x', null], left: undefined, big: 12_345_678_901_234, deep: { b: 1, a: 'ü' } }
        const first = await tx.appendAudit({ actor: 'me', action: 'received', subject: 'p-1', detail }, NOON)
        const second = await tx.appendAudit({ actor: 'me', action: 'read', subject: 'p-1', detail: {} }, NOON)
        expect(first).toMatchObject({ seq: 1, previous: FIRST_LINK })
        expect(second).toMatchObject({ seq: 2, previous: first.hash })
      })
      await store.tx(tenant, async (tx) => {
        const rows = await tx.auditRows(0, 10)
        expect(rows.map((row) => auditHash(tenant, row))).toEqual(rows.map((row) => row.hash))
        expect(await tx.auditHead()).toEqual({ seq: 2, hash: rows[1]?.hash })
        expect((await tx.auditRows(1, 10)).map((row) => row.seq)).toEqual([2])
      })
    })

    test('writers at the same moment stand in line', async () => {
      const tenant = freshTenant()
      await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          store.tx(tenant, (tx) => tx.appendAudit({ actor: 'me', action: 'read', subject: `p-${n}`, detail: {} }, NOON)),
        ),
      )
      const rows = await store.tx(tenant, (tx) => tx.auditRows(0, 100))
      expect(rows.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      expect(rows.slice(1).map((row) => row.previous)).toEqual(rows.slice(0, -1).map((row) => row.hash))
    })

    test('a transaction that fails leaves no row', async () => {
      const tenant = freshTenant()
      const failing = store.tx(tenant, async (tx) => {
        await tx.appendAudit({ actor: 'me', action: 'read', subject: 'p-1', detail: {} }, NOON)
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow('changed my mind')
      expect(await store.tx(tenant, (tx) => tx.auditRows(0, 10))).toEqual([])
    })
  })
})
