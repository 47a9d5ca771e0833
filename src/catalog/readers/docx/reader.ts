import { defineReader, type Reading, type ReadingNote } from '../../../kit/reader.ts'
import { emptyFile } from '../../../model/errors.ts'
import { openArchive, type Archive } from '../../grammar/archive.ts'
import { draftsFromResume } from '../../grammar/resume.ts'
import { activeIn } from './active.ts'
import { recogniseWord, whyNotPackage } from './format.ts'
import { hiddenIn, linesOf } from './lines.ts'
import { linksIn, once } from './links.ts'
import { textPartsOf, type TextPart } from './part.ts'
import { picturesIn } from './pictures.ts'
import { propertiesOf } from './properties.ts'
import { xmlEvents } from './xml.ts'

/** More lines than any résumé; a book is not read to its end. */
const MOST_LINES = 10_000

/** Word documents of 2007 and later (Office Open XML, ECMA-376), read from their parts so that what is not shown is seen too. */
export default defineReader({
  id: 'docx',
  version: 1,
  title: 'Word document',
  extensions: ['.docx', '.docm', '.dotx', '.dotm', '.doc', '.rtf'],
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
    const statements = [
      ...(await propertiesOf(archive)),
      ...draftsFromResume(lines.slice(0, MOST_LINES)),
      ...parts.flatMap((part) => [...linksIn(part), ...hiddenIn(part.body.paragraphs, part.at)]),
      ...(await activeIn(archive, parts)),
    ]
    const notes = [...pictures.notes, ...(await revisionNotes(archive, parts))]
    if (lines.length > MOST_LINES) notes.push({ kind: 'skipped', says: `Lines after the first ${MOST_LINES}`, count: lines.length - MOST_LINES })
    return { role: 'resume', statements: once(statements), enclosed: pictures.enclosed, notes }
  },
})

/** Tracked changes and comments: how many and by how many people, never by whom. */
async function revisionNotes(archive: Archive, parts: readonly TextPart[]): Promise<ReadingNote[]> {
  const changes = parts.reduce((sum, part) => sum + part.body.changes, 0)
  const people = new Set(parts.flatMap((part) => [...part.body.changedBy]))
  const notes: ReadingNote[] = []
  if (changes > 0) notes.push({ kind: 'quality', says: `Tracked changes by ${people.size} ${people.size === 1 ? 'person' : 'people'}, read as if accepted`, count: changes })
  const part = 'word/comments.xml'
  const bytes = await archive.read(part)
  if (bytes === undefined) return notes
  const authors: string[] = []
  for (const event of xmlEvents(bytes, part)) if (event.kind === 'open' && event.name === 'comment') authors.push(event.attributes.get('author') ?? '')
  const writers = new Set(authors).size
  if (authors.length > 0) notes.push({ kind: 'quality', says: `Comments in the margin by ${writers} ${writers === 1 ? 'person' : 'people'}, not read`, count: authors.length })
  return notes
}
