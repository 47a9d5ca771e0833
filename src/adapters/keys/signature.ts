import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { SignatureCheck } from '../../engine/manifest-verify.ts'

/** Ed25519 (RFC 8032) by Node's own library. Keys travel as SubjectPublicKeyInfo (RFC 8410), base64. */
export const keyIdOf = (spki: Uint8Array): string => createHash('sha256').update(spki).digest('hex')

/** Eight groups of eight: short enough to read aloud, and whole. */
export const fingerprintInWords = (keyId: string): string => (keyId.match(/.{1,8}/g) ?? []).join(' ')

export const ed25519: SignatureCheck = {
  holds(publicKey, text, value) {
    const key = keyFrom(publicKey)
    return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(value, 'base64'))
  },
  keyId(publicKey) {
    const key = keyFrom(publicKey)
    return key === undefined ? undefined : keyIdOf(key.export({ type: 'spki', format: 'der' }))
  },
}

function keyFrom(publicKey: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}
