import { defineDetector } from '../../../../kit/detector.ts'
import { notConfirmed } from '../../../views/checks/not-confirmed.ts'
import checks from '../../../views/checks/view.ts'

export default defineDetector({
  id: 'application/education-not-confirmed',
  version: 1,
  status: 'stable',
  title: 'The school answers differently from the résumé',
  asks: 'Did the school, asked through a contact of yours, give another degree or other years, or find no such student?',
  phase: 'application',
  family: 'organisation',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: ['education-check-differs-from-resume'],
  threshold: {
    origin: 'EXACT',
    says: 'A recorded education check whose outcome is contradicted or not found, made independently of the candidate; a later confirmation about the same school removes it.',
  },
  clears: [
    'The registrar confirms the degree, also under a former name.',
    'The candidate shows the original document and the school confirms its number.',
  ],
  cites: [{ source: 'mtrends25', says: 'Reports claimed education that did not check out.' }],
  falsePositives: [
    { story: 'A clearing house had a gap in its records and the registrar confirmed the degree.', case: 'quiet-registrar-confirmed' },
    { story: 'The student was first looked up under the present name and then found under the former one.', case: 'quiet-former-name' },
    { story: 'The school never answered.', case: 'quiet-no-answer' },
  ],
  blindSpots: ['Degrees of a real graduate whose identity is used by somebody else.', 'Schools that have closed.'],
  lawfulUse: {
    purpose: 'Verification of a claimed qualification',
    note: 'The same check for everybody on the requisition, whatever the school or where it is; with the candidate’s consent where the school needs it.',
  },
  next: ['Ask the candidate under which name and in which years they were enrolled.', 'Ask the registrar directly, not a clearing house.'],
  needs: { checks },
  detect: ({ checks }) =>
    notConfirmed(checks, ['education'], (c) => c.kind === 'education').map(({ about, contradicted, because }) => ({
      says: `${about}, asked independently, ${contradicted ? 'states something else than the résumé' : 'finds no such studies'}.`,
      because,
    })),
})
