import { defineDetector } from '../../../../kit/detector.ts'
import { notConfirmed } from '../../../views/checks/not-confirmed.ts'
import checks from '../../../views/checks/view.ts'

/** Kinds of check that bear an employment out. */
const SETTLING: readonly string[] = ['employment', 'organisation-exists', 'reference']

export default defineDetector({
  id: 'application/employer-not-confirmed',
  version: 1,
  status: 'stable',
  title: 'A claimed employer denies or cannot be found',
  asks: 'Did an employer, asked through a contact of yours, deny the employment, or is there no trace of the organisation?',
  phase: 'application',
  family: 'organisation',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1020.001'],
  indicators: ['employer-unverifiable-or-front'],
  threshold: {
    origin: 'EXACT',
    says: 'A recorded check of the employment or of the organisation whose outcome is contradicted or not found, made independently; side work and own trade names are left out; any confirmation about the same employer removes it.',
  },
  clears: [
    'A former colleague, payslip or contract from the time bears the employment out.',
    'A register shows the organisation under another name.',
  ],
  cites: [
    { source: 'cinder', says: 'Tells of applications whose former employers could not be verified.' },
    { source: 'sentinel24', says: 'Shows companies that are web sites copied from real ones with the names exchanged.' },
    { source: 'nisos24', says: 'Names former employers that cannot be verified among the lessons of its investigations.' },
  ],
  falsePositives: [
    {
      story: 'A start-up has closed and is in no register; a former colleague, found independently, confirms the job.',
      case: 'quiet-closed-start-up',
    },
    { story: 'The employer may not disclose anything and gives no answer.', case: 'quiet-no-disclosure' },
    { story: 'A freelancer worked under a trade name that no register lists.', case: 'quiet-trade-name' },
  ],
  blindSpots: ['Front organisations that answer the telephone.', 'A real employee’s career used by somebody else.'],
  lawfulUse: {
    purpose: 'Verification of claimed employment',
    note: 'The same check for everybody on the requisition, with the candidate’s consent where it is needed. A current employer is asked only when the candidate agrees.',
  },
  next: ['Ask the candidate for a contract, payslip or former colleague.', 'Call the switchboard number that you found yourself.'],
  needs: { checks },
  detect: ({ checks }) =>
    notConfirmed(checks, ['employment', 'organisation-exists'], (c) => SETTLING.includes(c.kind) && c.contact === 'independent')
      .filter(({ beside }) => !beside)
      .map(({ about, kind, contradicted, because }) => ({
        says:
          kind === 'employment'
            ? `${about}, asked independently, ${contradicted ? 'denies the employment' : 'finds no such employment'}.`
            : `No independent trace of the claimed employer ${about} was found.`,
        because,
      })),
})
