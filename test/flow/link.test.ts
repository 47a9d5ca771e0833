import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateAccounts } from '../../bench/generate-accounts.ts'
import { bonafide, type Ran, startBonafide } from '../support/command-line.ts'

/** `bonafide link` through the real program on small real files. */
let cwd: string
const put = (name: string, content: string | Uint8Array): Promise<void> => writeFile(join(cwd, name), content)
const link = (input: string, map: string, out: string, ...more: string[]): Promise<Ran> =>
  bonafide(['link', '--input', input, '--map', map, '--out', out, ...more], cwd)

/** Rows of a result, as objects. */
async function rows(path: string): Promise<readonly Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  try {
    const read = await connection.runAndReadAll(`SELECT * FROM read_parquet('${join(cwd, path).replaceAll("'", "''")}')`)
    return read.getRowObjectsJson() as Record<string, unknown>[]
  } finally {
    connection.closeSync()
  }
}

const COLUMNS = 'id,name,mail,phone,wallet'
/** Sixty accounts: 0–4 and 10–12 share things, the rest nothing. */
const ACCOUNTS = Array.from({ length: 60 }, (_, i) => {
  const operator = i < 5 ? 'a' : i >= 10 && i < 13 ? 'b' : String(i)
  const wallet = operator === 'a' ? `0x${'Ab'.repeat(20).toLowerCase()}` : ''
  const phone = operator === 'b' ? (i === 11 ? '(202) 555-0111' : '+12025550111') : ''
  const mail =
    operator === 'a' && i > 2 ? `ring${i % 2 === 0 ? '+x' : ''}@example.com` : operator === 'b' ? 'pair@example.org' : `p${i}@example.net`
  return `u${String(i).padStart(3, '0')},Person ${i},${mail},${phone},${wallet}`
})
const MAP = 'id: id\ncolumns:\n  name: name\n  mail: email\n  phone: phone\n  wallet: wallet\n'

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-link-'))
  await put('map.yml', MAP)
  await put('accounts.csv', `${COLUMNS}\n${ACCOUNTS.join('\n')}\n`)
  await put('backwards.csv', `${COLUMNS}\n${ACCOUNTS.toReversed().join('\n')}\n`)
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

describe('a CSV file, end to end', () => {
  let ran: Ran
  beforeAll(async () => {
    ran = await link('accounts.csv', 'map.yml', 'out', '--json')
  })

  test('one JSON document on standard output, progress with rates on standard error', () => {
    expect([ran.code, ran.stderr.includes('Internal')]).toEqual([0, false])
    const said = JSON.parse(ran.stdout) as { records: number; clusters: { joined: number } }
    expect(said.records).toBe(60)
    for (const stage of ['Reading', 'Loading columns', 'Finding candidates', 'Training', 'Scoring', 'Clustering', 'Writing'])
      expect(ran.stderr).toContain(`${stage}: `)
    expect(ran.stderr).toMatch(/a second/)
  })

  test('every record stands in clusters.parquet exactly once, named by the smallest id', async () => {
    const clusters = await rows('out/clusters.parquet')
    expect(Object.keys(clusters[0]!)).toEqual(['id', 'cluster', 'size'])
    expect(clusters.map((row) => row['id'])).toEqual(Array.from({ length: 60 }, (_, i) => `u${String(i).padStart(3, '0')}`))
    const of = (cluster: string): unknown[] => clusters.filter((row) => row['cluster'] === cluster).map((row) => row['id'])
    expect(of('u010')).toEqual(['u010', 'u011', 'u012'])
    expect(of('u003')).toEqual(clusters.find((row) => row['id'] === 'u003')!['cluster'] === 'u003' ? of('u003') : [])
    expect(clusters.find((row) => row['id'] === 'u030')).toEqual({ id: 'u030', cluster: 'u030', size: 1 })
    for (const row of clusters) expect(row['size']).toBe(clusters.filter((other) => other['cluster'] === row['cluster']).length)
  })

  test('pairs say what they have in common', async () => {
    const pairs = await rows('out/pairs.parquet')
    const found = pairs.find((pair) => pair['id_1'] === 'u010' && pair['id_2'] === 'u011')!
    expect(found['state']).toBe('linked')
    expect(found['evidence']).toContain('phone: equal')
    expect(found['evidence']).toContain('mail: equal')
  })

  test('the summary needs no script and no other file, and the stages are gone', async () => {
    const page = await readFile(join(cwd, 'out', 'summary.html'), 'utf8')
    expect(page).toContain('Cluster sizes')
    expect(page).not.toMatch(/<script|https?:\/\//)
    await expect(readFile(join(cwd, 'out', '.stages'))).rejects.toThrow(/ENOENT/)
  })

  test('a file that several threads read at once gives the same bytes as on one', async () => {
    // More than one row group of Parquet (122,880 rows), so that rows do come in another order.
    const made = join(cwd, 'many')
    await generateAccounts({ records: 150_000, seed: 3, out: made, format: 'parquet' })
    for (const threads of ['1', '2']) {
      const ran = await link(join(made, 'accounts.parquet'), join(made, 'map.yml'), `out-many-${threads}`, '--threads', threads)
      expect(ran.code, ran.stderr).toBe(0)
    }
    for (const name of ['clusters.csv', 'pairs.parquet', 'model.json', 'hubs.parquet']) {
      const [one, two] = await Promise.all(['1', '2'].map((threads) => readFile(join(cwd, `out-many-${threads}`, name))))
      expect(one?.equals(two ?? Buffer.alloc(0)), name).toBe(true)
      expect(one?.length ?? 0, name).toBeGreaterThan(500)
    }
  }, 180_000)

  test('rows in another order and another number of threads give the same bytes', async () => {
    await link('backwards.csv', 'map.yml', 'out-backwards', '--threads', '1')
    await link('accounts.csv', 'map.yml', 'out-threads', '--threads', '3')
    for (const name of ['clusters.parquet', 'clusters.csv', 'pairs.parquet', 'model.json']) {
      const first = await readFile(join(cwd, 'out', name))
      expect((await readFile(join(cwd, 'out-backwards', name))).equals(first), `${name}, backwards`).toBe(true)
      expect((await readFile(join(cwd, 'out-threads', name))).equals(first), `${name}, three threads`).toBe(true)
    }
  })
})

describe('other forms of the same table', () => {
  test.each([
    ['bom.csv', `\ufeff${COLUMNS}\r\n${ACCOUNTS.join('\r\n')}\r\n`],
    ['spaces.csv', `${COLUMNS.replaceAll(',', ', ')}\n${ACCOUNTS.join('\n').replaceAll(',', ', ')}\n`],
    ['semicolons.csv', `${COLUMNS}\n${ACCOUNTS.join('\n')}\n`.replaceAll(',', ';')],
    ['tabs.tsv', `${COLUMNS}\n${ACCOUNTS.join('\n')}\n`.replaceAll(',', '\t')],
    [
      'lines.jsonl',
      ACCOUNTS.map((line) => {
        const [id, name, mail, phone, wallet] = line.split(',')
        return JSON.stringify({ id, name, mail, phone: phone === '' ? null : phone, wallet })
      }).join('\n'),
    ],
  ])('%s', async (name, content) => {
    await put(name, content)
    const ran = await link(name, 'map.yml', `out-${name}`)
    expect(ran.code, ran.stderr).toBe(0)
    expect(await rows(`out-${name}/clusters.parquet`)).toEqual(await rows('out/clusters.parquet'))
  })

  test('a JSON array holds several identifiers, and one in common is enough', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => ({ id: `r${i}`, mail: [`own${i}@example.com`] }))
    lines[3]!.mail.push('both@example.com')
    lines[9]!.mail.unshift('Both@example.com')
    await put('several.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
    await put('several.yml', 'id: id\ncolumns:\n  mail: email\n')
    const ran = await link('several.jsonl', 'several.yml', 'out-several')
    expect(ran.code, ran.stderr).toBe(0)
    const joined = (await rows('out-several/clusters.parquet')).filter((row) => row['size'] !== 1)
    expect(joined.map((row) => [row['id'], row['cluster']])).toEqual([
      ['r3', 'r3'],
      ['r9', 'r3'],
    ])
  })

  test('ids keep what they are written with, and open as text in a spreadsheet', async () => {
    await put('odd.csv', 'id,mail\n"a""1",x@example.com\n"=1+2,3",x@example.com\n\'c\',y@example.com\n')
    await put('odd.yml', 'id: id\ncolumns:\n  mail: email\n')
    expect((await link('odd.csv', 'odd.yml', 'out-odd')).code).toBe(0)
    expect((await rows('out-odd/clusters.parquet')).map((row) => row['id'])).toEqual([`'c'`, '=1+2,3', 'a"1'])
    expect(await readFile(join(cwd, 'out-odd', 'clusters.csv'), 'utf8')).toContain(`"'=1+2,3"`)
  })
})

