import { defineDetector } from '../../../../kit/detector.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import { heldByOthers, sightingsOf } from '../../../relations/shared-identifier/others.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import mfaEnrolments from '../../../views/mfa-enrolments/view.ts'

/** A number of more other people than this is a desk’s. */
const DESK = 5

export default defineDetector({
  id: 'onboarding/mfa-phone-shared',
  version: 1,
  status: 'stable',
  title: 'Sign-in codes of two workers go to one phone number',
  asks: 'Do the sign-in codes of another worker go to the same phone number?',
  phase: 'onboarding',
  family: 'contact',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1098.005', 'T1556.006'],
  indicators: ['mfa-phone-registered-to-multiple-users'],
  threshold: {
    origin: 'SRC',
    says: `One number for two people whom the identity channel answered to be different (source: two or more). Our proposal: a number of more than ${DESK} others is a desk’s, and people who openly live together may share a phone; neither counts.`,
  },
  clears: [
    'The number is that of a help desk or of an assistant who takes calls for several.',
    'Both workers, asked separately, say whose number it is.',
  ],
  cites: [
    { source: 'oktadet', says: 'A vendor’s detection rules look for one phone number that several users enrolled.' },
    { source: 'psa250123', says: 'Employers are asked to compare phone numbers of their people with one another.' },
  ],
  falsePositives: [
    { story: 'The phone of the help desk stands in for those who have none of their own.', case: 'quiet-help-desk' },
    { story: 'Two partners at one firm have one phone.', case: 'quiet-household' },
    { story: 'One person has two accounts.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'People who openly gave one home address and share this as well are taken for a household and not counted; an operator who gives all personas one address hides there, and is seen by what else they share.',
    'An assistant who takes the codes of a few executives looks the same.',
    'A number of its own for every persona.',
  ],
  lawfulUse: {
    purpose: 'Security of the company’s own accounts.',
    note: 'Equality only. Country code, carrier and kind of line are not looked at.',
  },
  next: ['Ask the help desk whether the number is theirs.', 'Have both workers set up a new factor after verifying each in another way.'],
  needs: { mfaEnrolments, sharing: sharedIdentifier, homes: sharedHome },
  detect: ({ sharing, homes }) =>
    sightingsOf(
      heldByOthers(sharing, 'mfa-phone', { same: 'no', most: DESK }).filter(({ others }) => !oneHousehold(others, homes)),
      (people) => `Sign-in codes go to a phone number that also takes those of ${people}.`,
    ),
})
