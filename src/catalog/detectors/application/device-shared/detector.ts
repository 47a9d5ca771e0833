import { defineDetector } from '../../../../kit/detector.ts'
import { differentApplicants } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import type { SharedIdentifier } from '../../../relations/shared-identifier/relation.ts'
import { heldByOthers } from '../../../relations/shared-identifier/others.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import devices from '../../../views/devices/view.ts'

const DAYS = 90
/** A device of more other applicants than this is a kiosk, or a fingerprint that many equal machines have. */
const KIOSK = 5

const DAY = 86_400_000

/** Used by both sides within the window; without times on both sides it cannot be said. */
function close({ used }: SharedIdentifier): boolean {
  if (used.mine === undefined || used.theirs === undefined) return false
  const gap = Math.max(
    Date.parse(used.theirs.first) - Date.parse(used.mine.last),
    Date.parse(used.mine.first) - Date.parse(used.theirs.last),
  )
  return gap <= DAYS * DAY
}

export default defineDetector({
  id: 'application/device-shared',
  version: 1,
  status: 'stable',
  title: 'Device also used by a different applicant',
  asks: 'Did another applicant apply from the same device at about the same time?',
  phase: 'application',
  family: 'device',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1585', 'F1023'],
  indicators: ['device-fingerprint-shared-across-applicants'],
  threshold: {
    origin: 'PROP',
    says: `One device id on two applicants whom the identity channel answered to be different, with at most ${DAYS} days between their uses. A device of more than ${KIOSK} other applicants is a shared machine, and people who openly gave one home address are a household; neither counts.`,
  },
  clears: [
    'The device stands in a library, a school or an agency.',
    'Both applicants say, asked separately, that they share a computer at home.',
  ],
  cites: [
    { source: 'adv22', says: 'Several accounts used from one device is on the list of things for platforms to look at.' },
    { source: 'oktadet', says: 'A vendor’s detection rules look for one authenticator or phone number that several users enrolled.' },
    { source: 'insikt26', says: 'Browsers made for many accounts exist, so different fingerprints prove nothing.' },
  ],
  falsePositives: [
    { story: 'Applicants use the computers of a public library.', case: 'quiet-library-computer' },
    { story: 'A laptop is sold and its new owner applies months later.', case: 'quiet-sold-laptop' },
    { story: 'Two partners who live together apply from one computer.', case: 'quiet-household-computer' },
    { story: 'The same person applies again.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'Multi-account browsers show another fingerprint for every persona.',
    'Two people who share a computer at home and gave no address look the same; it stays one fact of one family.',
    'A record without a time is not compared.',
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own application logs.',
    note: 'Only with notice in the application form, and with consent where the fingerprint needs it. Keyboard, language and time zone of the device are not looked at.',
  },
  next: [
    'Compare the two personas: contacts, résumé text, referees.',
    'Ask each applicant where they applied from; offer another way to verify.',
  ],
  needs: { devices, sharing: sharedIdentifier, homes: sharedHome },
  detect: ({ sharing, homes }) =>
    heldByOthers(sharing, 'device', { same: 'no', most: KIOSK }).flatMap(({ mine, others }) => {
      const near = others.filter((o) => close(o.row))
      if (!isNonEmpty(near) || oneHousehold(near, homes)) return []
      return [
        {
          says: `The device this application came from was also used, within ${DAYS} days, by ${differentApplicants(near.map((o) => o.other))}.`,
          because: [mine, ...near.map((o) => o.theirs)],
        },
      ]
    }),
})
