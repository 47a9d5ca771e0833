import { defineDetector } from '../../../../kit/detector.ts'
import { personas } from '../../../../kit/wording.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import { heldByOthers, heldByVeryMany } from '../../../relations/shared-identifier/others.ts'

/** As in `phone-shared` and `email-shared`: above this the contact is an office's. */
const OFFICE = 10
const KINDS = ['phone', 'email'] as const
const WHAT = { phone: 'phone number', email: 'mailbox' } as const

export default defineDetector({
  id: 'application/contact-shared-not-weighed',
  version: 1,
  status: 'stable',
  title: 'Shared contact that was not weighed',
  asks: 'Is there a shared phone number or mailbox that no detector may weigh, because an office holds it or because nobody can say whether it is the same applicant?',
  phase: 'application',
  family: 'contact',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585'],
  indicators: ['contact-phone-reused-across-applicants', 'contact-email-reused-across-applicants'],
  threshold: {
    origin: 'PROP',
    says: `More than ${OFFICE} other applicants hold the contact, or the identity channel answered “unknown” because a file names nobody or the name agrees and nothing else does.`,
  },
  clears: ['Nothing to clear: it is shown so that a person can see what was left out.'],
  cites: [{ source: 'sharedart', says: 'Households, agencies and offices share contacts; a shared identifier is not a shared identity.' }],
  falsePositives: [
    { story: 'The number is the applicant’s alone.', case: 'quiet-own-number' },
    { story: 'A different applicant has the number: that is weighed elsewhere.', case: 'quiet-weighed-elsewhere' },
  ],
  blindSpots: ['A large ring on one phone number appears here and not among what counts.'],
  lawfulUse: { purpose: 'Showing what was seen and not counted.', note: 'Shown for context, never counted.' },
  next: ['If the number is not an agency’s, look at the other personas with it.'],
  needs: { sharing: sharedIdentifier },
  detect: ({ sharing }) =>
    KINDS.flatMap((kind) => [
      ...heldByVeryMany(sharing, kind, OFFICE).map(({ mine, holders }) => ({
        says: `The ${WHAT[kind]} ${mine.value} stands on ${holders} personas, as an agency’s or an office’s does, and was not weighed.`,
        because: [mine] as const,
      })),
      ...heldByOthers(sharing, kind, { same: 'unknown', most: OFFICE }).map(({ mine, others }) => ({
        says: `The ${WHAT[kind]} ${mine.value} also stands on ${personas(others.map((o) => o.other))}; whether that is the same applicant cannot be said, so it was not weighed.`,
        because: [mine, ...others.map((o) => o.theirs)] as const,
      })),
    ]),
})
