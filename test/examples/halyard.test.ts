import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeCompany, type Label, type WorkLabel } from '../../examples/make/company.ts'
import { PROTECTED_COLUMNS } from '../../examples/make/table.ts'
import { RECOMMENDATIONS } from '../../src/model/finding.ts'
import { bonafide, documentOf, type Ran, type ScreenJson } from '../support/command-line.ts'
import { putNewDatabase } from '../support/new-database.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const COMPANY = 'examples/halyard'
const MOST_BYTES = 3 << 20

type Row = Readonly<Record<string, string>>

const labelsIn = async (folder: string): Promise<readonly Label[]> =>
  (parse(await readFile(join(folder, 'expected.yml'), 'utf8')) as { candidates: Label[] }).candidates
const hiredIn = async (folder: string): Promise<readonly WorkLabel[]> =>
  (parse(await readFile(join(folder, 'expected.yml'), 'utf8')) as { hired: WorkLabel[] }).hired
const rowsIn = async (folder: string): Promise<readonly Row[]> =>
  parseCsv(await readFile(join(folder, 'applicants.csv'), 'utf8'), { columns: true }) as Row[]

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path))
  }
  return files
}

let temporary: string
let ran: Ran
const screen = (data: string, ...tables: string[]): Promise<Ran> => {
  const files = tables.map((name) => `${COMPANY}/${name}.csv`)
  return bonafide(['screen', ...files, '--json', '--accept-no-network-isolation', '--data', join(temporary, data)], ROOT)
}

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'bonafide-halyard-'))
  await putNewDatabase(join(temporary, 'data', 'db'))
  ran = await screen('data', 'applicants')
  // Whoever is hired applied before; what was read then is not read again.
  await cp(join(temporary, 'data'), join(temporary, 'work'), { recursive: true })
}, 900_000)
afterAll(() => rm(temporary, { recursive: true, force: true }))

/** Who shares what strangers rarely share, largest first, as `clusters` has it. */
async function clustersIn(data: string): Promise<readonly (readonly string[])[]> {
  const ran = await bonafide(['clusters', '--json', '--data', data], ROOT)
  return (JSON.parse(ran.stdout) as { clusters: { personas: readonly string[] }[] }).clusters.map((c) => c.personas)
}

