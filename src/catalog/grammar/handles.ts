import { sha256 } from '@noble/hashes/sha2.js'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { ValueOf } from '../../model/vocabulary.ts'
import { claim } from './draft.ts'
import type { Found } from './contacts.ts'

type Messenger = ValueOf<'messenger'>

const LABELLED =
  /\b(telegram|discord|skype|whatsapp|signal|we\s?chat|weixin)\b(?:\s(?:id|name|handle|user|username|no|number))?\s{0,3}[:@\t(–-]{1,3}\s{0,3}(\+?[\w.@#:+-][\w.@#:+\s-]{1,40})/giu
const TELEGRAM_LINK = /(?<![\w.])t(?:elegram)?\.me\/(\+?\w{4,40})/giu
const SERVICE: Readonly<Record<string, Messenger['service']>> = {
  telegram: 'telegram',
  discord: 'discord',
  skype: 'skype',
  whatsapp: 'whatsapp',
  signal: 'signal',
  wechat: 'wechat',
  weixin: 'wechat',
}

/** Accounts on messengers that a line names, behind their service's name. */
export function messengersIn(line: { readonly text: string; readonly at: string }): Found[] {
  const found: Found[] = []
  const add = (service: Messenger['service'], text: string): void => {
    const handle = handleOf(service, text)
    const spelled = handle?.startsWith('+') ? text.trim() : text.trim().split(/\s/u)[0]!
    if (handle !== undefined)
      found.push({ spelled, draft: claim('messenger', { service, handle }, line.at, spelled === handle ? undefined : spelled) })
  }
  for (const match of line.text.matchAll(TELEGRAM_LINK)) add('telegram', match[1]!)
  for (const match of line.text.matchAll(LABELLED)) {
    const service = SERVICE[match[1]!.toLowerCase().replace(/\s/gu, '')]
    if (service !== undefined) add(service, match[2]!)
  }
  return found
}

/** Numbers as E.164, handles without the @, in lower case where the service takes no notice of it. */
function handleOf(service: Messenger['service'], spelled: string): string | undefined {
  const digits = spelled.replace(/[\s().-]/gu, '')
  if (/^\+?\d{7,15}/u.test(digits)) {
    const parsed = parsePhoneNumberFromString(/^\+?\d{7,15}/u.exec(digits)![0].replace(/^\+?/u, '+'))
    return parsed?.isPossible() === true ? parsed.number : undefined
  }
  const word = spelled
    .trim()
    .split(/\s/u)[0]!
    .replace(/^@|[.,;:)]+$/gu, '')
  if (!/^[\w.:#-]{3,64}$/u.test(word) || /^(?:and|group|channel|bot|or|the|for|com)$/iu.test(word)) return undefined
  return service === 'telegram' || service === 'skype' || service === 'discord' ? word.toLowerCase() : word
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const SHAPES: readonly (readonly [chain: string, form: RegExp, valid: (address: string) => boolean])[] = [
  ['bitcoin', /(?<![\w])bc1[02-9ac-hj-np-z]{11,71}(?![\w])/gu, () => true],
  ['bitcoin', /(?<![\w])[13][1-9A-HJ-NP-Za-km-z]{25,34}(?![\w])/gu, hasChecksum],
  ['ethereum', /(?<![\w])0x[0-9a-fA-F]{40}(?![\w])/gu, () => true],
  ['tron', /(?<![\w])T[1-9A-HJ-NP-Za-km-z]{33}(?![\w])/gu, hasChecksum],
]

/** Addresses on a chain, told by their shape and, where the shape has one, their checksum. */
export function walletsIn(line: { readonly text: string; readonly at: string }): Found[] {
  if (!/\w{26}/u.test(line.text)) return []
  return SHAPES.flatMap(([chain, form, valid]) =>
    [...line.text.matchAll(form)].flatMap(([spelled]) => {
      const address = chain === 'ethereum' ? spelled.toLowerCase() : spelled
      return valid(spelled)
        ? [{ spelled, draft: claim('wallet', { chain, address }, line.at, spelled === address ? undefined : spelled) }]
        : []
    }),
  )
}

/** Base58Check: the last four of 25 bytes are the beginning of the double SHA-256 of the others. */
function hasChecksum(address: string): boolean {
  let number = 0n
  for (const letter of address) number = number * 58n + BigInt(BASE58.indexOf(letter))
  const bytes = new Uint8Array(25)
  for (let i = 24; i >= 0; i -= 1) {
    bytes[i] = Number(number & 0xffn)
    number >>= 8n
  }
  const check = sha256(sha256(bytes.subarray(0, 21)))
  return number === 0n && [0, 1, 2, 3].every((i) => check[i] === bytes[21 + i])
}
