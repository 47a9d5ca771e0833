import { bech32, bech32m } from '@scure/base'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Soundness } from './bank-account.ts'
import { checkedText, isPublicKey, readChecked, type CheckedForm } from './base58-check.ts'
import { cashAddress, readCashAddress } from './cash-address.ts'
import { readMoneroAddress } from './monero-address.ts'

export interface Judged {
  readonly sound: Soundness
  /** The chain's one spelling where the address is sound, as written where it is damaged. */
  readonly address: string
}

export interface WalletForm {
  readonly chain: string
  readonly form: { test(address: string): boolean }
  readonly judge: (address: string) => Judged
  /** Only where somebody names the chain: without that the address is another chain's, with the same letters. */
  readonly named?: true
}

const B58 = '[1-9A-HJ-NP-Za-km-z]'
const checked = (chain: string, form: string, versions: string, more: Partial<CheckedForm> = {}): CheckedForm => ({
  chain,
  form: new RegExp(`^${form}$`),
  alphabet: 'bitcoin',
  versions: versions.split(' '),
  body: 20,
  ...more,
})

/** Version bytes: each chain's own parameters (`base58Prefixes` in its reference client; Zcash's protocol specification 5.6.1). */
export const CHECKED_FORMS: readonly CheckedForm[] = [
  checked('tron', `T${B58}{33}`, '41'),
  checked('bitcoin', `[13]${B58}{25,34}`, '00 05'),
  checked('litecoin', `[LM3]${B58}{25,34}`, '30 32 05'),
  checked('dogecoin', `[D9A]${B58}{25,34}`, '1e 16'),
  checked('dash', `[X7]${B58}{25,34}`, '4c 10'),
  checked('zcash', `t[13]${B58}{33}`, '1cb8 1cbd'),
  checked('zcash', `zc${B58}{93}`, '169a', { body: 64 }),
  checked('xrp', 'r[rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz]{24,34}', '00', { alphabet: 'xrp' }),
  checked('bitcoin-gold', `[GA]${B58}{25,34}`, '26 17'),
  checked('verge', `[DE]${B58}{25,34}`, '1e 21'),
  checked('bitcoin-cash', `[13]${B58}{25,34}`, '00 05'),
  checked('bitcoin-sv', `[13]${B58}{25,34}`, '00'),
]

/** Chains that took Bitcoin's letters over with its history. */
const BY_NAME_ONLY = new Set(['bitcoin-cash', 'bitcoin-sv'])

function judgeChecked(address: string, form: CheckedForm): Judged {
  const read = readChecked(address, form)
  if (read === undefined) return { sound: 'damaged', address }
  const { version, body } = read
  if (form.chain === 'bitcoin-cash')
    return { sound: 'valid', address: cashAddress({ kind: version === '00' ? 'key' : 'script', hash: body }) }
  // Litecoin's scripts were written with Bitcoin's version first and got their own letter M later; both pay to one script.
  if (form.chain === 'litecoin' && version === '05') return { sound: 'valid', address: checkedText(Uint8Array.from([0x32, ...body])) }
  return { sound: 'valid', address }
}

/** Sound where `spelled` gives a spelling. */
const soundIf =
  (spelled: (address: string) => string | undefined) =>
  (address: string): Judged => {
    const one = spelled(address)
    return one === undefined ? { sound: 'damaged', address } : { sound: 'valid', address: one }
  }

interface FiveBit {
  readonly code: typeof bech32
  readonly prefix: string
  /** Longest text; Zcash's unified addresses have no limit of their own. */
  readonly most?: number
  /** Bytes; undefined where they vary. */
  readonly body?: number
}

/** The bytes of an address in five-bit letters (BIP 173, BIP 350). */
function fiveBit(address: string, { code, prefix, most = 90, body }: FiveBit): Uint8Array | undefined {
  const decoded = code.decodeUnsafe(address.toLowerCase(), most)
  const bytes = decoded?.prefix === prefix ? code.fromWordsUnsafe(decoded.words) : undefined
  return bytes instanceof Uint8Array && (body === undefined || bytes.length === body) ? bytes : undefined
}

/** Segregated witness: Bech32 for version 0 (BIP 173), Bech32m from 1 on (BIP 350). */
function segwit(address: string, prefix: string): string | undefined {
  for (const [code, first, last] of [
    [bech32, 0, 0],
    [bech32m, 1, 16],
  ] as const) {
    const decoded = code.decodeUnsafe(address.toLowerCase(), 90)
    const version = decoded?.words[0]
    if (decoded?.prefix === prefix && version !== undefined && version >= first && version <= last) return address.toLowerCase()
  }
  return undefined
}

/** EIP-55: the case of each letter is a bit of the Keccak-256 of the lower-case digits. One case throughout carries no checksum. */
function evm(address: string): string | undefined {
  const digits = address.slice(2)
  const lower = digits.toLowerCase()
  const spelled = `0x${lower}`
  if (digits === lower || digits === digits.toUpperCase()) return spelled
  const hash = bytesToHex(keccak_256(utf8ToBytes(lower)))
  const right = [...digits].every((c, i) => c === (Number.parseInt(hash[i]!, 16) >= 8 ? c.toUpperCase() : c.toLowerCase()))
  return right ? spelled : undefined
}

