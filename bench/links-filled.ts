import { sql } from 'drizzle-orm'
import type { Connection } from '../src/adapters/store-postgres/database.ts'
import { storeOf } from '../src/adapters/store-postgres/store.ts'
import type { IdentifierRow } from '../src/engine/ports.ts'
import { sketchesOf } from '../src/engine/sketch.ts'
import type { AnyStatement } from '../src/model/statement.ts'
import { type Accounts, NAMES } from './accounts-made.ts'

/** A line that a template puts into every tenth résumé. */
export const TEMPLATE =
  'A dependable and curious colleague who likes to finish what was begun and leaves every place a little tidier than it was found'
/** Offices and campus networks that everybody who has one shares with a tenth of the others. */
const CROWDS = 10

/** Everybody in the index of the tenant `bench`, straight into the tables: what matters here is how large they are. */
export async function fillIndex(connection: Connection, personas: number): Promise<void> {
  const run = (text: string): Promise<unknown> => connection.transaction((db) => db.execute(sql.raw(text)))
  const indexes = ['identifier_by_persona', 'sketch_by_key', 'sketch_by_persona']
  for (const name of indexes) await run(`drop index ${name}`)
  for (let from = 0; from < personas; from += 100_000) {
    const who = `(select n, 'p-' || lpad(to_hex(n::bigint), 16, '0') as id, n * 2654435761 % 4294967296 as h
      from generate_series(${from}::bigint, ${Math.min(personas, from + 100_000) - 1}) n) w`
    await run(`insert into persona (tenant, id, source, received, status, requisition, retention, keep_until)
      select 'bench', id, 'made', '2026-01-01T00:00:00.000Z', 'open', null, 'candidate-open', '2027-01-01T00:00:00.000Z' from ${who}`)
    for (const [kind, key, at, where] of valuesOf())
      await run(`insert into identifier (tenant, kind, key, persona, statement, at)
        select 'bench', '${kind}', ${key}, id, id || '.${kind}', ${at} from ${who} where ${where}`)
    await run(`insert into sketch (tenant, kind, key, persona)
      select 'bench', case when k < 4 then 'text' else 'phrase' end, ((h * 31 + k * 40503 * (n + 7)) % 4294967296 - 2147483648)::int, id
      from ${who}, generate_series(0, 7) k`)
    await run(`insert into sketch (tenant, kind, key, persona)
      select 'bench', 'phrase', k, id from ${who}, unnest(array[${templateKeys().join(',')}]) k where n % 10 = 0`)
  }
  await run('create index identifier_by_persona on identifier (persona, tenant)')
  await run('create index sketch_by_key on sketch (key, tenant)')
  await run('create index sketch_by_persona on sketch (persona)')
  await tidied(connection, personas)
}

/** Counted and tidied as the product does by itself after so many rows; the rows above went past it. */
async function tidied(connection: Connection, rows: number): Promise<void> {
  connection.changed(rows)
  await connection.transaction(async () => {})
}

type Filled = readonly [kind: string, key: string, at: string, where: string]

/** Everybody a mailbox and a number; two in a hundred pairs share a number; addresses of homes and offices; networks; some devices and wallets. */
function valuesOf(): readonly Filled[] {
  // Every fiftieth has the number of the one before: couples, and personas of one operator.
  const number = `(case when n % 50 = 1 then n - 1 else n end)`
  const never = 'null::text'
  const day = `to_char(timestamp '2025-01-01' + (h % 365) * interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`
  const home = `(case when n % 20 < 2 then 'home ' || n / 20 when n % 10 = 5 then 'office ' || h % ${CROWDS} else 'street ' || n end)`
  const network = `(case when n % 3 = 0 then '192.0.2.' || h % ${CROWDS} else 'net ' || n end)`
  return [
    ['email', `'made' || n || '@example.com'`, never, 'true'],
    ['reach', `'made' || n || '@example.com'`, never, 'true'],
    ['phone', `'+1202555' || lpad(${number}::text, 7, '0')`, never, 'true'],
    ['reach', `'+1202555' || lpad(${number}::text, 7, '0')`, never, 'true'],
    ['postal-address', home, never, 'n % 2 = 1 or n % 20 < 2'],
    ['ip', network, day, 'n % 2 = 0'],
    ['device', `'cookie:' || n`, day, 'n % 4 = 0'],
    ['wallet', `'evm:' || (case when n % 100 = 8 then n - 4 else n end)`, never, 'n % 100 in (4, 8)'],
  ]
}

const templateKeys = (): readonly number[] => {
  const passage = { id: 's', property: 'passage', value: { text: TEMPLATE, kind: 'bullet' }, seenIn: { artifact: 'a', role: 'resume' } }
  return sketchesOf('p', [passage as unknown as AnyStatement]).flatMap((row) => (row.kind === 'phrase' ? row.keys : []))
}

/** Under which kind a column of an account stands in the index, and how its key is written there. */
const COLUMN: Readonly<Record<string, readonly [kind: string, prefix: string]>> = {
  email: ['email', ''],
  phone: ['phone', ''],
  wallet: ['wallet', 'evm:'],
  account: ['bank-account', ''],
  device: ['device', 'other:'],
  ip: ['ip', ''],
  photo: ['image-sha256', ''],
}
const WRITTEN = 5_000

/** Generated accounts as personas with keys; the networks of all were used on one day, as in the file that has no dates. */
export async function fillAccounts(connection: Connection, accounts: Accounts): Promise<void> {
  const store = storeOf(connection)
  for (let from = 0; from < accounts.records; from += WRITTEN) {
    const personas: string[] = []
    const rows: IdentifierRow[] = []
    for (let row = from; row < Math.min(accounts.records, from + WRITTEN); row++) {
      const persona = `a${String(row).padStart(8, '0')}`
      personas.push(persona)
      for (const [i, value] of accounts.inRow(row).values.entries()) {
        const [kind, prefix] = COLUMN[NAMES[i] ?? ''] ?? []
        if (kind === undefined || value === '') continue
        const at = kind === 'ip' ? '2026-01-01T00:00:00.000Z' : undefined
        rows.push({ kind, key: `${prefix}${value}`, persona, statement: `${persona}.${i}`, at })
      }
    }
    await store.tx('bench', (tx) => tx.replaceIdentifiers(personas, rows))
  }
  await connection.transaction((db) =>
    db.execute(
      sql.raw(`insert into persona (tenant, id, source, received, status, requisition, retention, keep_until)
    select 'bench', 'a' || lpad(n::text, 8, '0'), 'made', '2026-01-01T00:00:00.000Z', 'open', null, 'candidate-open', '2027-01-01T00:00:00.000Z'
    from generate_series(0, ${accounts.records - 1}) n`),
    ),
  )
  await tidied(connection, accounts.records)
}
