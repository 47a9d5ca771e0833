import { defineDetector } from '../../../../kit/detector.ts'
import { differentApplicants } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import sharedDocument from '../../../relations/shared-document/relation.ts'
import type { SharedDocument } from '../../../relations/shared-document/relation.ts'
import authorFields from '../../../views/author-fields/view.ts'
import type { AuthorField } from '../../../views/author-fields/view.ts'

const WHAT: Record<SharedDocument['kind'], string> = {
  'document-id': 'The file carries the same internal document id as a file of',
  'document-revision': 'The file began as the same document as a file of',
  'document-author': 'The file’s author field names the same third person as a file of',
}

/** An author field counts only when the identity channel says that it names somebody else than the candidate. */
const counts = (s: SharedDocument, fields: readonly AuthorField[]): boolean =>
  s.kind !== 'document-author' || fields.some((f) => f.author === 'somebody-else' && f.digest.value === s.mine.value)

export default defineDetector({
  id: 'application/document-traces-shared',
  version: 1,
  status: 'stable',
  title: 'File made from the same document as a different applicant’s',
  asks: 'Do traces inside this file show that another applicant’s file was made from the same document, or by the same third person?',
  phase: 'application',
  family: 'document',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: ['resume-document-metadata-shared'],
  threshold: {
    origin: 'EXACT',
    says: 'Equal document id, equal first revision id, or the same author who is not the candidate, on files of different applicants; a trace on more than 5 personas is stamped by a program or a template and does not count.',
  },
  clears: ['Both used the same template file or the same person to lay out the résumé.'],
  cites: [
    { source: 'adv22', says: 'Equal document templates on several accounts are on the list of things for platforms to look at.' },
    { source: 'ketman', says: 'Investigators linked accounts by what files reveal about who made them.' },
  ],
  falsePositives: [
    { story: 'An online résumé builder stamps one id on all its files.', case: 'quiet-resume-builder' },
    {
      story: 'Two applicants have the same author field because each wrote the own file under a common name.',
      case: 'quiet-author-is-the-candidate',
    },
    { story: 'The same person sends the same file again.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'A template passed round among a few friends looks the same.',
    'Printing to PDF, or any converter, removes the traces.',
    'First revision ids have 32 bits of which about 24 vary: among 10,000 files a few pairs are equal by chance.',
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own records.',
    note: 'The author’s name is read by the identity channel only; here it is a digest that can be equal and nothing else. Language, fonts and time zone of the file are not looked at.',
  },
  next: ['Compare the two files side by side.', 'Ask each applicant who made the file; a writing service is a good answer.'],
  needs: { authorFields, shared: sharedDocument },
  detect: ({ authorFields: fields, shared }) =>
    [
      ...Map.groupBy(
        shared.filter((s) => (s.same === 'no' || s.same === 'unasked') && counts(s, fields)),
        (s) => `${s.kind} ${s.mine.value}`,
      ).values(),
    ].flatMap((group) => {
      const [first] = group
      const theirs = group.map((s) => s.theirs)
      if (first === undefined || !isNonEmpty(theirs)) return []
      const answer = fields.find((f) => first.kind === 'document-author' && f.digest.value === first.mine.value)
      return [
        {
          says: `${WHAT[first.kind]} ${differentApplicants(group.map((s) => s.other))}.`,
          because: [first.mine, ...(answer === undefined ? [] : [answer.digest]), ...theirs],
        },
      ]
    }),
})
