import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bonafide, type Ran } from '../support/command-line.ts'

/** Files and maps that are not as they should be: a message that says what and where, or a run that says what it left out. */
const HEADER = 'id,name,mail,phone\n'
const ROWS = Array.from({ length: 40 }, (_, i) => `${i},Person ${i},p${i % 7}@example.com,+1202555${String(i).padStart(4, '0')}\n`).join('')
const MAP = 'id: id\ncolumns:\n  name: name\n  mail: email\n  phone: phone\n'
const many = (row: (i: number) => string, n = 40): string => HEADER + Array.from({ length: n }, (_, i) => `${row(i)}\n`).join('')

let cwd: string
const link = (input: string, map = 'map.yml'): Promise<Ran> =>
  bonafide(['link', '--input', input, '--map', map, '--out', `out-${input}-${map}`, '--json'], cwd)

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-link-bad-'))
  const put = (name: string, content: string | Uint8Array): Promise<void> => writeFile(join(cwd, name), content)
  await put('map.yml', MAP)
  await put('ok.csv', HEADER + ROWS)
  await put('empty.csv', '')
  await put('header.csv', HEADER)
  await put('unclosed.csv', `${HEADER}${ROWS}50,"never closed,a@example.com,\n51,b,c@example.com,\n`)
  await put('twice.csv', `${HEADER}${ROWS}1,Again,p@example.com,\n`)
  await put('nobody.csv', `${HEADER}${ROWS},Nobody,p@example.com,\n`)
  await put(
    'nothing.csv',
    many((i) => `${i},,,`),
  )
  await put(
    'bytes.csv',
    Uint8Array.from({ length: 4_000 }, (_, i) => i % 256),
  )
  await put('text.parquet', 'no Parquet at all')
  await put('other.txt', 'x')
  await put('unknown.yml', 'id: id\ncolumns:\n  nmae: name\n')
  await put('no-id.yml', 'id: ident\ncolumns:\n  name: name\n')
  await put('kind.yml', 'id: id\ncolumns:\n  name: nam\n')
  await put('wrong.yml', 'id: id\ncolumns:\n  name: date\n  mail: email\n')
  await put('refused.yml', 'id: id\ncolumns:\n  nationality: exact\n  mail: email\n')
  await put('birth.yml', 'id: id\ncolumns:\n  date_of_birth: exact\n  mail: email\n')
  await put('mixed.yml', 'id: id\ncolumns:\n  name: name\n  mail: email\n')
  await put('ragged.csv', `${HEADER}${ROWS}41,x\n42,a,b@example.com,+12025550142,more\n43,ok,z@example.com,\n`)
  await put('cut.csv', (HEADER + ROWS).slice(0, -20))
  await put(
    'cut.jsonl',
    '{"id":"1","name":"A","mail":"x@example.com","phone":null}\n\n{"id":"2","name":"B","mail":"x@example.com"}\n{"id":"3","na',
  )
  await put('latin.csv', Buffer.from(`${HEADER}1,J\u00f6rg,a@example.com,\n2,B,a@example.com,\n`, 'latin1'))
  await put(
    'mixed.csv',
    many((i) => `${i},${i % 2 ? '12345' : 'Ann Example'},${i % 3 ? `q${i}@example.com` : 'n/a'},${i % 4 ? '' : 'unknown'}`),
  )
  // Ten households behind ten routers of one make, and telephones that ask not to be told apart. Two share a public address and a real id.
  await put(
    'local.csv',
    `id,ip,device\n${Array.from({ length: 40 }, (_, i) => `${i},${i < 2 ? '192.0.2.7' : ['192.168.0.1', '10.0.0.2', '127.0.0.1', 'fe80::1', '172.20.1.1'][i % 5]},${i < 2 ? '97f4c3d8-0000-4000-8000-0000000000aa' : i % 2 ? '00000000-0000-0000-0000-000000000000' : ''}\n`).join('')}`,
  )
  await put(
    'local.jsonl',
    `${Array.from({ length: 4 }, (_, i) => JSON.stringify({ id: `${i}`, ip: ['10.0.0.1', '192.0.2.9'], device: [] })).join('\n')}\n`,
  )
  await put('local.yml', 'id: id\ncolumns:\n  ip: ip\n  device: device\n')
  await put(
    'equal.csv',
    many((i) => `${i},Same Person,same@example.com,+12025550100`, 50_000),
  )
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`COPY (FROM read_csv('${join(cwd, 'ok.csv')}', all_varchar = true)) TO '${join(cwd, 'cut.parquet')}'`)
  connection.closeSync()
  await truncate(join(cwd, 'cut.parquet'), 500)
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

