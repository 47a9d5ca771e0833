import { defineDetector } from '../../../../kit/detector.ts'
import authorship from '../../../views/authorship/view.ts'

export default defineDetector({
  id: 'application/document-author-differs',
  version: 1,
  status: 'stable',
  title: 'Somebody else stands as author of the file',
  asks: 'Does the author field of a document name somebody other than the candidate, who did not save it last either?',
  phase: 'application',
  family: 'document',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: ['resume-document-metadata-shared'],
  threshold: {
    origin: 'EXACT',
    says: 'The identity channel finds the author field to be neither the candidate nor a program, and the field of the last editor, if there is one, not the candidate either. About two honest résumés in three that have an author field show this (eval/report.md), so it is shown and never counted.',
  },
  clears: ['The candidate says whose computer, template or service was used.'],
  cites: [
    { source: 'ketman', says: 'Describes document metadata shared between profiles.' },
    { source: 'adv22', says: 'Lists document templates used again and again.' },
  ],
  falsePositives: [
    { story: 'A résumé builder or office program puts its own name into the author field.', case: 'quiet-program-as-author' },
    { story: 'The candidate stands as author with the names in another order.', case: 'quiet-other-order' },
    { story: 'A friend made the template and the candidate saved it last.', case: 'quiet-saved-by-candidate' },
  ],
  blindSpots: ['Empty or generic author fields.', 'A borrowed or shared computer.'],
  lawfulUse: {
    purpose: 'Understanding how a document was made',
    note: 'Help with a résumé is common and lawful. The names stay in the identity channel; only "somebody else" comes out.',
  },
  next: ['Ask who helped with the document, if anything else is open.'],
  needs: { authorship },
  detect: ({ authorship }) =>
    authorship
      .filter((field) => field.value.field === 'author' && field.value.author === 'somebody-else')
      .filter(
        (field) =>
          !authorship.some(
            (other) => other.artifact === field.artifact && other.value.field === 'last-modified-by' && other.value.author === 'candidate',
          ),
      )
      .map((field) => ({ says: 'The author field of the file names neither the candidate nor a program.', because: [field] as const })),
})
