import { base58, base58xrp, bech32, bech32m, createBase58check } from '@scure/base'
import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Soundness } from './bank-account.ts'

export interface WalletKey {
  readonly chain: string
  /** As the key holds it: in the chain's one spelling where the address is sound, as written where it is damaged. */
  readonly address: string
  readonly sound: Soundness
}

/** What people call a chain, a network or a token on it. All EVM chains share one form of address and one owner of the key. */
const CHAINS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'btc=bitcoin xbt=bitcoin eth=ethereum erc20=ethereum evm=ethereum bsc=ethereum bep20=ethereum bnb=ethereum polygon=ethereum matic=ethereum ' +
    'arbitrum=ethereum optimism=ethereum base=ethereum avalanche=ethereum trx=tron trc20=tron sol=solana spl=solana ripple=xrp xlm=stellar ' +
    'ltc=litecoin doge=dogecoin'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)

/** Tokens stand on several chains and name none. */
const TOKENS = new Set(['usdt', 'usdc', 'dai', 'busd', 'crypto', 'stablecoin'])

/** The chain in one word: `TRC-20` and `tron` are one. An unknown one is kept in lower case. */
export function chainKey(written: string): string {
  const typed = written.trim().toLowerCase()
  return CHAINS[typed.replace(/[\s_-]/g, '')] ?? typed
}

const check58 = createBase58check((bytes: Uint8Array) => sha256(bytes))

/** Bytes under a checksum of four, or undefined. Base58Check; XRP Ledger with its own alphabet (its documentation, "base58 Encodings"). */
function checked(address: string, alphabet: 'bitcoin' | 'xrp'): Uint8Array | undefined {
  try {
    if (alphabet === 'bitcoin') return check58.decode(address)
    const bytes = base58xrp.decode(address)
    const body = bytes.subarray(0, -4)
    const sum = sha256(sha256(body)).subarray(0, 4)
    return bytes.length > 4 && sum.every((byte, i) => byte === bytes[body.length + i]) ? body : undefined
  } catch {
    return undefined
  }
}

const versioned = (address: string, versions: readonly number[], alphabet: 'bitcoin' | 'xrp' = 'bitcoin'): Soundness => {
  const body = checked(address, alphabet)
  return body?.length === 21 && versions.includes(body[0]!) ? 'valid' : 'damaged'
}

/** Segregated witness: Bech32 for version 0 (BIP 173), Bech32m from 1 on (BIP 350). */
function segwit(address: string, prefix: string): Soundness {
  for (const [code, first, last] of [
    [bech32, 0, 0],
    [bech32m, 1, 16],
  ] as const) {
    const decoded = code.decodeUnsafe(address, 90)
    const version = decoded?.words[0]
    if (decoded?.prefix === prefix && version !== undefined && version >= first && version <= last) return 'valid'
  }
  return 'damaged'
}

/** EIP-55: the case of each letter is a bit of the Keccak-256 of the lower-case digits. One case throughout carries no checksum. */
function evm(address: string): Soundness {
  const digits = address.slice(2)
  const lower = digits.toLowerCase()
  if (digits === lower || digits === digits.toUpperCase()) return 'valid'
  const hash = bytesToHex(keccak_256(utf8ToBytes(lower)))
  const right = [...digits].every((c, i) => c === (Number.parseInt(hash[i]!, 16) >= 8 ? c.toUpperCase() : c.toLowerCase()))
  return right ? 'valid' : 'damaged'
}

/** 32 bytes in Base58, the public key itself: no checksum. */
function isPublicKey(address: string): boolean {
  try {
    return base58.decode(address).length === 32
  } catch {
    return false
  }
}

interface Form {
  readonly chain: string
  readonly form: { test(address: string): boolean }
  readonly sound: (address: string) => Soundness
  /** Either case is one address. */
  readonly caseless?: true
}

const B58 = '[1-9A-HJ-NP-Za-km-z]'
const FORMS: readonly Form[] = [
  { chain: 'ethereum', form: /^0[xX][0-9a-fA-F]{40}$/, sound: evm, caseless: true },
  { chain: 'bitcoin', form: /^bc1[02-9ac-hj-np-z]{11,71}$/i, sound: (a) => segwit(a.toLowerCase(), 'bc'), caseless: true },
  { chain: 'litecoin', form: /^ltc1[02-9ac-hj-np-z]{11,71}$/i, sound: (a) => segwit(a.toLowerCase(), 'ltc'), caseless: true },
  { chain: 'tron', form: new RegExp(`^T${B58}{33}$`), sound: (a) => versioned(a, [0x41]) },
  { chain: 'bitcoin', form: new RegExp(`^[13]${B58}{25,34}$`), sound: (a) => versioned(a, [0x00, 0x05]) },
  { chain: 'litecoin', form: new RegExp(`^[LM]${B58}{25,34}$`), sound: (a) => versioned(a, [0x30, 0x32]) },
  { chain: 'dogecoin', form: new RegExp(`^[D9A]${B58}{25,34}$`), sound: (a) => versioned(a, [0x1e, 0x16]) },
  {
    chain: 'xrp',
    form: /^r[rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz]{24,34}$/,
    sound: (a) => versioned(a, [0x00], 'xrp'),
  },
  { chain: 'solana', form: { test: (a) => /^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(a) && isPublicKey(a) }, sound: () => 'unchecked' },
]

/**
 * An address on a chain. The chain is taken from `named` where somebody names it, else from the form; where several forms fit,
 * the first whose checksum holds, else the first. Undefined where nobody names a chain and no form fits.
 */
export function walletKey(written: string, named?: string): WalletKey | undefined {
  const address = written.trim()
  const told = chainKey(named ?? '')
  const chain = told === '' || TOKENS.has(told) ? undefined : told
  const fitting = FORMS.filter((f) => (chain === undefined || f.chain === chain) && f.form.test(address))
  const judged = fitting.map(({ chain: on, caseless, sound }) => ({ chain: on, caseless, sound: sound(address) }))
  const best = judged.find((f) => f.sound !== 'damaged') ?? judged[0]
  if (best !== undefined) {
    const spelled = best.caseless === true && best.sound !== 'damaged' ? address.toLowerCase() : address
    return { chain: best.chain, address: spelled, sound: best.sound }
  }
  if (chain === undefined || address === '') return undefined
  // A chain of which only the name is known has no check; one whose form is known and does not fit is damaged.
  return { chain, address, sound: FORMS.some((f) => f.chain === chain) ? 'damaged' : 'unchecked' }
}

/** On these chains an exchange gives all its customers one address and tells them apart by a memo. */
const MEMO_CHAINS = new Set(['xrp', 'stellar', 'eos', 'atom', 'cosmos', 'hbar', 'hedera', 'ton', 'bnb-beacon'])

export interface WrittenWallet {
  readonly chain: string
  readonly address: string
  readonly memo?: string | undefined
}

/** `chain:address`, and the memo behind it where one was given: the key of a wallet somebody holds. */
export function walletId(wallet: WrittenWallet): string {
  const key = walletKey(wallet.address, wallet.chain) ?? wallet
  return `${key.chain}:${key.address}${wallet.memo === undefined ? '' : `#${wallet.memo.trim()}`}`
}

/** Of such a key: is it an address that many strangers share, because the memo that would tell them apart is missing? */
export const lacksMemo = (id: string): boolean => MEMO_CHAINS.has(id.slice(0, id.indexOf(':'))) && !id.includes('#')
