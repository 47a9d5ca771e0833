import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** AES-256-GCM (NIST SP 800-38D): 96-bit random nonce, 128-bit tag. */
export interface Sealed {
  readonly nonce: Uint8Array
  /** As long as what was sealed, and the tag behind it. */
  readonly box: Uint8Array
}

export const KEY_BYTES = 32
export const NONCE_BYTES = 12
const TAG_BYTES = 16

/** `bound` is not hidden but sealed with it: what was sealed for one name does not open under another. */
export function seal(key: Uint8Array, plain: Uint8Array, bound: string): Sealed {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(bound))
  return { nonce, box: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]) }
}

/** Throws when the key, the name or a single bit is another. */
export function unseal(key: Uint8Array, { nonce, box }: Sealed, bound: string): Uint8Array {
  if (box.byteLength < TAG_BYTES) throw new RangeError('too short to be sealed')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(box.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(box.subarray(0, -TAG_BYTES)), decipher.final()])
}
