import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { imageHash } from '../../src/compute/image-hash.ts'
import { digest32 } from '../../src/compute/digest.ts'
import { nameKey } from '../../src/compute/name-key.ts'
import reader from '../../src/catalog/readers/pdf/reader.ts'
import type { Reading } from '../../src/kit/reader.ts'
import { AppError } from '../../src/model/errors.ts'
import { PROPERTIES, type Property, type ValueOf } from '../../src/model/vocabulary.ts'
import { linesAt, pdfOf, streamObject, textAt } from './pdf-bytes.ts'

const read = (bytes: Uint8Array, name = 'cv.pdf'): Promise<Reading> => reader.read({ bytes, name })
const valuesOf = <P extends Property>(reading: Reading, property: P): ValueOf<P>[] =>
  reading.statements.filter((s) => s.property === property).map((s) => s.value as ValueOf<P>)
async function refusal(bytes: Uint8Array): Promise<AppError> {
  const error: unknown = await read(bytes).then(
    () => new Error('it was read'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

const RESUME = [
  'Jane Example',
  'Springfield, IL',
  'jane@example.com',
  '+1 202 555 0123',
  '',
  'Experience',
  'Senior Engineer, Example Widgets Inc',
  'Jan 2019 - Present',
  '- Moved the billing service of the company to Kubernetes.',
  '',
  'Education',
  'B.Sc. in Physics, Example State University, 2010 - 2014',
]

interface PdfMake {
  setFonts(fonts: unknown): void
  setUrlAccessPolicy(allow: () => boolean): void
  setLocalAccessPolicy(allow: () => boolean): void
  createPdf(definition: unknown): { getBuffer(): Promise<Uint8Array> }
}
const pdfmake = createRequire(import.meta.url)('pdfmake') as PdfMake
pdfmake.setFonts({
  Helvetica: { normal: 'Helvetica', bold: 'Helvetica-Bold', italics: 'Helvetica-Oblique', bolditalics: 'Helvetica-BoldOblique' },
})
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => true)
const made = async (definition: object): Promise<Uint8Array> =>
  new Uint8Array(await pdfmake.createPdf({ defaultStyle: { font: 'Helvetica', fontSize: 10 }, ...definition }).getBuffer())

describe('a résumé as PDF', () => {
  it('gives contacts, job, school and prose with page and box, all fit for the vocabulary', async () => {
    const reading = await read(pdfOf([{ content: linesAt(72, 720, RESUME) }]))
    expect(reading.role).toBe('resume')
    expect(valuesOf(reading, 'email')).toEqual(['jane@example.com'])
    expect(valuesOf(reading, 'phone')).toEqual(['+12025550123'])
    expect(valuesOf(reading, 'person-name')).toEqual([{ full: 'Jane Example' }])
    expect(valuesOf(reading, 'job')).toEqual([
      { employer: 'Example Widgets Inc', title: 'Senior Engineer', from: '2019-01', to: 'present' },
    ])
    expect(valuesOf(reading, 'education')).toMatchObject([{ school: 'Example State University', from: '2010', to: '2014' }])
    expect(valuesOf(reading, 'skill')).toContainEqual({ name: 'Kubernetes', from: '2019-01', to: 'present' })
    const email = reading.statements.find((s) => s.property === 'email')
    const box =
      /^page=1&box=([\d.]+),([\d.]+),([\d.]+),([\d.]+)$/
        .exec(email?.at ?? '')
        ?.slice(1)
        .map(Number) ?? []
    expect(box[0]).toBeCloseTo(72, 0)
    expect(box[1]).toBeLessThan(692)
    expect(box[3]).toBeGreaterThan(692)
    expect(reading.statements.length).toBeGreaterThan(8)
    for (const { property, value } of reading.statements) expect(PROPERTIES[property].schema.safeParse(value).success, property).toBe(true)
    expect(valuesOf(reading, 'hidden-text')).toEqual([])
  })

  it('says the same twice', async () => {
    const bytes = pdfOf([{ content: linesAt(72, 720, RESUME) }])
    expect(await read(bytes)).toEqual(await read(bytes))
  })

  it('reads two columns one after the other, under a heading above both', async () => {
    const left = ['CONTACT', 'jane@example.com', 'Springfield, IL', 'SKILLS', 'Go, Python', 'SQL', 'Docker']
    const right = [
      'EXPERIENCE',
      'Senior Engineer, Example Widgets Inc',
      'Jan 2019 - Present',
      'Kept the warehouse robots of three',
      'towns running through the winter.',
      'Junior Engineer, Example Gadgets LLC',
      'Mar 2015 - Dec 2018',
    ]
    const content =
      textAt(72, 750, 'Jane Example of Springfield and Shelbyville, Engineer of Warehouses') +
      linesAt(60, 700, left, 15) +
      linesAt(250, 700, right, 14)
    const reading = await read(pdfOf([{ content }]))
    expect(valuesOf(reading, 'job')).toEqual([
      { employer: 'Example Widgets Inc', title: 'Senior Engineer', from: '2019-01', to: 'present' },
      { employer: 'Example Gadgets LLC', title: 'Junior Engineer', from: '2015-03', to: '2018-12' },
    ])
    expect(valuesOf(reading, 'skill').map((s) => s.name)).toEqual(expect.arrayContaining(['Go', 'Python', 'SQL', 'Docker']))
    expect(valuesOf(reading, 'passage').map((p) => p.text)).toContain(
      'Kept the warehouse robots of three towns running through the winter.',
    )
  })

  it('keeps dates at the right margin on their line', async () => {
    const rows: [string, string][] = [
      ['Engineer, Example One Inc', '2019 - Present'],
      ['Engineer, Example Two Inc', '2015 - 2018'],
      ['Engineer, Example Three Inc', '2012 - 2014'],
      ['Engineer, Example Four Inc', '2010 - 2011'],
      ['Engineer, Example Five Inc', '2008 - 2009'],
    ]
    const content =
      textAt(72, 720, 'Experience') +
      rows.map(([what, when], i) => textAt(72, 700 - 14 * i, what) + textAt(450, 700 - 14 * i, when)).join('')
    const jobs = valuesOf(await read(pdfOf([{ content }])), 'job')
    expect(jobs.map((job) => [job.employer, job.from])).toEqual([
      ['Example One Inc', '2019'],
      ['Example Two Inc', '2015'],
      ['Example Three Inc', '2012'],
      ['Example Four Inc', '2010'],
      ['Example Five Inc', '2008'],
    ])
  })

  it('reads a turned page upright and points back into the page as it is stored', async () => {
    const turned = `0 1 -1 0 612 0 cm\n${linesAt(72, 540, RESUME)}`
    const reading = await read(pdfOf([{ content: turned, more: '/Rotate 90' }]))
    expect(valuesOf(reading, 'email')).toEqual(['jane@example.com'])
    const box = (reading.statements.find((s) => s.property === 'email')?.at ?? '').split('box=')[1]?.split(',').map(Number) ?? []
    expect(box).toHaveLength(4)
    expect(box[2]! - box[0]!).toBeLessThan(box[3]! - box[1]!)
  })

  it('is read as a library writes it, with metadata, author and clickable links', async () => {
    const bytes = await made({
      info: {
        title: 'CV',
        author: 'Pat Template',
        creator: 'Example Writer',
        producer: 'Example Producer',
        creationDate: new Date('2024-03-05T10:00:00Z'),
      },
      content: [
        { text: 'Jane Example', fontSize: 20, bold: true },
        'jane@example.com',
        { text: 'My code', link: 'https://github.com/jane-example' },
        { text: 'Experience', bold: true },
        {
          columns: [
            { text: 'Engineer at Example Widgets', width: '*' },
            { text: '03/2019 – now', width: 'auto' },
          ],
        },
        { ul: ['Wrote the timetable of the night trains of a small town in Rust, from the first line to the last one of them all.'] },
      ],
    })
    const reading = await read(bytes)
    expect(valuesOf(reading, 'document-metadata')).toMatchObject([
      { format: 'pdf', producer: 'Example Producer', creator: 'Example Writer', created: '2024-03-05T10:00:00.000Z', pages: 1 },
    ])
    expect(valuesOf(reading, 'document-author')).toEqual([{ full: 'Pat Template', field: 'author' }])
    expect(valuesOf(reading, 'document-author-digest')).toEqual([{ digest: digest32(nameKey('Pat Template')), field: 'author' }])
    expect(valuesOf(reading, 'link')).toMatchObject([{ service: 'github', handle: 'jane-example' }])
    expect(valuesOf(reading, 'job')).toEqual([{ employer: 'Example Widgets', title: 'Engineer', from: '2019-03', to: 'present' }])
    expect(valuesOf(reading, 'passage').map((p) => p.text)).toEqual([
      'Wrote the timetable of the night trains of a small town in Rust, from the first line to the last one of them all.',
    ])
  })

  it('takes ids and times from XMP where the file has it', async () => {
    const xmp =
      '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"><xmp:CreatorTool>Example Writer 2</xmp:CreatorTool><xmp:ModifyDate>2024-05-06T12:00:00+02:00</xmp:ModifyDate><xmpMM:DocumentID>uuid:doc-1</xmpMM:DocumentID><xmpMM:InstanceID>uuid:inst-1</xmpMM:InstanceID></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    const bytes = pdfOf([{ content: linesAt(72, 720, RESUME) }], {
      catalog: '/Metadata 100 0 R',
      objects: [streamObject('/Type/Metadata/Subtype/XML', xmp)],
    })
    expect(valuesOf(await read(bytes), 'document-metadata')).toMatchObject([
      { creator: 'Example Writer 2', modified: '2024-05-06T10:00:00.000Z', documentId: 'uuid:doc-1', instanceId: 'uuid:inst-1' },
    ])
  })

  it('knows a letter and a profile export from a résumé', async () => {
    const letter = [
      'Jane Example',
      'jane@example.com',
      'Dear hiring team,',
      'I would like to look after the trains of your town, as I did',
      'for those of another one until this spring.',
      'Kind regards',
      'Jane Example',
    ]
    expect((await read(pdfOf([{ content: linesAt(72, 720, letter) }]))).role).toBe('cover-letter')
    const profile = [
      'Contact',
      'www.linkedin.com/in/jane-example (LinkedIn)',
      'Top Skills',
      'Trains',
      'Timetables',
      'Jane Example',
      'Engineer of night trains in a small town',
    ]
    expect((await read(pdfOf([{ content: linesAt(72, 720, profile) }], { info: '/Producer(Apache FOP Version 2.2)' }))).role).toBe(
      'profile',
    )
    expect((await read(pdfOf([{ content: linesAt(72, 720, profile) }]))).role).toBe('resume')
  })

  it('leaves protected lines out and says what it left out', async () => {
    const reading = await read(
      pdfOf([
        {
          content: linesAt(72, 720, [
            ...RESUME,
            'Personal details',
            'Date of birth: 1 May 1990',
            'Nationality: Shelbyvillian',
            'Marital status: single',
          ]),
        },
      ]),
    )
    expect(reading.notes.filter((n) => n.kind === 'dropped-field')).toHaveLength(3)
    const said = JSON.stringify(reading)
    expect(said).not.toMatch(/1990|Shelbyvillian|single/)
  })
})

