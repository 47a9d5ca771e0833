import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import reader from '../../src/catalog/readers/table/reader.ts'
import type { Reading } from '../../src/kit/reader.ts'
import { AppError } from '../../src/model/errors.ts'
import type { AnyDraft, StatementOf } from '../../src/model/statement.ts'
import { PROPERTIES, type Property } from '../../src/model/vocabulary.ts'
import { zipOf } from '../support/zip.ts'

const sample = (name: string): Uint8Array => readFileSync(new URL(`../../src/catalog/readers/table/samples/${name}`, import.meta.url))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const csv = (text: string, options?: unknown): Promise<Reading> =>
  reader.read({ bytes: bytes(text), name: 'applicants.csv', ...(options === undefined ? {} : { options }) })

function of<P extends Property>(reading: Reading, property: P, about?: string): Pick<StatementOf<P>, 'value'>[] {
  return reading.statements.filter((s) => s.property === property && (about === undefined || s.about === about)) as unknown as Pick<
    StatementOf<P>,
    'value'
  >[]
}
const at = (reading: Reading, property: Property): string[] => reading.statements.filter((s) => s.property === property).map((s) => s.at)

async function failure(work: Promise<unknown>): Promise<AppError> {
  try {
    await work
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('was read')
}

function valid(statements: readonly AnyDraft[]): void {
  expect(statements.length).toBeGreaterThan(0)
  for (const s of statements) expect(PROPERTIES[s.property].schema.safeParse(s.value).success, `${s.property} at ${s.at}`).toBe(true)
}

describe('a plain table', () => {
  test('gives every value its row and cell', async () => {
    const reading = await reader.read({ bytes: sample('plain.csv'), name: 'plain.csv' })
    valid(reading.statements)
    expect(reading.role).toBe('application')
    expect(reading.rows).toBe(2)
    expect(of(reading, 'phone').map((s) => s.value)).toEqual(['+12025550101', '+12025550103'])
    expect(at(reading, 'phone')).toEqual(['row=1&column=Phone', 'row=2&column=Phone'])
    expect(of(reading, 'email', 'row:1')[0]).toMatchObject({ value: 'ada.example@example.com', original: 'Ada.Example@example.com' })
    expect(of(reading, 'job', 'row:1').map((s) => s.value)).toEqual([
      { employer: 'Example Mills', title: 'Engineer', from: '2019-04', to: 'present' },
      { employer: 'Sample Works', title: 'Junior engineer', from: '2016', to: '2019-03' },
    ])
    expect(of(reading, 'application', 'row:1')[0]?.value).toEqual({
      role: 'Backend engineer',
      requisition: 'REQ-1',
      at: '2024-03-01T09:30:00.000Z',
      through: 'careers page',
    })
    expect(of(reading, 'referee', 'row:1').map((s) => s.value)).toEqual([
      { email: 'bo@example.org', phone: '+12025550102', organisation: 'Example Mills' },
      { email: 'cy@example.net' },
    ])
    expect(of(reading, 'referee-name', 'row:1').map((s) => s.value.full)).toEqual(['Bo Referee', 'Cy Referee'])
    expect(of(reading, 'link', 'row:1').map((s) => s.value.service)).toEqual(['linkedin', 'github'])
    expect(of(reading, 'skill', 'row:1').map((s) => s.value.name)).toEqual(['TypeScript', 'PostgreSQL'])
    expect(of(reading, 'wallet')[0]?.value).toEqual({ chain: 'ethereum', address: '0x00000000000000000000000000000000000000aa' })
    expect(of(reading, 'messenger')[0]?.value).toEqual({ service: 'telegram', handle: 'dansample' })
    expect(of(reading, 'device').map((s) => s.value)).toMatchObject([
      { id: 'fp-11', kind: 'fingerprint', at: '2024-03-01T09:30:00.000Z' },
      { id: 'fp-12' },
    ])
    expect(of(reading, 'network-address').map((s) => s.value.ip)).toEqual(['192.0.2.10', '198.51.100.7'])
    expect(reading.references?.map((r) => [r.about, r.path])).toEqual([
      ['row:1', 'ada/cv.pdf'],
      ['row:1', 'ada/letter.pdf'],
    ])
  })

  test('passages are without the own name and contacts', async () => {
    const reading = await reader.read({ bytes: sample('plain.csv'), name: 'plain.csv' })
    expect(of(reading, 'passage')[0]?.value.text).toBe('_ builds queues. Write to _, or call.')
  })

  test('protected columns are dropped by name, counted, and their values stand nowhere', async () => {
    const reading = await csv('Name,Gender,Nationality,Geburtsdatum\nAda,SECRET1,SECRET2,SECRET3\nBo,SECRET1,,\n')
    const dropped = reading.notes.filter((n) => n.kind === 'dropped-field')
    expect(dropped.map((n) => [n.at, n.count])).toEqual([
      ['column=Gender', 2],
      ['column=Nationality', 1],
      ['column=Geburtsdatum', 1],
    ])
    expect(JSON.stringify(reading)).not.toContain('SECRET')
  })

  test('columns without a meaning are listed', async () => {
    const reading = await reader.read({ bytes: sample('plain.csv'), name: 'plain.csv' })
    expect(reading.notes.some((n) => n.kind === 'skipped' && n.says.includes('"Favourite colour"'))).toBe(true)
  })

  test('a bad value and a bad row are noted and the others go on', async () => {
    const reading = await csv(
      'Name,Email,Applied at,Phone,From,Employer\nAda,not-an-address,20222-01-01,12,soon,Mills\nBo,bo@example.com\nCy,cy@example.com,2024-02-31,+12025550101,2020,Works\n',
    )
    expect(reading.rows).toBe(3)
    const says = reading.notes
      .filter((n) => n.kind === 'skipped')
      .map((n) => n.says)
      .join('\n')
    expect(says).toMatch(/Row 1, column "Email": this is not an e-mail address/)
    expect(says).toMatch(/Row 1, column "Applied at": "20222-01-01" is not a date/)
    expect(says).toMatch(/Row 1, column "Phone"/)
    expect(says).toMatch(/Row 1, column "From": "soon"/)
    expect(says).toMatch(/Row 2 was left out: The row has 2 cells and the header 6/)
    expect(says).toMatch(/Row 3, column "Applied at": "2024-02-31" is not a date of the calendar/)
    expect(of(reading, 'email').map((s) => s.value)).toEqual(['cy@example.com'])
    expect(of(reading, 'job').map((s) => s.value.employer)).toEqual(['Mills', 'Works'])
  })

  test('dates of undecided order are read by the column, by the map, or not at all', async () => {
    const table = (rows: string): string => `Name,Applied at\n${rows}\n`
    const decided = await csv(table('Ada,03/04/2024\nBo,25/12/2023'))
    expect(of(decided, 'application').map((s) => s.value.at)).toEqual(['2024-04-03T00:00:00.000Z', '2023-12-25T00:00:00.000Z'])
    const undecided = await csv(table('Ada,03/04/2024'))
    expect(undecided.notes.some((n) => n.says.includes('date_order'))).toBe(true)
    const told = await csv(table('Ada,03/04/2024'), { date_order: 'mdy' })
    expect(of(told, 'application')[0]?.value.at).toBe('2024-03-04T00:00:00.000Z')
    const worded = await csv(table('Ada,"Mar 4, 2024 3:05 pm"'))
    expect(of(worded, 'application')[0]?.value.at).toBe('2024-03-04T15:05:00.000Z')
  })
})

describe('ready maps', () => {
  test.each(['greenhouse', 'lever', 'ashby'])('%s is chosen by its headers', async (system) => {
    const reading = await reader.read({ bytes: sample(`${system}.csv`), name: `${system}.csv` })
    valid(reading.statements)
    expect(
      reading.notes.some((n) => n.says.includes(`"${system}"`)),
      JSON.stringify(reading.notes),
    ).toBe(true)
    expect(reading.notes.some((n) => n.kind === 'dropped-field')).toBe(true)
    for (const property of ['person-name', 'email', 'phone', 'application', 'link'] as const)
      expect(of(reading, property).length, property).toBeGreaterThan(0)
    expect(of(reading, 'application')[0]?.value).toMatchObject({
      role: expect.any(String),
      at: expect.stringMatching(/^2024-/),
      through: expect.any(String),
    })
  })

  test('Greenhouse joins first and last name; Lever splits lists; both keep "Origin" and "Source" as the channel', async () => {
    const greenhouse = await reader.read({ bytes: sample('greenhouse.csv'), name: 'g.csv' })
    expect(of(greenhouse, 'person-name').map((s) => s.value.full)).toEqual(['Eve Sample', 'Flo Sample'])
    expect(of(greenhouse, 'application').map((s) => s.value.at)).toEqual(['2024-03-25T00:00:00.000Z', '2024-03-04T00:00:00.000Z'])
    const lever = await reader.read({ bytes: sample('lever.csv'), name: 'l.csv' })
    expect(of(lever, 'email').map((s) => s.value)).toEqual(['gus@example.com', 'gus@example.net'])
    expect(of(lever, 'link').map((s) => s.value.service)).toEqual(['github', 'other'])
  })
})

describe('a column map of one’s own', () => {
  test('gives meaning to any header, also to several', async () => {
    const reading = await csv('Wer,Handy,Festnetz\nAda,0151 23456789,030 123456\n', {
      columns: { name: 'Wer', phone: ['Handy', 'Festnetz'] },
      phone_region: 'DE',
    })
    expect(of(reading, 'person-name')[0]?.value.full).toBe('Ada')
    expect(of(reading, 'phone').map((s) => s.value)).toEqual(['+4915123456789', '+4930123456'])
  })

  test('cannot give meaning to a protected column', async () => {
    const error = await failure(csv('Name,Nationality\nAda,x\n', { columns: { place: 'Nationality' } }))
    expect(error.code).toBe('refused-field')
    expect(error.pointer).toBe('/columns/place')
  })

  test.each([
    [{ colums: {} }, /not usable/],
    [{ columns: { nationality: 'X' } }, /not usable/],
    [{ columns: { name: 'Nome' } }, /does not have/],
  ])('says what is wrong with it: %j', async (options, message) => {
    expect((await failure(csv('Name\nAda\n', options))).detail).toMatch(message)
  })
})

describe('separators and encodings', () => {
  test.each([';', '\t', '|', ','])('finds the separator %j', async (mark) => {
    const reading = await csv(
      ['Name', 'Email', 'Place'].join(mark) + '\n' + ['Ada', 'ada@example.com', '"Halifax, NS; CA"'].join(mark) + '\n',
    )
    expect(of(reading, 'place')[0]?.value.text).toBe('Halifax, NS; CA')
  })

  test('UTF-8 with mark, UTF-16 both ways, Windows-1252 and the Excel hint', async () => {
    const text = 'Name;Place\r\nZoë;Zürich\r\n'
    const wide = (big: boolean): Uint8Array => {
      const buffer = Buffer.from(`\ufeff${text}`, 'utf16le')
      return big ? buffer.swap16() : buffer
    }
    const forms: Uint8Array[] = [bytes(`\ufeff${text}`), wide(false), wide(true), Buffer.from(text, 'latin1'), bytes(`sep=;\r\n${text}`)]
    for (const form of forms) {
      const reading = await reader.read({ bytes: form, name: 'a.csv' })
      expect(of(reading, 'person-name')[0]?.value.full).toBe('Zoë')
      expect(of(reading, 'place')[0]?.value.text).toBe('Zürich')
    }
  })
})

describe('hostile and broken tables fail with a sentence', () => {
  test('broken quoting names the line and what to do', async () => {
    const open = await failure(csv('Name,Email\nAda,"ada@example.com\nBo,bo@example.com\n'))
    expect(open.code).toBe('unreadable')
    expect(open.detail).toMatch(/line 2 is never closed/)
    expect(open.detail).toMatch(/double quotes/)
    const stray = await failure(csv('Name,Email\nAda,ok\n"Bo"x,bo@example.com\n'))
    expect(stray.detail).toMatch(/line 3/)
  })

  test('10,000 columns', async () => {
    const header = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')
    const error = await failure(csv(`${header}\n${header}\n`))
    expect(error.code).toBe('too-large')
    expect(error.detail).toMatch(/10,000 columns; at most 500/)
  })

  test('zero bytes, emptiness, too many rows, no known column', async () => {
    expect((await failure(csv('Name,Email\nA\u0000da,x\n'))).detail).toMatch(/line 2 holds a zero byte/)
    expect((await failure(csv(''))).code).toBe('empty-file')
    expect((await failure(csv(' \n\n'))).code).toBe('empty-file')
    expect((await failure(csv(`Name\n${'A\n'.repeat(200_002)}`))).code).toBe('too-large')
    const unknown = await failure(csv('Colour,Size\nred,4\n'))
    expect(unknown.detail).toMatch(/"Colour", "Size"/)
    expect(unknown.detail).toMatch(/column map/)
  })

  test('only protected columns: says so and reads nothing', async () => {
    expect((await failure(csv('Gender,Age\nx,1\n'))).code).toBe('unreadable')
  })

  test('files outside the folder are not referred to', async () => {
    const reading = await csv('Name,Files\nAda,../other/cv.pdf; /etc/passwd; C:\\x.pdf; https://example.com/x.pdf; ok/cv.pdf\n')
    expect(reading.references?.map((r) => r.path)).toEqual(['ok/cv.pdf'])
    expect(reading.notes.filter((n) => n.says.includes('folder of the table')).length).toBe(4)
  })

  test('many bad rows give few notes and a count', async () => {
    const reading = await csv(`Name,Email\n${'Ada,bad\n'.repeat(5_000)}`)
    expect(reading.notes.length).toBeLessThan(100)
    expect(reading.notes.some((n) => n.count === 4_950)).toBe(true)
  })

  test('an old or locked workbook', async () => {
    const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    expect((await failure(reader.read({ bytes: ole, name: 'a.xlsx' }))).detail).toMatch(/\.xls|password/)
  })
})

describe('workbooks', () => {
  async function workbook(rows: (string | number | Date | null)[][]): Promise<Uint8Array> {
    const cells = rows.map((row) =>
      row.map((value) => (value === null ? null : { value, ...(value instanceof Date ? { format: 'yyyy-mm-dd' } : {}) })),
    )
    return new Uint8Array(await writeXlsxFile(cells as SheetData).toBuffer())
  }

  test('text, numbers and dates of the first sheet', async () => {
    const file = await workbook([
      ['Name', 'Email', 'Phone', 'Applied at', 'Gender'],
      ['Ada', 'ada@example.com', 12025550101, new Date('2024-03-01T00:00:00Z'), 'SECRET'],
      ['Bo', null, '+1 202 555 0102', null, null],
    ])
    expect(reader.recognise(file, 'a.xlsx')).toBe('yes')
    const reading = await reader.read({ bytes: file, name: 'a.xlsx' })
    valid(reading.statements)
    expect(reading.rows).toBe(2)
    expect(of(reading, 'phone').map((s) => s.value)).toEqual(['+12025550101', '+12025550102'])
    expect(of(reading, 'application')[0]?.value.at).toBe('2024-03-01T00:00:00.000Z')
    expect(JSON.stringify(reading)).not.toContain('SECRET')
  })

  const minimal = (sheet: string): Uint8Array =>
    zipOf(
      Object.entries({
        '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>',
        'xl/styles.xml': '<styleSheet/>',
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
      }).map(([name, text]) => ({ name, bytes: text })),
    )

  test('a cell far out is refused before anything is built for it', async () => {
    const far = minimal(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
    )
    expect((await failure(reader.read({ bytes: far, name: 'a.xlsx' }))).code).toBe('too-large')
  })

  test('10,000 columns in a workbook', async () => {
    const cells = Array.from({ length: 10_000 }, (_, i) => `c${i}`)
    expect((await failure(reader.read({ bytes: await workbook([cells]), name: 'a.xlsx' }))).code).toBe('too-large')
  })

  test('a damaged workbook', async () => {
    const file = await workbook([['Name'], ['Ada']])
    expect((await failure(reader.read({ bytes: file.slice(0, file.length - 40), name: 'a.xlsx' }))).code).toBe('unreadable')
    expect((await failure(reader.read({ bytes: minimal('<row r="1"><c r="A1" t="s"><v>99'), name: 'a.xlsx' }))).code).toMatch(
      /unreadable|empty-file/,
    )
  })
})

describe('JSON lines', () => {
  test('objects within are columns of their path; protected ones are dropped wherever they stand', async () => {
    const reading = await reader.read({ bytes: sample('applicants.jsonl'), name: 'applicants.jsonl' })
    valid(reading.statements)
    expect(reading.rows).toBe(2)
    expect(of(reading, 'email').map((s) => s.value)).toEqual(['ida@example.com', 'jo@example.com'])
    expect(of(reading, 'link').map((s) => s.value.service)).toEqual(['github', 'other'])
    expect(of(reading, 'wallet').length).toBe(1)
    expect(reading.notes.filter((n) => n.kind === 'dropped-field').map((n) => n.count)).toEqual([1, 1])
  })

  test('a bad line is noted, all bad lines are unreadable', async () => {
    const reading = await reader.read({ bytes: bytes('{"name":"Ada","email":"ada@example.com"}\n{"name":\n[1]\n'), name: 'a.jsonl' })
    expect(reading.notes.filter((n) => n.kind === 'skipped' && /Row [23] was left out/.test(n.says)).length).toBe(2)
    expect((await failure(reader.read({ bytes: bytes('nope\nno\n'), name: 'a.jsonl' }))).code).toBe('unreadable')
    const deep = `{"name":"Ada","x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`
    expect((await reader.read({ bytes: bytes(deep), name: 'a.jsonl' })).rows).toBe(1)
  })
})

describe('recognition', () => {
  test.each([
    ['a.csv', 'Name,Email\n', 'maybe'],
    ['a.csv', '%PDF-1.7\n', 'no'],
    ['a.csv', '<html>', 'no'],
    ['a.txt', 'Name,Email\n', 'no'],
    ['a.jsonl', '{"name":1}', 'yes'],
    ['a.docx', 'PK\u0003\u0004....word/document.xml', 'no'],
  ])('%s with %j is %s', (name, head, verdict) => {
    expect(reader.recognise(bytes(head), name)).toBe(verdict)
  })
})
