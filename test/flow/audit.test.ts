import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeOf } from '../../src/adapters/store-postgres/store.ts'
import { auditHash } from '../../src/engine/audit-hash.ts'
import { verifyAudit } from '../../src/engine/audit.ts'
import type { AuditRow } from '../../src/engine/audit-row.ts'
import type { Store } from '../../src/engine/ports.ts'
import { DATABASES, freshTenant, type TestDatabase } from '../support/databases.ts'
import { NOON } from '../support/rows.ts'

/** Somebody with the owner's password changes the log below the program. What they did is named, row by row. */
const ROWS = 8
const TRUNCATED = 'the table truncated'

/** How a log is tampered with, and what has to be said of it: kind and row, in order. */
const TAMPERINGS: readonly (readonly [what: string, sql: (rows: readonly AuditRow[]) => readonly SQL[], named: readonly string[]])[] = [
  ['nothing', () => [], []],
  ['an action changed', () => [sql`update audit set action = 'shown' where tenant = ${tenant} and seq = 3`], ['changed 3']],
  ['a detail changed', () => [sql`update audit set detail = '{"n":99}' where tenant = ${tenant} and seq = 8`], ['changed 8']],
  [
    'who did it changed in two rows',
    () => [sql`update audit set actor = 'nobody' where tenant = ${tenant} and seq in (1, 6)`],
    ['changed 1', 'changed 6'],
  ],
  ['a row changed and its hash computed anew', (rows) => [put({ ...row(rows, 4), action: 'shown' })], ['changed 4']],
  ['the last row changed and its hash computed anew', (rows) => [put({ ...row(rows, 8), action: 'shown' })], ['changed 8']],
  ['one row removed', () => [sql`delete from audit where tenant = ${tenant} and seq = 5`], ['removed 5']],
  ['the first rows removed', () => [sql`delete from audit where tenant = ${tenant} and seq < 3`], ['removed 1', 'removed 2']],
  ['the end cut off', () => [sql`delete from audit where tenant = ${tenant} and seq > 6`], ['removed 7', 'removed 8']],
  [
    'everything removed',
    () => [sql`delete from audit where tenant = ${tenant}`],
    Array.from({ length: ROWS }, (_, i) => `removed ${i + 1}`),
  ],
  [TRUNCATED, () => [sql`truncate audit`], Array.from({ length: ROWS }, (_, i) => `removed ${i + 1}`)],
  [
    'two neighbours exchanged',
    () =>
      move([
        [3, 4],
        [4, 3],
      ]),
    ['reordered 3', 'reordered 4'],
  ],
  [
    'two distant rows exchanged',
    () =>
      move([
        [2, 7],
        [7, 2],
      ]),
    ['reordered 2', 'reordered 7'],
  ],
  ['a row put in at the end', (rows) => [put({ ...row(rows, 8), seq: 9, previous: row(rows, 8).hash })], ['inserted 9']],
  [
    'a row put in, with right hashes, and those after it moved up',
    (rows) => [
      ...move([
        [5, 6],
        [6, 7],
        [7, 8],
        [8, 9],
      ]),
      put({ ...row(rows, 5), action: 'shown' }),
    ],
    ['inserted 5', 'reordered 6', 'reordered 7', 'reordered 8', 'reordered 9'],
  ],
  [
    'a row put in, with a wrong hash, and those after it moved up',
    (rows) => [
      ...move([[8, 9]]),
      put({ ...row(rows, 8), action: 'shown' }),
      sql`update audit set hash = previous where tenant = ${tenant} and seq = 8`,
    ],
    ['inserted 8', 'reordered 9'],
  ],
  [
    'a row removed and the gap closed',
    () => [
      sql`delete from audit where tenant = ${tenant} and seq = 6`,
      ...move([
        [7, 6],
        [8, 7],
      ]),
    ],
    ['reordered 6', 'removed 6', 'reordered 7'],
  ],
  [
    'a row overwritten with a copy of another',
    (rows) => [
      sql`update audit set (at, actor, action, subject, detail, previous, hash) = (select at, actor, action, subject, detail, previous, hash from audit where tenant = ${tenant} and seq = ${row(rows, 2).seq}) where tenant = ${tenant} and seq = 5`,
    ],
    ['reordered 5', 'removed 5'],
  ],
]

