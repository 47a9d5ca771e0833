import { zipOf } from './zip.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff)

/** A PDF from its objects, numbered from 1, the first one the catalogue. */
function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let body = '%PDF-1.5\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return latin(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
const page = (parent: number): string =>
  `<</Type/Page/Parent ${parent} 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>`
const stream = (content: string): string => `<</Length ${content.length}>>\nstream\n${content}\nendstream`

/** One page with these lines. */
export function textPdf(lines: readonly string[]): Uint8Array {
  const content = `BT /F1 11 Tf 72 740 Td 16 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`
  return pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', page(2), stream(content), FONT])
}

/** A hundred thousand pages in a small file: a flat tree that names the same page over and over, as a page tree may not. */
export function manyPagesPdf(pages: number): Uint8Array {
  const content = 'BT /F1 11 Tf 72 740 Td (One line on every page of a very long document, again and again.) Tj ET'
  const kids = '3 0 R '.repeat(pages)
  return pdfOf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`, page(2), stream(content), FONT])
}

/** A PDF whose trailer says that it is encrypted for somebody with a password that nobody here has. */
export function encryptedPdf(): Uint8Array {
  const owner = 'a1'.repeat(32)
  const user = 'b2'.repeat(32)
  return pdfOf(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      page(2),
      stream('0123456789abcdef'),
      FONT,
      `<</Filter/Standard/V 2/R 3/Length 128/P -44/O <${owner}>/U <${user}>>>`,
    ],
    '/Encrypt 6 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]',
  )
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

/** A Word document of a few kilobytes whose text unpacks to `megabytes`; `claims` is the size it says it has, in bytes. */
export function bombDocx(megabytes: number, claims: number): Uint8Array {
  const head =
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
  const text = Buffer.concat([Buffer.from(head), Buffer.alloc(megabytes << 20, 'a')])
  return zipOf([
    { name: '[Content_Types].xml', bytes: TYPES },
    { name: '_rels/.rels', bytes: RELATIONS },
    { name: 'word/document.xml', bytes: text, claims },
  ])
}

/** A picture of one pixel that is also a Java archive: GIF at its head, ZIP at its tail. */
export function gifar(): Uint8Array {
  const gif = Uint8Array.from([
    0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1,
    0, 0x3b,
  ])
  return new Uint8Array([...gif, ...zipOf([{ name: 'Main.class', bytes: 'cafebabe' }])])
}
