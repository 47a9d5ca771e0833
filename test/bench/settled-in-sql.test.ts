import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled } from '../../bench/settled-in-sql.ts'
import { literal } from '../../src/adapters/analytics-duckdb/sql.ts'
import { COLUMN_KINDS, type ColumnKind } from '../../src/compute/record-linkage/columns.ts'
import { keyOf } from '../../src/engine/batch-link/keys.ts'

/** What the peer in SQL settles in bulk is what ours makes of it: otherwise it would be told to link other accounts. */
let connection: DuckDBConnection
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect()
})
afterAll(() => connection.closeSync())

async function inBulk(kind: ColumnKind, values: readonly string[]): Promise<readonly (string | null)[]> {
  const read = await connection.runAndReadAll(`SELECT ${settled(kind, 'v')} FROM (SELECT unnest([${values.map(literal).join(', ')}]) AS v)`)
  return read.getRows().map((row) => row[0] as string | null)
}

/** Values as they stand in files, of every kind and beside it. */
const WRITTEN: Readonly<Record<ColumnKind, readonly string[]>> = {
  name: ['Ada Example', "O'Brien", 'MÜLLER, Jan', '  x', 'de la Cruz-Test', '...', '李'],
  address: ['12 Forbes Street', '12, Forbes St.', 'Straße 4', '#5'],
  text: ['Some text; with 2 numbers', 'Ünïcode'],
  email: [
    'a@example.com',
    'A.B+c@Example.com',
    'a.b@gmail.com',
    'A.B+x@GMail.com',
    'ab@googlemail.com',
    'a_b@proton.me',
    'x@me.com',
    'n/a',
    'a b@example.com',
    'a@www.example.com',
    'a@example.com.',
    'a+b@firm.example',
    '@example.com',
    'a@b',
    'x+y@outlook.com',
    '+x@example.com',
  ],
  phone: [
    '+12025550101',
    '+1 202 555 0101',
    '(202) 555-0101',
    '+1 (202) 555-0101',
    '0044 20 7946 0000',
    'none',
    '12025550101',
    '+999123456789',
  ],
  wallet: [
    `0x${'ab'.repeat(20)}`,
    `0x${'AB'.repeat(20)}`,
    `0X${'ab'.repeat(20)}`,
    `0x${'Ab'.repeat(20)}`,
    'n/a',
    '1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
  ],
  account: ['DE89 3704 0044 0532 0130 00', 'de89370400440532013000', '1234-5678', 'ab', '40000000001237'],
  device: ['97f4c3d8', '97F4C3D8', '{97f4c3d8-1234}', 'Pixel 7', 'aa:bb:cc:dd:ee:ff'],
  ip: ['192.0.2.7', '192.0.2.007', '2001:db8:0:0::1', '999.1.1.1', 'localhost'],
  date: ['1991-02-28', '1991-2-28', '28/02/1991', '19910228', 'February 28, 1991', '1991', 'unknown', '1991-13-01'],
  exact: ['As Written', 'x'],
}

describe.each(COLUMN_KINDS)('%s', (kind) => {
  test('settled values are the engine’s own', async () => {
    const settledHere = await inBulk(kind, WRITTEN[kind])
    let compared = 0
    for (const [i, value] of settledHere.entries()) {
      if (value === null) continue
      expect([WRITTEN[kind][i], value]).toEqual([WRITTEN[kind][i], keyOf(kind, WRITTEN[kind][i]!)])
      compared++
    }
    expect(compared).toBeGreaterThan(0)
  })

  test('whatever stands in the file', async () => {
    const written = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(...WRITTEN[kind]).chain((one) => fc.string({ maxLength: 2 }).map((more) => one + more)),
      fc.constantFrom(...WRITTEN[kind]).map((one) => one.toUpperCase()),
      fc.stringMatching(/^[+a-zA-Z0-9@.: _-]{1,20}$/),
      fc.emailAddress(),
      fc.ipV4(),
    )
    const tidy = written.map((text) => text.trim().replaceAll('\u0000', '')).filter((text) => text !== '' && text.isWellFormed())
    await fc.assert(
      fc.asyncProperty(fc.array(tidy, { minLength: 20, maxLength: 60 }), async (values) => {
        const found = await inBulk(kind, values)
        for (const [i, value] of found.entries())
          if (value !== null) expect([values[i], value]).toEqual([values[i], keyOf(kind, values[i]!)])
      }),
      { numRuns: 25 },
    )
  })
})
