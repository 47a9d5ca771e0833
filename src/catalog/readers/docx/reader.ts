import { defineReader, type Reading, type ReadingNote } from '../../../kit/reader.ts'
import { emptyFile } from '../../../model/errors.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import { openArchive, type Archive } from '../../grammar/archive.ts'
import { readResume } from '../../grammar/resume.ts'
import { activeIn } from './active.ts'
import { recogniseWord, whyNotPackage } from './format.ts'
import { hiddenIn, linesOf } from './lines.ts'
import { beyondText, linksIn } from './links.ts'
import { textPartsOf, type TextPart } from './part.ts'
import { picturesIn } from './pictures.ts'
import { propertiesOf } from './properties.ts'
import { xmlEvents } from './xml.ts'

/** Characters. A document with less text than this, and a picture, is a picture of a document; so is one of shapes without a single letter. */
const LEAST_TEXT = 100

/** Word documents of 2007 and later (Office Open XML, ECMA-376), read from their parts so that what is not shown is seen too. */
export default defineReader({
  id: 'docx',
  version: 1,
  title: 'Word document',
  extensions: ['.docx', '.docm', '.dotx', '.dotm', '.doc', '.rtf'],
  refuses: ['.doc', '.rtf'],
  recognise: recogniseWord,
  async warm() {
    await import('yauzl')
  },
  async read({ bytes }): Promise<Reading> {
    if (bytes.length === 0) throw emptyFile('The document is empty: it has no bytes at all. Ask for it again.')
    const refusal = whyNotPackage(bytes)
    if (refusal !== undefined) throw refusal
    const archive = await openArchive(bytes)
    const parts = await textPartsOf(archive)
    const lines = parts.flatMap((part) => linesOf(part.body.paragraphs, part.at))
    const pictures = await picturesIn(archive, parts)
    const resume = readResume(lines)
    const characters = lines.reduce((sum, line) => sum + line.text.length, 0)
    const onlyPictures = characters === 0 || (characters < LEAST_TEXT && pictures.enclosed.length > 0)
    const statements: AnyDraft[] = [
      ...(await propertiesOf(archive)),
      ...resume.drafts,
      ...beyondText(parts.flatMap(linksIn), resume.drafts),
      ...parts.flatMap((part) => hiddenIn(part.body.paragraphs, part.at)),
      ...(await activeIn(archive, parts)),
      ...(onlyPictures
        ? [{ about: 'self', property: 'no-text-layer', value: { pages: 1 }, basis: 'observed', at: 'paragraph=1' } as const]
        : []),
    ]
    const notes = [...resume.notes, ...pictures.notes, ...(await revisionNotes(archive, parts))]
    return { role: 'resume', statements, enclosed: pictures.enclosed, notes }
  },
})

/** Tracked changes and comments: how many and by how many people, never by whom. */
async function revisionNotes(archive: Archive, parts: readonly TextPart[]): Promise<ReadingNote[]> {
  const changes = parts.reduce((sum, part) => sum + part.body.changes, 0)
  const people = new Set(parts.flatMap((part) => [...part.body.changedBy]))
  const notes: ReadingNote[] = []
  if (changes > 0)
    notes.push({
      kind: 'quality',
      says: `Tracked changes by ${people.size} ${people.size === 1 ? 'person' : 'people'}, read as if accepted`,
      count: changes,
    })
  const part = 'word/comments.xml'
  const bytes = await archive.read(part)
  if (bytes === undefined) return notes
  const authors: string[] = []
  for (const event of xmlEvents(bytes, part))
    if (event.kind === 'open' && event.name === 'comment') authors.push(event.attributes.get('author') ?? '')
  const writers = new Set(authors).size
  if (authors.length > 0)
    notes.push({
      kind: 'quality',
      says: `Comments in the margin by ${writers} ${writers === 1 ? 'person' : 'people'}, not read`,
      count: authors.length,
    })
  return notes
}
