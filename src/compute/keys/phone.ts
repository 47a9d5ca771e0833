import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

/** (202) 555-0101 is the North American form and no other's. */
const AMERICAN = /^\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?:\s*(?:x|ext\.?)\s*\d+)?$/

/**
 * A number in international form (E.164), undefined where it is none. `region` (ISO 3166, two letters) helps only those
 * written without a country code; a number is never guessed from a place.
 *
 * Possible rather than valid (libphonenumber's words): numbers kept for fiction are possible, and numbering plans change
 * faster than metadata.
 */
export function phoneKey(written: string, region?: string): string | undefined {
  const typed = written
    .trim()
    .replace(/^tel:/i, '')
    .replace(/^00(?=[1-9])/, '+')
  const known = region ?? (AMERICAN.test(typed) ? 'US' : undefined)
  // A spreadsheet takes +12025550101 for a number and drops the plus.
  const digits = /^[1-9]\d{9,14}$/.test(typed) && known === undefined ? `+${typed}` : typed
  const parsed = parsePhoneNumberFromString(digits, known === undefined ? {} : { defaultCountry: known as CountryCode })
  return parsed?.isPossible() === true && /^\+[1-9]\d{5,14}$/.test(parsed.number) ? parsed.number : undefined
}
