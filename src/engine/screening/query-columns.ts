import { z } from 'zod'
import { badUsage } from '../../model/errors.ts'
import { LISTED_IDENTIFIERS, type ListedIdentifier } from '../../model/listed-party.ts'
import { isRefusedKey } from '../../model/refused.ts'

/** What a column of a file of queries may hold. */
const TARGETS = ['id', 'name', 'given', 'family', 'alias', 'type', 'birth', 'address', 'wallet', 'currency', ...LISTED_IDENTIFIERS] as const
export type QueryTarget = (typeof TARGETS)[number]

export interface QueryColumn {
  readonly at: number
  readonly header: string
  readonly target: QueryTarget
}

/** Common headers, compared without case, blanks and punctuation. */
const WORDS: Readonly<Record<QueryTarget, string>> = {
  id: 'id ref reference customerid payeeid workerid rowid uid',
  name: 'name fullname payee payeename beneficiary beneficiaryname customer customername worker workername legalname party',
  given: 'firstname givenname forename forenames givennames',
  family: 'lastname surname familyname',
  alias: 'alias aliases aka alsoknownas othernames formername',
  type: 'type partytype entitytype kind schema',
  birth: 'birth birthdate dateofbirth dob birthyear yearofbirth born',
  address: 'address postaladdress fulladdress street streetaddress',
  wallet: 'wallet walletaddress cryptoaddress digitalcurrencyaddress',
  currency: 'currency chain network token asset',
  passport: 'passport passportno passportnumber',
  'national-id': 'nationalid nationalidno idnumber personalnumber documentnumber',
  tax: 'tax taxid taxnumber tin vat vatnumber inn',
  registration: 'registration registrationnumber companynumber companyno regno ogrn',
  lei: 'lei leicode',
  swift: 'swift bic swiftbic swiftcode',
  imo: 'imo imonumber',
  mmsi: 'mmsi',
  'call-sign': 'callsign',
  'tail-number': 'tailnumber aircraftregistration',
  account: 'account accountnumber iban bankaccount',
  phone: 'phone phonenumber telephone mobile',
  email: 'email emailaddress mail',
  website: 'website url domain homepage',
  handle: 'handle username telegram',
  other: 'otherid otheridentifier',
}
const KNOWN = new Map(TARGETS.flatMap((target) => WORDS[target].split(' ').map((word) => [word, target] as const)))
const wordOf = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const MAP = z.record(z.string().min(1), z.string().min(1))

/** What a row has once. */
const ONE_COLUMN: ReadonlySet<QueryTarget> = new Set<QueryTarget>(['id', 'name', 'type'])

export interface QueryColumns {
  readonly columns: readonly QueryColumn[]
  /** Headers that hold what must not be compared here; never read. */
  readonly refused: readonly string[]
  readonly unknown: readonly string[]
}

/**
 * Which column holds what. `map` says it for headers of one's own (target: header). Birth dates may be compared here and nowhere else
 * (R-071); nationality may not, for only the form of a person who decides has a place for it (R-075).
 */
export function queryColumns(headers: readonly string[], map: unknown): QueryColumns {
  const mapped = map === undefined ? new Map<string, QueryTarget>() : mappedHeaders(map, headers)
  const said = new Set(mapped.values())
  const columns: QueryColumn[] = []
  const [refused, unknown]: [string[], string[]] = [[], []]
  headers.forEach((header, at) => {
    const guessed = KNOWN.get(wordOf(header))
    // Of what the map says, nothing is guessed beside it.
    const target = mapped.get(header) ?? (guessed !== undefined && ONE_COLUMN.has(guessed) && said.has(guessed) ? undefined : guessed)
    if (target !== undefined) columns.push({ at, header, target })
    else if (isRefusedKey(header) !== undefined) refused.push(header)
    else unknown.push(header)
  })
  for (const one of ONE_COLUMN) {
    const twice = columns.filter((column) => column.target === one)
    if (twice.length > 1)
      throw badUsage(
        `The columns ${twice.map((c) => `"${c.header}"`).join(' and ')} both look like the ${one}. Say which with --map (${one}: <column>).`,
      )
  }
  if (!columns.some(({ target }) => target === 'name' || target === 'family' || target === 'wallet' || IDENTIFYING.has(target)))
    throw badUsage(
      `The file has no column with a name, a wallet address or an identifier. Its columns are ${headers.slice(0, 20).join(', ')}. Call one "name", or say which with --map (name: <column>).`,
    )
  return { columns, refused, unknown }
}

const IDENTIFYING: ReadonlySet<string> = new Set(LISTED_IDENTIFIERS)
export const isIdentifier = (target: QueryTarget): target is ListedIdentifier['kind'] => IDENTIFYING.has(target)

function mappedHeaders(map: unknown, headers: readonly string[]): Map<string, QueryTarget> {
  const parsed = MAP.safeParse(map)
  if (!parsed.success) throw badUsage('The map must say which column holds what, such as:\nname: payee_full_name\nbirth: date_born')
  return new Map(
    Object.entries(parsed.data).map(([target, header]) => {
      const known = TARGETS.find((t) => t === target)
      if (known === undefined)
        throw badUsage(`The map names "${target}", which is nothing that is compared. Known are: ${TARGETS.join(', ')}.`)
      if (!headers.includes(header))
        throw badUsage(
          `The map names the column "${header}", which the file does not have. Its columns are ${headers.slice(0, 30).join(', ')}.`,
        )
      const topic = isRefusedKey(header)
      if (topic !== undefined && known !== 'birth')
        throw badUsage(`The column "${header}" may not be compared (${topic.topic}). Take it out of the map.`)
      return [header, known]
    }),
  )
}
