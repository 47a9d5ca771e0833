import { base58xmr } from '@scure/base'
import { keccak_256 } from '@noble/hashes/sha3.js'

/** What the first byte says on the main network, and the bytes behind it. */
const KINDS: Readonly<Record<number, { readonly kind: MoneroAddress['kind']; readonly body: number }>> = {
  18: { kind: 'standard', body: 64 },
  19: { kind: 'integrated', body: 72 },
  42: { kind: 'subaddress', body: 64 },
}

export interface MoneroAddress {
  readonly kind: 'standard' | 'integrated' | 'subaddress'
  /** The standard address that an integrated one is made of: the wallet without the payment's id. */
  readonly wallet: string
}

/**
 * An address of Monero's main network: a byte for the kind, two public keys, eight bytes more where a payment's id is built in,
 * and four bytes of Keccak-256, written in Base58 by blocks of eight bytes (Monero's documentation, "Public address").
 */
export function readMoneroAddress(written: string): MoneroAddress | undefined {
  let bytes: Uint8Array
  try {
    bytes = base58xmr.decode(written)
  } catch {
    return undefined
  }
  const known = KINDS[bytes[0] ?? 0]
  if (known === undefined || bytes.length !== known.body + 5 || !isSummed(bytes)) return undefined
  if (known.kind !== 'integrated') return { kind: known.kind, wallet: written }
  const standard = Uint8Array.from([18, ...bytes.subarray(1, 65)])
  return { kind: 'integrated', wallet: base58xmr.encode(Uint8Array.from([...standard, ...keccak_256(standard).subarray(0, 4)])) }
}

function isSummed(bytes: Uint8Array): boolean {
  const sum = keccak_256(bytes.subarray(0, -4))
  return bytes.subarray(-4).every((byte, i) => byte === sum[i])
}
