import type { Deps } from '../ports.ts'
import type { PasskeyRow, ProviderRow } from './ports.ts'

/** What signing in needs from outside, in our own words. */
export interface SignIn {
  readonly passwords: Passwords
  readonly passkeys: Passkeys
  readonly providers: Providers
  readonly secrets: Secrets
}

export type PeopleDeps = Pick<Deps, 'store' | 'clock' | 'chance'> & { readonly signIn: SignIn }

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long where there is no hash to compare with. */
  verify(hash: string | undefined, password: string): Promise<boolean>
}

/** Secrets that must be read again, encrypted at rest. `name` is sealed with it: what was sealed for one name opens under no other. */
export interface Secrets {
  seal(plain: Uint8Array, name: string): string
  open(sealed: string, name: string): Uint8Array
}

export interface Passkeys {
  /** Options for the browser, as WebAuthn names them; a passkey that the account has is not offered again. */
  enrolment(who: {
    readonly account: string
    readonly email: string
    readonly name: string
    readonly has: readonly PasskeyRow[]
  }): Promise<{ readonly options: object; readonly challenge: string }>
  /** Undefined where the answer does not verify. */
  enrolled(answer: object, challenge: string): Promise<Pick<PasskeyRow, 'id' | 'publicKey' | 'counter' | 'transports'> | undefined>
  /** Names no account: the browser offers what it has for this site, so that nobody can ask who is known. */
  question(): Promise<{ readonly options: object; readonly challenge: string }>
  /** `replayed`: the signature is good and the counter did not go up, so there may be two of this authenticator. */
  answered(answer: object, challenge: string, passkey: PasskeyRow): Promise<{ readonly counter: number } | 'wrong' | 'replayed'>
}

/** What the provider must be told again to believe the person who comes back. */
export interface ProviderQuestion {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface Providers {
  /** Throws `usage` for an issuer that would never be asked. */
  check(issuer: string): void
  /** Where to send the browser. `maxAge` in seconds: the person signed in there no longer ago. */
  address(provider: ProviderRow, secret: string, question: ProviderQuestion, maxAge: number): Promise<string>
  /** Whom the provider says it is; throws `unauthenticated` where it does not say so properly. `returned` is the address come back to, query and all. */
  answered(
    provider: ProviderRow,
    secret: string,
    question: ProviderQuestion,
    back: { readonly returned: string; readonly maxAge: number },
  ): Promise<ProvidedIdentity>
}

export interface ProvidedIdentity {
  readonly subject: string
  /** Undefined where the provider does not vouch for it. */
  readonly email: string | undefined
  readonly name: string | undefined
  /** Milliseconds since 1970. */
  readonly authenticated: number
  /** The provider says that more than one factor was shown (`amr` has `mfa`, RFC 8176). */
  readonly twoFactors: boolean
}
