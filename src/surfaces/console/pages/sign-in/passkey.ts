import { call } from '../../api/client.ts'

/** The browser's JSON forms of WebAuthn Level 3. */
export const hasPasskeys = (): boolean => 'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential

const jsonOf = (credential: Credential | null): { id: string } => {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('The browser gave no passkey.')
  return credential.toJSON() as { id: string }
}

/** Signs in with one of the browser's passkeys. Throws what the browser or the service says where it comes to nothing. */
export async function signInByPasskey(): Promise<void> {
  const { ceremony, options } = await call('POST /api/sign-in/passkey/question', { body: {} })
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as unknown as PublicKeyCredentialRequestOptionsJSON)
  const answer = jsonOf(await navigator.credentials.get({ publicKey }))
  await call('POST /api/sign-in/passkey', { body: { ceremony, answer } })
}

/** Makes a passkey for half a sign-in, or for the session of the cookie. */
export async function makePasskey(half: string | undefined, name: string): Promise<void> {
  const given = half === undefined ? {} : { half }
  const { ceremony, options } = await call('POST /api/enrolments/passkey', { body: given })
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as unknown as PublicKeyCredentialCreationOptionsJSON)
  const answer = jsonOf(await navigator.credentials.create({ publicKey }))
  await call('POST /api/enrolments/passkey/finish', { body: { ...given, ceremony, answer, name } })
}
