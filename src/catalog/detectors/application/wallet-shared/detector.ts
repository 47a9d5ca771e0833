import { lacksMemo, walletId } from '../../../../compute/keys/wallet.ts'
import { defineDetector } from '../../../../kit/detector.ts'
import { differentApplicants } from '../../../../kit/wording.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'
import { among, byKey, heldByOthers } from '../../../relations/shared-identifier/others.ts'
import wallets from '../../../views/wallets/view.ts'

/** An address on more other applicants than this belongs to a payroll provider or an exchange. */
const OMNIBUS = 10
export default defineDetector({
  id: 'application/wallet-shared',
  version: 1,
  status: 'stable',
  title: 'Payment wallet also named by a different applicant',
  asks: 'Does another applicant name the same wallet to be paid to?',
  phase: 'application',
  family: 'payout',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['F1049', 'F1018'],
  indicators: ['wallet-shared-between-workers'],
  threshold: {
    origin: 'EXACT',
    says: `The same address on the same chain on two applicants whom the identity channel answered to be different. Our proposal: an address on more than ${OMNIBUS} other applicants is a service’s and does not count.`,
  },
  clears: [
    'The address belongs to an exchange or payroll provider that pays many customers through it.',
    'Both applicants work through one studio that is paid jointly.',
  ],
  cites: [
    { source: 'zach25', says: 'Pay of several workers under different names was traced to one address.' },
    { source: 'trm250605', says: 'A forfeiture case describes how the pay of many workers was brought together in few wallets.' },
  ],
  falsePositives: [
    { story: 'A payroll provider gives all its customers one omnibus address.', case: 'quiet-omnibus-wallet' },
    { story: 'An exchange deposit address that is told apart by a memo.', case: 'quiet-memo-chain' },
    { story: 'The same person applies again.', case: 'quiet-same-person-again' },
  ],
  blindSpots: [
    'A fresh wallet for every persona: only equal addresses are seen, not where the money goes from there.',
    'A studio of a few freelancers that is paid to one wallet looks the same; it is for a person to ask.',
  ],
  lawfulUse: {
    purpose: 'Prevention of payment fraud by comparing the company’s own records.',
    note: 'Being paid in crypto is lawful and not looked at; only equality of two addresses is. A person decides before anything is held.',
  },
  next: [
    'Open both personas side by side.',
    'Look up in a public explorer whether the address belongs to an exchange or payroll provider.',
    'Ask each applicant who holds the wallet.',
  ],
  needs: { wallets, sharing: sharedIdentifier },
  detect: ({ wallets, sharing }) =>
    among(heldByOthers(sharing, 'wallet', { same: 'no', most: OMNIBUS }), byKey(wallets, walletId))
      .filter(({ mine }) => !lacksMemo(mine.value))
      .map(({ mine, others }) => ({
        says: `The payment wallet named here is also named by ${differentApplicants(others.map((o) => o.other))}.`,
        because: [mine, ...others.map((o) => o.theirs)],
      })),
})