const row = (rows: readonly AuditRow[], seq: number): AuditRow => rows[seq - 1] as AuditRow
let tenant = ''
/** Writes a row, in the place of the one with its number, with the hash that it should have. */
function put(given: AuditRow): SQL {
  const whole = { ...given, hash: auditHash(tenant, given) }
  return sql`insert into audit (tenant, seq, at, actor, action, subject, detail, previous, hash)
    values (${tenant}, ${whole.seq}, ${whole.at}, ${whole.actor}, ${whole.action}, ${whole.subject}, ${JSON.stringify(whole.detail)}::jsonb, ${whole.previous}, ${whole.hash})
    on conflict (tenant, room, seq) do update set action = excluded.action, hash = excluded.hash, previous = excluded.previous`
}
/** Gives rows other numbers, all at once, whatever stands in between. */
const move = (moves: readonly (readonly [from: number, to: number])[]): SQL[] => [
  ...moves.map(([from]) => sql`update audit set seq = seq + 1000 where tenant = ${tenant} and seq = ${from}`),
  ...moves.map(([from, to]) => sql`update audit set seq = ${to} where tenant = ${tenant} and seq = ${from + 1000}`),
]

describe.each(DATABASES.map((database) => [database.name, database] as const))('the log on %s', (_name, database) => {
  let open: TestDatabase
  let store: Store
  beforeAll(async () => {
    if (database.skip !== undefined) return
    open = await database.open()
    store = storeOf(open.connection)
  }, 120_000)
  afterAll(() => open?.close())

  test.for(TAMPERINGS)('names what was done: %s', async ([what, tamper, named], { skip }) => {
    if (database.skip !== undefined) skip(database.skip)
    tenant = freshTenant()
    const bystander = freshTenant()
    for (const of of [tenant, bystander]) {
      for (let n = 1; n <= ROWS; n++)
        await store.tx(of, (tx) =>
          tx.appendAudit({ actor: 'me', action: n % 2 === 0 ? 'read' : 'received', subject: `p-${n}`, detail: { n } }, NOON),
        )
    }
    const rows = await store.tx(tenant, (tx) => tx.auditRows(0, 100))
    expect(rows).toHaveLength(ROWS)
    await asOwner(tamper(rows), tenant)
    const found = await verifyAudit({ store }, { tenant, id: 'auditor' })
    expect(found.faults.map((f) => `${f.kind} ${f.seq}`)).toEqual(named)
    for (const fault of found.faults) expect(fault.says).toContain(`Row ${fault.seq} `)
    // Another tenant's log is its own, except where somebody truncated the table of all.
    if (what !== TRUNCATED) expect((await verifyAudit({ store }, { tenant: bystander, id: 'auditor' })).faults).toEqual([])
  })

  test('the program’s own role can neither change nor remove a row', async ({ skip }) => {
    if (database.skip !== undefined) skip(database.skip)
    const of = freshTenant()
    await store.tx(of, (tx) => tx.appendAudit({ actor: 'me', action: 'received', subject: 'p', detail: {} }, NOON))
    for (const attempt of [sql`update audit set action = 'x'`, sql`delete from audit`, sql`truncate audit`]) {
      await expect(
        open.connection.transaction(async (db) => {
          await db.execute(sql`select set_config('role', 'bonafide_app', true), set_config('bonafide.tenant', ${of}, true)`)
          await db.execute(attempt)
        }),
      ).rejects.toThrow()
    }
    expect((await verifyAudit({ store }, { tenant: of, id: 'auditor' })).faults).toEqual([])
  })

  /** As who owns the tables, on one tenant's rows (the policies hold the owner too, unless it is the superuser). */
  async function asOwner(statements: readonly SQL[], of: string): Promise<void> {
    await open.connection.transaction(async (db) => {
      await db.execute(sql`select set_config('bonafide.tenant', ${of}, true)`)
      for (const statement of statements) await db.execute(statement)
    })
  }
})
