import type { ColumnKind } from '../src/compute/record-linkage/columns.ts'

/**
 * For the peers in SQL: an expression that gives the key of a value of this kind, or NULL where it takes a library. `keyOf` is the
 * definition; each branch covers a form for which both give the same, and a test compares them. Values come trimmed and are never
 * empty.
 */
export function settled(kind: ColumnKind, value: string): string {
  switch (kind) {
    case 'name':
    case 'address':
    case 'text':
      // Text beyond ASCII is folded by the engine. A value without a letter or digit is none.
      return `CASE WHEN regexp_full_match(${value}, '[\\x00-\\x7f]*[A-Za-z0-9][\\x00-\\x7f]*') THEN trim(regexp_replace(lower(${value}), '[^a-z0-9]+', ' ', 'g')) END`
    case 'email':
      return email(value)
    case 'phone':
      return `CASE WHEN regexp_full_match(${value}, '\\+[1-9][0-9]{7,13}') THEN ${value} WHEN regexp_full_match(${value}, '\\+1[ .-]?\\(?[2-9][0-9]{2}\\)?[ .-]?[0-9]{3}[ .-]?[0-9]{4}') THEN '+' || regexp_replace(${value}, '[^0-9]', '', 'g') END`
    case 'wallet':
      // One case throughout carries no checksum (EIP-55), so nothing can be damaged. Mixed case goes to the engine.
      return `CASE WHEN regexp_full_match(${value}, '0x(?:[0-9a-f]{40}|[0-9A-F]{40})') THEN lower(${value}) END`
    case 'account':
      return `CASE WHEN regexp_full_match(${value}, '[A-Za-z0-9]{4}[A-Za-z0-9 ./-]*') THEN upper(regexp_replace(${value}, '[ ./-]', '', 'g')) END`
    case 'device':
      return `CASE WHEN regexp_full_match(${value}, '[0-9a-f]{4,}(?:[:-]?[0-9a-f]+)*') AND ltrim(${value}, '0:-') <> '' THEN ${value} END`
    case 'ip':
      // What may be inside every home and office goes to the engine.
      return `CASE WHEN regexp_full_match(${value}, '${OCTET}(?:\\.${OCTET}){3}') AND NOT regexp_matches(${value}, '^(?:0|10|127|169\\.254|172|192\\.168)\\.') THEN ${value} END`
    case 'date':
      return `CASE WHEN regexp_full_match(${value}, '[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])') THEN ${value} END`
    default:
      return value
  }
}

const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
/** Providers that ignore more than what follows a plus; the engine knows what. */
const PARTICULAR = ['gmail.com', 'googlemail.com', 'proton.me', 'protonmail.com', 'pm.me', 'me.com', 'mac.com']
/** Providers that ignore what follows a plus and nothing else. */
const PLUS = [
  'icloud.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'fastmail.com',
  'zoho.com',
  'example.com',
  'example.org',
  'example.net',
]

const list = (domains: readonly string[]): string => domains.map((domain) => `'${domain}'`).join(', ')

function email(value: string): string {
  const shape = `regexp_full_match(lower(${value}), '[a-z0-9_][a-z0-9._+-]*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}')`
  const domain = `lower(split_part(${value}, '@', 2))`
  const plain = `${shape} AND NOT contains(${value}, '+') AND ${domain} NOT IN (${list(PARTICULAR)}) AND NOT starts_with(${domain}, 'www.')`
  const plus = `${shape} AND ${domain} IN (${list(PLUS)})`
  const dotless = `regexp_full_match(lower(${value}), '[a-z0-9_][a-z0-9._-]*@gmail\\.com')`
  return `CASE WHEN ${plain} THEN lower(${value}) WHEN ${plus} THEN lower(split_part(split_part(${value}, '@', 1), '+', 1)) || '@' || ${domain} WHEN ${dotless} THEN replace(lower(split_part(${value}, '@', 1)), '.', '') || '@gmail.com' END`
}
