import { defineDetector } from '../../../../kit/detector.ts'
import { personas } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import { differentOnOneDay } from '../../../relations/address-in-window/busiest-day.ts'
import addressInWindow from '../../../relations/address-in-window/relation.ts'
import networkAddresses from '../../../views/network-addresses/view.ts'

const OTHERS = 2
/** More others than this on one day is a campus, an office or a carrier. */
const PUBLIC = 7

export default defineDetector({
  id: 'application/network-shared-within-a-day',
  version: 1,
  status: 'stable',
  title: 'Three or more applicants on one network within a day',
  asks: 'Did two or more other applicants apply from the same network address within 24 hours?',
  phase: 'application',
  family: 'presence',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1090', 'T1585'],
  indicators: ['shared-ip-across-applicants'],
  threshold: {
    origin: 'PROP',
    says: `One IPv4 address or IPv6 /64, this applicant and at least ${OTHERS} others within 24 hours; with more than ${PUBLIC} others on that day, or more than 20 personas ever, it is a shared network and does not count.`,
  },
  clears: ['The address belongs to a campus, a co-working office, a job fair, a mobile carrier or a VPN that many use.'],
  cites: [
    { source: 'adv22', says: 'Several accounts used from one address is on the list of things for platforms to look at.' },
    { source: 'npa24', says: 'A public alert asks platforms to look at several accounts used from one address.' },
  ],
  falsePositives: [
    { story: 'Two people of one household apply on the same evening.', case: 'quiet-household' },
    { story: 'A whole class applies from the campus network during a job fair.', case: 'quiet-job-fair' },
    { story: 'Strangers get the same carrier address in different weeks.', case: 'quiet-carrier-address-weeks-apart' },
    { story: 'One person applies three times from home.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'A small office or a little-used VPN exit looks the same.',
    'A different proxy for every persona is not found.',
    'Records without a time are not compared.',
  ],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own application logs.',
    note: 'Only equality of addresses. Where an address is, and whether it is a VPN, is not looked at: using one is lawful and common.',
  },
  next: [
    'Look up in the address registry whether many customers share the address.',
    'Compare the personas: contacts, résumé text, device.',
  ],
  needs: { networkAddresses, meetings: addressInWindow },
  detect: ({ meetings }) =>
    differentOnOneDay(meetings, 'ip').flatMap((day) => {
      const because = day.flatMap((m) => [m.mine, m.theirs])
      if (day.length < OTHERS || day.length > PUBLIC || !isNonEmpty(because)) return []
      return [
        {
          says: `${day.length} other applicants used the same network address within 24 hours: ${personas(day.map((m) => m.other))}.`,
          because,
        },
      ]
    }),
})
