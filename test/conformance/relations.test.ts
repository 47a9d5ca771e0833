import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RawRow, Relation } from '../../src/kit/input.ts'
import { freshTenant, openTestStore } from '../support/databases.ts'
import { crowdId, shareEverything } from '../support/shared-everything.ts'

/** Every relation: rows where a few share something, and never a crowd joined with itself. */

const FOLDER = resolve(import.meta.dirname, '../../src/catalog/relations')
const relations = await Promise.all(
  readdirSync(FOLDER).map(async (name) => ((await import(join(FOLDER, name, 'relation.ts'))) as { default: Relation<unknown> }).default),
)

const tenants = new Map<number, Promise<string>>()

/** A tenant of so many personas that share everything and are the same applicant; filled once. */
function populated(count: number): Promise<string> {
  const known = tenants.get(count) ?? fill(count)
  tenants.set(count, known)
  return known
}

async function fill(count: number): Promise<string> {
  const tenant = freshTenant()
  await (await openTestStore()).tx(tenant, (tx) => shareEverything(tx, count))
  return tenant
}

/** Rows about the first of so many personas. */
async function rowsAmong(relation: Relation<unknown>, count: number): Promise<readonly RawRow[]> {
  const tenant = await populated(count)
  return (await openTestStore()).tx(tenant, (tx) => tx.relation(relation.sql, [crowdId(0)]))
}

describe('relations', () => {
  it('are found', () => {
    expect(relations.length).toBeGreaterThan(5)
    expect(new Set(relations.map((r) => r.id)).size).toBe(relations.length)
  })

  it.each(relations)('$id: rows of its shape, about the persona asked for, where a few share something', async (relation) => {
    const rows = await rowsAmong(relation, 4)
    expect(rows.length).toBeGreaterThan(0)
    for (const raw of rows) {
      expect(raw['persona']).toBe(crowdId(0))
      expect(() => relation.row(raw)).not.toThrow()
    }
  })

  it.each(relations)('$id: a crowd that shares everything is counted, not joined', async (relation) => {
    const [some, crowd] = [await rowsAmong(relation, 60), await rowsAmong(relation, 120)]
    // Beyond the hub limit more personas give no more rows; below it rows were there.
    expect(crowd.length).toBeLessThanOrEqual(some.length)
    expect(crowd.length).toBeLessThan(120)
  })

  it.each(relations)('$id: keeps to what every engine knows', ({ sql }) => {
    expect(sql).not.toMatch(/->|::|\blateral\b|\bdistinct on\b|\bsimilar|\blevenshtein|\barray_|\bjsonb?_|\bover\s*\(/i)
  })
})
