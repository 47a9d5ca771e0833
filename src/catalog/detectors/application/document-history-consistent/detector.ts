import { defineDetector } from '../../../../kit/detector.ts'
import authorship from '../../../views/authorship/view.ts'
import documents from '../../../views/document-metadata/view.ts'

export default defineDetector({
  id: 'application/document-history-consistent',
  version: 1,
  status: 'stable',
  title: 'The candidate’s own document',
  asks: 'Does the file name the candidate as its author, with dates that fit each other?',
  phase: 'application',
  family: 'document',
  direction: 'lowers',
  strength: 'weak',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: [],
  threshold: {
    origin: 'EXACT',
    says: 'The author field is the candidate, nobody else saved the file last, and it was not changed before it was made. Weak, because anybody can write these fields.',
  },
  clears: ['The fields turn out to have been written by a tool.'],
  cites: [{ source: 'ketman', says: 'Describes what document metadata shows when it does not belong to the person.' }],
  falsePositives: [
    { story: 'The candidate is the author and somebody else saved the file last.', case: 'quiet-saved-by-another' },
    { story: 'The clock of the computer was wrong, and the file was changed before it was made.', case: 'quiet-impossible-dates' },
  ],
  blindSpots: ['Metadata is easily written by hand.'],
  lawfulUse: {
    purpose: 'Understanding how a document was made',
    note: 'It only speaks for the candidate. Missing metadata has no weight.',
  },
  next: ['Nothing to do; it is shown beside the findings.'],
  needs: { authorship, documents },
  detect: ({ authorship, documents }) =>
    documents.flatMap((file) => {
      const { created, modified } = file.value
      const fields = authorship.filter((a) => a.artifact === file.artifact)
      const author = fields.find((a) => a.value.field === 'author' && a.value.author === 'candidate')
      if (author === undefined || fields.some((a) => a.value.author === 'somebody-else')) return []
      if (created === undefined || modified === undefined || Date.parse(modified) < Date.parse(created)) return []
      return [
        {
          says: `The candidate stands as author of the file, made ${created.slice(0, 10)} and last changed ${modified.slice(0, 10)}.`,
          because: [author, file] as const,
        },
      ]
    }),
})
