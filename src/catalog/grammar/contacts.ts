import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import { phoneKey } from '../../compute/keys/phone.ts'
import type { AnyDraft } from '../../model/statement.ts'
import { claim } from './draft.ts'
import { findPeriods } from './dates.ts'
import { countryCodeOf } from './places.ts'
import type { Placed } from './sections.ts'

/** Bounded on both sides of the @, so that a line of hostile letters costs linear time. */
const EMAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/gu
/** What z.email() of the vocabulary takes; anything else is not an address that could be written to. */
const SENDABLE = /^[a-z0-9](?:[a-z0-9_'+%-]|\.(?!\.)){0,63}(?<!\.)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}$/u
/** "Email.ada@example.com": the label, with a full stop for a colon. Nobody's mailbox begins so. */
const GLUED_LABEL = /^e-?mail(?:id)?[._-](?=[^@]+@)/u
/** Digits with the separators of phone numbers; at least seven digits are checked afterwards. */
const PHONE = /(?:\(?\+|(?<![\p{L}\d@/#_-]|\d\.)(?:00)?)[ ]?\(?\d(?:[ ().–/-]{0,3}\d){6,17}(?![\d@])/gu
const PHONE_LABEL =
  /(?:phone|mobile|mob|cell|tel|telephone|contact|whatsapp|handy|telefon|móvil|celular|portable|\bph|\bm|\bt|☎|📞|📱)\s?(?:no|number|nr|#|n°)?\.?\s{0,3}[:.#(-]?\s{0,3}$/iu
/** North American spelling: three, three and four digits, set apart. */
const NANP = /(?:^|[^\d-])(\(?[2-9]\d{2}\)?[ .-]{1,3}[2-9]\d{2}[ .–-]{1,3}\d{4})$/u

export interface Found {
  readonly draft: AnyDraft
  /** As written, so that passages can mask it. */
  readonly spelled: string
}

export function emailsIn(line: Placed): Found[] {
  if (!line.text.includes('@')) return []
  return [...line.text.matchAll(EMAIL)].flatMap(([spelled]) => {
    const address = spelled.toLowerCase().replace(GLUED_LABEL, '')
    return SENDABLE.test(address) ? [{ spelled, draft: claim('email', address, line.at, spelled) }] : []
  })
}

/** Numbers of a line in E.164. `home`: the country that the document names as residence, for national numbers after a label. */
export function phonesIn(line: Placed, home: CountryCode | undefined): Found[] {
  const found: Found[] = []
  if (!/\d\D{0,3}\d\D{0,3}\d/u.test(line.text)) return found
  const dates = findPeriods(line.text)
  for (const match of line.text.matchAll(PHONE)) {
    const spelled = match[0].trim()
    const start = match.index
    if (dates.some((d) => !d.single && d.start <= start && d.end >= start + 8)) continue
    const number = e164(spelled, home !== undefined && labelled(line.text, start) ? home : undefined)
    if (number !== undefined) found.push({ spelled, draft: claim('phone', number, line.at, spelled) })
  }
  return found
}

const labelled = (text: string, start: number): boolean =>
  PHONE_LABEL.test(text.slice(Math.max(0, start - 24), start).replaceAll('\t', ' '))

/**
 * Possible rather than valid: the numbers reserved for fiction are possible, and numbering plans change faster than metadata.
 * A national number is read only where its country is beyond doubt.
 */
function e164(spelled: string, home: CountryCode | undefined): string | undefined {
  const international = spelled.startsWith('+') || spelled.startsWith('(+') || spelled.startsWith('00')
  if (international) return phoneKey(spelled.replace(/^\(?(?:\+|00)\s?/u, '+').replace(/\(0\)/u, ''))
  const american = NANP.exec(spelled)?.[1]
  if (american !== undefined) return phoneKey(`+1${american.replace(/\D/gu, '')}`)
  if (home === undefined) return undefined
  const parsed = parsePhoneNumberFromString(spelled, home)
  return parsed?.isValid() === true ? parsed.number : undefined
}

/** The country that the header names, when it names exactly one. */
export function homeCountry(lines: readonly Placed[]): CountryCode | undefined {
  const codes = new Set<string>()
  for (const line of lines) {
    if (line.section !== 'header' && line.section !== 'personal' && !/address|location/iu.test(line.text)) continue
    for (const part of line.text.split(/[,\t:;|(){}[\]•·]/u)) {
      const code = countryCodeOf(part.trim().replace(/\.$/u, ''))
      if (code !== undefined) codes.add(code)
    }
  }
  const [only] = codes
  return codes.size === 1 ? (only as CountryCode) : undefined
}
