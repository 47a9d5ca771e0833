import { daysAfter, isoDay, TODAY } from './calendar.ts'
import type { Making } from './applicant.ts'
import { csv } from './table.ts'
import type { AtWork, Candidate, PayTo } from './types.ts'

/** Honest applicants besides the household and the agency who were hired too. */
const OTHERS = 6
/** Days on which a laptop's network is recorded, and days of pay. */
const SEEN = 3
const PAID = 2

export interface Hired {
  readonly candidate: Candidate
  readonly id: string
  /** First row of the table of workers, and of payouts. */
  readonly workers: number
  readonly payouts: number
}

export interface WorkTables {
  readonly hired: readonly Hired[]
  readonly workers: Uint8Array
  readonly payouts: Uint8Array
}

const WORKERS = [
  'Employee ID',
  'First Name',
  'Last Name',
  'Personal Email',
  'Home Address',
  'Shipping Address',
  'Shipped On',
  'Monitoring Notice',
  'MFA Device',
  'MFA Phone',
  'Enrolled At',
  'Laptop ID',
  'Laptop IP',
  'Access Point',
  'Seen At',
] as const
const PAYOUTS = ['Payee ID', 'Payee', 'Payee Email', 'Payer', 'Paid On', 'Account', 'Bank Code', 'Wallet', 'Chain'] as const

/** What Halyard records after some weeks of those it hired, in the order in which they applied. */
export function atWork(making: Making, candidates: readonly Candidate[]): WorkTables {
  const random = making.random.fork('at work')
  let others = 0
  const chosen = candidates.filter((c) => c.work !== undefined || (c.group === 'honest' && c.expect === 'clear' && ++others <= OTHERS))
  const workers: Record<(typeof WORKERS)[number], string>[] = []
  const payouts: Record<(typeof PAYOUTS)[number], string>[] = []
  const hired = chosen.map((candidate, i): Hired => {
    const id = `E-${2001 + i}`
    const own = { ip: making.address(), key: `key-${random.hex(8)}`, account: String(random.int(10_000_000, 99_999_999)) }
    const home = candidate.work?.home ?? making.street().long
    const work: Required<Omit<AtWork, 'mfaPhone' | 'accessPoint'>> & AtWork = {
      home,
      shipTo: home,
      mfaDevice: own.key,
      laptopIp: own.ip,
      payTo: { account: own.account, bank: '00-99-04' },
      ...candidate.work,
    }
    const first = { workers: workers.length + 1, payouts: payouts.length + 1 }
    const { cells } = candidate
    const at = (days: number): string => isoDay(daysAfter(TODAY, days))
    for (let day = 0; day < SEEN; day += 1)
      workers.push({
        'Employee ID': id,
        'First Name': cells['First Name'] ?? '',
        'Last Name': cells['Last Name'] ?? '',
        'Personal Email': cells['Email'] ?? '',
        ...(day === 0
          ? {
              'Home Address': work.home,
              'Shipping Address': work.shipTo,
              'Shipped On': at(7),
              'MFA Device': work.mfaDevice,
              'MFA Phone': work.mfaPhone ?? '',
              'Enrolled At': at(10),
            }
          : { 'Home Address': '', 'Shipping Address': '', 'Shipped On': '', 'MFA Device': '', 'MFA Phone': '', 'Enrolled At': '' }),
        'Monitoring Notice': 'acknowledged',
        'Laptop ID': `LT-${301 + i}`,
        'Laptop IP': work.laptopIp,
        'Access Point': work.accessPoint ?? '',
        'Seen At': at(14 + day),
      })
    for (let month = 0; month < PAID; month += 1)
      payouts.push({
        'Payee ID': id,
        Payee: `${cells['First Name'] ?? ''} ${cells['Last Name'] ?? ''}`,
        'Payee Email': cells['Email'] ?? '',
        Payer: 'Halyard',
        'Paid On': at(18 + 14 * month),
        ...paidTo(work.payTo),
      })
    return { candidate, id, ...first }
  })
  return { hired, workers: csv(WORKERS, workers), payouts: csv(PAYOUTS, payouts) }
}

const paidTo = (to: PayTo): Pick<Record<(typeof PAYOUTS)[number], string>, 'Account' | 'Bank Code' | 'Wallet' | 'Chain'> =>
  'wallet' in to
    ? { Account: '', 'Bank Code': '', Wallet: to.wallet, Chain: 'ERC-20' }
    : { Account: to.account, 'Bank Code': to.bank, Wallet: '', Chain: '' }
