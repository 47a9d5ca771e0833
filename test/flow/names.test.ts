import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bonafide, type Ran } from '../support/command-line.ts'
import { putNewDatabase } from '../support/new-database.ts'

/** The sanctions room on the command line: a private list comes in, names and files are asked, what is found waits for people. */

const WALLET = '0x52908400098527886E0F7030069857D2E4169EE7'
const LIST = `id,name,type,alias,birth,wallet,programme
1,"EXAMPLE, Adalbert Quill",person,"Bert Quill",1980-04-13,,EX
2,Northwind Sample Trading LLC,organisation,,,${WALLET},EX
3,"SAMPLE, Bonaventura",person,,1971,,EX
`
const PAYEES = `id,name,type,birth,wallet,nationality
p1,Adalbert Q. Example,person,1980,,Examplean
p2,Northwind Sample Trading,company,,,
p3,Somebody Else,person,1990-01-31,${WALLET.toLowerCase()},
p4,,person,,,
p5,Quite Another,person,,,
`
let cwd: string
const run = (...args: string[]): Promise<Ran> => bonafide([...args, '--data', 'data'], cwd)
const names = (...args: string[]): Promise<Ran> => run('names', 'screen', ...args)

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-names-'))
  await putNewDatabase(join(cwd, 'data', 'db'))
  const put = (name: string, text: string | Uint8Array): Promise<void> => writeFile(join(cwd, name), text)
  await put('list.csv', LIST)
  await put(
    'list-2.csv',
    LIST.replace('"SAMPLE, Bonaventura",person,,1971', '"SAMPLE, Bonaventura",person,,1972') + '4,"NOVICE, Nobody",person,,,,EX\n',
  )
  await put('payees.csv', PAYEES)
  await put('broken.csv', 'id,name\n1,"never closed\n2,Ada Example\n')
  await put('empty.csv', '')
  await put('columns.csv', 'id,notes\n1,x\n')
  await put('mapped.csv', 'ref,payee_label,born\n9,Adalbert Quill Example,13.04.1980\n')
  await put('map.yml', 'id: ref\nname: payee_label\nbirth: born\n')
  await put(
    'quoted.csv',
    'id;name;alias;wallet\n1;Example, Adalbert Quill;Bert;\n2;Nobody, At All;x;ETH 0x52908400098527886E0F7030069857D2E4169EE7\n3;A;b;c;d\n4;Known;;not-a-wallet-at-all\n',
  )
  await put(
    'pairs.csv',
    'a,b,type\nAdalbert Example,"EXAMPLE, Adalbert",person\nAdalbert Example,Bonaventura Sample,person\nNorthwind LLC,"Northwind, L.L.C.",company\n',
  )
  const came = await run('lists', 'import', 'list.csv', '--as', 'example-list')
  expect(came.stderr + came.stdout).toMatch(/3/)
  expect(came.code).toBe(0)
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

interface Answer {
  readonly queries: readonly {
    readonly id: string
    readonly name: string
    readonly screened?: boolean
    readonly hits: readonly { entry: string; name: string; names: string[]; score: number; state: string; explanation: string }[]
    readonly error?: { detail: string }
  }[]
  readonly method: { readonly algorithm: string; readonly lists: readonly { readonly version: string }[] }
  readonly coverage: { readonly says: string }
}
const answer = (ran: Ran): Answer => JSON.parse(ran.stdout) as Answer

