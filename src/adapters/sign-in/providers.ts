import * as oidc from 'openid-client'
import { badUsage, unauthenticated } from '../../model/errors.ts'
import type { ProvidedIdentity, Providers } from '../../engine/people/sign-in-ports.ts'
import type { ProviderRow } from '../../engine/people/ports.ts'

/** Milliseconds that a provider may take to answer. */
const PATIENCE = 10_000

/** The page that the provider sends the browser back to; it hands the address on to the API, with what it kept when it began. */
const RETURN_PATH = '/sign-in/return'

/**
 * OpenID Connect, authorization code with PKCE, state and nonce (RFC 9700 §2.1). Only over TLS, except that an installation on
 * loopback may use a provider on loopback.
 */
export function providersFor(origin: string): Providers {
  const back = new URL(RETURN_PATH, origin).href
  const discover = async ({ issuer, clientId }: ProviderRow, secret: string): Promise<oidc.Configuration> => {
    const server = issuerOf(issuer, isLoopback(new URL(origin)))
    try {
      return await oidc.discovery(server, clientId, { redirect_uris: [back] }, oidc.ClientSecretBasic(secret), {
        timeout: PATIENCE / 1000,
        ...(server.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {}),
      })
    } catch (cause) {
      throw unauthenticated('Your organisation’s sign-in did not answer. Try again, or sign in another way.', cause)
    }
  }
  return {
    async address(provider, secret, { state, nonce, verifier }, maxAge) {
      const url = oidc.buildAuthorizationUrl(await discover(provider, secret), {
        redirect_uri: back,
        scope: 'openid email profile',
        response_type: 'code',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        max_age: String(maxAge),
      })
      return url.href
    },
    async answered(provider, secret, { state, nonce, verifier }, { returned, maxAge }) {
      const configuration = await discover(provider, secret)
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, new URL(returned, back), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          maxAge,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) throw new Error('no id token')
        return identityOf(claims)
      } catch (cause) {
        throw unauthenticated('Your organisation’s sign-in did not confirm who you are. Start again.', cause)
      }
    },
  }
}

const isLoopback = ({ hostname }: URL): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)

/** The issuer as an address; throws `usage` where it may not be asked. */
function issuerOf(issuer: string, mayLoopback: boolean): URL {
  const url = URL.parse(issuer)
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw badUsage('The issuer of the OpenID provider must be a plain address that starts with https://.')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && mayLoopback && isLoopback(url)))
    throw badUsage('The issuer of the OpenID provider must start with https://.')
  if (isLoopback(url) && !mayLoopback) throw badUsage('The issuer of the OpenID provider is an address of this machine itself.')
  return url
}

function identityOf(claims: oidc.IDToken): ProvidedIdentity {
  const { email, name, amr } = claims
  return {
    subject: claims.sub,
    email: typeof email === 'string' && claims['email_verified'] === true ? email : undefined,
    name: typeof name === 'string' ? name : undefined,
    authenticated: (claims.auth_time ?? claims.iat) * 1000,
    twoFactors: Array.isArray(amr) && amr.includes('mfa'),
  }
}
