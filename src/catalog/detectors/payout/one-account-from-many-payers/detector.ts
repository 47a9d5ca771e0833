import { defineDetector } from '../../../../kit/detector.ts'
import { differentPeople } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import type { PaymentToAccount } from '../../../relations/payers-of-account/relation.ts'
import payersOfAccount from '../../../relations/payers-of-account/relation.ts'
import { oneHousehold } from '../../../relations/shared-home/household.ts'
import sharedHome from '../../../relations/shared-home/relation.ts'
import payouts from '../../../views/payouts/view.ts'

const PAYERS = 3
const DAYS = 60
const AGENCY = 10
const DAY = 86_400_000

/** The payments of the stretch of so many days that has most payers. */
function busiest(payments: readonly PaymentToAccount[], days: number): readonly PaymentToAccount[] {
  let best: readonly PaymentToAccount[] = []
  for (const { at: start } of payments) {
    const end = Date.parse(start) + days * DAY
    const inside = payments.filter((p) => p.at >= start && Date.parse(p.at) <= end)
    if (payersOf(inside) > payersOf(best)) best = inside
  }
  return best
}

const payersOf = (payments: readonly PaymentToAccount[]): number => new Set(payments.map((p) => p.payer)).size

export default defineDetector({
  id: 'payout/one-account-from-many-payers',
  version: 1,
  status: 'stable',
  title: 'Several employers pay one account for different people',
  asks: 'Do three or more employers pay this account within sixty days, and for more than one person?',
  phase: 'payout',
  family: 'payout',
  direction: 'raises',
  strength: 'strong',
  room: 'identity',
  technique: ['F1049', 'F1018'],
  indicators: ['multiple-employers-pay-one-account'],
  threshold: {
    origin: 'PROP',
    says: `At least ${PAYERS} payers within ${DAYS} days to one account or wallet, for this person and for at least one other whom the identity channel answered to be different. An account of more than ${AGENCY} payees is a payroll company’s and does not count.`,
  },
  settings: {
    payers: { unit: 'payers', shipped: PAYERS, least: 3, most: 10, says: 'More payers into one account are needed before it fires.' },
    days: { unit: 'days', shipped: DAYS, least: 7, most: 180, says: 'Payments further apart are counted together.' },
  },
  clears: ['The account belongs to an agency or payroll company that works for these employers.'],
  cites: [
    { source: 'doj-chapman', says: 'In a court case the wages of many employers arrived in the accounts of one helper.' },
    { source: 'trm250605', says: 'A forfeiture case describes how the pay of many workers was brought together.' },
  ],
  falsePositives: [
    { story: 'A freelancer has four clients.', case: 'quiet-freelancer' },
    { story: 'A payroll company receives wages for many people from many employers.', case: 'quiet-payroll-company' },
    { story: 'Spouses have one account, one home and two employers each.', case: 'quiet-spouses' },
    { story: 'An account was passed on within a family years later.', case: 'quiet-years-apart' },
  ],
  blindSpots: [
    'Needs the records of several employers, as a platform or a payroll company has them.',
    'People who openly gave one home address and share this as well are taken for a household and not counted; an operator who gives all personas one address hides there, and is seen by what else they share.',
    'One account an employer.',
  ],
  lawfulUse: {
    purpose: 'Prevention of payment fraud by comparing the company’s own records.',
    note: 'Working for several employers is lawful and is not what is asked: only that different people are paid into one account. Where a report to the authorities may follow, nobody is told.',
  },
  next: ['Open the personas side by side.', 'Ask each person who holds the account.'],
  needs: { payouts, payments: payersOfAccount, homes: sharedHome },
  detect: ({ payments, homes }, numbers) => {
    // Another record of this person is this person's own payment.
    const counted = payments.filter((p) => (p.same === undefined || p.same === 'yes' || p.same === 'no') && p.holders <= AGENCY)
    return [...Map.groupBy(counted, (p) => p.mine.value).values()].flatMap((group) => {
      const inside = busiest(group, numbers.days)
      const others = inside.flatMap((p) => (p.same === 'no' ? [{ other: p.payee }] : []))
      const [first] = group
      const because = inside.map((p) => p.payment)
      if (first === undefined || payersOf(inside) < numbers.payers || others.length === 0 || oneHousehold(others, homes)) return []
      if (!isNonEmpty(because) || !inside.some((p) => p.same !== 'no')) return []
      return [
        {
          says: `${payersOf(inside)} employers paid one account within ${numbers.days} days, for this person and for ${differentPeople(others.map((o) => o.other))}.`,
          because: [first.mine, ...because],
        },
      ]
    })
  },
})
