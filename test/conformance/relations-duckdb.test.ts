import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { detectors } from '../../src/catalog/index.gen.ts'
import type { RawRow, Relation } from '../../src/kit/input.ts'
import { casesOf, runCase } from '../support/cases.ts'
import { freshTenant, openTestStore } from '../support/databases.ts'
import { derivedTables, exportTables, onParquet } from '../support/duckdb-relations.ts'
import { crowdId, shareEverything } from '../support/shared-everything.ts'

/** Every relation's text, unchanged, gives the same rows on the embedded database and on DuckDB over Parquet. */

const FOLDER = resolve(import.meta.dirname, '../../src/catalog/relations')
const relations = await Promise.all(
  readdirSync(FOLDER).map(async (name) => ((await import(join(FOLDER, name, 'relation.ts'))) as { default: Relation<unknown> }).default),
)

/**
 * The personas of every case in which a detector fires, in one tenant, where values that many cases use are hubs; and two crowds. The
 * cases in which detectors stay quiet would double the time and bring hardly a row.
 */
const POPULATIONS: Readonly<Record<string, (tenant: string) => Promise<readonly string[]>>> = {
  'all cases that fire': async (tenant) => {
    const everybody: string[] = []
    for (const story of detectors.flatMap((d) => casesOf(d.id).filter((one) => one.expect === 'fires'))) {
      everybody.push(...(await runCase(await openTestStore(), story, [], tenant)).personas.map((p) => p.id))
    }
    return everybody
  },
  'four who share everything': (tenant) => crowd(tenant, 4),
  'sixty who share everything': (tenant) => crowd(tenant, 60),
}

async function crowd(tenant: string, count: number): Promise<string[]> {
  await (await openTestStore()).tx(tenant, (tx) => shareEverything(tx, count))
  return Array.from({ length: count }, (_, n) => crowdId(n))
}

interface Answers {
  readonly embedded: readonly (readonly RawRow[])[]
  readonly duckdb: readonly (readonly RawRow[])[]
}
const answers = new Map<string, Answers>()
const folder = mkdtempSync(join(tmpdir(), 'bonafide-relations-'))

beforeAll(async () => {
  const store = await openTestStore()
  const texts = relations.map((r) => r.sql)
  for (const [name, fill] of Object.entries(POPULATIONS)) {
    const tenant = freshTenant()
    const slice = await fill(tenant)
    const embedded = await store.tx(tenant, async (tx) => {
      await exportTables(tx, slice, folder)
      const rows: (readonly RawRow[])[] = []
      for (const text of texts) rows.push(await tx.relation(text, slice))
      return rows
    })
    answers.set(name, { embedded, duckdb: await onParquet(folder, texts) })
  }
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As a detector gets them; in no order. */
const typed = (relation: Relation<unknown>, rows: readonly RawRow[] | undefined): string[] =>
  (rows ?? []).map((raw) => JSON.stringify([raw['persona'], relation.row(raw)])).sort()

describe('relations on another engine', () => {
  it('read tables that are described', () => {
    expect(derivedTables().map((t) => t.name)).toEqual(expect.arrayContaining(['slice', 'identifier', 'overlap', 'pair', 'statement']))
    expect(relations.length).toBeGreaterThan(5)
  })

  it.each(relations.map((relation, at) => ({ relation, at })))('$relation.id: equal rows', ({ relation, at }) => {
    for (const [name, { embedded, duckdb }] of answers) expect(typed(relation, duckdb[at]), name).toEqual(typed(relation, embedded[at]))
  })

  it.each(relations.map((relation, at) => ({ relation, at })))('$relation.id: rows to compare', ({ at }) => {
    expect([...answers.keys()]).toEqual(Object.keys(POPULATIONS))
    // Sixty are a hub to many relations: nothing is joined, on either engine. What only lowers or shows has rows in one of the others.
    const rows = ['all cases that fire', 'four who share everything'].map((name) => answers.get(name)?.embedded[at]?.length ?? 0)
    expect(Math.max(...rows)).toBeGreaterThan(0)
  })
})
