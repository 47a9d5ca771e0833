import type { ListedIdentifier, ListedParty } from '../../../model/listed-party.ts'
import { tidy } from '../text.ts'
import { writtenBirth } from './dates.ts'

type Kind = ListedIdentifier['kind']

/**
 * What the office calls its identifiers, in remarks and in both kinds of XML alike. The first that fits; what ends like an
 * identifier and fits none is `other`.
 */
const LABELS: readonly (readonly [label: RegExp, kind: Kind])[] = [
  [/^(?:Diplomatic |Stateless Person |British National Overseas )?Passport(?: No\.?| Number)?$/, 'passport'],
  [/^(?:Travel Document Number|Refugee ID Card|Interpol(?:: Red Notice(?: File)? No\.?)?)$/, 'other'],
  [/^(?:Vessel Registration Identification|Vessel Registration Number|IMO)$/, 'imo'],
  [/^(?:MMSI|Maritime Mobile Service Identity(?: \(MMSI\))?)$/, 'mmsi'],
  [/^(?:Other )?(?:Vessel |Aircraft )?Call Sign$/, 'call-sign'],
  [/^(?:Previous )?Aircraft Tail Number$/, 'tail-number'],
  [/^Legal Entity (?:Number|Identifier)(?: \(LEI\))?$/, 'lei'],
  [/^SWIFT(?:\/BIC)?(?: Code)?$/, 'swift'],
  [/^(?:Bank Account(?: (?:Number|No\.))?|Account (?:Number|No\.)|IBAN)$/, 'account'],
  [
    /^(?:Tax ID No\.?|NIT #?|RIF #?|RUC #?|RFC|R\.F\.C\.|C\.U\.I\.T\.|CUIT|CUIL|V\.A\.T\. Number|VAT Number|Italian Fiscal Code|Fiscal Code|CNPJ #?|Numero de Identificacion Tributaria|RTN|Tax Identification Number)$/,
    'tax',
  ],
  [
    /^(?:National ID No\.?|National Foreign ID Number|Cedula(?: de (?:Ciudadania|Residencia|Extranjeria))?(?: No\.?)?|D\.N\.I\.|C\.U\.R\.P\.|CURP #?|I\.F\.E\.|SSN|Personal ID Card|Identification Number|Identity Card(?: No\.?)?|Residency Number|Numero de Identidad|NIE|N\.I\.E\.|Carnet No\.?|Kenyan ID No\.?|Turkish Identification Number|Bosnian Personal ID No\.?|Serbian Personal ID No\.?|Afghan (?:Identification Card|Money Service Provider License) (?:Number|No\.?)|Citizen's Card Number|LE Number|Tazkira(?: National ID Card)?(?: No\.?| Number)?|Dubai ID|Stateless Person ID Card|Cartilla de Servicio Militar Nacional|Driver's License No\.?|Electoral Registry No\.?|Birth Certificate Number|Registro Federal de Contribuyentes|Matricula de Identidad|Seafarer's Identification Document|Foreign Identification Number|DNI Number)$/,
    'national-id',
  ],
  [
    /^(?:Registration (?:Number|ID)|Business Registration (?:Number|Document #)|Business (?:Number|License)|Company (?:Number|ID)|UK Company Number|Commercial Registry Number|Registered Charity No\.?|Trade License No\.?|C\.R\. No\.?|Folio Mercantil No\.?|Matricula Mercantil No\.?|Public Registration Number|Chamber of Commerce Number|Central Registration System Number|Istanbul Chamber of Comm\. No\.?|Government Gazette Number|Unified Social Credit Code(?: \(USCC\))?|Organization Code|D-U-N-S Number|Economic Register Number(?: \(CBLS\))?|Enterprise Number|File Number|Romanian C\.R\.|Certificate of Incorporation Number|Dubai Chamber of Commerce Membership No\.?|License|Commercial Registration Number)$/,
    'registration',
  ],
  [/^(?:Phone (?:Number|No\.)|Telephone(?: No\.| Number)?|Telephone:)$/, 'phone'],
  [/^(?:Email Address|Email|E-mail)$/, 'email'],
  [/^Website:?$/, 'website'],
  [
    /^(?:Aircraft Manufacturer's Serial Number \(MSN\)|Aircraft Construction Number(?: \(also called L\/N or S\/N or F\/N\))?|BIK(?: \(RU\))?|Equity Ticker|ISIN|Aircraft Mode S Transponder Code|Former Vessel Registration Identification|Chinese Commercial Code|Fax)$/,
    'other',
  ],
]

export function identifierKind(label: string): Kind | undefined {
  const fits = LABELS.find(([pattern]) => pattern.test(label))?.[1]
  return fits ?? (/(?: No\.?| Number| #| Code| ID| ID Card)$/.test(label) ? 'other' : undefined)
}

/** Whose label is the value's only meaning: `passport` says it all. */
const SAYS_ALL = new Set<Kind>(['passport', 'lei', 'swift', 'imo', 'mmsi', 'call-sign', 'tail-number', 'phone', 'email', 'website'])

export interface Fact {
  readonly label: string
  readonly value: string
  readonly issuer?: string | undefined
}

/** Puts what is labelled so into the party. False where the label is none that has a place there: it stays a remark. */
export function addFact(party: ListedParty, { label, value: written, issuer }: Fact): boolean {
  const value = tidy(written)
  if (value === '') return false
  const currency = /^Digital Currency Address(?: - ([A-Z0-9]{2,12}))?$/.exec(label)
  if (currency !== null) {
    party.wallets.push({ address: value, ...(currency[1] === undefined ? {} : { currency: currency[1] }) })
    return true
  }
  switch (label) {
    case 'DOB':
    case 'Birthdate': {
      const birth = writtenBirth(value)
      if (birth !== undefined) party.births.push(birth)
      return birth !== undefined
    }
    case 'POB':
    case 'Place of Birth':
      party.birthPlaces.push(value)
      return true
    case 'nationality':
    case 'citizen':
    case 'Nationality Country':
    case 'Citizenship Country':
    case 'Nationality of Registration':
    case 'Vessel Flag':
      // A ship and an aircraft have a nationality too, by the country that they are registered in.
      if (value !== 'None Identified') party.nationalities.push(value)
      return true
    // Not kept: it serves no comparison, and what is not held cannot be weighed.
    case 'Gender':
      return true
    case 'Vessel Owner':
      party.ties.push({ kind: 'owned-by', party: value, by: 'name' })
      return true
    case 'Linked To:':
    case 'Linked To':
      party.ties.push({ kind: 'linked-to', party: value, by: 'name' })
      return true
    default:
      return addIdentifier(party, { label, value, issuer })
  }
}

function addIdentifier(party: ListedParty, { label, value, issuer }: Fact): boolean {
  const kind = identifierKind(label)
  if (kind === undefined) return false
  const imo = /^IMO (\d{7})$/.exec(value)
  // Ships and the companies that run them are numbered by the same body, and not in one row.
  const isShip = imo !== null && party.type === 'vessel'
  const identifier: ListedIdentifier = {
    kind: isShip ? 'imo' : imo === null ? (kind === 'imo' ? 'registration' : kind) : 'registration',
    value: isShip ? (imo[1] ?? value) : value,
    ...(issuer === undefined || issuer === '' ? {} : { issuer: tidy(issuer) }),
    ...(SAYS_ALL.has(kind) && (kind !== 'imo' || isShip) ? {} : { label: label.replace(/[ :]+$/, '') }),
  }
  party.identifiers.push(identifier)
  return true
}
