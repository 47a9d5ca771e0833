import { defineDetector } from '../../../../kit/detector.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import { notWeighed } from '../../../relations/shared-identifier/not-weighed.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'

/** As in the detectors that weigh these. */
const KINDS = [
  { kind: 'mfa-device', most: 5, what: 'second factor' },
  { kind: 'mfa-phone', most: 5, what: 'phone number for sign-in codes' },
] as const
const ADDRESS = { kind: 'postal-address', most: 10, what: 'delivery address' } as const

export default defineDetector({
  id: 'onboarding/sharing-not-weighed',
  version: 1,
  status: 'stable',
  title: 'Shared, and not weighed',
  asks: 'Is there a delivery address or second factor that several have and that no detector may weigh?',
  phase: 'onboarding',
  family: 'presence',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585'],
  indicators: ['ship-address-shared-by-workers', 'mfa-device-registered-to-multiple-users'],
  threshold: {
    origin: 'PROP',
    says: 'More others than the detectors of this phase count, an answer “unknown” of the identity channel, or a household: people who openly gave one home address.',
  },
  clears: ['Nothing to clear: it is shown so that a person can see what was left out.'],
  cites: [{ source: 'sharedart', says: 'Households, agencies and offices share things; a shared identifier is not a shared identity.' }],
  falsePositives: [
    { story: 'The address and the factor are the person’s alone.', case: 'quiet-own' },
    { story: 'A different person has the factor: that is weighed elsewhere.', case: 'quiet-weighed-elsewhere' },
  ],
  blindSpots: ['A large ring on one value appears here and not among what counts.'],
  lawfulUse: { purpose: 'Showing what was seen and not counted.', note: 'Shown for context, never counted.' },
  next: ['If it is not an agency’s, an office’s or a household’s, look at the other personas with it.'],
  needs: { sharing: sharedIdentifier, homes: sharedHome },
  detect: ({ sharing, homes }) =>
    [ADDRESS, ...KINDS].flatMap(({ kind, most, what }) =>
      notWeighed(sharing, kind, { most, what, household: (others) => oneHousehold(others, homes) }),
    ),
})
