import { bankAccountKey, type Soundness } from '../../compute/keys/bank-account.ts'
import { legacyAddress, readCashAddress } from '../../compute/keys/cash-address.ts'
import { isBic, isImoCompany, isImoShip, isInn, isLei, isMmsi, isOgrn } from '../../compute/keys/check-digits.ts'
import { domainKey } from '../../compute/keys/domain.ts'
import { mailboxKey } from '../../compute/keys/email.ts'
import { pageKey } from '../../compute/keys/link.ts'
import { readMoneroAddress } from '../../compute/keys/monero-address.ts'
import { phoneKey } from '../../compute/keys/phone.ts'
import { walletKey, type WalletKey } from '../../compute/keys/wallet.ts'
import { wordsKey } from '../../compute/keys/words.ts'
import type { ListedIdentifier, PartyType } from '../../model/listed-party.ts'

export type ExactKind = ListedIdentifier['kind'] | 'wallet'

/** An identifier for comparing. Two that have the same `meets` are compared by `meetingOf`; nothing else is a hit. */
export interface ExactKey {
  readonly kind: ExactKind
  /** `imo:9074729`, `wallet:tron:T…`: the same where the thing is the same. */
  readonly key: string
  /** What its spellings in other case, on another chain, of another branch or without its issuer have in common. */
  readonly meets: string
  readonly sound: Soundness
  readonly written: string
  /** For numbers that are only unique where they were issued: by whom, in words; empty where nobody says. */
  readonly issuer?: string | undefined
  /** What is odd about it, for the person who reads the hit. */
  readonly says?: string | undefined
}

export interface ExactMore {
  readonly issuer?: string | undefined
  /** What its publisher or its column calls it. */
  readonly label?: string | undefined
  /** Of a wallet: `XBT`, `USDT`, or the name of a chain. */
  readonly currency?: string | undefined
  readonly type?: PartyType | undefined
}

/** Fewer letters and digits are a form's remains and nobody's number. */
const SHORTEST = 4

/** The keys of one identifier; none where it is no identifier of this kind. A wallet may have two: its own and that of what it is made from. */
export function exactKeys(kind: ExactKind, value: string, more: ExactMore = {}): readonly ExactKey[] {
  const written = value.trim()
  const number = compact(written)
  const whole = (key: string | undefined, sound: Soundness = 'unchecked', meets = key): ExactKey[] =>
    key === undefined || meets === undefined ? [] : [{ kind, key: `${kind}:${key}`, meets: `${kind}:${meets}`, sound, written }]
  const checked = (holds: boolean, text = number): ExactKey[] => whole(text === '' ? undefined : text, holds ? 'valid' : 'damaged')
  switch (kind) {
    case 'wallet':
      return walletKeys(written, more.currency)
    case 'lei':
      return checked(isLei(number))
    case 'imo': {
      const digits = number.replace(/^IMO/, '')
      const [ship, company] = [isImoShip(digits), isImoCompany(digits)]
      return checked(more.type === 'vessel' ? ship : more.type === 'organisation' ? company : ship || company, digits)
    }
    case 'mmsi':
      return whole(number, isMmsi(number) ? 'unchecked' : 'damaged')
    case 'swift':
      return number === '' ? [] : whole(number.replace(/XXX$/, ''), isBic(number) ? 'unchecked' : 'damaged', number.slice(0, 8))
    case 'call-sign':
    case 'tail-number':
      return whole(number.length < 3 ? undefined : number)
    case 'email':
      return whole(mailboxKey(written))
    case 'website':
      return whole(pageKey(written) ?? domainKey(written))
    case 'phone':
      return whole(phoneKey(written))
    case 'handle':
      return numbered({ kind, written, issuer: more.label ?? more.issuer, number: written.replace(/^@/, '').toLowerCase() })
    case 'account': {
      const account = bankAccountKey({ number: written, bank: undefined })
      return account === undefined ? numbered({ kind, written, issuer: more.issuer, number }) : whole(account.key, account.sound)
    }
    default:
      return russian(kind, written, more) ?? numbered({ kind, written, issuer: more.issuer, number })
  }
}

/**
 * How two keys meet. Only `exact` says that the two are one thing: `damaged`, one of them is misspelled and would be the other;
 * `other-chain`, the same address on another chain, which the same secret opens; `other-branch`, another branch of one bank;
 * `issuer-unknown`, the same number, and one side does not say whose; `issuer-differs` and `other-kind`, the same number of
 * something else, which is chance as a rule.
 */
export interface Meeting {
  readonly how: 'exact' | 'damaged' | 'other-chain' | 'other-branch' | 'issuer-unknown' | 'issuer-differs' | 'other-kind'
  readonly says: string
}

