import { defineDetector } from '../../../../kit/detector.ts'
import { differentApplicants } from '../../../../kit/wording.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import { heldByOthers } from '../../../relations/shared-identifier/others.ts'
import emails from '../../../views/emails/view.ts'

/** A mailbox on more other applicants than this is an agency's. */
const AGENCY = 10

export default defineDetector({
  id: 'application/email-shared',
  version: 1,
  status: 'stable',
  title: 'E-mail address also used by a different applicant',
  asks: 'Does a mailbox of this persona stand on another applicant too?',
  phase: 'application',
  family: 'contact',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1585.002', 'T1656'],
  indicators: ['contact-email-reused-across-applicants', 'reapplication-under-new-persona'],
  threshold: {
    origin: 'SRC',
    says: `One mailbox on two applicants whom the identity channel answered to be different (source: any reuse); spellings that a provider delivers to the same box (dots, +tags) are one. Our proposal: a mailbox on more than ${AGENCY} other applicants is an agency’s and does not count.`,
  },
  clears: ['The mailbox belongs to an agency that submits for its candidates.', 'The address was mistyped in one of the two files.'],
  cites: [
    {
      source: 'psa250123',
      says: 'Employers are asked to compare their applicants with one another for e-mail addresses that stand on several résumés.',
    },
    {
      source: 'sharedart',
      says: 'A shared identifier is not a shared identity: agencies and families share mailboxes, so a person confirms the link.',
    },
  ],
  falsePositives: [
    { story: 'An agency submits all its candidates with its own mailbox.', case: 'quiet-agency-mailbox' },
    { story: 'The same person applies again.', case: 'quiet-same-person-again' },
    { story: 'A person has changed the name since the first application; mailbox and career are the same.', case: 'quiet-changed-name' },
  ],
  blindSpots: [
    'Two people of one family who share a mailbox look exactly like two personas of one person.',
    `An agency that has sent ${AGENCY} applicants or fewer is not recognised as one.`,
    'Provider rules for dots and +tags are known for the large providers only; aliases of a private domain are not seen.',
    'A person who changed the name and leaves out every earlier employer is taken for two applicants.',
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own records.',
    note: 'Equality of the mailbox only; provider, domain country and the words in the address are not looked at. A person decides whether two personas belong together.',
  },
  next: [
    'Open both personas side by side and compare what else they have in common.',
    'Write to the address and ask which of the two applications it belongs to.',
  ],
  needs: { emails, sharing: sharedIdentifier },
  detect: ({ sharing }) =>
    heldByOthers(sharing, 'email', { same: 'no', most: AGENCY }).map(({ mine, others }) => ({
      says: `The mailbox ${mine.value} also stands on ${differentApplicants(others.map((o) => o.other))}.`,
      because: [mine, ...others.map((o) => o.theirs)],
    })),
})
