import { defineDetector } from '../../../../kit/detector.ts'
import documents from '../../../views/text-layer/view.ts'

export default defineDetector({
  id: 'application/document-without-text',
  version: 1,
  status: 'stable',
  title: 'Scanned document without text',
  asks: 'Is there a document in which no page could be read as text?',
  phase: 'application',
  family: 'conduct',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: [],
  threshold: { origin: 'EXACT', says: 'Every page is a picture. A note that nothing in it could be checked, with no weight whatever.' },
  clears: ['The candidate sends the document as text.'],
  cites: [{ source: 'ketman', says: 'Describes what can be read from documents; a scan hides it without any intent.' }],
  falsePositives: [
    { story: 'One page of three is a scanned certificate.', case: 'quiet-one-scanned-page' },
    { story: 'The document has text on every page.', case: 'quiet-text-on-every-page' },
  ],
  blindSpots: ['Scans with a text layer put under the picture.'],
  lawfulUse: {
    purpose: 'To say what was not checked',
    note: 'Scanning is how many people send documents, some with assistive technology; it never counts.',
  },
  next: ['Ask everybody on the requisition for the document as text if you need it.'],
  needs: { documents },
  detect: ({ documents }) =>
    documents
      .filter((d) => d.without > 0 && d.without >= (d.pages ?? d.without))
      .map((d) => ({
        says: `No text could be read on ${d.without === 1 ? 'the only page' : `all ${d.without} pages`} of a document: nothing in it was checked.`,
        because: [d.document] as const,
      })),
})
