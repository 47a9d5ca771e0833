import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { internal } from '../model/errors.ts'
import type { Manifest, ManifestItem } from '../model/manifest.ts'
import { canonicalJson } from './statement-id.ts'

/** Signs as the installation. The key is made on first use and never leaves it; the public half goes into every manifest. */
export interface Signer {
  /** SHA-256 of the public key's SubjectPublicKeyInfo, 64 hexadecimal digits. */
  readonly keyId: string
  /** SubjectPublicKeyInfo, base64. */
  readonly publicKey: string
  /** Ed25519 over the UTF-8 bytes of the text, base64. */
  sign(text: string): string
}

/**
 * JSON in the one spelling of RFC 8785: keys by UTF-16 code units, numbers and strings as ECMAScript writes them. Throws on what
 * that spelling does not know: numbers that are none, and halves of characters.
 */
export function canonical(value: unknown): string {
  refuseUnwritable(value)
  return canonicalJson(value)
}

function refuseUnwritable(value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw internal(`${value} has no spelling in canonical JSON.`, undefined)
  if (typeof value === 'string' && !value.isWellFormed())
    throw internal('A text with half a character has no spelling in canonical JSON.', undefined)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    refuseUnwritable(key)
    refuseUnwritable(inner)
  }
}

/** What is signed: the whole manifest but for the signature's own value. Key and algorithm are under it. */
export function signedText(manifest: Manifest): string {
  const { value: _, ...rest } = manifest.signature
  return canonical({ ...manifest, signature: rest })
}

export function signed(unsigned: Omit<Manifest, 'signature'>, signer: Signer): Manifest {
  const open: Manifest = { ...unsigned, signature: { alg: 'Ed25519', key_id: signer.keyId, public_key: signer.publicKey, value: '' } }
  return { ...open, signature: { ...open.signature, value: signer.sign(signedText(open)) } }
}

/**
 * Root of the tree of hashes over the items in order, so that one item can be shown to belong without showing the others: leaves
 * SHA-256(0 ‖ canonical item), nodes SHA-256(1 ‖ left ‖ right), split at the largest power of two below the count (RFC 9162, 2.1.1).
 */
export function merkleRoot(items: readonly ManifestItem[]): string {
  const leaves = items.map((item) => hexToBytes(hashOf(0, utf8ToBytes(canonical(item)))))
  return bytesToHex(rootOf(leaves))
}

function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return sha256(new Uint8Array())
  if (leaves.length === 1) return only
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  return hexToBytes(hashOf(1, rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split))))
}

const hashOf = (mark: 0 | 1, ...parts: readonly Uint8Array[]): string => bytesToHex(sha256(concatBytes(Uint8Array.of(mark), ...parts)))
