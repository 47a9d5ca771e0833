import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'
import { catalog } from '../../src/catalog/index.gen.ts'
import { dossiers, type Dossier } from '../../src/engine/dossier.ts'
import { everyPersona } from '../../src/engine/rebuild.ts'
import { bombDocx, encryptedPdf, gifar, manyPagesPdf, textPdf } from '../support/bad-files.ts'
import { bonafide, documentOf, type Ran, type ScreenJson } from '../support/command-line.ts'
import { putNewDatabase } from '../support/new-database.ts'
import { zipOf } from '../support/zip.ts'

/** Everything bad that comes in one folder with one good file, through the real program, once. */
const resume = (name: string, digits: string): string[] => [
  `${name} Example`,
  `${name.toLowerCase()}@example.com`,
  `+1 202 555 01${digits}`,
  'Experience',
  'Backend Engineer, Norrport Freight',
  'Jan 2019 - Mar 2022',
  'Rebuilt the freight invoicing pipeline so that twelve depots could settle nightly.',
]
const PROGRAM = Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000This program cannot be run in DOS mode.', 'latin1')
const columns = (cell: (i: number) => string): string => Array.from({ length: 10_000 }, (_, i) => cell(i)).join(',')

interface Bad {
  readonly bytes: Uint8Array | string
  /** What `failed` says of it: the code, and words that say what is wrong and what to do. */
  readonly fails: readonly [code: string, says: RegExp]
}
const BAD: Readonly<Record<string, Bad>> = {
  'truncated.pdf': { bytes: textPdf(resume('Tina', '20')).subarray(0, 400), fails: ['unreadable', /cut off.*ask for it again/i] },
  'encrypted.pdf': { bytes: encryptedPdf(), fails: ['unreadable', /password.*Ask for a copy without/] },
  'bomb.docx': { bytes: bombDocx(300, 300 << 20), fails: ['too-large', /unpacks to far more.*ask for it again/] },
  'lying-bomb.docx': { bytes: bombDocx(100, 100), fails: ['unreadable', /Ask for it again/] },
  'pdf-and-zip.pdf': {
    bytes: new Uint8Array([...textPdf(resume('Pia', '21')), ...zipOf([{ name: 'word/document.xml', bytes: '<x/>' }])]),
    fails: ['unreadable', /two formats.*Ask for a copy saved anew/],
  },
  'zip-with-pdf-head.docx': {
    bytes: zipOf([
      { name: 'word/document.xml', bytes: '%PDF-1.5 not packed' },
      { name: '%PDF-1.5', bytes: '' },
    ]),
    fails: ['unreadable', /two formats at once.*Ask for a plain copy/],
  },
  'gifar.gif': { bytes: gifar(), fails: ['unreadable', /two formats.*saved anew/] },
  'program.pdf': { bytes: PROGRAM, fails: ['unsupported-type', /ending "\.pdf".*misnamed.*Ask for it again/] },
  'huge.pdf': { bytes: '%PDF-1.5\n', fails: ['too-large', /2048 MB; files up to 50 MB.*smaller copy/] },
  'empty.pdf': { bytes: '', fails: ['empty-file', /no bytes.*ask for it again/] },
  'quoting.csv': {
    bytes: 'Name,Email\n"Quinn Example,quinn@example.com\nBen "the" Sample,ben@example.com\n',
    fails: ['unreadable', /quoting is broken in line 3.*Export it again/],
  },
  'unclosed.csv': {
    bytes: 'Name,Email\nQuinn Example,quinn@example.com\n"Ben Sample,ben@example.com\n',
    fails: ['unreadable', /line 3 is never closed.*Export it again/],
  },
  'nul.txt': { bytes: 'Nul\u0000 Sample\nnul@example.com\n', fails: ['unreadable', /zero byte.*Ask for it again/] },
  'nul.csv': { bytes: 'Name,Email\nNul\u0000 Row,row@example.com\n', fails: ['unreadable', /line 2 holds a zero byte.*Export it again/] },
  'wide.csv': {
    bytes: `${columns((i) => `Column ${i}`)}\n${columns(() => 'x')}\n`,
    fails: ['too-large', /10,000 columns; at most 500.*Export it again/],
  },
}