describe('two files', () => {
  test('pairs go across only', async () => {
    await put('left.csv', 'id,mail\na1,x@example.com\na2,x@example.com\na3,z@example.com\n')
    await put('right.csv', 'id,mail\nb1,X@example.com\nb2,y@example.com\n')
    await put('mail.yml', 'id: id\ncolumns:\n  mail: email\n')
    const ran = await link('left.csv', 'mail.yml', 'out-two', '--against', 'right.csv')
    expect(ran.code, ran.stderr).toBe(0)
    const pairs = await rows('out-two/pairs.parquet')
    expect(pairs.map((pair) => [pair['id_1'], pair['id_2']])).toEqual([
      ['a1', 'b1'],
      ['a2', 'b1'],
    ])
    expect(await rows('out-two/clusters.parquet')).toHaveLength(5)
  })

  test('ids that stand in both are refused, for results are told by them', async () => {
    await put('same.csv', 'id,mail\na1,q@example.com\n')
    const ran = await link('left.csv', 'mail.yml', 'out-same', '--against', 'same.csv')
    expect([ran.code, ran.stderr.includes('"a1" stands in both files')]).toEqual([64, true])
  })
})

describe('Ctrl-C', () => {
  test('stops, and the same command gives what an undisturbed run gives', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `m${i},Given${i % 900} Family${i % 700},box${i % 20_000}@example.com,,`)
    await mkdir(join(cwd, 'big'), { recursive: true })
    await put('big/accounts.csv', `${COLUMNS}\n${many.join('\n')}\n`)
    const args = ['link', '--input', 'big/accounts.csv', '--map', 'map.yml', '--out']
    const whole = await bonafide([...args, 'out-whole'], cwd)
    expect(whole.code, whole.stderr).toBe(0)
    const running = startBonafide([...args, 'out-cut'], cwd)
    await new Promise<void>((resolve) => {
      let said = ''
      running.process.stderr!.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('Loading columns:')) resolve()
      })
    })
    running.process.kill('SIGINT')
    const stopped = await running.ended
    expect(stopped.code, stopped.stderr).toBe(130)
    const again = await bonafide([...args, 'out-cut'], cwd)
    expect(again.code, again.stderr).toBe(0)
    expect(again.stderr).toContain('Going on from the finished stages')
    for (const name of ['clusters.parquet', 'pairs.parquet', 'hubs.parquet', 'model.json', 'summary.html'])
      expect((await readFile(join(cwd, 'out-cut', name))).equals(await readFile(join(cwd, 'out-whole', name))), name).toBe(true)
  })
})
