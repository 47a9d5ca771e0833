/** Names of countries and territories as English writes them, from the platform's own tables. */
const COUNTRY_CODES = countryCodes()
const US_STATES =
  'AL:Alabama AK:Alaska AZ:Arizona AR:Arkansas CA:California CO:Colorado CT:Connecticut DE:Delaware DC:District_of_Columbia FL:Florida GA:Georgia HI:Hawaii ID:Idaho IL:Illinois IN:Indiana IA:Iowa KS:Kansas KY:Kentucky LA:Louisiana ME:Maine MD:Maryland MA:Massachusetts MI:Michigan MN:Minnesota MS:Mississippi MO:Missouri MT:Montana NE:Nebraska NV:Nevada NH:New_Hampshire NJ:New_Jersey NM:New_Mexico NY:New_York NC:North_Carolina ND:North_Dakota OH:Ohio OK:Oklahoma OR:Oregon PA:Pennsylvania RI:Rhode_Island SC:South_Carolina SD:South_Dakota TN:Tennessee TX:Texas UT:Utah VT:Vermont VA:Virginia WA:Washington WV:West_Virginia WI:Wisconsin WY:Wyoming ' +
  'AB:Alberta BC:British_Columbia MB:Manitoba NB:New_Brunswick NS:Nova_Scotia ON:Ontario QC:Quebec SK:Saskatchewan NSW:New_South_Wales VIC:Victoria QLD:Queensland'
const STATE_CODES = new Set(US_STATES.split(' ').map((pair) => pair.split(':')[0]!))
const STATE_NAMES = new Set(US_STATES.split(' ').map((pair) => pair.split(':')[1]!.replaceAll('_', ' ').toLowerCase()))
const REMOTE = /^(?:fully\s)?remote(?:ly)?$|^remote,\s/iu

function countryCodes(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const codes = new Map<string, string>([
    ['usa', 'US'],
    ['u.s.a', 'US'],
    ['us', 'US'],
    ['uk', 'GB'],
    ['uae', 'AE'],
    ['england', 'GB'],
    ['scotland', 'GB'],
    ['wales', 'GB'],
    ['czech republic', 'CZ'],
    ['the netherlands', 'NL'],
    ['deutschland', 'DE'],
    ['méxico', 'MX'],
    ['brasil', 'BR'],
    ['españa', 'ES'],
    ['italia', 'IT'],
    ['türkiye', 'TR'],
    ['turkey', 'TR'],
    ['hong kong', 'HK'],
  ])
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const a of letters)
    for (const b of letters) {
      const name = names.of(a + b)
      if (name !== undefined && !/^(?:AC|CP|DG|EA|EU|EZ|IC|QO|TA|UN|X[A-Z]|ZZ)$/u.test(a + b)) codes.set(name.toLowerCase(), a + b)
    }
  return codes
}

/** ISO code of the country this text names, for reading national phone numbers; nothing is weighed by it. */
export function countryCodeOf(text: string): string | undefined {
  return COUNTRY_CODES.get(
    text
      .toLowerCase()
      .replace(/[.\s]+$/u, '')
      .trim(),
  )
}

/** Does this look like "City, Region", "City, Country" or "Remote"? The text must be nothing else. */
export function isPlace(text: string): boolean {
  const bare = text.trim().replace(/^[([]|[)\].]$/gu, '')
  if (bare.length < 2 || bare.length > 60 || /[@:/|]/u.test(bare)) return false
  if (REMOTE.test(bare)) return true
  const parts = bare
    .split(/\s{0,2}[,–—-]\s{1,2}|,/u)
    .map((p) => p.trim())
    .filter((p) => p !== '')
  if (parts.length > 4 || parts.length === 0) return false
  const last = parts.at(-1)!.replace(/\s?[-–]?\s?\(?[A-Z]{0,2}\d[\dA-Z -]{2,9}\)?$/u, '')
  const region = STATE_CODES.has(last) || STATE_NAMES.has(last.toLowerCase()) || countryCodeOf(last) !== undefined
  if (parts.length === 1) {
    const before = /^(.{2,40})\s([A-Z]{2,3})$/u.exec(last)
    return (
      (last !== 'US' && countryCodeOf(last) !== undefined && last.length > 3) ||
      STATE_NAMES.has(last.toLowerCase()) ||
      (before !== null && STATE_CODES.has(before[2]!) && isTown(before[1]!))
    )
  }
  return region && parts.slice(0, -1).every(isTown)
}

/** One to four capitalised words. */
const isTown = (text: string): boolean => /^\p{Lu}[\p{L}.'’-]{1,25}(?:\s(?:\p{Lu}|de|la|am|of|do|da)[\p{L}.'’-]{0,25}){0,3}$/u.test(text)