export function meetingOf(asked: ExactKey, listed: ExactKey): Meeting | undefined {
  if (asked.meets !== listed.meets) return undefined
  const damaged = [asked, listed].find((one) => one.sound === 'damaged')
  const other = damaged === asked ? listed : asked
  if (damaged !== undefined)
    return {
      how: 'damaged',
      says:
        other.sound === 'damaged'
          ? `Both are written "${damaged.written}", and its check does not hold.`
          : `${damaged === asked ? 'What was asked' : 'The list'} has "${damaged.written}", whose check does not hold; it would be "${other.written}".`,
    }
  if (asked.kind === 'wallet') return walletMeeting(asked, listed)
  if (asked.key === listed.key && asked.issuer !== '') return { how: 'exact', says: `Both are ${listed.written}.` }
  if (asked.issuer !== undefined && listed.issuer !== undefined) {
    if (asked.kind !== listed.kind) return { how: 'other-kind', says: `The same number, as ${asked.kind} and as ${listed.kind}.` }
    if (asked.issuer === '' || listed.issuer === '')
      return { how: 'issuer-unknown', says: 'The same number; who issued it is not said on both sides.' }
    return { how: 'issuer-differs', says: `The same number, issued by "${asked.issuer}" and by "${listed.issuer}".` }
  }
  return { how: 'other-branch', says: `The same bank: ${asked.written} and ${listed.written}.` }
}

function walletMeeting(asked: ExactKey, listed: ExactKey): Meeting | undefined {
  if (asked.key === listed.key) return { how: 'exact', says: `Both are ${listed.written}.` }
  const [here, there] = [asked.key, listed.key].map((key) => key.split(':', 3) as [string, string, string])
  // Two sound addresses that differ in case alone are two addresses.
  if (here![2] !== there![2]) return undefined
  return { how: 'other-chain', says: `The same address, on ${here![1]} and on ${there![1]}: whoever holds the one can use the other.` }
}

function walletKeys(written: string, currency: string | undefined): ExactKey[] {
  const named = walletKey(written, currency)
  // A publisher may write an address under the wrong currency. One whose checksum holds says itself where it belongs.
  const own = named === undefined || named.sound === 'damaged' ? walletKey(written) : undefined
  const moved = own?.sound === 'valid'
  const wallet = moved ? own : (named ?? own)
  if (wallet === undefined) return []
  const says = moved && named !== undefined ? `Written under ${currency}, and a sound address of ${wallet.chain}.` : undefined
  const keyOf = ({ chain, address, sound }: WalletKey): ExactKey => ({
    kind: 'wallet',
    key: `wallet:${chain}:${address}`,
    meets: `wallet:${address.toLowerCase()}`,
    sound,
    written,
    ...(says !== undefined && { says }),
  })
  return [wallet, ...madeFrom(wallet)].map(keyOf)
}

/** The same holder's address under another spelling: Bitcoin's letters of a Bitcoin Cash address, the wallet in an integrated one. */
function madeFrom({ chain, address, sound }: WalletKey): WalletKey[] {
  if (sound !== 'valid') return []
  const cash = chain === 'bitcoin-cash' ? readCashAddress(address) : undefined
  const legacy = cash === undefined ? undefined : legacyAddress(cash)
  const within = chain === 'monero' ? readMoneroAddress(address)?.wallet : undefined
  return [legacy, within === address ? undefined : within].flatMap((one) => (one === undefined ? [] : [{ chain, address: one, sound }]))
}

const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

interface Numbered {
  readonly kind: ExactKind
  readonly written: string
  readonly issuer: string | undefined
  readonly number: string
}

/** A number that is unique only where it was issued. */
function numbered({ kind, written, issuer = '', number }: Numbered): ExactKey[] {
  if (number.replace(/[^\p{L}\p{N}]/gu, '').length < SHORTEST) return []
  const by = wordsKey(issuer)
  return [{ kind, key: `${kind}:${by}:${number}`, meets: `number:${number}`, sound: 'unchecked', written, issuer: by }]
}

const OF_RUSSIA = /russia|росси|\b(?:RU|RUS|INN|OGRN|OGRNIP)\b|ИНН|ОГРН/iu

/** Tax and registration numbers of one register that lists call by many names; their length says which, and they carry a check. */
function russian(kind: ExactKind, written: string, { issuer = '', label = '' }: ExactMore): ExactKey[] | undefined {
  if ((kind !== 'tax' && kind !== 'registration') || !OF_RUSSIA.test(`${issuer} ${label} ${written}`)) return undefined
  const digits = written.replace(/\D/g, '')
  const [name, holds] = { 10: ['inn', isInn], 12: ['inn', isInn], 13: ['ogrn', isOgrn], 15: ['ogrn', isOgrn] }[digits.length] ?? []
  if (typeof name !== 'string' || typeof holds !== 'function') return undefined
  // Met by its digits, so that a number whose issuer nobody names meets it too.
  return [{ kind, key: `${name}:${digits}`, meets: `number:${digits}`, sound: holds(digits) ? 'valid' : 'damaged', written, issuer: name }]
}
