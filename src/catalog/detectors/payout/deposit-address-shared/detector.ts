import { lacksMemo } from '../../../../compute/keys/wallet.ts'
import { defineDetector } from '../../../../kit/detector.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import { heldByOthers, sightingsOf } from '../../../relations/shared-identifier/others.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import depositAddresses from '../../../views/deposit-addresses/view.ts'

/** The backlog leaves addresses of more than fifty sources out; ours are workers, of whom fewer are seen. */
const SERVICE = 20

export default defineDetector({
  id: 'payout/deposit-address-shared',
  version: 1,
  status: 'stable',
  title: 'Pay of two workers passed on to one exchange address',
  asks: 'Was the pay of another worker passed on to the same deposit address at an exchange?',
  phase: 'payout',
  family: 'payout',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['F1049', 'F1018'],
  indicators: ['exchange-deposit-address-shared'],
  threshold: {
    origin: 'PROP',
    says: `One deposit address, as the company’s own tracing recorded it, for two people whom the identity channel answered to be different. An address of more than ${SERVICE} others is a payment service’s; on chains with memos it counts only with the memo.`,
  },
  clears: ['The address belongs to a payment service or an over-the-counter desk that serves many.'],
  cites: [
    { source: 'zach25', says: 'Salaries of several workers met in few addresses.' },
    { source: 'trm250605', says: 'Pay was moved through accounts at exchanges.' },
  ],
  falsePositives: [
    { story: 'A payment service receives for many customers at one address.', case: 'quiet-payment-service' },
    { story: 'An exchange tells its customers on one address apart by a memo that was not recorded.', case: 'quiet-memo-chain' },
    { story: 'Spouses sell through one exchange account and gave one home.', case: 'quiet-spouses' },
    { story: 'One person passes pay on every month.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'Nothing is traced here: only what the company’s own tracing recorded is compared.',
    'People who openly gave one home address and share this as well are taken for a household and not counted; an operator who gives all personas one address hides there, and is seen by what else they share.',
  ],
  lawfulUse: {
    purpose: 'Prevention of payment fraud by comparing the company’s own records.',
    note: 'Turning pay into money at an exchange is lawful and not looked at. Where a report to the authorities may follow, nobody is told.',
  },
  next: ['Have a second person repeat the tracing of both payments.', 'Open both personas side by side.'],
  needs: { depositAddresses, sharing: sharedIdentifier, homes: sharedHome },
  detect: ({ sharing, homes }) =>
    sightingsOf(
      heldByOthers(sharing, 'deposit-address', { same: 'no', most: SERVICE }).filter(
        ({ mine, others }) => !lacksMemo(mine.value) && !oneHousehold(others, homes),
      ),
      (people) => `Pay was passed on to an exchange address that also received that of ${people}.`,
    ),
})
