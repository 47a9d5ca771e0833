import type { ListedIdentifier } from '../../model/listed-party.ts'

type Kind = ListedIdentifier['kind']

/** First that fits wins: `tax registration number` is a tax number, `passport of the national police` a passport. */
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^other\b/i, 'other'],
  [/passport|pasaporte|passeport/i, 'passport'],
  [/\blei\b|legal entity identifier/i, 'lei'],
  [/\bswift\b|\bbic\b/i, 'swift'],
  [/\bimo\b/i, 'imo'],
  [/\bmmsi\b/i, 'mmsi'],
  [/call.?sign/i, 'call-sign'],
  [/tail number|aircraft/i, 'tail-number'],
  [/\btax|\btin\b|\binn\b|\bvat\b|fiscal|taxid/i, 'tax'],
  [
    /regist|\bogrn\b|\bokpo\b|company number|business number|trade licen[cs]e|enterprise number|unified social credit|\bregnumber\b/i,
    'registration',
  ],
  [/e-?mail/i, 'email'],
  [/phone|fax|mobile/i, 'phone'],
  [/web|url|domain/i, 'website'],
  [/iban|account/i, 'account'],
  [/national|identity|identification|\bid\b|cedula|tazkira|social security|personal|birth certificate|\bssn\b/i, 'national-id'],
]

/** What a publisher's word for a document or number means here; `other` where no word is known. */
export const identifierKind = (label: string): Kind => KINDS.find(([pattern]) => pattern.test(label))?.[1] ?? 'other'