describe('pictures and scans', () => {
  const level = (x: number, y: number): number => (128 + 60 * Math.sin(x / 17) + 50 * Math.cos(y / 11 + x / 40)) | 0
  const picture = async () => (await import('./pdf-bytes.ts')).pictureObject(120, 150, level)

  it('hashes a photograph on the first page', async () => {
    const content = `q 90 0 0 110 400 650 cm /Im1 Do Q\n${linesAt(72, 720, RESUME)}`
    const reading = await read(pdfOf([{ content, resources: '/XObject<</Im1 100 0 R>>' }], { objects: [await picture()] }))
    const gray = Uint8Array.from({ length: 120 * 150 }, (_, i) => level(i % 120, Math.floor(i / 120)))
    expect(valuesOf(reading, 'image-hash')).toMatchObject([{ ...imageHash(gray, 120, 150), width: 120, height: 150, role: 'photo' }])
  })

  it('takes invisible text over a picture of the page for the text layer of a scan', async () => {
    const invisible = RESUME.map((line, i) => textAt(72, 720 - 14 * i, line, '3 Tr')).join('')
    const reading = await read(
      pdfOf([{ content: `q 612 0 0 792 0 0 cm /Im1 Do Q\n${invisible}`, resources: '/XObject<</Im1 100 0 R>>' }], {
        objects: [await picture()],
      }),
    )
    expect(valuesOf(reading, 'hidden-text')).toEqual([])
    expect(valuesOf(reading, 'email')).toEqual(['jane@example.com'])
    expect(reading.notes.map((n) => n.says).join()).toMatch(/scans whose text was recognised/)
  })

  it('says that a picture of a document has no text, with its pages', async () => {
    const page = { content: 'q 612 0 0 792 0 0 cm /Im1 Do Q', resources: '/XObject<</Im1 100 0 R>>' }
    const reading = await read(pdfOf([page, page], { objects: [await picture()] }))
    expect(valuesOf(reading, 'no-text-layer')).toEqual([{ pages: 2 }])
    expect(reading.notes[0]?.says).toMatch(/none of its 2 pages/)
    const mixed = await read(pdfOf([{ content: linesAt(72, 720, RESUME) }, page], { objects: [await picture()] }))
    expect(valuesOf(mixed, 'no-text-layer')).toEqual([])
    expect(mixed.notes.map((n) => n.says)).toContain('1 of 2 pages have no text that can be read.')
  })
})

