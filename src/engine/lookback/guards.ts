import type { IndicatorKind } from '../../model/indicator.ts'
import { sharedDomain } from './shared-domains.ts'

/** More personas than this hold a value only when it is an office's, a provider's or a template's. */
export const HUB = 50
/** From here on a value is certainly no person's, and accepting it would say something about everybody. */
export const CROWD = 1_000

const RANGES: readonly (readonly [first: string, bits: number, what: string])[] = [
  ['0.0.0.0', 8, 'of no single machine'],
  ['10.0.0.0', 8, 'private: every office and home uses the same ones'],
  ['100.64.0.0', 10, 'shared by a provider between many customers'],
  ['127.0.0.0', 8, 'of the machine itself'],
  ['169.254.0.0', 16, 'given by a machine to itself'],
  ['172.16.0.0', 12, 'private: every office and home uses the same ones'],
  ['192.0.2.0', 24, 'kept for examples in documents'],
  ['192.168.0.0', 16, 'private: every office and home uses the same ones'],
  ['198.18.0.0', 15, 'kept for tests of networks'],
  ['198.51.100.0', 24, 'kept for examples in documents'],
  ['203.0.113.0', 24, 'kept for examples in documents'],
  ['224.0.0.0', 3, 'of no single machine'],
]
const numberOf = (ip: string): number => ip.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)

/** RFC 6890 and RFC 6598 for IPv4; for IPv6 the /64s of loopback, link-local, unique-local and documentation addresses. */
function specialAddress(key: string): string | undefined {
  if (key.includes(':')) {
    if (/^(?:0:0:0:0|fe[89ab][\da-f]:|f[cd][\da-f]{2}:|ff[\da-f]{2}:)/.test(key)) return 'private or of the machine itself'
    return key.startsWith('2001:db8:') ? 'kept for examples in documents' : undefined
  }
  const number = numberOf(key)
  return RANGES.find(([first, bits]) => Math.floor(number / 2 ** (32 - bits)) === Math.floor(numberOf(first) / 2 ** (32 - bits)))?.[2]
}

/**
 * Why this value needs a second look before anybody accepts it, in words. Such a value is accepted only one by one, by its id: a
 * published list once held the ending of a whole country's addresses, and everybody who used the list blocked that country.
 */
export function warningFor(kind: IndicatorKind, key: string, holders: number): string | undefined {
  const reasons: string[] = []
  if (kind === 'domain') reasons.push(...one(sharedDomain(key)))
  if (kind === 'link') {
    const [host = '', ...path] = key.split('/')
    if (path.filter((part) => part !== '').length === 0) reasons.push(...one(sharedDomain(host)))
  }
  if (kind === 'email') {
    const local = key.slice(0, key.lastIndexOf('@'))
    if (/^(?:info|jobs|careers|hr|recruit(?:ing|ment)?|admin|contact|office|support|sales|noreply|no-reply|hello|team)$/.test(local))
      reasons.push('The mailbox is an office’s, not a person’s.')
  }
  if (kind === 'ip') {
    const what = specialAddress(key)
    if (what !== undefined) reasons.push(`The address is ${what}.`)
  }
  if (kind === 'wallet' && /^(?:xrp|stellar|eos|cosmos|ton|hedera):[^#]*$/.test(key))
    reasons.push('On this chain services give all customers one address and tell them apart by a memo, which is missing here.')
  if (holders > HUB)
    reasons.push(`${holders >= 10_000 ? '10,000 or more' : holders} personas hold it, as they hold an office’s or a provider’s.`)
  return reasons.length === 0 ? undefined : reasons.join(' ')
}

const one = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value])
