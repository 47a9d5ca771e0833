import { bankAccountKey } from '../../compute/keys/bank-account.ts'
import { deviceKey } from '../../compute/keys/device.ts'
import { domainKey } from '../../compute/keys/domain.ts'
import { mailboxKey } from '../../compute/keys/email.ts'
import { accountKey, handleKey, pageKey } from '../../compute/keys/link.ts'
import { messengerKey } from '../../compute/keys/messenger.ts'
import { networkKeyOf } from '../../compute/keys/network.ts'
import { phoneKey } from '../../compute/keys/phone.ts'
import { walletKey } from '../../compute/keys/wallet.ts'
import type { IndicatorKind } from '../../model/indicator.ts'

/** The keys of a value as the index would hold it, or why it has none, as the end of a sentence. */
export type KeysOf = { readonly keys: readonly string[] } | { readonly why: string }

const MESSENGERS = ['telegram', 'discord', 'skype', 'whatsapp', 'signal', 'wechat']

/** Lists write addresses so that nobody follows them by accident: `hxxp://`, `[.]`, `(at)`. */
const refanged = (text: string): string =>
  text
    .trim()
    .replace(/^h(?:xx|tt|\*\*)p(?=s?\W)/i, 'http')
    .replace(/[[({](?:\.|dot)[\])}]/gi, '.')
    .replace(/[[({](?:@|at)[\])}]/gi, '@')
    .replace(/\[:\]/g, ':')
    .replace(/\[\/\]/g, '/')

const KEYS: Readonly<Record<IndicatorKind, (text: string, within: string | undefined) => KeysOf>> = {
  email: (text) => found(mailboxKey(text), 'is no e-mail address'),
  domain: (text) => found(domainKey(text.replace(/^\*\./, '')), 'is no domain'),
  phone: (text) => found(phoneKey(text), 'is no phone number in international form; write it as +12025550123'),
  messenger,
  link,
  wallet,
  'bank-account': account,
  device: (text) =>
    found(within(text, 1, 500) ? deviceKey(text.replace(/^(?:cookie|fingerprint|other):/, '')) : undefined, 'is no device id'),
  ip: addresses,
  'image-sha256': (text) => found(hex(text, 64), 'is no SHA-256 of a picture file (64 hexadecimal digits)'),
  photo: (text) => found(hex(text, 16), 'is no 64-bit picture hash (16 hexadecimal digits)'),
  'document-id': (text) => found(within(text, 8, 500) ? text : undefined, 'is too short or too long for the id of a document'),
}

/**
 * Normalised by the same functions as the identifier index. `of` is the messenger or chain where the kind's name says it. A range of
 * addresses gives the key of each address in it.
 */
export const keysOf = (kind: IndicatorKind, written: string, of?: string): KeysOf => KEYS[kind](refanged(written), of)

const within = (text: string, least: number, most: number): boolean => text.length >= least && text.length <= most
const hex = (text: string, digits: number): string | undefined =>
  text.length === digits && /^[\da-f]+$/i.test(text) ? text.toLowerCase() : undefined
const found = (key: string | undefined, why: string): KeysOf => (key === undefined ? { why } : { keys: [key] })

function messenger(text: string, within: string | undefined): KeysOf {
  const linked = /^(?:https?:\/\/)?t(?:elegram)?\.me\/(\w{4,40})\/?$/i.exec(text)?.[1]
  const [service, handle] = linked === undefined ? split(text, within) : ['telegram', linked]
  if (service === undefined || !MESSENGERS.includes(service)) return { why: `does not say which messenger; write it as telegram:handle` }
  const number = /^\+?[\d\s().-]{7,20}$/.test(handle) ? phoneKey(handle.startsWith('+') ? handle : `+${handle}`) : undefined
  if (number === undefined && !/^@?[\w.:#-]{3,64}$/.test(handle)) return { why: `is no ${service} account` }
  return { keys: [messengerKey(service, number ?? handle)] }
}

/** `service:rest`, or the whole text within a service that is known. */
function split(text: string, within: string | undefined): readonly [string | undefined, string] {
  const cut = text.indexOf(':')
  const head = text.slice(0, Math.max(0, cut)).trim().toLowerCase()
  return cut > 0 && /^[a-z0-9 -]{2,20}$/.test(head) && within === undefined
    ? [head, text.slice(cut + 1).trim()]
    : [within, text.replace(new RegExp(`^${within ?? ' '}:`, 'i'), '').trim()]
}

function link(text: string): KeysOf {
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || !url.hostname.includes('.') || url.username !== '' || /\s/.test(text)) return { why: 'is no address of a page' }
  const person = /^\/users\/(\d+)/.exec(url.pathname)?.[1]
  if (/(?:^|\.)stackoverflow\.com$/.test(url.hostname) && person !== undefined) return { keys: [handleKey('stackoverflow', person)] }
  const known = accountKey(url.href)
  // An account is what stands first in the path; a repository or a post below it is the account's.
  if (/^(?:github|gitlab|linkedin)\//.test(known)) return { keys: [known.split('/').slice(0, 2).join('/')] }
  return found(pageKey(url.href), 'is the front page of a host, which is nobody’s identifier; list it as a domain')
}

function wallet(text: string, within: string | undefined): KeysOf {
  const [chain, address] = split(text, within)
  const key = walletKey(address, chain)
  if (key === undefined) return { why: 'is no wallet address whose chain can be told; write it as chain:address' }
  if (key.sound === 'damaged') return { why: `is damaged: the checksum of the ${key.chain} address does not hold` }
  return { keys: [`${key.chain}:${key.address}`] }
}

function account(text: string): KeysOf {
  const [head, rest] = split(text, undefined)
  const bank = head === undefined ? undefined : /\d/.test(head) ? { bank: head } : { service: head }
  const key = bankAccountKey({ number: rest, ...bank })
  if (key === undefined) return { why: 'is no IBAN; write an account number as bank-code:number and a payment service’s as service:id' }
  return key.sound === 'damaged' ? { why: 'is damaged: the check digits of the IBAN do not hold' } : { keys: [key.key] }
}

/** Larger ranges belong to a provider with thousands of customers. */
const MOST_IN_RANGE = 16

function addresses(text: string): KeysOf {
  const [base = '', width] = text.split('/', 2)
  const key = networkKeyOf(base)
  if (key === undefined) return { why: 'is no network address' }
  if (width === undefined) return { keys: [key] }
  const bits = Number(width)
  if (!/^\d{1,3}$/.test(width) || bits > (base.includes(':') ? 128 : 32)) return { why: 'is no range of network addresses' }
  const wide = {
    why: `is too wide a range: it holds the connections of many people. At most ${MOST_IN_RANGE} addresses (/28, or /64 of IPv6) are taken`,
  }
  if (base.includes(':')) return bits >= 64 ? { keys: [key] } : wide
  const size = 2 ** (32 - bits)
  if (size > MOST_IN_RANGE) return wide
  const number = key.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
  const first = number - (number % size)
  return {
    keys: Array.from({ length: size }, (_, i) => [24, 16, 8, 0].map((shift) => Math.floor((first + i) / 2 ** shift) % 256).join('.')),
  }
}
