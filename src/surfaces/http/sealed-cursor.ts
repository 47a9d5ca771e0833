import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { NONCE_BYTES, seal, unseal } from '../../adapters/keys/envelope.ts'
import { cursorOf } from './page.ts'

/**
 * A cursor of a list that is ordered by what belongs to somebody, such as a telephone number: it stands in the address of the next
 * call, which proxies write down, so what it holds is sealed with a secret of the tenant.
 */
export function sealedCursorOf<T>(shape: z.ZodType<T>, list: string) {
  const plain = cursorOf(shape)
  const keyOf = (secret: string): Uint8Array => createHash('sha256').update(`${list} ${secret}`).digest()
  return {
    write(place: T, secret: string): string {
      const { nonce, box } = seal(keyOf(secret), Buffer.from(JSON.stringify(place)), list)
      return Buffer.concat([nonce, box]).toString('base64url')
    },
    /** Throws `invalid` for what `write` did not make with this secret. */
    read(text: string | undefined, secret: string): T | undefined {
      return plain.read(text === undefined ? undefined : opened(Buffer.from(text, 'base64url'), keyOf(secret), list))
    },
  }
}

/** Nothing, which is no cursor, where it does not open. */
function opened(bytes: Buffer, key: Uint8Array, list: string): string {
  try {
    return Buffer.from(unseal(key, { nonce: bytes.subarray(0, NONCE_BYTES), box: bytes.subarray(NONCE_BYTES) }, list)).toString('base64url')
  } catch {
    return ''
  }
}