describe('the example company, screened by the real program', () => {
  let labels: readonly Label[]
  let rows: readonly Row[]
  let document: ScreenJson
  const rank = (recommendation: string): number => (RECOMMENDATIONS as readonly string[]).indexOf(recommendation)
  /** Row, group and story beside the recommendation, so that a failure says who it is about. */
  const outcomes = (...groups: Label['group'][]) =>
    labels.flatMap((label, i) => (groups.includes(label.group) ? [{ label, got: document.screened[i]?.recommendation ?? 'nothing' }] : []))

  beforeAll(async () => {
    labels = await labelsIn(join(ROOT, COMPANY))
    rows = await rowsIn(join(ROOT, COMPANY))
    document = documentOf(ran)
  })

  test('takes in every row with all its files', () => {
    expect(rows.length).toBeGreaterThanOrEqual(40)
    expect(labels.map((l) => l.row)).toEqual(rows.map((_, i) => i + 1))
    expect(document.failed).toEqual([])
    expect(document.screened).toHaveLength(rows.length)
    expect(ran.code).toBe(0)
    expect(document.screened.filter((s) => s.outcomes['failed'] !== 0)).toEqual([])
  })

  test('no honest person is put up for review, and the untidy ones come out as expected', () => {
    const honest = outcomes('honest')
    expect(honest.length).toBeGreaterThanOrEqual(30)
    expect(honest.map(({ label, got }) => ({ ...label, expect: got }))).toEqual(honest.map(({ label }) => label))
    expect(honest.filter(({ label }) => rank(label.expect) > rank('ask'))).toEqual([])
  })

  test('one who is only unusual is clear', () => {
    expect(outcomes('unusual').map(({ got }) => got)).toEqual(['clear'])
    const index = labels.findIndex((l) => l.group === 'unusual')
    // Unusual indeed: much was seen of this one, and none of it counts.
    expect(document.screened[index]?.findings.filter((f) => f.direction === 'context').length).toBeGreaterThanOrEqual(5)
  })

  test.each(['ring-a', 'ring-b'] as const)('every persona of %s is looked at, and one at least is escalated', (ring) => {
    const found = outcomes(ring)
    expect(found.length).toBeGreaterThanOrEqual(3)
    expect(found.filter(({ label, got }) => rank(got) < Math.max(rank(label.expect), rank('review')))).toEqual([])
    expect(found.map(({ got }) => got)).toContain('escalate')
  })

  test('the lone one, whose story falls apart, is looked at', () => {
    const found = outcomes('lone')
    expect(found).toHaveLength(1)
    expect(rank(found[0]?.got ?? '')).toBeGreaterThanOrEqual(rank('review'))
  })

  test('no protected value of the table stands anywhere in the output', () => {
    const values = new Set(rows.flatMap((row) => PROTECTED_COLUMNS.map((column) => row[column] ?? '')).filter((value) => value !== ''))
    expect(values.size).toBeGreaterThan(rows.length)
    const said = `${ran.stdout}\n${ran.stderr.replace(/^Before the first candidate:.*$/m, '')}`
    expect([...values].filter((value) => new RegExp(`(?<![\\p{L}\\p{N}])${value}(?![\\p{L}\\p{N}])`, 'u').test(said))).toEqual([])
  })

  test('the household and the agency share much, and none of it counts', () => {
    const together = outcomes('honest').filter(({ label }) => label.together !== undefined)
    expect(together.filter(({ label }) => label.together === 'household')).toHaveLength(2)
    expect(together.filter(({ label }) => label.together === 'agency').length).toBeGreaterThan(10)
    expect(together.filter(({ got }) => got !== 'clear')).toEqual([])
    // One computer at home was seen, and said to be left out.
    const home = labels.flatMap((l, i) => (l.together === 'household' ? [document.screened[i]] : []))
    expect(home.flatMap((s) => s?.findings.filter((f) => f.detector === 'application/device-shared-not-weighed') ?? [])).toHaveLength(2)
  })

  test('the two rings are two clusters; of the honest only one who applied twice is in one, with themselves', async () => {
    const clusters = await clustersIn(join(temporary, 'data'))
    const groups = clusters.map((personas) => labels.filter((_, i) => personas.includes(document.screened[i]?.persona ?? '')))
    expect(groups.map((members) => members.length)).toEqual(clusters.map((personas) => personas.length))
    for (const ring of ['ring-a', 'ring-b'] as const) {
      const all = labels.filter((l) => l.group === ring)
      expect(groups.filter((members) => members.some((l) => l.group === ring))).toEqual([all])
    }
    const honest = groups.filter((members) => members.every((l) => !l.group.startsWith('ring')))
    expect(honest.map((members) => members.map((l) => /applied once before|the same person again/i.test(l.story)))).toEqual([[true, true]])
    expect(groups.flat().filter((l) => l.together !== undefined)).toEqual([])
  })

  test('a second run adds nothing', async () => {
    const again = await screen('data', 'applicants')
    expect(again.code).toBe(0)
    expect(again.stdout).toBe(ran.stdout)
  }, 900_000)
})

describe('the people it hired, at onboarding and payout', () => {
  let hired: readonly WorkLabel[]
  let document: ScreenJson
  let applied: ScreenJson['screened']
  /** The row of each table about a hired person, beside the label. */
  const outcomes = (table: 'workers' | 'payouts', wanted: (label: WorkLabel) => boolean) =>
    hired.flatMap((label, i) => {
      const at = document.screened[table === 'workers' ? i : hired.length + i]
      return wanted(label) && at !== undefined
        ? [{ id: label.id, got: at.recommendation, findings: at.findings.map((f) => f.detector) }]
        : []
    })
  const tables = ['workers', 'payouts'] as const

  beforeAll(async () => {
    hired = await hiredIn(join(ROOT, COMPANY))
    const all = documentOf(await screen('work', 'applicants', ...tables))
    document = { ...all, screened: all.screened.slice(-2 * hired.length) }
    applied = all.screened.slice(0, -2 * hired.length)
    expect(all.failed).toEqual([])
  }, 900_000)

  test.each(tables)('%s: every member of the rings is looked at', (table) => {
    const rings = outcomes(table, ({ group }) => group.startsWith('ring'))
    expect(rings).toHaveLength(7)
    expect(rings.filter(({ got }) => got !== 'review' && got !== 'escalate')).toEqual([])
  })

  test.each(tables)('%s: everybody else is clear, the household and the agency among them', (table) => {
    const honest = outcomes(table, ({ group }) => group === 'honest')
    expect(honest.length).toBeGreaterThanOrEqual(20)
    expect(honest.filter(({ got }) => got !== 'clear')).toEqual([])
    for (const together of ['household', 'agency'] as const) {
      const of = outcomes(table, (label) => label.together === together)
      expect(of.length).toBeGreaterThanOrEqual(2)
      // What they share was seen, and is shown.
      const shown = table === 'workers' ? 'onboarding/sharing-not-weighed' : 'payout/sharing-not-weighed'
      expect(of.filter(({ findings }) => !findings.includes(shown))).toEqual([])
    }
  })

  test('a ring is one cluster through all its tables, and neither the agency nor the household joins anybody', async () => {
    const people = new Map(document.screened.map((s, i) => [s.persona, hired[i % hired.length]?.id ?? '']))
    for (const [i, s] of applied.entries()) people.set(s.persona, hired.find((h) => h.applicant === i + 1)?.id ?? `row ${i + 1}`)
    const clusters = await clustersIn(join(temporary, 'work'))
    const joined = clusters.map((personas) => [...new Set(personas.map((p) => people.get(p) ?? p))].sort((a, b) => (a < b ? -1 : 1)))
    expect(joined.flat().length).toBeGreaterThan(10)
    for (const group of ['ring-a', 'ring-b'] as const) {
      const ring = hired.filter((h) => h.group === group).map((h) => h.id)
      expect(joined.filter((members) => members.some((id) => ring.includes(id)))).toEqual([ring])
    }
    const honest = new Set(hired.filter((h) => h.together !== undefined).map((h) => h.id))
    expect(honest.size).toBeGreaterThan(7)
    expect(joined.filter((members) => members.length > 1 && members.some((id) => honest.has(id)))).toEqual([])
  })

  test('one person is one persona, however many rows a table has', async () => {
    const rows = parseCsv(await readFile(join(ROOT, COMPANY, 'workers.csv'), 'utf8'), { columns: true }) as Row[]
    expect(rows).toHaveLength(3 * hired.length)
    expect(document.screened).toHaveLength(2 * hired.length)
  })
})

