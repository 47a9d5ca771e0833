import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '../../src/catalog/index.gen.ts'
import { recognise } from '../../src/engine/intake.ts'
import { plain, plainJson } from '../../src/surfaces/cli/plain.ts'
import { html } from '../../src/surfaces/report/html.ts'
import { bonafide, documentOf, startBonafide, type Ran } from '../support/command-line.ts'
import { putNewDatabase } from '../support/new-database.ts'

const ESCAPE = '\u001B[31m'
const OVERRIDE = '\u202E'
// eslint-disable-next-line no-control-regex -- these are what is looked for
const UNSAFE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/

describe('text of files', () => {
  test('cannot steer a terminal, and keeps its letters', () => {
    expect(plain(`a${ESCAPE}b${OVERRIDE}c\u009Bd\ne`)).toBe('a\uFFFD[31mb\uFFFDc\uFFFDd e')
    expect(plain('می\u200Cخواهم é 林')).toBe('می\u200Cخواهم é 林')
    const document = { value: `a\n${ESCAPE}${OVERRIDE}\u009B` }
    expect(plainJson(document)).not.toMatch(UNSAFE)
    expect(JSON.parse(plainJson(document))).toEqual(document)
  })

  test('cannot turn round in a page, and keeps joiners and direction marks', () => {
    expect(html`${`a${OVERRIDE}b\u2067c\u001B`}`.text).toBe('a\uFFFDb\uFFFDc\uFFFD')
    const letters = 'می\u200Cخواهم क्\u200Dष א\u200F1\u200E'
    expect(html`${letters}`.text).toBe(letters)
  })
})

test('an unknown kind of file is told only what is readable', () => {
  let said = ''
  try {
    recognise(catalog.readers, { name: 'a.xyz', bytes: new Uint8Array([0, 1, 2, 3]) })
  } catch (error) {
    said = String(error)
  }
  expect(said).toMatch(/Readable are [^]*\.docx[^]*\.pdf/)
  for (const ending of ['.doc', '.rtf', '.xls', '.msg']) expect(said).not.toMatch(new RegExp(`\\${ending}[,.]`))
})

describe('on the command line', () => {
  let cwd: string
  const run = (...args: string[]): Promise<Ran> => bonafide(args, cwd)
  const screen = (...args: string[]): Promise<Ran> => run('screen', '--accept-no-network-isolation', ...args)
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'bonafide-terminal-'))
    await putNewDatabase(join(cwd, '.bonafide', 'db'))
    await mkdir(join(cwd, 'in/nobody'), { recursive: true })
    const resume =
      'Ada Example\nada@example.com\n\nExperience\n\nEngineer, Norrport Freight\nJan 2019 – Mar 2022\n- Rebuilt the freight invoicing so that depots settle nightly.\n'
    await writeFile(join(cwd, 'in/ada.txt'), resume)
    await writeFile(join(cwd, 'in/ada-again.txt'), resume)
    await writeFile(join(cwd, `in/x${ESCAPE}${OVERRIDE}.bin`), new Uint8Array([0, 1, 2]))
    await writeFile(
      join(cwd, 'applicants.csv'),
      'Who,Post,Gender,Shoe\nDana Example,dana@example.com,x,40\nEli Sample,eli@example.com,x,41\n',
    )
    await writeFile(join(cwd, 'map.yml'), 'columns:\n  name: Who\n  email: Post\n')
  })
  afterAll(() => rm(cwd, { recursive: true, force: true }))

  test('nothing that was handed in goes missing, and no name steers the terminal', async () => {
    const ran = await screen('in', 'gone.pdf')
    expect(ran.code).toBe(2)
    expect(ran.stdout + ran.stderr).not.toMatch(UNSAFE)
    expect(ran.stdout).toContain('There is no file or folder "gone.pdf". Check the path.')
    expect(ran.stdout).toMatch(/in\/nobody: Empty folder/)
    expect(ran.stdout).toMatch(/handed in 2 times with the same content: in\/ada-again\.txt, in\/ada\.txt/)
    const document = documentOf(await screen('in', '--json'))
    expect(document.screened.map((s) => s.source)).toEqual(['in/ada-again.txt', 'in/ada.txt'])
    expect(new Set(document.screened.map((s) => s.persona)).size).toBe(1)
    expect(document.failed.map((f) => f.code).toSorted()).toEqual(['empty-folder', 'unsupported-type'])
  }, 300_000)

  test('dropped and unread columns are counted and named, in the table and in the report', async () => {
    const ran = await screen('applicants.csv', '--map', 'map.yml', '--report', 'report')
    expect(ran.stdout).toMatch(/Dropped, because it may not be weighed: The column "Gender" .*dropped unread \(\d+\)/)
    expect(ran.stdout).toMatch(/Not read: Columns without a meaning here were not read: .*Shoe.* \(1\)/)
    const index = await readFile(join(cwd, 'report/index.html'), 'utf8')
    expect(index).toMatch(/What was left out[^]*Gender[^]*Shoe/)
  }, 300_000)

  test('a withdrawal is shown', async () => {
    const persona = /p-[0-9a-f]{16}/.exec((await run('show')).stdout)?.[0] ?? ''
    expect((await run('show', persona)).stdout).toContain('Status: open')
    expect((await run('withdraw', persona)).code).toBe(0)
    expect((await run('show', persona)).stdout).toContain('Status: withdrawn')
    expect((await run('show')).stdout).toContain('(withdrawn)')
  }, 300_000)

  test('a reader of the output who stops early is no fault', async () => {
    const running = startBonafide(['catalog', 'list'], cwd)
    running.process.stdout?.destroy()
    const ended = await running.ended
    expect([ended.code, ended.stderr]).toEqual([0, ''])
  }, 60_000)
})