/** ZIP 320: another spelling of a transparent address. */
function transparent(address: string): string | undefined {
  const hash = fiveBit(address, { code: bech32m, prefix: 'tex', body: 20 })
  return hash === undefined ? undefined : checkedText(Uint8Array.from([0x1c, 0xb8, ...hash]))
}

/** Longest unified address that is read: the four kinds of receiver that exist need a quarter of it. */
const LONGEST_UNIFIED = 1_000
const FIVE_BIT = '[02-9ac-hj-np-z]'
const lowered = (address: string, is: unknown): string | undefined => (is === undefined ? undefined : address.toLowerCase())
const unified: FiveBit = { code: bech32m, prefix: 'u', most: LONGEST_UNIFIED }

const SPELLED: readonly WalletForm[] = [
  { chain: 'ethereum', form: /^0[xX][0-9a-fA-F]{40}$/, judge: soundIf(evm) },
  { chain: 'bitcoin', form: new RegExp(`^bc1${FIVE_BIT}{11,71}$`, 'i'), judge: soundIf((a) => segwit(a, 'bc')) },
  { chain: 'litecoin', form: new RegExp(`^ltc1${FIVE_BIT}{11,71}$`, 'i'), judge: soundIf((a) => segwit(a, 'ltc')) },
  {
    chain: 'bitcoin-cash',
    form: /^bitcoincash:[qpzr][02-9ac-hj-np-z]{41,60}$|^[qpzr][02-9ac-hj-np-z]{41}$|^[qpzr][02-9ac-hj-np-z]{60}$/i,
    judge: soundIf((a) => {
      const read = readCashAddress(a)
      return read === undefined ? undefined : cashAddress(read)
    }),
  },
  {
    chain: 'zcash',
    form: new RegExp(`^zs1${FIVE_BIT}{75}$`, 'i'),
    judge: soundIf((a) => lowered(a, fiveBit(a, { code: bech32, prefix: 'zs', body: 43 }))),
  },
  {
    chain: 'zcash',
    form: new RegExp(`^u1${FIVE_BIT}{60,${LONGEST_UNIFIED}}$`, 'i'),
    judge: soundIf((a) => lowered(a, fiveBit(a, unified))),
  },
  { chain: 'zcash', form: new RegExp(`^tex1${FIVE_BIT}{38}$`, 'i'), judge: soundIf(transparent) },
  {
    chain: 'bnb-beacon',
    form: new RegExp(`^bnb1${FIVE_BIT}{38}$`, 'i'),
    judge: soundIf((a) => lowered(a, fiveBit(a, { code: bech32, prefix: 'bnb', body: 20 }))),
  },
]

export const WALLET_FORMS: readonly WalletForm[] = [
  ...SPELLED,
  ...CHECKED_FORMS.map((form): WalletForm => ({
    chain: form.chain,
    form: form.form,
    judge: (address) => judgeChecked(address, form),
    ...(BY_NAME_ONLY.has(form.chain) && { named: true }),
  })),
  {
    chain: 'monero',
    form: new RegExp(`^(?:[48]${B58}{94}|4${B58}{105})$`),
    judge: soundIf((a) => (readMoneroAddress(a) === undefined ? undefined : a)),
  },
  {
    chain: 'solana',
    form: { test: (a) => /^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(a) && isPublicKey(a) },
    judge: (address) => ({ sound: hasOneCase(address) ? 'damaged' : 'unchecked', address }),
  },
]

/** Fewest letters of one case that are no chance: an honest address has them once in 2^11, and one has 25 and more. */
const LETTERS_ENOUGH = 12

/** All letters in one case, and many of them: what is left of a Base58 address that was lower-cased or upper-cased. */
export function hasOneCase(text: string): boolean {
  const letters = text.replace(/[^A-Za-z]/g, '')
  return letters.length >= LETTERS_ENOUGH && (letters === letters.toLowerCase() || letters === letters.toUpperCase())
}

const CASELESS: readonly { readonly chain: string; readonly form: RegExp; readonly named?: true }[] = [
  ...CHECKED_FORMS.map(({ chain, form }) => ({
    chain,
    form: new RegExp(form, 'i'),
    ...(BY_NAME_ONLY.has(chain) && { named: true as const }),
  })),
  { chain: 'monero', form: /^(?:[48][1-9a-z]{94}|4[1-9a-z]{105})$/i },
  // Without a checksum any word of this length would do.
  { chain: 'solana', form: /^[1-9a-z]{32,44}$/i, named: true },
]

/** The chains of which this was an address in Base58, before its letters were made one case. The named chain alone where there is one. */
export function lostCase(address: string, chain?: string): readonly string[] {
  if (!hasOneCase(address)) return []
  const fitting = CASELESS.filter((one) => (chain === undefined ? one.named !== true : one.chain === chain) && one.form.test(address))
  return [...new Set(fitting.map((one) => one.chain))]
}