describe('the generator', () => {
  test('makes the committed company again, to the byte', async () => {
    const committed = await filesIn(join(ROOT, COMPANY))
    await makeCompany({ seed: '1', out: join(temporary, 'again') })
    const again = await filesIn(join(temporary, 'again'))
    expect([...again.keys()].sort()).toEqual([...committed.keys()].sort())
    expect(again.size).toBeGreaterThan(60)
    expect([...again].filter(([path, bytes]) => committed.get(path)?.equals(bytes) !== true).map(([path]) => path)).toEqual([])
    expect([...committed.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(MOST_BYTES)
  })

  test('another seed makes other people, and mutation keeps the groups', async () => {
    const out = join(temporary, 'other')
    const labels = await makeCompany({ seed: 'another', out, mutate: true })
    expect(await labelsIn(out)).toEqual(labels)
    const [mine, theirs] = [await rowsIn(join(ROOT, COMPANY)), await rowsIn(out)]
    expect(theirs).toHaveLength(mine.length)
    const sizes = (of: readonly Label[]) =>
      Object.fromEntries([...Map.groupBy(of, (l) => l.group)].map(([group, list]) => [group, list.length]))
    expect(sizes(labels)).toEqual(sizes(await labelsIn(join(ROOT, COMPANY))))
    for (const column of ['Email', 'Device ID', 'IP Address']) {
      const known = new Set(mine.map((row) => row[column]).filter((cell) => cell !== ''))
      expect(known.size).toBeGreaterThan(20)
      expect(theirs.filter((row) => known.has(row[column])).length, column).toBeLessThan(3)
    }
  })

  test('only addresses and numbers that are reserved for examples are used', async () => {
    const files = await filesIn(join(ROOT, COMPANY))
    const texts = [...files].filter(([path]) => /\.(?:csv|json|yml|eml|md|txt)$/.test(path)).map(([, bytes]) => bytes.toString('utf8'))
    const all = (form: RegExp): string[] => texts.flatMap((text) => [...text.matchAll(form)].map((match) => match[0]))
    const mails = all(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)
    expect(mails.length).toBeGreaterThan(100)
    expect(mails.filter((mail) => !/[@.]example\.(?:com|org|net)$/.test(mail))).toEqual([])
    const addresses = all(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g)
    expect(addresses.length).toBeGreaterThan(20)
    expect(addresses.filter((ip) => !/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./.test(ip))).toEqual([])
    const phones = (await rowsIn(join(ROOT, COMPANY)))
      .flatMap((row) => [row['Phone'], row['Referee 1 Phone'], row['Referee 2 Phone']])
      .filter((cell): cell is string => cell !== undefined && cell !== '')
    expect(phones.length).toBeGreaterThan(40)
    expect(phones.filter((phone) => !/^(?:\+?0*1)?\d{3}55501\d{2}$/.test(phone.replace(/[^\d+]/g, '')))).toEqual([])
  })
})