describe('one name', () => {
  test('is answered from the index alone, with why', async () => {
    const ran = await names('Adalbert Quill Exampel', '--json')
    expect(ran.code).toBe(0)
    const [query] = answer(ran).queries
    expect(query?.hits).toMatchObject([
      { entry: '1', name: 'EXAMPLE, Adalbert Quill', names: ['EXAMPLE, Adalbert Quill', 'Bert Quill'], state: 'name-only' },
    ])
    expect(query?.hits?.[0]?.score).toBeGreaterThan(0.8)
    expect(query?.hits?.[0]?.score).toBeLessThan(1)
  })
  test('that nobody has finds nothing, and says on which lists', async () => {
    const ran = await names('Xylophone Zebra')
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stdout).toMatch(/nothing found on these lists/)
    expect(ran.stdout).toMatch(/example-list/)
  })
  test.each([
    ['a list that is not loaded', ['Ada', '--list', 'ofac-sdn'], /not loaded.*example-list/],
    ['no limit', ['Ada', '--limit', '0'], /--limit/],
    ['a score above one', ['Ada', '--min-score', '2'], /--min-score/],
    ['an unknown mode', ['Ada', '--mode', 'fast'], /--mode/],
    ['a day before every version', ['Ada', '--as-of', '1999-01-01'], /as old as 1999-01-01/],
    ['neither a name nor a file', [], /--query/],
    ['a wallet instead of a name', [WALLET], /not like a name/],
    ['no letter', ['!!!'], /no letter/],
    ['a day that has not come', ['Ada', '--as-of', '2999-01-01'], /has not come/],
    ['a file to write one name to', ['Ada', '--out', 'x.csv'], /for files/],
    ['a day that is none', ['Ada', '--as-of', '2026-02-31'], /--as-of/],
  ])('%s is a clear error', async (_, args, says) => {
    const ran = await names(...args)
    expect(ran.code).toBe(64)
    expect(ran.stderr).toMatch(says)
  })
})

describe('a file', () => {
  test('is answered row by row, and a row that cannot be screened never passes for a clean one', async () => {
    const ran = await names('--query', 'payees.csv', '--list', 'example-list', '--json')
    expect(ran.code).toBe(2)
    const { queries, method, coverage } = answer(ran)
    expect(
      queries.map(({ id, hits, screened }) => [id, screened === false ? 'not screened' : hits.map((hit) => [hit.entry, hit.state])]),
    ).toEqual([
      ['p1', [['1', 'possible']]],
      ['p2', [['2', 'name-only']]],
      ['p3', [['2', 'possible']]],
      ['p4', 'not screened'],
      ['p5', []],
    ])
    expect(queries[3]?.error?.detail).toMatch(/no name/)
    expect(method.lists[0]?.version).toMatch(/^[0-9a-f]{64}$/)
    expect(coverage.says).toMatch(/Not asked:/)
    expect(ran.stderr).toMatch(/may not be compared: "nationality"/)
    expect(ran.stdout).not.toMatch(/Examplean/)
  })
  test('goes to a file that has its name only when it is whole, with the method beside it', async () => {
    const ran = await names('--query', 'payees.csv', '--out', 'hits.csv')
    expect(ran.code).toBe(2)
    const rows = (await readFile(join(cwd, 'hits.csv'), 'utf8')).trim().split('\r\n')
    expect(rows[0]).toMatch(/^id,name,state,score,list,entry/)
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(['p1', 'p2', 'p3', 'p4'])
    expect(rows[4]).toMatch(/not-screened/)
    expect(JSON.parse(await readFile(join(cwd, 'hits.csv.method.json'), 'utf8'))).toMatchObject({
      method: { lists: [{ list: 'example-list' }] },
    })
  })
  test('with semicolons between cells and commas inside them loses nothing; what cannot be compared is told', async () => {
    const ran = await names('--query', 'quoted.csv', '--json')
    expect(ran.code).toBe(2)
    const { queries } = answer(ran)
    expect(queries).toMatchObject([
      { id: '1', name: 'Example, Adalbert Quill', hits: [{ entry: '1' }] },
      { id: '2', hits: [{ entry: '2', state: 'possible' }] },
      { id: '3', hits: [], screened: false, error: { detail: expect.stringMatching(/5 cells/) as string } },
      { id: '4', hits: [], notes: [expect.stringMatching(/no wallet address/) as string] },
    ])
  })
  test('with headers of its own is read by a map', async () => {
    const { queries } = answer(await names('--query', 'mapped.csv', '--map', 'map.yml', '--json'))
    expect(queries).toMatchObject([{ id: '9', hits: [{ entry: '1', state: 'possible' }] }])
  })
  test.each([
    ['an open quotation mark', 'broken.csv', /quotation mark/],
    ['an empty file', 'empty.csv', /is empty/],
    ['no column to compare', 'columns.csv', /no column with a name/],
    ['a file that is not there', 'nowhere.csv', /nowhere\.csv/],
  ])('%s is a clear error', async (_, file, says) => {
    const ran = await names('--query', file, '--json')
    expect(ran.code).not.toBe(0)
    expect(ran.stderr).toMatch(says)
  })
})

