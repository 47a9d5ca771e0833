import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { accountsOf, COLUMNS, NAMES } from '../../bench/accounts-made.ts'
import { ceilingOf } from '../../bench/accounts-ceiling.ts'
import { generateAccounts } from '../../bench/generate-accounts.ts'

/** The generator: what a benchmark takes for granted. */

const folder = mkdtempSync(join(tmpdir(), 'bonafide-accounts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const RECORDS = 20_000
const made = accountsOf(RECORDS, 7)
const rows = Array.from({ length: RECORDS }, (_, row) => made.inRow(row))
const column = (name: (typeof NAMES)[number]): (readonly [value: string, operator: number])[] =>
  rows.map((r) => [r.values[NAMES.indexOf(name)] ?? '', r.operator] as const)

describe('generated accounts', () => {
  it('are the same for the same seed and others for another', () => {
    const again = accountsOf(RECORDS, 7)
    expect(again.inRow(4_321)).toEqual(rows[4_321])
    expect(accountsOf(RECORDS, 8).inRow(4_321)).not.toEqual(rows[4_321])
  })

  it('stand in rows once each, and those of one operator not together', () => {
    const sizes = new Map<number, number>()
    for (const { operator } of rows) sizes.set(operator, (sizes.get(operator) ?? 0) + 1)
    expect([...sizes.values()].reduce((a, b) => a + b, 0)).toBe(RECORDS)
    for (const [operator, size] of sizes) expect(made.of(operator)).toHaveLength(size)
    expect(Math.max(...sizes.values())).toBeGreaterThan(30)
    expect(Math.max(...sizes.values())).toBeLessThanOrEqual(48)
    expect([...sizes.values()].filter((n) => n === 1).length).toBeGreaterThan(sizes.size / 2)
    const neighbours = rows.filter((r, i) => i > 0 && rows[i - 1]?.operator === r.operator)
    expect(neighbours.length).toBeLessThan(RECORDS / 1_000)
  })

  it('lack between 4 and 42 in a hundred of each column', () => {
    for (const name of NAMES) {
      const missing = column(name).filter(([value]) => value === '').length / RECORDS
      expect(missing, name).toBeGreaterThan(0.04)
      expect(missing, name).toBeLessThan(0.42)
    }
  })

  it('share a device, account or photo only with their operator; addresses and wallets with crowds too', () => {
    const crowds = (name: (typeof NAMES)[number]): number[] => {
      const operators = new Map<string, Set<number>>()
      for (const [value, operator] of column(name)) {
        if (value !== '') operators.set(value, (operators.get(value) ?? new Set()).add(operator))
      }
      return [...operators.values()].map((set) => set.size).filter((n) => n > 1)
    }
    for (const name of ['device', 'account', 'photo'] as const) expect(crowds(name), name).toEqual([])
    for (const name of ['ip', 'wallet', 'phone', 'email'] as const) expect(Math.max(...crowds(name)), name).toBeGreaterThan(20)
  })

  it('cannot be reached: no address, number or mailbox of theirs exists', () => {
    for (const [value] of column('email')) expect(value).toMatch(/^$|@example\.(com|org|net)$/)
    for (const [value] of column('phone')) expect(value.replaceAll(' ', '')).toMatch(/^$|^\+1\d{3}[01]\d{6}$/)
    for (const [value] of column('ip')) expect(value).toMatch(/^$|^24\d\.|^25\d\.|^2001:db8:/)
    for (const [value] of column('born')) expect(new Date(`${value || '2000-01-01'}T00:00:00Z`).toJSON()).toMatch(value)
  })

  it('have a ceiling below one, since some share nothing', () => {
    const { identifiers, everything } = ceilingOf(made)
    expect(identifiers.recall).toBeGreaterThan(0.5)
    expect(everything.recall).toBeGreaterThan(identifiers.recall)
    expect(everything.f1).toBeLessThan(0.95)
  })

  it.each(['csv', 'jsonl', 'parquet'] as const)('are written as %s, with a map and the truth beside', async (format) => {
    const out = join(folder, format)
    const written = await generateAccounts({ records: 500, seed: 3, out, format })
    expect(parse(readFileSync(written.map, 'utf8'))).toEqual({ id: 'id', columns: { ...COLUMNS } })
    const truth = readFileSync(written.truth, 'utf8').trim().split('\n')
    expect(truth).toHaveLength(501)
    expect(truth[0]).toBe('id,operator')
    const bytes = readFileSync(written.accounts)
    if (format === 'parquet') expect(bytes.subarray(0, 4).toString()).toBe('PAR1')
    else expect(bytes.toString().trim().split('\n')).toHaveLength(format === 'csv' ? 501 : 500)
    if (format === 'jsonl') expect(JSON.parse(bytes.toString().split('\n')[0] ?? '')).toMatchObject({ id: 'a00000000' })
  })
})
