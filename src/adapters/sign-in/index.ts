import type { SignIn } from '../../engine/people/sign-in-ports.ts'
import { badUsage } from '../../model/errors.ts'
import type { TenantId } from '../../model/statement.ts'
import { openKeyring } from '../keys/keyring.ts'
import type { Egress } from '../net/egress.ts'
import { passkeysFor } from './passkeys.ts'
import { argonPasswords } from './passwords.ts'
import { providersFor } from './providers.ts'
import { secretsOf } from './secrets.ts'

/**
 * Ways to sign in at one address (`https://bonafide.example.com`). Secrets are sealed with a data key of their own beside the one of
 * the tenant's files: files are encrypted anew when keys are rotated, and the old key is then thrown away; this one is only wrapped anew.
 */
export async function openSignIn(options: {
  readonly origin: string
  readonly keys: string
  readonly tenant: TenantId
  /** By which an organisation’s own sign-in is asked. */
  readonly egress: Egress
}): Promise<SignIn> {
  const url = URL.parse(options.origin)
  if (url === null || url.pathname !== '/' || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw badUsage(`"${options.origin}" is no address that people sign in at. Name it like https://bonafide.example.com, without a path.`)
  const keyring = await openKeyring({ folder: options.keys, tenant: `sign-in of ${options.tenant}`, mayMake: true })
  return {
    passwords: argonPasswords,
    passkeys: passkeysFor(url.origin),
    providers: providersFor(url.origin, options.egress),
    secrets: secretsOf(keyring),
  }
}
