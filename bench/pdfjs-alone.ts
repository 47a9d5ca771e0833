import { defineReader, type Reader } from '../src/kit/reader.ts'

/** What pdf.js alone takes: open, text of every page, close. Returns how many characters there were. */
export async function textByPdfjs(bytes: Uint8Array): Promise<number> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const document = await task.promise
  let characters = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    for (const item of (await page.getTextContent()).items) if ('str' in item) characters += item.str.length
  }
  await task.destroy()
  return characters
}

const SMALL =
  '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\ntrailer\n<</Size 4/Root 1 0 R>>\n%%EOF\n'

/** The same as a reader, so that it can be run in a child as fresh and as walled in as the product's own. */
export const readers: readonly Reader[] = [
  defineReader({
    id: 'pdf',
    version: 1,
    title: 'pdf.js alone',
    extensions: ['.pdf'],
    recognise: () => 'yes',
    warm: async () => void (await textByPdfjs(new TextEncoder().encode(SMALL))),
    read: async ({ bytes }) => ({
      role: 'other',
      statements: [],
      enclosed: [],
      notes: [{ kind: 'quality', says: 'characters', count: await textByPdfjs(bytes) }],
    }),
  }),
]
