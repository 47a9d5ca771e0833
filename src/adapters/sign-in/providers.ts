import * as oidc from 'openid-client'
import { badUsage, unauthenticated } from '../../model/errors.ts'
import type { ProvidedIdentity, Providers } from '../../engine/people/sign-in-ports.ts'
import type { ProviderRow } from '../../engine/people/ports.ts'
import type { Egress } from '../net/egress.ts'

/** Milliseconds that a provider may take to answer. */
const PATIENCE = 10_000

/** The page that the provider sends the browser back to; it hands the address on to the API, with what it kept when it began. */
const RETURN_PATH = '/sign-in/return'

/**
 * OpenID Connect, authorization code with PKCE, state and nonce (RFC 9700 §2.1). Whatever is asked, what the provider names in its
 * document too, goes through the way out: only over TLS and to the public internet, unless whoever runs this named the host.
 */
export function providersFor(origin: string, egress: Egress): Providers {
  const back = new URL(RETURN_PATH, origin).href
  const fetchOut = fetchBy(egress)
  const check = (issuer: string): URL => {
    const server = egress.refuse(issuer)
    if (server.search === '' && server.hash === '') return server
    throw badUsage('The issuer of the OpenID provider is an address without ? and #.')
  }
  const discover = async ({ issuer, clientId }: ProviderRow, secret: string): Promise<oidc.Configuration> => {
    const server = check(issuer)
    try {
      return await oidc.discovery(server, clientId, { redirect_uris: [back] }, oidc.ClientSecretBasic(secret), {
        timeout: PATIENCE / 1000,
        [oidc.customFetch]: fetchOut,
        ...(server.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {}),
      })
    } catch (cause) {
      throw unauthenticated('Your organisation’s sign-in did not answer. Try again, or sign in another way.', cause)
    }
  }
  return {
    check: (issuer) => void check(issuer),
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

const fetchBy =
  (egress: Egress): oidc.CustomFetch =>
  async (url, { method, headers, body, signal }) => {
    if (method !== 'GET' && method !== 'POST') throw badUsage(`An OpenID provider is not asked with ${method}.`)
    const answer = await egress.send({
      method,
      url,
      headers,
      ...(body === undefined || body === null ? {} : { body: (body as URLSearchParams | string).toString() }),
      ...(signal === undefined ? {} : { signal }),
    })
    const told = Object.entries(answer.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
    return new Response(answer.body.length === 0 ? null : Uint8Array.from(answer.body), {
      status: answer.status,
      headers: told as [string, string][],
    })
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
