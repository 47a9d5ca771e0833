import type { ArtifactId, TenantId } from '../../model/statement.ts'
import { NONCE_BYTES, seal, unseal } from '../keys/envelope.ts'
import type { DataKey } from '../keys/keyring.ts'

/**
 * One file, format 1: `BFB1`, 8 bytes key id, 12 bytes nonce, then the AES-256-GCM box. The tag also covers format, key id,
 * tenant and artifact id, so a file that was renamed or moved to another tenant does not open.
 */
const MAGIC = Buffer.from('BFB1')
const ID_BYTES = 8
export const HEADER_BYTES = MAGIC.byteLength + ID_BYTES

export interface Named {
  readonly tenant: TenantId
  readonly artifact: ArtifactId
}

export function encodeBlob(plain: Uint8Array, { id, key }: DataKey, named: Named): Uint8Array {
  const { nonce, box } = seal(key, plain, bound(named, id))
  return Buffer.concat([MAGIC, Buffer.from(id, 'hex'), nonce, box])
}

/** The id of the key that a file was encrypted with, from its first bytes; undefined when it is no file of ours. */
export function keyIdOf(file: Uint8Array): string | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.byteLength < HEADER_BYTES || !bytes.subarray(0, MAGIC.byteLength).equals(MAGIC)) return undefined
  return bytes.subarray(MAGIC.byteLength, HEADER_BYTES).toString('hex')
}

/** Throws when anything about it is not as it was written. */
export function decodeBlob(file: Uint8Array, { id, key }: DataKey, named: Named): Uint8Array {
  const nonce = file.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES)
  return unseal(key, { nonce, box: file.subarray(HEADER_BYTES + NONCE_BYTES) }, bound(named, id))
}

const bound = ({ tenant, artifact }: Named, keyId: string): string => JSON.stringify(['blob', 1, tenant, artifact, keyId])
