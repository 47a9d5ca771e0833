import { lacksMemo, walletId } from '../../../../compute/keys/wallet.ts'
import { defineDetector } from '../../../../kit/detector.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import { among, byKey, heldByOthers, sightingsOf } from '../../../relations/shared-identifier/others.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import payouts from '../../../views/payouts/view.ts'

/** An address of more other people than this belongs to a payroll provider or an exchange. */
const OMNIBUS = 10

export default defineDetector({
  id: 'payout/wallet-shared',
  version: 1,
  status: 'stable',
  title: 'Pay goes to a wallet of a different worker too',
  asks: 'Did pay of this person go to a wallet that another worker names or was paid to?',
  phase: 'payout',
  family: 'payout',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['F1049', 'F1018'],
  indicators: ['wallet-shared-between-workers'],
  threshold: {
    origin: 'EXACT',
    says: `The same address on the same chain, to which this person was paid, on two people whom the identity channel answered to be different. Our proposal: an address of more than ${OMNIBUS} others is a service’s; on chains where customers are told apart by a memo it counts only with the memo; people who openly live together may have one wallet.`,
  },
  clears: [
    'The address belongs to an exchange or payroll provider that pays many customers through it.',
    'Both work through one studio that is paid jointly.',
  ],
  cites: [
    { source: 'zach25', says: 'Pay of several workers under different names was traced to one address.' },
    { source: 'trm250605', says: 'A forfeiture case describes how the pay of many workers was brought together in few wallets.' },
  ],
  falsePositives: [
    { story: 'A payroll provider gives all its customers one omnibus address.', case: 'quiet-omnibus-wallet' },
    { story: 'Two customers of an exchange have one address, and their memos were not recorded.', case: 'quiet-memo-chain' },
    { story: 'Two customers of an exchange have one address and two memos.', case: 'quiet-other-memo' },
    { story: 'Spouses have one wallet and one home.', case: 'quiet-spouses' },
    { story: 'One person is paid every month.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'People who openly gave one home address and share this as well are taken for a household and not counted; an operator who gives all personas one address hides there, and is seen by what else they share.',
    'A fresh wallet for every persona: only equal addresses are seen, not where the money goes from there.',
    'A damaged address is compared as it was written.',
  ],
  lawfulUse: {
    purpose: 'Prevention of payment fraud by comparing the company’s own records.',
    note: 'Being paid in crypto is lawful and not looked at; only equality of two addresses is. Where a report to the authorities may follow, nobody is told. A person decides before anything is held.',
  },
  next: [
    'Open both personas side by side.',
    'Look up in a public explorer whether the address belongs to an exchange or payroll provider.',
    'Ask each person who holds the wallet.',
  ],
  needs: { payouts, sharing: sharedIdentifier, homes: sharedHome },
  detect: ({ payouts, sharing, homes }) =>
    sightingsOf(
      among(
        heldByOthers(sharing, 'wallet', { same: 'no', most: OMNIBUS }),
        byKey(payouts, ({ wallet }) => (wallet === undefined ? undefined : walletId(wallet))),
      ).filter(({ mine, others }) => !lacksMemo(mine.value) && !oneHousehold(others, homes)),
      (people) => `Pay went to a wallet that is also that of ${people}.`,
    ),
})
