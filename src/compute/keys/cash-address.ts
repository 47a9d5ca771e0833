import { checkedText } from './base58-check.ts'

/**
 * CashAddr, the form of Bitcoin Cash's addresses: five bits a letter, forty bits of a BCH code over prefix and payload
 * (bitcoincash.org, spec/cashaddr.md). The prefix may be left out; it is in the checksum all the same.
 */
const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const PREFIX = 'bitcoincash'

/** The specification's generator, split into the upper 8 and the lower 32 of its 40 bits: a number's bit operations know 32. */
const GENERATOR: readonly (readonly [number, number])[] = [
  [0x98, 0xf2bc8e61],
  [0x79, 0xb76d99e2],
  [0xf3, 0x3e5fb3c4],
  [0xae, 0x2eabe2a8],
  [0x1e, 0x4f43e470],
]

/** The remainder that forty zero bits stand for when an address is sound. */
function remainder(values: readonly number[]): readonly [number, number] {
  let [high, low] = [0, 1]
  for (const value of values) {
    const top = high >>> 3
    high = ((high & 0x07) << 5) | (low >>> 27)
    low = (low << 5) ^ value
    GENERATOR.forEach(([above, below], bit) => {
      if (((top >>> bit) & 1) === 1) [high, low] = [high ^ above, low ^ below]
    })
  }
  return [high, (low ^ 1) >>> 0]
}

const prefixed = (values: readonly number[]): number[] => [...[...PREFIX].map((c) => c.charCodeAt(0) & 31), 0, ...values]

/** Bits of one width as bits of another, from the left; what is left over is filled with zeros, or undefined where it is not zero. */
function regroup(values: Iterable<number>, from: number, to: number): number[] | undefined {
  const out: number[] = []
  let [held, bits] = [0, 0]
  for (const value of values) {
    held = ((held << from) | value) & 0xfff
    bits += from
    while (bits >= to) {
      bits -= to
      out.push((held >>> bits) & ((1 << to) - 1))
    }
  }
  const rest = held & ((1 << bits) - 1)
  if (to < from) return bits === 0 ? out : [...out, (rest << (to - bits)) & ((1 << to) - 1)]
  return rest === 0 && bits < from ? out : undefined
}

export interface CashAddress {
  readonly kind: 'key' | 'script'
  readonly hash: Uint8Array
}

/** What an address pays to, with or without its prefix; undefined where it is none or damaged. Addresses for tokens pay to the same. */
export function readCashAddress(written: string): CashAddress | undefined {
  const text = /[a-z]/.test(written) ? written : written.toLowerCase()
  const payload = text.startsWith(`${PREFIX}:`) ? text.slice(PREFIX.length + 1) : text
  const values = [...payload].map((c) => LETTERS.indexOf(c))
  if (values.length < 16 || values.includes(-1)) return undefined
  if (remainder(prefixed(values)).some((part) => part !== 0)) return undefined
  const [type = 0x80, ...hash] = regroup(values.slice(0, -8), 5, 8) ?? []
  // Bits 3–6: kind (0, 1, and 2, 3 for the same two with tokens); bits 0–2: length, of which Bitcoin Cash uses 20 and 32 bytes.
  const kind = type >>> 3
  const length = { 0: 20, 3: 32 }[type & 7]
  if (kind > 3 || hash.length !== length) return undefined
  return { kind: kind % 2 === 0 ? 'key' : 'script', hash: Uint8Array.from(hash) }
}

/** In lower case and without the prefix. */
export function cashAddress({ kind, hash }: CashAddress): string {
  const type = (kind === 'key' ? 0 : 8) | (hash.length === 32 ? 3 : 0)
  const values = regroup([type, ...hash], 8, 5) ?? []
  const [high, low] = remainder(prefixed([...values, 0, 0, 0, 0, 0, 0, 0, 0]))
  const sum = Array.from({ length: 8 }, (_, i) => {
    const shift = 35 - 5 * i
    return (shift >= 32 ? high >>> (shift - 32) : shift === 30 ? (high << 2) | (low >>> 30) : low >>> shift) & 31
  })
  return [...values, ...sum].map((value) => LETTERS[value]).join('')
}

/** The same in Bitcoin's letters, which Bitcoin Cash used at first; there is none for longer hashes. */
export const legacyAddress = ({ kind, hash }: CashAddress): string | undefined =>
  hash.length === 20 ? checkedText(Uint8Array.from([kind === 'key' ? 0 : 5, ...hash])) : undefined
