/** What a column can mean. The numbered ones (a second employer, a third referee) come as `employer 2`, `referee 3 email`. */
export const TARGETS = [
  'name',
  'first-name',
  'last-name',
  'email',
  'phone',
  'link',
  'github',
  'messenger',
  'wallet',
  'place',
  'postal-address',
  'skills',
  'summary',
  'files',
  'role',
  'requisition',
  'applied-at',
  'source',
  'device',
  'ip',
  'employer',
  'title',
  'from',
  'to',
  'school',
  'degree',
  'field',
  'referee-name',
  'referee-email',
  'referee-phone',
  'referee-organisation',
  'referee-relation',
  // From here on records of work; see `isWork`.
  'worker',
  'notice',
  'ship-to',
  'shipped-at',
  'shipped-item',
  'mfa-device',
  'mfa-phone',
  'enrolled-at',
  'laptop',
  'laptop-ip',
  'laptop-bssid',
  'laptop-seen-at',
  'platform',
  'account',
  'rated-by',
  'rated-at',
  'sign-in-ip',
  'sign-in-device',
  'signed-in-at',
  'bank-account',
  'bank-code',
  'payment-service',
  'payer',
  'paid-at',
  'paid-account',
  'paid-wallet',
  'paid-chain',
  'paid-memo',
  'deposit-address',
  'deposit-exchange',
  'company-number',
  'company-registry',
  'company-agent',
  'company-address',
  'company-formed',
] as const
export type Target = (typeof TARGETS)[number]

/** What the company itself records of the people who work for it, and a platform of its accounts. */
const WORK_TARGETS: readonly Target[] = TARGETS.slice(TARGETS.indexOf('worker'))
export const isWork = (column: Column): boolean => WORK_TARGETS.includes(column.target)

/** Names of columns by meaning, as an export writes them; compared without case, spaces, punctuation and numbers. */
export type ColumnNames = Readonly<Partial<Record<Target, readonly string[]>>>

export interface ColumnMap {
  readonly id: string
  readonly title: string
  /** Where the names were read. */
  readonly from: string
  readonly columns: ColumnNames
}

/** A column of this table with its meaning. */
export interface Column {
  readonly index: number
  /** The header as written, with a number behind it when it stands twice. */
  readonly header: string
  readonly target: Target
  /** 1 for the only or first employer, school or referee; 2 and 3 for the next. */
  readonly group: number
}

/** `Referee 2: E-mail` → `refereeemail` */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')

/** Whose e-mail it is goes without saying in a table of applicants. */
const WHOSE = /^(?:candidates?|applicants?|contact)/
const GROUPS = 9
const groupOf = (header: string): number => {
  const number = Number(/\d+/.exec(header)?.[0] ?? '1')
  return number >= 1 && number <= GROUPS ? number : 1
}

/** The columns that a map knows, in the order of the table. */
export function columnsBy(names: ColumnNames, headers: readonly string[]): Column[] {
  const meaning = new Map<string, Target>()
  for (const target of TARGETS)
    for (const name of names[target] ?? []) if (!meaning.has(headerKey(name))) meaning.set(headerKey(name), target)
  const columns: Column[] = []
  const seen = new Map<string, number>()
  for (const [index, header] of headers.entries()) {
    const times = (seen.get(header) ?? 0) + 1
    seen.set(header, times)
    const key = headerKey(header)
    const target = meaning.get(key) ?? meaning.get(key.replace(WHOSE, ''))
    if (target !== undefined)
      columns.push({
        index,
        header: times === 1 ? header : `${header} (${times})`,
        target,
        group: Math.max(groupOf(header), isGrouped(target) ? times : 1),
      })
  }
  return columns
}

const GROUPED: readonly Target[] = [
  'employer',
  'title',
  'from',
  'to',
  'school',
  'degree',
  'field',
  'referee-name',
  'referee-email',
  'referee-phone',
  'referee-organisation',
  'referee-relation',
]
const isGrouped = (target: Target): boolean => GROUPED.includes(target)

/** Something by which an applicant can be told from another. */
const TELLING: readonly Target[] = ['name', 'first-name', 'last-name', 'email', 'phone', 'link', 'github']
export const tellsApart = (columns: readonly Column[]): boolean => columns.some((column) => TELLING.includes(column.target))
