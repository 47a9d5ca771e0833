import type { Soundness } from './bank-account.ts'
import { lostCase, WALLET_FORMS } from './wallet-forms.ts'

export interface WalletKey {
  readonly chain: string
  /** As the key holds it: in the chain's one spelling where the address is sound, as written where it is damaged. */
  readonly address: string
  readonly sound: Soundness
}

/** What people call a chain, a network or a token on it. All EVM chains share one form of address and one owner of the key. */
const CHAINS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'btc=bitcoin xbt=bitcoin eth=ethereum erc20=ethereum evm=ethereum bsc=ethereum bep20=ethereum polygon=ethereum matic=ethereum ' +
    'arbitrum=ethereum arb=ethereum optimism=ethereum base=ethereum avalanche=ethereum etc=ethereum ethereumclassic=ethereum trx=tron trc20=tron sol=solana spl=solana ripple=xrp xlm=stellar ' +
    'ltc=litecoin doge=dogecoin bch=bitcoin-cash bitcoincash=bitcoin-cash bsv=bitcoin-sv bitcoinsv=bitcoin-sv btg=bitcoin-gold ' +
    'bitcoingold=bitcoin-gold xmr=monero zec=zcash xvg=verge bnbbeacon=bnb-beacon bep2=bnb-beacon'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)

/** Tokens and coins that stand on several chains name none. */
const TOKENS = new Set(['usdt', 'usdc', 'dai', 'busd', 'bnb', 'crypto', 'stablecoin'])

/** The chain in one word: `TRC-20` and `tron` are one. An unknown one is kept in lower case. */
export function chainKey(written: string): string {
  const typed = written.trim().toLowerCase()
  return CHAINS[typed.replace(/[\s_-]/g, '')] ?? typed
}

/**
 * An address on a chain. The chain is taken from `named` where somebody names it, else from the form; where several forms fit,
 * the first whose checksum holds, else the first. An address in Base58 whose letters were all made lower or upper case is
 * damaged: `restoreCase` may find it. Undefined where nobody names a chain and no form fits.
 */
export function walletKey(written: string, named?: string): WalletKey | undefined {
  const address = written.trim()
  const told = chainKey(named ?? '')
  const chain = told === '' || TOKENS.has(told) ? undefined : told
  const fitting = WALLET_FORMS.filter((f) => (chain === undefined ? f.named !== true : f.chain === chain) && f.form.test(address))
  const judged = fitting.map((form) => ({ chain: form.chain, ...form.judge(address) }))
  const best = judged.find((f) => f.sound !== 'damaged') ?? judged[0]
  if (best !== undefined) return best
  const [lost] = lostCase(address, chain)
  if (lost !== undefined) return { chain: lost, address, sound: 'damaged' }
  if (chain === undefined || address === '') return undefined
  // A chain of which only the name is known has no check; one whose form is known and does not fit is damaged.
  return { chain, address, sound: WALLET_FORMS.some((f) => f.chain === chain) ? 'damaged' : 'unchecked' }
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
