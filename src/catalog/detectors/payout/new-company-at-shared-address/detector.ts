import { monthOf, monthRange, monthsApart } from '../../../../compute/months.ts'
import { defineDetector } from '../../../../kit/detector.ts'
import { differentPeople } from '../../../../kit/wording.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import companiesAtAddress from '../../../relations/companies-at-address/relation.ts'
import payeeCompanies from '../../../views/payee-companies/view.ts'

const MONTHS = 6
const OTHERS = 2
/** An address of more payees than this is where a registration service sits. */
const AGENT = 10

export default defineDetector({
  id: 'payout/new-company-at-shared-address',
  version: 1,
  status: 'stable',
  title: 'New payee company at the address of two others',
  asks: 'Is a company paid that was formed shortly before and stands at the address of two or more other payee companies?',
  phase: 'payout',
  family: 'organisation',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['F1049', 'T1585'],
  indicators: ['payee-is-shell-company'],
  threshold: {
    origin: 'PROP',
    says: `Formed at most ${MONTHS} months before it was recorded as payee (about the backlog’s 180 days; registers give months), and at least ${OTHERS} other companies, paid for people whom the identity channel answered to be different, have the same full address. An address of more than ${AGENT} payees is a registration service’s and does not count. Lists of known fronts are not looked at here.`,
  },
  settings: {
    months: { unit: 'months', shipped: MONTHS, least: 1, most: 24, says: 'Older companies are looked at, too.' },
    others: {
      unit: 'other companies',
      shipped: OTHERS,
      least: 2,
      most: 9,
      says: 'More companies at the address are needed before it fires.',
    },
  },
  clears: ['The address is that of a registration service or a co-working office.', 'The register names the payee as director.'],
  cites: [
    { source: 'doj2506', says: 'An indictment describes companies that were set up to receive devices and pay.' },
    { source: 'sentinel24', says: 'Companies that looked independent shared addresses.' },
  ],
  falsePositives: [
    { story: 'A freelancer founds a company of the own.', case: 'quiet-freelancers-own-company' },
    { story: 'A registration service is the address of many small companies.', case: 'quiet-registration-service' },
    { story: 'Two partners found a company each at their home.', case: 'quiet-couple' },
    { story: 'An established company moves into a shared office.', case: 'quiet-old-company' },
  ],
  blindSpots: ['A different address for every company.', 'Where the register is not asked, neither date nor address is known.'],
  lawfulUse: {
    purpose: 'Prevention of payment fraud by comparing the company’s own records.',
    note: 'Being paid through a company is lawful and common. Which country it is registered in is not looked at.',
  },
  next: [
    'Look the company up in its register: directors, address, purpose.',
    'Ask, in the same words for everybody, how the person and the company belong together.',
  ],
  needs: { payeeCompanies, companies: companiesAtAddress },
  detect: ({ payeeCompanies, companies }, numbers) =>
    payeeCompanies.flatMap((company) => {
      const { formed, at } = company.value
      if (formed === undefined || at === undefined) return []
      const month = monthOf(at)
      const age = monthsApart(monthRange(formed), { first: month, last: month })
      const near = companies.filter((c) => c.mine.from[0] === company.from[0] && c.same === 'no' && c.holders <= AGENT)
      const others = near.filter((c) => c.otherCompany !== c.myCompany)
      const because = others.map((c) => c.theirs)
      if (age > numbers.months || new Set(others.map((c) => c.otherCompany)).size < numbers.others || !isNonEmpty(because)) return []
      return [
        {
          says: `Pay goes to a company that was formed within ${numbers.months} months before and has the address of companies paid for ${differentPeople(others.map((c) => c.other))}.`,
          because: [company, ...because],
        },
      ]
    }),
})
