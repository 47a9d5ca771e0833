import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'

/** Seconds that a code is for (RFC 6238 §4.1, the default that authenticator apps assume). */
export const STEP_SECONDS = 30

/** The number of the time step that this moment lies in; `at` in milliseconds since 1970. */
export const stepAt = (at: number): number => Math.floor(at / 1000 / STEP_SECONDS)

/**
 * The code of a counter or time step: HOTP (RFC 4226 §5.3), with SHA-1 because that is what authenticator apps compute (its known
 * weakness, collisions, does not touch HMAC). Decimal digits, with leading zeros.
 */
export function oneTimeCode(key: Uint8Array, step: number, digits = 6): string {
  const message = new Uint8Array(8)
  new DataView(message.buffer).setBigUint64(0, BigInt(step))
  const mac = hmac(sha1, key, message)
  const view = new DataView(mac.buffer, mac.byteOffset, mac.byteLength)
  const offset = view.getUint8(mac.byteLength - 1) & 0xf
  return String((view.getUint32(offset) & 0x7f_ff_ff_ff) % 10 ** digits).padStart(digits, '0')
}
