import { defineDetector } from '../../../../kit/detector.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import { NOT_WEIGHED, notWeighed } from '../../../relations/shared-identifier/not-weighed.ts'
import sharedIdentifier from '../../../relations/shared-identifier/relation.ts'

/** As in the detectors that weigh these. */
const KINDS = [
  { kind: 'bank-account', most: 10, what: 'account paid to' },
  { kind: 'wallet', most: 10, what: 'wallet' },
  { kind: 'deposit-address', most: 20, what: 'exchange address' },
] as const

export default defineDetector({
  id: 'payout/sharing-not-weighed',
  version: 1,
  status: 'stable',
  ...NOT_WEIGHED,
  asks: 'Is there an account, wallet or exchange address that several are paid to and that no detector may weigh?',
  phase: 'payout',
  family: 'payout',
  technique: ['F1049'],
  indicators: ['payout-account-shared-by-workers', 'wallet-shared-between-workers'],
  falsePositives: [
    { story: 'The account is the person’s alone.', case: 'quiet-own' },
    { story: 'A different person has the account: that is weighed elsewhere.', case: 'quiet-weighed-elsewhere' },
  ],
  needs: { sharing: sharedIdentifier, homes: sharedHome },
  detect: ({ sharing, homes }) => notWeighed(sharing, KINDS, (others) => oneHousehold(others, homes)),
})
