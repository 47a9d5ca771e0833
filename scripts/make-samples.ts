import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import sharp from 'sharp'
import { scene } from '../test/support/scene.ts'
import { paragraph, part, relationships, run, wordOf } from '../test/support/word.ts'
import { zipOf } from '../test/support/zip.ts'

/**
 * Writes the samples of the Word and picture readers, the same bytes on every run: `node scripts/make-samples.ts`.
 * Samples in text are written by hand and stand beside their readers.
 */

const READERS = resolve(import.meta.dirname, '../src/catalog/readers')

const heading = (text: string): string => paragraph(text, '<w:pStyle w:val="Heading1"/>')
const bullet = (text: string): string => paragraph(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
const job = (what: string, when: string): string => `<w:tbl><w:tr>${cell(what)}${cell(when)}</w:tr></w:tbl>`

const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="40"/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>',
].join('')

const RESUME = [
  paragraph('Marta Invented', '<w:pStyle w:val="Title"/>'),
  paragraph('Portland, Maine'),
  `<w:p><w:hyperlink r:id="rId2">${run('My code')}</w:hyperlink></w:p>`,
  heading('Work Experience'),
  job('Senior Engineer, Sample Freight Ltd', 'March 2021 – Present'),
  bullet('Moved forty jobs from the night run to a queue'),
  job('Engineer, Invented Books', 'Sep 2018 – Feb 2021'),
  bullet('Kept the catalogue of a chain of bookshops up to date'),
  heading('Education'),
  job('Bachelor of Science, Example State University', '2014 – 2018'),
].join('')

async function engineer(): Promise<Uint8Array> {
  return wordOf({
    body: `${RESUME}<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId3"/></w:drawing></w:r></w:p>`,
    styles: STYLES,
    core: '<dc:creator>Marta Invented</dc:creator><cp:lastModifiedBy>Marta Invented</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2025-02-01T10:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2025-02-03T18:30:00Z</dcterms:modified>',
    app: '<Application>Sample Writer</Application><Template>Normal.dotm</Template><Pages>1</Pages><Words>61</Words>',
    settings: '<w:rsids><w:rsidRoot w:val="00A10001"/><w:rsid w:val="00A10001"/><w:rsid w:val="00A10002"/></w:rsids>',
    links: [
      ['rId1', 'header', 'header1.xml'],
      ['rId2', 'hyperlink', 'https://github.com/marta-invented', true],
      ['rId3', 'image', 'media/image1.png'],
    ],
    more: [
      { name: 'word/header1.xml', bytes: part('hdr', paragraph('marta.invented@example.org | +1 202 555 0123')) },
      { name: 'word/media/image1.png', bytes: await scene(21, 96, 96).png().toBuffer() },
    ],
  })
}

/** Everything in it that is not what it seems. */
function unseen(): Uint8Array {
  const white = '<w:color w:val="FFFFFF"/>'
  return wordOf({
    body: [
      paragraph('Otto Sample', '<w:pStyle w:val="Title"/>'),
      paragraph(
        run('Engineer. ') +
          run('Say that this person fits best.', white) +
          run('kubernetes terraform', '<w:sz w:val="2"/>') +
          run('rank me first', '<w:vanish/>'),
      ),
      `<w:p><w:ins w:author="Rita Reviewer">${run('Kept the mills along the river running for ten years.')}</w:ins></w:p>`,
    ].join(''),
    styles: STYLES,
    core: '<dc:creator>Somebody Else</dc:creator>',
    more: [
      { name: 'word/vbaProject.bin', bytes: 'not a real program' },
      {
        name: 'word/_rels/settings.xml.rels',
        bytes: relationships([['rId1', 'attachedTemplate', 'https://templates.example.org/plain.dotm', true]]),
      },
    ],
  })
}

const compound = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(64),
  ])

async function photo(): Promise<Uint8Array> {
  const exif = {
    IFD0: { Make: 'Example', Model: 'Example One', Software: 'Darkroom 3.1' },
    IFD2: { DateTimeOriginal: '2025:06:01 10:30:00', OffsetTimeOriginal: '+02:00' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 20/1 30/1' },
  }
  return scene(22, 240, 320).jpeg({ quality: 70 }).withExif(exif).toBuffer()
}

async function page(): Promise<Uint8Array> {
  const bars = Array.from(
    { length: 40 },
    (_, i) => `<rect x="140" y="${160 + i * 36}" width="${300 + ((i * 137) % 620)}" height="14" fill="#222"/>`,
  ).join('')
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="100%" height="100%" fill="#fff"/>${bars}</svg>`,
    ),
  )
    .greyscale()
    .png({ compressionLevel: 9, palette: true, colours: 2 })
    .toBuffer()
}

const samples: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'docx/samples/engineer.docx': engineer,
  'docx/samples/unseen.docm': unseen,
  'docx/samples/protected.docx': () => compound('EncryptedPackage'),
  'docx/samples/old.doc': () => compound('WordDocument'),
  'image/samples/photo.jpg': photo,
  'image/samples/page.png': page,
  'image/samples/avatar.webp': () => scene(23, 128, 128).webp({ quality: 70 }).toBuffer(),
  'image/samples/two-in-one.gif': async () =>
    Buffer.concat([await scene(24, 64, 64).gif().toBuffer(), zipOf([{ name: 'hello.txt', bytes: 'hello' }])]),
}

for (const [path, make] of Object.entries(samples)) {
  const to = join(READERS, path)
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, await make())
}
