import { base64 } from '@scure/base'
import { hmacSha256, sameBytes } from '../../compute/hmac.ts'

/**
 * As Standard Webhooks 1.0 signs (standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body`, the time in seconds since 1970, and
 * secrets written `whsec_` and base64.
 */
export interface HookMarks {
  readonly id: string
  /** Seconds since 1970. */
  readonly timestamp: number
}

const signed = ({ id, timestamp }: HookMarks, body: string): Uint8Array => new TextEncoder().encode(`${id}.${timestamp}.${body}`)

export const signatureOf = (secret: Uint8Array, marks: HookMarks, body: string): string =>
  `v1,${base64.encode(hmacSha256(secret, signed(marks, body)))}`

export const secretWord = (secret: Uint8Array): string => `whsec_${base64.encode(secret)}`

/** One of the signatures in the header, separated by blanks, is ours. */
export function signatureHolds(secret: Uint8Array, marks: HookMarks, more: { readonly body: string; readonly header: string }): boolean {
  const ours = new TextEncoder().encode(signatureOf(secret, marks, more.body))
  return more.header
    .split(' ', 8)
    .map((one) => sameBytes(new TextEncoder().encode(one), ours))
    .includes(true)
}
