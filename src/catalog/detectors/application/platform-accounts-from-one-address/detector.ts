import { defineDetector } from '../../../../kit/detector.ts'
import { personas } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import { differentOnOneDay } from '../../../relations/address-in-window/busiest-day.ts'
import addressInWindow from '../../../relations/address-in-window/relation.ts'
import signIns from '../../../views/sign-ins/view.ts'

/** As for applications from one network. */
const OTHERS = 2
const PUBLIC = 7

export default defineDetector({
  id: 'application/platform-accounts-from-one-address',
  version: 1,
  status: 'stable',
  title: 'Three or more platform accounts signed in from one network within a day',
  asks: 'Did two or more other accounts sign in from the same network address within 24 hours?',
  phase: 'application',
  family: 'presence',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1090', 'T1585'],
  indicators: ['platform-multiple-accounts-one-ip'],
  threshold: {
    origin: 'PROP',
    says: `One IPv4 address or IPv6 /64, the accounts of this person and of at least ${OTHERS} others within 24 hours; with more than ${PUBLIC} others on that day, or more than 20 personas ever, it is a shared network and does not count.`,
  },
  clears: ['The address belongs to a campus, a co-working office, an agency, a mobile carrier or a VPN that many use.'],
  cites: [
    { source: 'adv22', says: 'Several accounts used from one address is on the list of things for platforms to look at.' },
    { source: 'npa24', says: 'A public alert asks platforms to look at several accounts used from one address.' },
  ],
  falsePositives: [
    { story: 'Two people of one household have an account each.', case: 'quiet-household' },
    { story: 'Everybody in a co-working office signs in during one day.', case: 'quiet-co-working' },
    { story: 'One person has three accounts, which the platform allows.', case: 'quiet-same-person-again' },
    { story: 'A carrier gives one address to strangers in different weeks.', case: 'quiet-weeks-apart' },
  ],
  blindSpots: ['A small office or a little-used VPN exit looks the same.', 'A different proxy for every account is not found.'],
  lawfulUse: {
    purpose: 'Prevention of fraud on a platform by comparing its own sign-in records.',
    note: 'Only for accounts whose holders were given notice that sign-ins are recorded. Where an address is, and whether it is a VPN, is not looked at.',
  },
  next: ['Look up whether many customers share the address.', 'Compare the accounts: contacts, payment account, device.'],
  needs: { signIns, meetings: addressInWindow },
  detect: ({ meetings }) =>
    differentOnOneDay(meetings, 'sign-in-ip').flatMap((day) => {
      const because = day.flatMap((m) => [m.mine, m.theirs])
      if (day.length < OTHERS || day.length > PUBLIC || !isNonEmpty(because)) return []
      return [
        {
          says: `Accounts of ${day.length} others signed in from the same network address within 24 hours: ${personas(day.map((m) => m.other))}.`,
          because,
        },
      ]
    }),
})