interface Odd {
  readonly bytes: Uint8Array | string
  readonly reader: string
  /** The remark on it, where there has to be one. */
  readonly notes?: RegExp
}
/** Readable, with a remark on what is odd about it. */
const ODD: Readonly<Record<string, Odd>> = {
  'pages.pdf': { bytes: manyPagesPdf(100_000), reader: 'pdf', notes: /100000 pages. Only the first 50 were read/ },
  'pdf-in-disguise.docx': { bytes: textPdf(resume('Dora', '22')), reader: 'pdf' },
  'mixed.txt': {
    bytes: Buffer.concat([Buffer.from('Zoé Example – Zürich\n', 'utf8'), Buffer.from('Caf\u00e9 manager\nzoe@example.com\n', 'latin1')]),
    reader: 'text',
    notes: /not Unicode.*may be wrong/,
  },
  'utf16.txt': { bytes: Buffer.from('\ufeffMia Sample\nmia@example.com\n+1 202 555 0123\n', 'utf16le'), reader: 'text' },
  'future.txt': {
    bytes: 'Fay Future\nfay@example.com\n\nExperience\n\nEngineer, Lakeside Rail\nJan 20222 - Mar 20223\n',
    reader: 'text',
    notes: /"20222" has five digits and was not read/,
  },
  'future.json': {
    bytes: JSON.stringify({
      basics: { name: 'Jo Future', email: 'jo@example.com' },
      work: [{ name: 'Lakeside', position: 'Engineer', startDate: '20222-01-01' }],
    }),
    reader: 'json-resume',
    notes: /Not a date of the form/,
  },
  'future.csv': {
    bytes: 'Name,Email,Applied at\nFox Future,fox@example.com,20222-01-05\n',
    reader: 'table',
    notes: /"20222-01-05" is not a date/,
  },
}

let folder: string
let ran: Ran
let document: ScreenJson
let kept: readonly Dossier[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-bad-'))
  await putNewDatabase(join(folder, '.bonafide', 'db'))
  const input = join(folder, 'in')
  await mkdir(input)
  for (const [name, { bytes }] of Object.entries({ ...BAD, ...ODD })) await writeFile(join(input, name), bytes)
  await truncate(join(input, 'huge.pdf'), 2 * 2 ** 30)
  await writeFile(join(input, 'good.pdf'), textPdf(resume('Gwen', '10')))
  ran = await bonafide(['screen', 'in', '--json', '--accept-no-network-isolation'], folder)
  document = documentOf(ran)
  const store = await openEmbedded(join(folder, '.bonafide', 'db'))
  const actor = { tenant: 'local', id: 'tester' }
  const all = await everyPersona({ store }, actor)
  kept = await store.tx('local', (tx) => dossiers(tx, catalog, all))
  await store.close()
}, 600_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a folder of bad files and a good one', () => {
  test('ends with code 2 and one document on standard output', () => {
    expect(ran.code).toBe(2)
    expect(ran.stdout.trimStart().startsWith('{')).toBe(true)
    expect(ran.stderr).not.toMatch(/ at .*:\d+:\d+|Error:/)
  })

  test('names every bad file once, with what is wrong and what to do', () => {
    expect(document.failed.map((f) => f.source).toSorted()).toEqual(
      Object.keys(BAD)
        .map((name) => join('in', name))
        .toSorted(),
    )
    for (const f of document.failed) {
      const [code, says] = BAD[f.source.slice(3)]?.fails ?? []
      expect([f.source, f.code, f.detail]).toEqual([f.source, code, expect.stringMatching(says as RegExp)])
      expect(f.detail).not.toMatch(/undefined|\[object|\n\s+at /)
    }
  })

  test('reads what is only odd as what it is, and says what is odd', () => {
    const read = new Map(kept.flatMap((d) => d.submissions.map((s) => [d.persona.source, s.read] as const)))
    for (const [name, { reader, notes }] of Object.entries(ODD)) {
      const state = read.get(join('in', name))
      expect([name, state?.by, state?.outcome]).toEqual([name, `${reader}@1`, 'read'])
      if (notes !== undefined) expect(state?.notes.map((n) => n.says).join('\n'), name).toMatch(notes)
    }
  })

  test('screens the good one and the odd ones, and nobody else', () => {
    expect(document.screened.map((s) => s.source).toSorted()).toEqual(
      ['good.pdf', ...Object.keys(ODD)].map((name) => join('in', name)).toSorted(),
    )
    const good = document.screened.find((s) => s.source === join('in', 'good.pdf'))
    expect(good?.outcomes['quiet']).toBeGreaterThan(10)
    const found = kept.find((d) => d.persona.id === good?.persona)
    expect(found?.statements.map((s) => s.property)).toEqual(expect.arrayContaining(['email', 'phone', 'job', 'person-name']))
  })

  test('never holds a bad file against anybody', () => {
    for (const { source, recommendation, findings, outcomes } of document.screened) {
      expect([source, findings.filter((f) => f.direction === 'raises')]).toEqual([source, []])
      expect(['clear', 'ask']).toContain(recommendation)
      expect(outcomes['failed']).toBe(0)
    }
    const unread = kept.filter((d) => d.submissions.every((s) => s.read?.outcome !== 'read'))
    expect(unread.length).toBeGreaterThan(8)
    for (const d of unread) expect([d.persona.source, d.findings, d.statements]).toEqual([d.persona.source, [], []])
  })

  test('says nothing about a year that nobody can mean', () => {
    expect(JSON.stringify(kept.flatMap((d) => d.statements.map((s) => s.value)))).not.toContain('20222')
  })
})
