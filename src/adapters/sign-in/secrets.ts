import type { Secrets } from '../../engine/people/sign-in-ports.ts'
import { storage } from '../../model/errors.ts'
import { seal, unseal, NONCE_BYTES } from '../keys/envelope.ts'
import type { Keyring } from '../keys/keyring.ts'

/** `<key id>.<nonce and box, base64url>` under the tenant's data key. */
export function secretsOf(keyring: Keyring): Secrets {
  return {
    seal(plain, name) {
      const { id, key } = keyring.current()
      const { nonce, box } = seal(key, plain, name)
      return `${id}.${Buffer.concat([nonce, box]).toString('base64url')}`
    },
    open(sealed, name) {
      const [id = '', text = ''] = sealed.split('.')
      const key = keyring.byId(id)
      if (key === undefined)
        throw storage('The key that a sign-in secret was sealed with is not in the key folder. Restore it from your backup of the keys.')
      const bytes = Buffer.from(text, 'base64url')
      try {
        return unseal(key.key, { nonce: bytes.subarray(0, NONCE_BYTES), box: bytes.subarray(NONCE_BYTES) }, name)
      } catch (cause) {
        throw storage(
          'A sign-in secret in the database was changed or belongs to somebody else. Restore the database from a backup.',
          cause,
        )
      }
    },
  }
}
