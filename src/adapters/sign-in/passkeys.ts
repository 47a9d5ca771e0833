import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Passkeys } from '../../engine/people/sign-in-ports.ts'

const NAME = 'Bonafide'

/**
 * WebAuthn for one site. User verification (PIN, finger) is always asked for, so that one passkey is two factors; and passkeys that the
 * authenticator can find by itself, so that signing in names nobody. `origin` is what people type, without a path.
 */
export function passkeysFor(origin: string): Passkeys {
  const site = new URL(origin)
  const expected = { expectedOrigin: site.origin, expectedRPID: site.hostname, requireUserVerification: true }
  return {
    async enrolment({ account, email, name, has }) {
      const options = await generateRegistrationOptions({
        rpName: NAME,
        rpID: site.hostname,
        userName: email,
        userDisplayName: name,
        userID: new TextEncoder().encode(account),
        excludeCredentials: has.map(({ id, transports }) => ({ id, transports: [...transports] })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return { options, challenge: options.challenge }
    },
    async enrolled(answer, challenge) {
      const checked = await verified(() =>
        // Checked field by field by the package, which refuses what is missing or of another type.
        verifyRegistrationResponse({ response: answer as RegistrationResponseJSON, expectedChallenge: challenge, ...expected }),
      )
      if (checked?.verified !== true) return undefined
      const { id, publicKey, counter, transports } = checked.registrationInfo.credential
      return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports: (transports ?? []).slice(0, 8) }
    },
    async question() {
      const options = await generateAuthenticationOptions({ rpID: site.hostname, userVerification: 'required' })
      return { options, challenge: options.challenge }
    },
    async answered(answer, challenge, passkey) {
      const checked = await verified(() =>
        verifyAuthenticationResponse({
          response: answer as AuthenticationResponseJSON,
          expectedChallenge: challenge,
          // The counter is compared here below: a good signature with a counter that did not go up is news of another kind.
          credential: { id: passkey.id, publicKey: Buffer.from(passkey.publicKey, 'base64url'), counter: 0 },
          ...expected,
        }),
      )
      if (checked?.verified !== true) return 'wrong'
      const counter = checked.authenticationInfo.newCounter
      // Authenticators that do not count send zero for ever (WebAuthn Level 3 §6.1.1).
      return (counter > 0 || passkey.counter > 0) && counter <= passkey.counter ? 'replayed' : { counter }
    },
  }
}

/** The package throws on whatever does not verify; to the person all of it is one. */
async function verified<T>(check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check()
  } catch {
    return undefined
  }
}
