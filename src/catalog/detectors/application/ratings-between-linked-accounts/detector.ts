import { defineDetector } from '../../../../kit/detector.ts'
import { differentPeople } from '../../../../kit/wording.ts'
import ratedByLinkedAccount from '../../../relations/rated-by-linked-account/relation.ts'
import ratings from '../../../views/ratings/view.ts'

/** What is shared by more personas than this belongs to an agency or a household of devices. */
const AGENCY = 5
const WHAT = { 'bank-account': 'payment account', wallet: 'wallet', device: 'device' } as const

export default defineDetector({
  id: 'application/ratings-between-linked-accounts',
  version: 1,
  status: 'stable',
  title: 'Rated by an account with the same payment account or device',
  asks: 'Does an account that rated this one share its payment account, wallet or device?',
  phase: 'application',
  family: 'payout',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['T1585', 'F1049'],
  indicators: ['freelance-ratings-ring'],
  threshold: {
    origin: 'SRC',
    says: `The account that rated is here too, belongs to a person whom the identity channel answered to be different, and has the same payment account, wallet or device (source: one payment account for client and contractor). Our proposal: what more than ${AGENCY} personas have is an agency’s and does not count.`,
  },
  clears: ['The client is the agency through which the rated person works, and pays through one account.'],
  cites: [
    { source: 'npa24', says: 'A public alert asks platforms to look for one payment account of client and contractor.' },
    { source: 'adv22', says: 'High ratings by one client in a short time are on the list of things for platforms to look at.' },
  ],
  falsePositives: [
    { story: 'An agency rates the freelancers that it pays through its own account.', case: 'quiet-agency-pays-its-own' },
    {
      story: 'One person rated the own second account; that is a matter of the platform’s rules, not of who this is.',
      case: 'quiet-same-person-again',
    },
    { story: 'A client rated somebody with whom nothing is shared.', case: 'quiet-stranger-rated' },
  ],
  blindSpots: [
    'Two accounts with nothing recorded in common.',
    `An agency of ${AGENCY} people or fewer that pays through one account looks the same; it is for a person to ask.`,
    'Ratings by an account that is not in the records.',
  ],
  lawfulUse: {
    purpose: 'Prevention of fraud on a platform by comparing its own records.',
    note: 'Good and bad ratings are not looked at, and neither is who knows whom: only equal payment accounts and devices of the two sides of a rating.',
  },
  next: ['Open both personas side by side.', 'Ask the client and the contractor, separately, for the agreement between them.'],
  needs: { ratings, linked: ratedByLinkedAccount },
  detect: ({ linked }) =>
    linked
      .filter((l) => l.same === 'no' && l.holders <= AGENCY)
      .map((l) => ({
        says: `A rating came from the account of ${differentPeople([l.by])}, who has the same ${WHAT[l.shared]}.`,
        because: [l.rating, l.mine, l.theirs],
      })),
})
