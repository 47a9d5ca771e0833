import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import type { Collector } from '../../grammar/collector.ts'
import { linkOf, mailOf } from '../../grammar/contact-value.ts'
import { claim } from '../../grammar/draft.ts'
import type { Cursor } from './cursor.ts'

/** Where a profile lives when only its network and user name are given. */
const NETWORKS: Readonly<Record<string, string>> = {
  github: 'github.com/',
  gitlab: 'gitlab.com/',
  linkedin: 'linkedin.com/in/',
  stackoverflow: 'stackoverflow.com/users/',
}
const MESSENGERS = {
  telegram: 'telegram',
  discord: 'discord',
  skype: 'skype',
  whatsapp: 'whatsapp',
  signal: 'signal',
  wechat: 'wechat',
} as const

/** States name, contacts and place; returns their spellings, for masking prose. */
export function basicsOf(root: Cursor, into: Collector): string[] {
  const basics = root.child('basics')
  const spelled: string[] = []
  const name = basics.text('name')
  if (name !== undefined && into.add(claim('person-name', { full: name.text.slice(0, 500) }, name.at))) spelled.push(name.text)
  const email = basics.text('email')
  if (email !== undefined) {
    if (into.add(claim('email', mailOf(email.text), email.at, email.text))) spelled.push(email.text)
    else into.skip('Not an e-mail address', email.at)
  }
  const phone = basics.text('phone')
  if (phone !== undefined) {
    const country = basics.child('location').text('countryCode')?.text.toUpperCase()
    const number = e164(phone.text, country)
    if (number !== undefined && into.add(claim('phone', number, phone.at, phone.text))) spelled.push(phone.text)
    else into.skip('A phone number that cannot be read without its country', phone.at)
  }
  const site = basics.text('url', 'website')
  const link = site === undefined ? undefined : linkOf(site.text, 'portfolio')
  if (site !== undefined && link !== undefined && into.add(claim('link', link, site.at, site.text))) spelled.push(site.text)
  for (const profile of basics.items('profiles')) spelled.push(...profileOf(profile, into))
  placeOf(basics.child('location'), into)
  return spelled
}

/** Possible rather than valid: numbering plans change faster than tables of them. */
function e164(text: string, country: string | undefined): string | undefined {
  const known = /^[A-Z]{2}$/.test(country ?? '') ? (country as CountryCode) : undefined
  const parsed = parsePhoneNumberFromString(text.replace(/^00/, '+'), known)
  return parsed?.isPossible() === true ? parsed.number : undefined
}

function profileOf(profile: Cursor, into: Collector): string[] {
  const network =
    profile
      .text('network')
      ?.text.toLowerCase()
      .replaceAll(/[\s.-]|com$/g, '') ?? ''
  const [url, user] = [profile.text('url'), profile.text('username')]
  const messenger = MESSENGERS[network as keyof typeof MESSENGERS]
  if (messenger !== undefined && user !== undefined) {
    const handle = user.text.replace(/^@/, '').toLowerCase()
    into.add(claim('messenger', { service: messenger, handle: handle.slice(0, 500) }, user.at, user.text))
    return [user.text]
  }
  const prefix = NETWORKS[network]
  const [typed, at] =
    url !== undefined
      ? [url.text, url.at]
      : prefix !== undefined && user !== undefined
        ? [prefix + user.text.replace(/^@/, ''), user.at]
        : [undefined, '']
  const link = typed === undefined ? undefined : linkOf(typed)
  if (typed === undefined || link === undefined) return []
  return into.add(claim('link', link, at, url?.text ?? user?.text)) ? [typed] : []
}

function placeOf(location: Cursor, into: Collector): void {
  const parts = [location.text('city'), location.text('region'), location.text('countryCode')]
  const first = parts.find((part) => part !== undefined)
  const text = parts.flatMap((part) => (part === undefined ? [] : [part.text])).join(', ')
  if (first !== undefined) into.add(claim('place', { text: text.slice(0, 500), scope: 'residence' }, first.at))
  const street = location.text('address')
  if (street === undefined) return
  // Without the postal code, which is refused where it stands alone.
  const postal = [street.text, text].filter((part) => part !== '').join(', ')
  into.add(claim('postal-address', postal.replaceAll(/\s+/g, ' ').slice(0, 500), street.at))
}
