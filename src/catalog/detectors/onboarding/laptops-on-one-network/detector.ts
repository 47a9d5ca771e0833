import { defineDetector } from '../../../../kit/detector.ts'
import { differentPeople } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import laptopsTogether from '../../../relations/laptops-together/relation.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import laptopNetworks from '../../../views/laptop-networks/view.ts'

const DAYS = 3
const OFFICE = 10
const WHERE = { 'laptop-ip': 'on the same network address', 'laptop-bssid': 'at the same wireless access point' } as const

export default defineDetector({
  id: 'onboarding/laptops-on-one-network',
  version: 1,
  status: 'stable',
  title: 'Company laptops of two workers on one network for days',
  asks: 'Were the company laptops of this person and of another worker on one network on three or more days?',
  phase: 'onboarding',
  family: 'presence',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1219', 'T1090'],
  indicators: ['ip-shared-with-other-employee-laptop'],
  threshold: {
    origin: 'PROP',
    says: `One address (IPv4, or the /64 of IPv6) or one wireless access point, both laptops on at least ${DAYS} calendar days, two people whom the identity channel answered to be different. A network of more than ${OFFICE} laptops is an office or a VPN exit, and people who openly live together share a line; neither counts.`,
  },
  settings: {
    days: { unit: 'days', shipped: DAYS, least: 3, most: 60, says: 'The laptops must have met on more days before it fires.' },
  },
  clears: [
    'The two live together, or work in one co-working office, and say so.',
    'The address is a mobile carrier’s; their access points differ.',
  ],
  cites: [
    { source: 'doj-knoot', says: 'In a court case one helper kept the laptops of several workers at home.' },
    { source: 'doj-chapman', says: 'In another, dozens of laptops stood in one home.' },
    { source: 'hunt-lf', says: 'A practitioner looks for many managed laptops behind one home network.' },
  ],
  falsePositives: [
    { story: 'Two flatmates work for the company and gave one home.', case: 'quiet-flatmates' },
    { story: 'The company’s office, or the exit of its own VPN.', case: 'quiet-office' },
    { story: 'A colleague visits for two days.', case: 'quiet-visit' },
    { story: 'One person has two laptops.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'People who openly gave one home address and share this as well are taken for a household and not counted; an operator who gives all personas one address hides there, and is seen by what else they share.',
    'A carrier that puts many customers behind one address; where access points are recorded, compare those.',
    'Laptops whose networks are not recorded.',
  ],
  lawfulUse: {
    purpose: 'Security of the company’s own devices.',
    note: 'Company laptops only, with notice to each worker (R-047) and a record of why it is proportionate; not a measure of anybody’s work. Where the network is, is not looked at.',
  },
  next: [
    'Ask each person, in the same words for everybody, where they work from.',
    'Look whether remote-control software runs on either laptop.',
    'Offer to exchange the laptop in person.',
  ],
  needs: { laptopNetworks, laptops: laptopsTogether, homes: sharedHome },
  detect: ({ laptops, homes }, numbers) => {
    const together = laptops.filter((l) => l.same === 'no' && l.days >= numbers.days && l.holders <= OFFICE)
    return [...Map.groupBy(together, (l) => `${l.kind} ${l.mine.value}`).values()].flatMap((group) => {
      const others = group.map((l) => l.other)
      const because = group.flatMap((l) => [l.mine, l.theirs])
      const [first] = group
      if (first === undefined || !isNonEmpty(because) || oneHousehold(group, homes)) return []
      return [
        {
          says: `The company laptop was ${WHERE[first.kind]} as that of ${differentPeople(others)}, on ${Math.max(...group.map((l) => l.days))} days.`,
          because,
        },
      ]
    })
  },
})
