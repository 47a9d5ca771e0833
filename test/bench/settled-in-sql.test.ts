import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled } from '../../bench/settled-in-sql.ts'
import { literal } from '../../src/adapters/analytics-duckdb/sql.ts'
import { COLUMN_KINDS, type ColumnKind } from '../../src/compute/record-linkage/columns.ts'
import { keyOf } from '../../src/engine/batch-link/keys.ts'
import { WRITTEN } from '../support/written-values.ts'

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
