import { defineDetector } from '../../../../kit/detector.ts'
import { differentApplicants } from '../../../../kit/wording.ts'
import { heldByOthers } from '../../../relations/shared-identifier/others.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import postalAddresses from '../../../views/postal-addresses/view.ts'

/** Two people at one address are a household. */
const OTHERS = 2
const HALL = 10

export default defineDetector({
  id: 'application/postal-address-shared',
  version: 1,
  status: 'stable',
  title: 'Home address also given by several other applicants',
  asks: 'Did two or more other applicants give the same full home address?',
  phase: 'application',
  family: 'presence',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1585'],
  indicators: [],
  threshold: {
    origin: 'PROP',
    says: `The full address is equal, unit included, on this applicant and at least ${OTHERS} others whom the identity channel answered to be different; on more than ${HALL} others it is a hall, an office or a mailbox service and does not count. Never a postcode, a town or a street (R-006).`,
  },
  clears: ['The applicants live together, or in one hall, and say so.', 'The address belongs to an agency or a mailbox service.'],
  cites: [
    { source: 'mtrends25', says: 'One delivery address turned up in more than one investigation.' },
    {
      source: 'sharedart',
      says: 'A shared identifier is not a shared identity: households, agencies and offices share them, so a person confirms the link.',
    },
  ],
  falsePositives: [
    { story: 'Two partners live at one address and both apply.', case: 'quiet-household' },
    { story: 'A staffing agency gives its own address for everybody it sends.', case: 'quiet-agency-address' },
    { story: 'The same person applies again, twice.', case: 'quiet-same-person-again' },
    { story: 'Three applicants live in one house, in different units.', case: 'quiet-one-house' },
  ],
  blindSpots: ['Three people who share a flat look the same; a question settles it.', 'A different address for every persona.'],
  lawfulUse: {
    purpose: 'Prevention of application fraud by comparing the company’s own records.',
    note: 'Equality of full addresses only. Where an address lies, and what kind of area it is, is not looked at and cannot be.',
  },
  next: [
    'Compare the personas: contacts, résumé text, referees.',
    'Ask each applicant, in the same words for everybody, for a second way to verify.',
  ],
  needs: { postalAddresses, sharing: sharedIdentifier },
  detect: ({ sharing }) =>
    heldByOthers(sharing, 'home-address', { same: 'no', most: HALL })
      .filter(({ others }) => new Set(others.map((o) => o.person)).size >= OTHERS)
      .map(({ mine, others }) => ({
        says: `The home address given here was also given by ${differentApplicants(others.map((o) => o.other))}.`,
        because: [mine, ...others.map((o) => o.theirs)],
      })),
})
