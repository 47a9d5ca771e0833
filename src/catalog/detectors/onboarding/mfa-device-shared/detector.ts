import { defineDetector } from '../../../../kit/detector.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import { heldByOthers, sightingsOf } from '../../../relations/shared-identifier/others.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import mfaEnrolments from '../../../views/mfa-enrolments/view.ts'

/** A device of more other people than this belongs to those who set accounts up, or is a shared key. */
const DESK = 5

export default defineDetector({
  id: 'onboarding/mfa-device-shared',
  version: 1,
  status: 'stable',
  title: 'One second factor for two workers',
  asks: 'Is the authenticator or security key of this person set up for another worker too?',
  phase: 'onboarding',
  family: 'device',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1098.005', 'T1556.006'],
  indicators: ['mfa-device-registered-to-multiple-users'],
  threshold: {
    origin: 'SRC',
    says: `One device id enrolled for two people whom the identity channel answered to be different (source: two or more). Our proposal: a device of more than ${DESK} others belongs to a help desk, and people who openly live together may share a key; neither counts.`,
  },
  clears: [
    'The device belongs to the staff who set accounts up.',
    'Both workers, asked separately, say that they share a key, and it is replaced.',
  ],
  cites: [
    { source: 'oktadet', says: 'A vendor’s detection rules look for one authenticator that several users enrolled.' },
    { source: 'ms251218', says: 'Hunting queries look for one second-factor device that serves several users.' },
  ],
  falsePositives: [
    { story: 'The help desk enrols its own test key for everybody on the first day.', case: 'quiet-help-desk' },
    { story: 'Two partners at one firm share a security key.', case: 'quiet-household' },
    { story: 'One person has two accounts.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'People who openly gave one home address and share this as well are taken for a household and not counted; an operator who gives all personas one address hides there, and is seen by what else they share.',
    'A device of its own for every persona.',
  ],
  lawfulUse: {
    purpose: 'Security of the company’s own accounts.',
    note: 'Only records of the company’s own sign-in system, with notice to the workers. What kind of device it is, is not looked at.',
  },
  next: [
    'Ask the help desk whether the device is theirs.',
    'Have both workers set up a new factor in a call with video off or on, as they like, after verifying each in another way.',
  ],
  needs: { mfaEnrolments, sharing: sharedIdentifier, homes: sharedHome },
  detect: ({ sharing, homes }) =>
    sightingsOf(
      heldByOthers(sharing, 'mfa-device', { same: 'no', most: DESK }).filter(({ others }) => !oneHousehold(others, homes)),
      (people) => `The second factor set up here is also set up for ${people}.`,
    ),
})
