import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { IdentifierRow, OverlapRow } from '../../src/engine/ports.ts'
import type { RawRow, Relation } from '../../src/kit/input.ts'
import type { AnyStatement } from '../../src/model/statement.ts'
import { freshTenant, openTestStore } from '../support/databases.ts'

/** Every relation: rows where a few share something, and never a crowd joined with itself. */

const FOLDER = resolve(import.meta.dirname, '../../src/catalog/relations')
const relations = await Promise.all(
  readdirSync(FOLDER).map(async (name) => ((await import(join(FOLDER, name, 'relation.ts'))) as { default: Relation<unknown> }).default),
)

const AT = '2026-01-05T10:00:00.000Z'
const id = (n: number): string => `p-${String(n).padStart(16, '0')}`

/** Personas that have everything in common that an index can hold; each also names the next one's mailbox as a referee. */
function indexed(count: number): IdentifierRow[] {
  return Array.from({ length: count }, (_, n) => {
    const row = (kind: string, key: string, at?: string): IdentifierRow => ({
      kind,
      key,
      persona: id(n),
      statement: `${kind} ${key} ${n}`,
      at,
    })
    return [
      ...['email', 'phone', 'messenger', 'wallet', 'device', 'document-id', 'document-author', 'referee-email', 'shown-email'].map((kind) =>
        row(kind, `one ${kind}`, AT),
      ),
      row('email', `own ${n}`),
      row('referee-email', `own ${(n + 1) % count}`),
      row('shown-email', `own ${(n + 1) % count}`),
      row('ip', 'one ip', AT),
      row('application', `role ${n}`, AT),
      ...Array.from({ length: 4 }, (_, j) => row('job', `employer ${j}|2015-01|2018-01`)),
      ...Array.from({ length: 12 }, (_, j) => row('commit', `c${j}`, AT)),
    ]
  }).flat()
}

function overlapping(count: number): OverlapRow[] {
  const rows: OverlapRow[] = []
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++)
      if (a !== b)
        for (const kind of ['text', 'phrase', 'photo'] as const)
          rows.push({ persona: id(a), other: id(b), kind, measure: 1, passages: [{ mine: `m${a}`, theirs: `m${b}`, text: 'x' }] })
  return rows
}

/** The commits that rows point to, and one passage each, so that there is text to count. */
const stated = (count: number): AnyStatement[] =>
  Array.from({ length: count }, (_, n) => {
    const base = {
      subject: id(n),
      basis: 'observed' as const,
      seenIn: { artifact: 'a'.repeat(64), at: 'line=1', role: 'resume' as const },
      held: AT,
      readBy: 'test@1',
    }
    const commits = Array.from({ length: 12 }, (_, j): AnyStatement => ({
      ...base,
      id: `commit c${j} ${n}`,
      property: 'commit',
      value: { repository: 'r', own: true, sha: `c${j}`, authored: AT },
    }))
    return [...commits, { ...base, id: `passage ${n}`, property: 'passage', value: { text: 'x', kind: 'line' } } as AnyStatement]
  }).flat()

const tenants = new Map<number, Promise<string>>()

/** A tenant of so many personas that share everything and are the same applicant; filled once. */
function populated(count: number): Promise<string> {
  const known = tenants.get(count) ?? fill(count)
  tenants.set(count, known)
  return known
}

async function fill(count: number): Promise<string> {
  const tenant = freshTenant()
  const everybody = Array.from({ length: count }, (_, n) => id(n))
  const pairs = everybody.flatMap((a) => everybody.filter((b) => b !== a).map((b) => ({ persona: a, other: b, same: 'yes' as const })))
  await (
    await openTestStore()
  ).tx(tenant, async (tx) => {
    await tx.addStatements(stated(count))
    await tx.replaceIdentifiers(everybody, indexed(count))
    await tx.replaceOverlaps(everybody, overlapping(count))
    await tx.replacePairs(everybody, pairs)
  })
  return tenant
}

/** Rows about the first of so many personas. */
async function rowsAmong(relation: Relation<unknown>, count: number): Promise<readonly RawRow[]> {
  const tenant = await populated(count)
  return (await openTestStore()).tx(tenant, (tx) => tx.relation(relation.sql, [id(0)]))
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
      expect(raw['persona']).toBe(id(0))
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
