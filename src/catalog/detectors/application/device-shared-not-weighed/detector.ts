import { defineDetector } from '../../../../kit/detector.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import { notWeighed } from '../../../relations/shared-identifier/not-weighed.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import devices from '../../../views/devices/view.ts'

/** As in `device-shared`. */
const KIOSK = 5

export default defineDetector({
  id: 'application/device-shared-not-weighed',
  version: 1,
  status: 'stable',
  title: 'Shared device that was not weighed',
  asks: 'Is there a shared device that no detector may weigh, because it is a shared machine or a household’s, or because nobody can say whether it is the same applicant?',
  phase: 'application',
  family: 'device',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585'],
  indicators: ['device-fingerprint-shared-across-applicants'],
  threshold: {
    origin: 'PROP',
    says: `A device of more than ${KIOSK} others, an answer “unknown” of the identity channel, or a household: applicants who openly gave one home address.`,
  },
  clears: ['Nothing to clear: it is shown so that a person can see what was left out.'],
  cites: [{ source: 'sharedart', says: 'Households, agencies and offices share things; a shared identifier is not a shared identity.' }],
  falsePositives: [
    { story: 'The device is the applicant’s alone.', case: 'quiet-own-device' },
    { story: 'A different applicant used the device: that is weighed elsewhere.', case: 'quiet-weighed-elsewhere' },
  ],
  blindSpots: ['A large ring on one device appears here and not among what counts.'],
  lawfulUse: { purpose: 'Showing what was seen and not counted.', note: 'Shown for context, never counted.' },
  next: ['If it is not a library’s, an agency’s or a household’s, look at the other personas with it.'],
  needs: { devices, sharing: sharedIdentifier, homes: sharedHome },
  detect: ({ sharing, homes }) =>
    notWeighed(sharing, [{ kind: 'device', most: KIOSK, what: 'device' }], (others) => oneHousehold(others, homes)),
})
