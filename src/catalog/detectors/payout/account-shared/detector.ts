import { defineDetector } from '../../../../kit/detector.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import { heldByOthers, sightingsOf } from '../../../relations/shared-identifier/others.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import accountsPaidTo from '../../../views/accounts-paid-to/view.ts'

/** An account of more other people than this belongs to an agency or a payroll company. */
const AGENCY = 10

export default defineDetector({
  id: 'payout/account-shared',
  version: 1,
  status: 'stable',
  title: 'Bank or payment account of a different worker too',
  asks: 'Is another worker paid to the same bank or payment account?',
  phase: 'payout',
  family: 'payout',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['F1049', 'F1018'],
  indicators: ['payout-account-shared-by-workers'],
  threshold: {
    origin: 'PROP',
    says: `The same account, named or paid to, on two people whom the identity channel answered to be different. People who openly live together may have one account, and an account of more than ${AGENCY} others is an agency’s or a payroll company’s; neither counts.`,
  },
  clears: [
    'The account belongs to an agency or payroll company that pays them.',
    'The two are a couple with one account and say so, each asked separately.',
  ],
  cites: [
    { source: 'doj-chapman', says: 'In a court case the pay of many workers arrived in the accounts of one helper.' },
    { source: 'psa240516', says: 'Employers are told that helpers lend their accounts to several workers.' },
    {
      source: 'sharedart',
      says: 'A shared identifier is not a shared identity: households, agencies and offices share them, so a person confirms the link.',
    },
  ],
  falsePositives: [
    { story: 'Spouses have one account and one home.', case: 'quiet-spouses' },
    { story: 'An agency is paid for everybody it sends.', case: 'quiet-agency-account' },
    { story: 'One person is paid every month.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'People who openly gave one home address and share this as well are taken for a household and not counted; an operator who gives all personas one address hides there, and is seen by what else they share.',
    'A couple whose addresses are not recorded looks the same; a question settles it.',
    `An agency of ${AGENCY} people or fewer.`,
    'An account of its own for every persona.',
  ],
  lawfulUse: {
    purpose: 'Prevention of payment fraud by comparing the company’s own records.',
    note: 'Payment services, crypto and accounts abroad are lawful and not looked at; only equality of two accounts is. Where a report to the authorities may follow, nobody is told (no tipping-off). A person decides before anything is held.',
  },
  next: [
    'Open both personas side by side.',
    'Ask each person, in the same words for everybody, who holds the account.',
    'Verify the account with a letter of the bank before the next payment.',
  ],
  needs: { accountsPaidTo, sharing: sharedIdentifier, homes: sharedHome },
  detect: ({ sharing, homes }) =>
    sightingsOf(
      heldByOthers(sharing, 'bank-account', { same: 'no', most: AGENCY }).filter(({ others }) => !oneHousehold(others, homes)),
      (people) => `The account paid to here is also that of ${people}.`,
    ),
})
