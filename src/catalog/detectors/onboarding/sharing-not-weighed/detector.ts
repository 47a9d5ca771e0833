import { defineDetector } from '../../../../kit/detector.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import { NOT_WEIGHED, notWeighed } from '../../../relations/shared-identifier/not-weighed.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'

/** As in the detectors that weigh these. */
const KINDS = [
  { kind: 'postal-address', most: 10, what: 'delivery address' },
  { kind: 'mfa-device', most: 5, what: 'second factor' },
  { kind: 'mfa-phone', most: 5, what: 'phone number for sign-in codes' },
] as const

export default defineDetector({
  id: 'onboarding/sharing-not-weighed',
  version: 1,
  status: 'stable',
  ...NOT_WEIGHED,
  asks: 'Is there a delivery address or second factor that several have and that no detector may weigh?',
  phase: 'onboarding',
  family: 'presence',
  technique: ['T1585'],
  indicators: ['ship-address-shared-by-workers', 'mfa-device-registered-to-multiple-users'],
  falsePositives: [
    { story: 'The address and the factor are the person’s alone.', case: 'quiet-own' },
    { story: 'A different person has the factor: that is weighed elsewhere.', case: 'quiet-weighed-elsewhere' },
  ],
  needs: { sharing: sharedIdentifier, homes: sharedHome },
  detect: ({ sharing, homes }) => notWeighed(sharing, KINDS, (others) => oneHousehold(others, homes)),
})
