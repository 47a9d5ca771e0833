import { LISTED_IDENTIFIERS, type ListedIdentifier, type PartyType } from '../../model/listed-party.ts'

/** What a column of a plain table means ← header words that people use for it, as `plainHeader` writes them. */
const WORDS = {
  id: ['id', 'entry id', 'entry', 'uid', 'reference', 'ref', 'entity id', 'party id'],
  name: ['name', 'full name', 'party', 'party name', 'entity', 'entity name', 'primary name', 'label'],
  given: ['given', 'given name', 'given names', 'first name', 'firstname', 'forename', 'forenames'],
  family: ['family', 'family name', 'last name', 'lastname', 'surname'],
  type: ['type', 'party type', 'entity type', 'schema', 'kind'],
  alias: ['alias', 'aliases', 'aka', 'a k a', 'also known as', 'other names', 'alternative names'],
  weak: ['weak alias', 'weak aliases', 'low quality alias', 'low quality aliases', 'nickname', 'nicknames'],
  former: ['former name', 'former names', 'previous name', 'previous names', 'fka', 'f k a', 'formerly'],
  birth: ['birth', 'birth date', 'birthdate', 'date of birth', 'dob', 'd o b', 'born'],
  birthPlace: ['birth place', 'birthplace', 'place of birth', 'pob'],
  nationality: ['nationality', 'nationalities', 'citizenship', 'citizenships'],
  address: ['address', 'addresses', 'postal address'],
  wallet: ['wallet', 'wallets', 'wallet address', 'wallet addresses', 'crypto address', 'crypto addresses', 'blockchain address'],
  currency: ['currency', 'asset', 'coin', 'chain', 'network'],
  programme: ['programme', 'programmes', 'program', 'programs', 'list', 'regime', 'sanctions'],
  listed: ['listed', 'listed on', 'listing date', 'date listed', 'designated', 'date designated', 'start date', 'added', 'since'],
  delisted: ['delisted', 'delisted on', 'removed', 'removed on', 'date removed', 'end date', 'until'],
  owner: ['owner', 'owners', 'owned by', 'parent', 'parent company'],
  share: ['share', 'ownership', 'ownership share', 'percent', 'per cent', 'percentage'],
  remarks: ['remarks', 'remark', 'note', 'notes', 'comment', 'comments', 'reason', 'reasons', 'source', 'description'],
} as const
export type Meaning = keyof typeof WORDS

export const MEANINGS = Object.keys(WORDS) as readonly Meaning[]
const BY_WORD = new Map<string, Meaning>(MEANINGS.flatMap((meaning) => WORDS[meaning].map((word) => [word, meaning])))

export const IDENTIFIER_KINDS = LISTED_IDENTIFIERS.filter((kind) => kind !== 'other')

const IDENTIFIERS = new Map<string, ListedIdentifier['kind']>([
  ...IDENTIFIER_KINDS.map((kind) => [kind.replaceAll('-', ' '), kind] as const),
  ['passport number', 'passport'],
  ['passport no', 'passport'],
  ['id number', 'national-id'],
  ['national id number', 'national-id'],
  ['tax id', 'tax'],
  ['tax number', 'tax'],
  ['tin', 'tax'],
  ['registration number', 'registration'],
  ['company number', 'registration'],
  ['bic', 'swift'],
  ['imo number', 'imo'],
  ['iban', 'account'],
  ['account number', 'account'],
  ['phone number', 'phone'],
  ['phones', 'phone'],
  ['e mail', 'email'],
  ['email address', 'email'],
  ['emails', 'email'],
  ['mail', 'email'],
  ['web', 'website'],
  ['web site', 'website'],
  ['websites', 'website'],
  ['url', 'website'],
  ['domain', 'website'],
  ['domains', 'website'],
  ['username', 'handle'],
  ['github', 'handle'],
  ['telegram', 'handle'],
])

const TYPES: Readonly<Record<string, PartyType>> = {
  person: 'person',
  individual: 'person',
  organisation: 'organisation',
  organization: 'organisation',
  company: 'organisation',
  entity: 'organisation',
  legalentity: 'organisation',
  vessel: 'vessel',
  ship: 'vessel',
  aircraft: 'aircraft',
  airplane: 'aircraft',
  unknown: 'unknown',
}

/** Words of which one must stand in a header: a table without a name is no list. */
export const NAMING: readonly string[] = [...WORDS.name, ...WORDS.family]
export const meaningOf = (header: string): Meaning | undefined => BY_WORD.get(header)
export const identifierOf = (header: string): ListedIdentifier['kind'] | undefined => IDENTIFIERS.get(header)
/** Undefined where the word is none of ours. */
export const typeCalled = (written: string): PartyType | undefined => TYPES[written.toLowerCase().replaceAll(/[^a-z]/g, '')]
