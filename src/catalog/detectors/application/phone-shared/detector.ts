import { defineDetector } from '../../../../kit/detector.ts'
import { differentApplicants } from '../../../../kit/wording.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import { heldByOthers } from '../../../relations/shared-identifier/others.ts'
import phones from '../../../views/phones/view.ts'

/** A number on more other applicants than this answers for an office. Rings in the published cases are smaller; agencies are larger. */
const SWITCHBOARD = 10

export default defineDetector({
  id: 'application/phone-shared',
  version: 1,
  status: 'stable',
  title: 'Phone number also used by a different applicant',
  asks: 'Does a phone number of this persona stand on another applicant too?',
  phase: 'application',
  family: 'contact',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1585', 'T1656'],
  indicators: ['contact-phone-reused-across-applicants', 'reapplication-under-new-persona'],
  threshold: {
    origin: 'SRC',
    says: `One number in international form on two applicants whom the identity channel answered to be different (source: any reuse). Our proposal: a number on more than ${SWITCHBOARD} other applicants is an office and does not count.`,
  },
  clears: [
    'The number belongs to a staffing agency or an office that both applicants really use.',
    'Both applicants, called separately, explain why they share the phone (a household, a number passed on).',
  ],
  cites: [
    {
      source: 'psa250123',
      says: 'Employers are asked to compare their applicants with one another for phone numbers that stand on several résumés.',
    },
    {
      source: 'sharedart',
      says: 'A shared identifier is not a shared identity: agencies and households share phones, so a person confirms the link.',
    },
  ],
  falsePositives: [
    { story: 'A staffing agency puts its switchboard on the résumé of everybody it sends.', case: 'quiet-agency-switchboard' },
    { story: 'The same person applies again.', case: 'quiet-same-person-again' },
    { story: 'A person has changed the name since the first application; mailbox and career are the same.', case: 'quiet-changed-name' },
  ],
  blindSpots: [
    'Two people of one household who share a phone look exactly like two personas of one person. It stays one fact of one family, so it asks for a look and for nothing else.',
    `An agency that has sent ${SWITCHBOARD} applicants or fewer is not recognised as one.`,
    'A fresh number for every persona leaves nothing to compare.',
    'Where a file names nobody, the identity channel cannot answer; the shared number is then shown without weight.',
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own records.',
    note: 'Equality only. Country code, carrier and kind of line are not looked at. A person decides whether two personas belong together; nothing is merged.',
  },
  next: [
    'Open both personas side by side and compare what else they have in common.',
    'Call the number and ask, in the same words for everybody, whom you have reached.',
    'Ask each applicant for a second way to be reached.',
  ],
  needs: { phones, sharing: sharedIdentifier },
  detect: ({ sharing }) =>
    heldByOthers(sharing, 'phone', { same: 'no', most: SWITCHBOARD }).map(({ mine, others }) => ({
      says: `The phone number ${mine.value} also stands on ${differentApplicants(others.map((o) => o.other))}.`,
      because: [mine, ...others.map((o) => o.theirs)],
    })),
})
