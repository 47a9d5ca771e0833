import { postalAddressKey } from '../../../../compute/keys/postal-address.ts'
import { defineDetector } from '../../../../kit/detector.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import { among, byKey, heldByOthers, sightingsOf } from '../../../relations/shared-identifier/others.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import shipments from '../../../views/shipments/view.ts'

/** An address of more other people than this is an office, a forwarder or a hall. */
const HUB = 10

export default defineDetector({
  id: 'onboarding/ship-address-shared',
  version: 1,
  status: 'stable',
  title: 'Equipment sent to an address that another worker has too',
  asks: 'Was equipment sent to a full address that another worker gave or had equipment sent to?',
  phase: 'onboarding',
  family: 'presence',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1585', 'T1656'],
  indicators: ['ship-address-shared-by-workers'],
  threshold: {
    origin: 'PROP',
    says: `One full address, unit included, on two people whom the identity channel answered to be different. People who all gave it as their own home and are few are a household; an address of more than ${HUB} others is a hub. Neither counts.`,
  },
  clears: [
    'The two live together and say so, each asked separately.',
    'The address is an agency’s, a forwarder’s or a co-working office’s that both really use.',
  ],
  cites: [
    { source: 'mtrends25', says: 'One delivery address turned up in more than one investigation.' },
    { source: 'doj-chapman', says: 'In one court case a single home had received dozens of laptops for many employers.' },
    { source: 'doj2506', says: 'Searched homes held many companies’ laptops.' },
  ],
  falsePositives: [
    { story: 'Two partners work for the company and live at one address.', case: 'quiet-household' },
    { story: 'A freight forwarder’s address is used by many workers abroad.', case: 'quiet-freight-forwarder' },
    { story: 'A staffing agency receives the equipment for everybody it sends.', case: 'quiet-agency-address' },
    { story: 'One person is sent two laptops.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'People who openly gave one home address and share this as well are taken for a household and not counted; an operator who gives all personas one address hides there, and is seen by what else they share.',
    'A large number of workers at one address is taken for a hub: it is shown without weight by “Shared, and not weighed”.',
    'A fresh address for every persona.',
  ],
  lawfulUse: {
    purpose: 'Prevention of fraud by comparing the company’s own records of its workers.',
    note: 'Equality of full addresses only (R-006). Where an address lies is not looked at.',
  },
  next: [
    'Open both personas side by side and compare what else they have in common.',
    'Ask each person, in the same words for everybody, who receives post at the address.',
    'Offer collection in person or at a carrier’s counter.',
  ],
  needs: { shipments, sharing: sharedIdentifier, homes: sharedHome },
  detect: ({ shipments, sharing, homes }) =>
    sightingsOf(
      among(
        heldByOthers(sharing, 'postal-address', { same: 'no', most: HUB }),
        byKey(shipments, (shipment) => postalAddressKey(shipment.address)),
      ).filter(({ others }) => !oneHousehold(others, homes)),
      (people) => `Equipment went to an address that is also that of ${people}.`,
    ),
})
