import { bytesToHex } from '@noble/hashes/utils.js'
import { digest } from '../../compute/digest.ts'
import type { TenantId } from '../../model/statement.ts'
import type { Chance } from '../ports.ts'

/**
 * What a holder shows: the tenant in front, so that it is looked up inside the tenant's rows; an id; and 256 random bits, of which
 * only the SHA-256 is kept (ASVS 5.0 7.2.3 asks for 128). Sessions `s_<tenant>_<id>_<secret>`, API keys `bf_…`, links and challenges
 * `<tenant>.<id>.<secret>`.
 */
export interface Token {
  readonly tenant: TenantId
  readonly id: string
  readonly secret: string
}

const FORMS = { session: ['s_', '_'], key: ['bf_', '_'], link: ['', '.'] } as const
type Form = keyof typeof FORMS

export const hashOf = (secret: string): string => digest(secret)

/** A new token, and what is kept of it. */
export function newToken(
  chance: Chance,
  form: Form,
  tenant: TenantId,
): { readonly id: string; readonly hash: string; readonly token: string } {
  const id = bytesToHex(chance.bytes(8))
  const secret = bytesToHex(chance.bytes(32))
  const [front, between] = FORMS[form]
  return { id, hash: hashOf(secret), token: `${front}${tenant}${between}${id}${between}${secret}` }
}

const PATTERNS: Readonly<Record<Form, RegExp>> = {
  session: /^s_([A-Za-z0-9-]{1,64})_([0-9a-f]{16})_([0-9a-f]{64})$/,
  key: /^bf_([A-Za-z0-9-]{1,64})_([0-9a-f]{16})_([0-9a-f]{64})$/,
  link: /^([A-Za-z0-9-]{1,64})\.([0-9a-f]{16})\.([0-9a-f]{64})$/,
}

export function readToken(form: Form, text: string): Token | undefined {
  const [, tenant, id, secret] = PATTERNS[form].exec(text) ?? []
  return tenant === undefined || id === undefined || secret === undefined ? undefined : { tenant, id, secret }
}

/** Whether two digests are equal, in a time that does not tell how far they are. */
export function same(a: string, b: string): boolean {
  let different = a.length ^ b.length
  for (let i = 0; i < a.length; i += 1) different |= a.charCodeAt(i) ^ (b.charCodeAt(i) || 0)
  return different === 0
}