describe('refused, with what to do', () => {
  test.each([
    ['empty.csv', 'map.yml', /"empty\.csv" is empty/],
    ['header.csv', 'map.yml', /a header and no records/],
    ['unclosed.csv', 'map.yml', /a quote is opened in line 42 and never closed/],
    ['twice.csv', 'map.yml', /the id column "id" has values that stand more than once, such as "1"/],
    ['nobody.csv', 'map.yml', /nothing in the id column "id"; the first is record 41/],
    ['nothing.csv', 'map.yml', /None of the columns that the map names has a value/],
    ['bytes.csv', 'map.yml', /is not text/],
    ['text.parquet', 'map.yml', /is not a Parquet file/],
    ['cut.parquet', 'map.yml', /ends in the middle/],
    ['other.txt', 'map.yml', /is not a \.csv/],
    ['gone.csv', 'map.yml', /There is no file "gone\.csv"/],
    [
      'ok.csv',
      'unknown.yml',
      /the column "nmae", which "ok\.csv" does not have\. Its columns are: "id", "name", "mail", "phone"\. Did you mean "name"\?/,
    ],
    ['ok.csv', 'no-id.yml', /the column "ident" as the id, which "ok\.csv" does not have/],
    ['ok.csv', 'kind.yml', /the kind "nam", which is none.*Did you mean "name"\?/],
    ['ok.csv', 'wrong.yml', /calls the column "name" a date, but of its 40 values only 0 can be read as one/],
    ['ok.csv', 'refused.yml', /the column "nationality", which stands for nationality/],
    ['ok.csv', 'birth.yml', /A date of birth may be compared as `date`/],
  ])('%s with %s', async (input, map, says) => {
    const ran = await link(input, map)
    expect([ran.code, ran.stdout]).toEqual([64, ''])
    expect(ran.stderr.replaceAll('\n', ' ')).toMatch(says)
    expect(await readdir(join(cwd, `out-${input}-${map}`)).catch(() => [])).toEqual([])
  })
})

describe('read as far as it goes', () => {
  const said = (
    ran: Ran,
  ): {
    records: number
    leftOut: { count: number; first: { line: number; why: string }[] }
    columns: { name: string; held: number; unread: number; nobodys: number }[]
    linked: number
    hubs: { holders: number }[]
    compared: number
  } => {
    const document = JSON.parse(ran.stdout) as ReturnType<typeof said>
    // Done, and some of it failed: as with every other command.
    expect(ran.code, ran.stderr).toBe(document.leftOut.count > 0 ? 2 : 0)
    return document
  }

  test.each([
    ['ragged.csv', 41, [42, 43]],
    ['cut.csv', 39, [41]],
    ['cut.jsonl', 2, [4]],
    ['latin.csv', 1, [2]],
  ])('%s: the lines that are left out are named', async (input, records, lines) => {
    const found = said(await link(input))
    expect([found.records, found.leftOut.count, found.leftOut.first.map((line) => line.line)]).toEqual([records, lines.length, lines])
    for (const line of found.leftOut.first) expect(line.why).not.toBe('')
  })

  test('lines that were left out are told on the terminal and by the exit code, which the help names', async () => {
    const ran = await bonafide(['link', '--input', 'ragged.csv', '--map', 'map.yml', '--out', 'out-told'], cwd)
    expect(ran.code, ran.stderr).toBe(2)
    expect(ran.stdout).toContain('2 lines were left out:\n  ragged.csv, line 42')
    const help = await bonafide(['link', '--help'], cwd)
    expect([help.code, help.stdout.replaceAll(/\s+/g, ' ')]).toEqual([
      0,
      expect.stringContaining('2 done and some lines could not be read'),
    ])
  })

  test('values that are nothing of their kind count as missing and are counted', async () => {
    const found = said(await link('mixed.csv', 'mixed.yml'))
    expect(found.columns.find((column) => column.name === 'mail')?.unread).toBe(14)
  })

  test('addresses inside any network and ids of zeros are nobody’s: they link nobody and are no complaint about the column', async () => {
    const found = said(await link('local.csv', 'local.yml'))
    expect(found.columns.map(({ held, unread, nobodys }) => ({ held, unread, nobodys }))).toEqual([
      { held: 2, unread: 0, nobodys: 38 },
      { held: 2, unread: 0, nobodys: 19 },
    ])
    expect([found.compared, found.linked, found.hubs]).toEqual([1, 1, []])
    const summary = await readFile(join(cwd, 'out-local.csv-local.yml', 'summary.html'), 'utf8')
    expect(summary).toContain('38 values are nobody’s own')
    const lists = said(await link('local.jsonl', 'local.yml'))
    expect(lists.columns[0]).toMatchObject({ held: 4, different: 1, unread: 0, nobodys: 4 })
  })

  test('one value on every row is a hub and costs no pairs', async () => {
    const found = said(await link('equal.csv'))
    expect([found.records, found.compared, found.hubs.map((hub) => hub.holders)]).toEqual([50_000, 0, [50_000, 50_000]])
  })
})
