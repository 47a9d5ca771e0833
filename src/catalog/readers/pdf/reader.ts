import { emptyFile, unreadable } from '../../../model/errors.ts'
import { defineReader, type Reading, type ReadingNote } from '../../../kit/reader.ts'
import type { AnyDraft, Role } from '../../../model/statement.ts'
import type { ReadPages } from './pages.ts'

/** Somewhere in the first kilobyte, as Acrobat accepts it. */
const MAGIC = '%PDF-'
const LOOK_FOR_MAGIC = 1_024
/** Fewer words on all pages together are a stamp or a page number on a scan, not a text layer. PROP. */
const FEWEST_WORDS = 10

export default defineReader({
  id: 'pdf',
  version: 1,
  title: 'PDF document',
  extensions: ['.pdf'],
  recognise: (head) => (String.fromCharCode(...head.subarray(0, LOOK_FOR_MAGIC)).includes(MAGIC) ? 'yes' : 'no'),
  async warm() {
    await read(tinyPdf())
  },
  read: ({ bytes }) => read(bytes),
})

async function read(bytes: Uint8Array): Promise<Reading> {
  if (bytes.length === 0) throw emptyFile('The file has no content.')
  const [
    { openPdf },
    { LARGEST_PICTURE, MOST_PAGES, readPages },
    { propertiesOf },
    { attachmentsOf, documentScripts },
    { readResume },
    { genreOf, isLinkedInExport },
  ] = await Promise.all([
    import('./open.ts'),
    import('./pages.ts'),
    import('./properties.ts'),
    import('./attached.ts'),
    import('../../grammar/resume.ts'),
    import('../../grammar/genre.ts'),
  ])
  const open = await openPdf(bytes, { maxImageSize: LARGEST_PICTURE })
  try {
    const { document } = open
    const total = document.numPages
    const pages = await readPages(open, bytes)
    if (pages.failed > 0 && pages.failed === Math.min(total, MOST_PAGES))
      throw unreadable('None of the pages of this PDF can be read: it is damaged. Ask for it again.')
    const properties = await propertiesOf(document, { pages: total, words: pages.words, fonts: pages.fonts })
    const attached = await attachmentsOf(document)
    const resume = readResume(pages.lines)
    const role: Role = isLinkedInExport(pages.lines, properties.producer) ? 'profile' : genreOf(pages.lines)
    const statements = [
      ...properties.drafts,
      ...withoutText(pages, total),
      ...resume.drafts,
      ...notAmong(resume.drafts, pages.drafts),
      ...attached.drafts,
      ...(await documentScripts(document)),
    ]
    return {
      role,
      statements,
      enclosed: [...attached.enclosed, ...pages.enclosed],
      notes: [...notesOf(pages, total, MOST_PAGES), ...resume.notes],
    }
  } finally {
    await open.close()
  }
}

/** No text to read and none hidden either: a picture of a document. */
const isPicture = (pages: ReadPages): boolean => pages.words < FEWEST_WORDS && pages.hiddenCharacters < 5 * FEWEST_WORDS

function withoutText(pages: ReadPages, total: number): AnyDraft[] {
  return isPicture(pages) ? [{ about: 'self', property: 'no-text-layer', value: { pages: total }, basis: 'observed', at: 'page=1' }] : []
}

/**
 * A clickable address that also stands in the text is one address. An e-mail behind a link, other than the one that is shown, was
 * left there by whoever made the template and is not this person's.
 */
function notAmong(read: readonly AnyDraft[], more: readonly AnyDraft[]): AnyDraft[] {
  const keyOf = (draft: AnyDraft): string =>
    `${draft.property} ${draft.property === 'link' ? draft.value.url.replace(/^https?:\/\/|\/$/gu, '').toLowerCase() : JSON.stringify(draft.value)}`
  const seen = new Set(read.map(keyOf))
  const hasEmail = read.some((draft) => draft.property === 'email')
  return more.filter((draft) => {
    if (draft.property === 'email' && hasEmail) return false
    if (draft.property !== 'link' && draft.property !== 'email') return true
    const key = keyOf(draft)
    return !seen.has(key) && seen.add(key)
  })
}

function notesOf(pages: ReadPages, total: number, most: number): ReadingNote[] {
  const notes: ReadingNote[] = []
  const looked = Math.min(total, most)
  if (total > most)
    notes.push({ kind: 'skipped', says: `The PDF has ${total} pages. Only the first ${most} were read.`, count: total - most })
  if (isPicture(pages))
    notes.push({
      kind: 'quality',
      says: `The PDF is a picture of a document: none of its ${total === 1 ? 'page has' : `${total} pages has`} text that can be read. Ask for the original file.`,
      count: total,
    })
  else if (pages.blank > 0)
    notes.push({ kind: 'quality', says: `${pages.blank} of ${looked} pages have no text that can be read.`, count: pages.blank })
  if (!isPicture(pages) && pages.words < FEWEST_WORDS)
    notes.push({ kind: 'quality', says: 'The text of this PDF cannot be seen when it is opened.' })
  if (pages.scans > 0)
    notes.push({
      kind: 'quality',
      says: `${pages.scans} of ${looked} pages are scans whose text was recognised by a machine; it may contain errors.`,
      count: pages.scans,
    })
  if (pages.failed > 0)
    notes.push({ kind: 'skipped', says: `${pages.failed} of ${looked} pages are damaged and were not read.`, count: pages.failed })
  return notes
}

/** One line of text in a standard font: enough to load and compile what reading needs. */
function tinyPdf(): Uint8Array {
  const content = 'BT /F1 12 Tf 72 720 Td (Warm) Tj ET'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = body.length
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(body, (letter) => letter.charCodeAt(0))
}
