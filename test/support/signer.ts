import { generateKeyPairSync, sign } from 'node:crypto'
import { keyIdOf } from '../../src/adapters/keys/signature.ts'
import type { Signer } from '../../src/engine/manifest.ts'

/** Signs with a key of its own. */
export function aSigner(): Signer {
  const pair = generateKeyPairSync('ed25519')
  const spki = pair.publicKey.export({ type: 'spki', format: 'der' })
  return {
    keyId: keyIdOf(spki),
    publicKey: spki.toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), pair.privateKey).toString('base64'),
  }
}