describe('files that cannot be read', () => {
  it('asks for a copy without a password', async () => {
    const locked = await made({ userPassword: 'secret', content: ['Jane Example'] })
    expect((await refusal(locked)).detail).toBe('The PDF is protected by a password. Ask for a copy without one.')
    const restricted = await made({
      ownerPassword: 'secret',
      permissions: { printing: 'lowResolution' },
      content: ['Jane Example', 'jane@example.com'],
    })
    expect(valuesOf(await read(restricted), 'email')).toEqual(['jane@example.com'])
  })

  it('says that a file is cut off, damaged or empty', async () => {
    const whole = pdfOf([{ content: linesAt(72, 720, RESUME) }])
    expect((await refusal(whole.subarray(0, 60))).detail).toMatch(/cut off/)
    expect((await refusal(new TextEncoder().encode('%PDF-1.4 nothing of the kind\n%%EOF\n'))).code).toBe('unreadable')
    expect((await refusal(new Uint8Array(0))).code).toBe('empty-file')
  })

  it('reads the beginning of a document of a hundred thousand pages and says so', async () => {
    const count = 100_000
    const objects = new Map<number, string>([
      [1, '<</Type/Catalog/Pages 2 0 R>>'],
      [3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'],
      [4, '<<>>'],
      [5, streamObject('', linesAt(72, 720, RESUME))],
    ])
    objects.set(
      2,
      `<</Type/Pages/Count ${count}/Resources<</Font<</F1 3 0 R>>>>/MediaBox[0 0 612 792]/Kids[${Array.from({ length: count }, (_, i) => `${10 + i} 0 R`).join(' ')}]>>`,
    )
    for (let i = 0; i < count; i += 1) objects.set(10 + i, '<</Type/Page/Parent 2 0 R/Contents 5 0 R>>')
    const { assemble } = await import('./pdf-bytes.ts')
    const reading = await read(assemble(objects))
    expect(valuesOf(reading, 'document-metadata')).toMatchObject([{ pages: count }])
    expect(reading.notes).toContainEqual({ kind: 'skipped', says: 'The PDF has 100000 pages. Only the first 50 were read.', count: 99_950 })
    expect(valuesOf(reading, 'email')).toEqual(['jane@example.com'])
  })

  it('is offered only what begins as a PDF', () => {
    const recognise = (text: string): string => reader.recognise(new TextEncoder().encode(text), 'cv.pdf')
    expect(recognise('%PDF-1.7\n')).toBe('yes')
    expect(recognise('\r\njunk %PDF-1.7\n')).toBe('yes')
    expect(recognise('PK\u0003\u0004')).toBe('no')
  })
})
