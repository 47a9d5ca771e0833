import { ascii } from '../ascii.ts'

/**
 * A full postal address for comparing by equality, and by nothing less: letters and digits in ASCII and lower case, the
 * words for streets, directions and units in their short forms, a trailing country name and the second half of a ZIP+4 dropped. Short forms:
 * USPS Publication 28, appendices B, C1 and C2.
 */
const SHORT: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'street=st str=st strasse=st avenue=ave av=ave boulevard=blvd road=rd lane=ln drive=dr court=ct place=pl square=sq terrace=ter ' +
    'parkway=pkwy highway=hwy circle=cir trail=trl way=way crescent=cres close=cl building=bldg floor=fl room=rm ' +
    'north=n south=s east=e west=w northeast=ne northwest=nw southeast=se southwest=sw ' +
    'apartment=unit apt=unit suite=unit ste=unit flat=unit number=unit no=unit ph=penthouse'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)
const UNIT = 'unit'
/** Written or left out; the address is whole without. */
const COUNTRIES = [['usa'], ['us'], ['united', 'states'], ['united', 'states', 'of', 'america'], ['uk'], ['gb'], ['united', 'kingdom']]

/** Undefined where the text is no full address: without a number, or of fewer than three words. A town or a postcode is nobody's. */
export function postalAddressKey(written: string): string | undefined {
  const tokens = (
    ascii(written.normalize('NFKC'))
      .toLowerCase()
      .replace(/#\s*(?=\w)/g, ' unit ')
      .replace(/\b(\d{5})-\d{4}\b/g, '$1')
      .replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '')
      .match(/[a-z0-9]+/g) ?? []
  )
    .map((token) => token.replace(/(?<=[a-z]{3})strasse$/, 'st').replace(/(?<=[a-z]{3})str$/, 'st'))
    .map((token) => SHORT[token] ?? token)
  const kept = withoutCountry(tokens).filter((token, i, all) => token !== UNIT || (all[i + 1] !== UNIT && i + 1 < all.length))
  return kept.length >= 3 && kept.some((token) => /\d/.test(token)) ? kept.join(' ') : undefined
}

function withoutCountry(tokens: readonly string[]): readonly string[] {
  const written = COUNTRIES.filter((name) => name.every((word, i) => tokens[tokens.length - name.length + i] === word))
  const longest = Math.max(0, ...written.map((name) => name.length))
  return tokens.slice(0, tokens.length - longest)
}
