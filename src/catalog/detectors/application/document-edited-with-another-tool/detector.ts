import { defineDetector } from '../../../../kit/detector.ts'
import documents from '../../../views/document-metadata/view.ts'

const DAY = 86_400_000
/** Programs and services whose purpose is to change a finished PDF. */
const EDITORS =
  /\b(ilovepdf|smallpdf|sejda|pdfescape|pdffiller|airslate|dochub|xodo|soda pdf|pdf-xchange|phantompdf|foxit (?:pdf )?editor|nitro (?:pro|pdf)|pdfelement|pdf candy|pdf24|master pdf editor|infix|inkscape)\b/i

export default defineDetector({
  id: 'application/document-edited-with-another-tool',
  version: 1,
  status: 'stable',
  title: 'File changed later with a PDF editor',
  asks: 'Was the finished file changed on a later day with a program that edits PDFs?',
  phase: 'application',
  family: 'document',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: 'A PDF editor stands as creator or producer and the last change is at least a day after the making. Shown only: joining, shrinking and filling in PDFs is everyday work.',
  },
  clears: ['The candidate sends the original document.'],
  cites: [{ source: 'ketman', says: 'Describes reading document metadata.' }],
  falsePositives: [
    { story: 'The file was made and shrunk with an online tool in one go.', case: 'quiet-same-day' },
    { story: 'The office program itself saved the file again.', case: 'quiet-same-program' },
  ],
  blindSpots: ['Editors that leave no trace, and printing to a new file.'],
  lawfulUse: { purpose: 'Understanding how a document was made', note: 'Shown, never weighed.' },
  next: ['Ask for the original where a certificate matters.'],
  needs: { documents },
  detect: ({ documents }) =>
    documents.flatMap((file) => {
      const { producer, creator, created, modified } = file.value
      const editor = [producer, creator].flatMap((tool) => tool?.match(EDITORS)?.[0] ?? [])[0]
      if (editor === undefined || created === undefined || modified === undefined || Date.parse(modified) - Date.parse(created) < DAY)
        return []
      return [{ says: `Made ${created.slice(0, 10)} and changed ${modified.slice(0, 10)} with ${editor}.`, because: [file] as const }]
    }),
})