test('a wallet address is told to be whole, or that it cannot be restored', async () => {
  const restore = (address: string): Promise<Ran> => bonafide(['names', 'restore', address], cwd)
  // An example of EIP-55 in both cases.
  expect(await restore('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/is whole/) as string,
  })
  expect((await restore(WALLET.toLowerCase())).stdout).toMatch(/carries no check/)
  const other = await restore('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed')
  expect(other.code).toBe(2)
  expect(other.stdout).toMatch(/Not tried/)
})

test('given pairs are scored in the order of the file', async () => {
  const ran = await bonafide(['names', 'compare', 'pairs.csv', '--json'], cwd)
  expect(ran.code).toBe(0)
  const { pairs } = JSON.parse(ran.stdout) as { pairs: { a: string; b: string; score: number; explanation: string }[] }
  expect(pairs.map((pair) => pair.a)).toEqual(['Adalbert Example', 'Adalbert Example', 'Northwind LLC'])
  expect(pairs[0]!.score).toBeGreaterThan(0.9)
  expect(pairs[1]!.score).toBeLessThan(0.5)
  expect(pairs[2]!.score).toBeGreaterThan(0.9)
  expect(pairs.every((pair) => pair.explanation.length > 10)).toBe(true)
})

describe('what waits', () => {
  const matches = (...args: string[]): Promise<Ran> => run('matches', ...args)
  const waiting = async (): Promise<{ id: string; state: string; hit: { entry: string } }[]> =>
    (JSON.parse((await matches('--all', '--json')).stdout) as { matches: { id: string; state: string; hit: { entry: string } }[] }).matches

  // Every command opens the database in a process of its own.
  const SLOW = 240_000

  test(
    'is filed, judged by the form, seconded by another person and asked again; a new version looks at what it changed and no more',
    async () => {
      expect((await matches('run', '--query', 'payees.csv')).code).toBe(2)
      const possible = (await waiting()).filter((match) => match.state === 'possible')
      expect(possible.map((match) => match.hit.entry).sort()).toEqual(['1', '2'])
      const id = possible.find((match) => match.hit.entry === '1')!.id
      expect((await matches('replay', id)).stdout).toMatch(/The same answer/)
      // Each answer stands for itself: none is another one by reference.
      expect((await matches('form', id)).stdout).toMatch(/nameParts:/)
      expect((await matches('form', id)).stdout).not.toMatch(/[&*]a\d/)
      await writeFile(join(cwd, 'form.yml'), FORM)
      const by = (name: string): string[] => ['--by', name, '--reason', 'compared line by line']
      expect((await matches('decide', id, 'confirmed', '--form', 'form.yml', ...by('Kim Reviewer'))).stdout).toMatch(/second person/)
      expect((await matches('second', id, 'agrees', ...by('Lee Approver'))).stdout).toMatch(/confirmed by two people/)
      expect((await run('lists', 'import', 'list-2.csv', '--as', 'example-list')).code).toBe(0)
      const { reports } = JSON.parse((await matches('report', '--json')).stdout) as {
        reports: { review: { version: string; changes: unknown; subjects: number } }[]
      }
      expect(reports[0]?.review).toMatchObject({ changes: { added: 1, removed: 0, changed: 1 }, subjects: 3 })
      expect((await matches('sign', 'example-list', reports[0]!.review.version, ...by('Kim Reviewer'))).stdout).toMatch(/Signed/)
    },
    SLOW,
  )
})

const EVIDENCE = 'evidence: seen in the payee’s file'
const FORM = `rightList: { answer: yes, ${EVIDENCE} }
sameType: { answer: "yes", ${EVIDENCE} }
nameParts: { answer: several, ${EVIDENCE} }
wholeEntry: { answer: "yes", ${EVIDENCE} }
similarities:
  - { what: the birth date, ${EVIDENCE} }
  - { what: the city, ${EVIDENCE} }
differences: []
nationality: not compared
`
