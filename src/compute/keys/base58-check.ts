import { base58, base58xrp, createBase58check } from '@scure/base'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** The letters of Base58: Bitcoin's, and the XRP Ledger's own order of the same ("base58 Encodings" in its documentation). */
export const ALPHABETS = {
  bitcoin: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  xrp: 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz',
} as const
export type Alphabet = keyof typeof ALPHABETS

/** Base58Check: bytes that begin with a version, end in four bytes of SHA-256 twice over the rest, and are written in Base58. */
export interface CheckedForm {
  readonly chain: string
  /** Of the text as a whole. */
  readonly form: RegExp
  readonly alphabet: Alphabet
  /** First bytes of an address, each as hexadecimal digits. */
  readonly versions: readonly string[]
  /** Bytes behind the version. */
  readonly body: number
}

const check58 = createBase58check((bytes: Uint8Array) => sha256(bytes))

/** The bytes under the checksum, or undefined where the text is no Base58 or its checksum does not hold. */
function checkedBytes(address: string, alphabet: Alphabet): Uint8Array | undefined {
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

export const checkedText = (bytes: Uint8Array): string => check58.encode(bytes)

/** The version in hexadecimal digits and the body, where the address is one of this form. */
export function readChecked(address: string, { alphabet, versions, body }: CheckedForm): { version: string; body: Uint8Array } | undefined {
  const bytes = checkedBytes(address, alphabet)
  if (bytes === undefined) return undefined
  for (const version of versions) {
    const length = version.length / 2
    if (bytes.length === length + body && bytesToHex(bytes.subarray(0, length)) === version)
      return { version, body: bytes.subarray(length) }
  }
  return undefined
}

/** 32 bytes in Base58, a public key itself: no checksum. */
export function isPublicKey(address: string): boolean {
  try {
    return base58.decode(address).length === 32
  } catch {
    return false
  }
}
