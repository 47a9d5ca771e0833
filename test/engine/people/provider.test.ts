import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invite } from '../../../src/engine/people/accounts.ts'
import type { Caller } from '../../../src/engine/people/caller.ts'
import { beginAtProvider, finishAtProvider, setProvider, shownProvider } from '../../../src/engine/people/provider.ts'
import { openEgress, type Egress } from '../../../src/adapters/net/egress.ts'
import { providersFor } from '../../../src/adapters/sign-in/providers.ts'
import { beginApp } from '../../../src/engine/people/second-factor.ts'
import { callerOfSession } from '../../../src/engine/people/sessions.ts'
import { callerWith, firstAdmin, openHouse, settle, type House } from '../../support/people.ts'

const SECRET = 'a secret of the client, long enough'
let server: Server
let issuer: string
let house: House
let admin: Caller
/** What the provider's document says instead, where it says something else. */
let named: Readonly<Record<string, string>> | undefined

/** Whom the provider knows: login → what it says of them. */
const known = new Map<string, { email: string; verified: boolean; amr?: string[] }>()

/** A real OpenID provider on loopback with its own sign-in. */
beforeAll(async () => {
  server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  issuer = `http://${host}`
  house = await openHouse({ inside: [host] })
  // The provider's clock is the machine's, so ours is moved there.
  house.move(Date.now() - Date.parse(house.now()))
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'bonafide', client_secret: SECRET, redirect_uris: [`http://localhost:8787/sign-in/return`], require_auth_time: true },
    ],
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_, sub) => {
      const who = known.get(sub)
      return who === undefined
        ? undefined
        : {
            accountId: sub,
            claims: () => ({ sub, email: who.email, email_verified: who.verified, name: sub }),
          }
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') === true) void interact(provider, request, response)
    else if (named !== undefined && request.url === '/.well-known/openid-configuration')
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth`, response_types_supported: ['code'], ...named }))
    else void answer(request, response)
  })
  admin = await firstAdmin(house)
  await setProvider(house.deps, admin, { issuer, clientId: 'bonafide', secret: SECRET, asksTwoFactors: false, provision: undefined })
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  await house.close()
})

/** The provider's own pages: whoever the browser says it is signs in, with the factors that are known of them, and consents. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, session, params } = await provider.interactionDetails(request, response)
  const login = String(request.headers['x-login'])
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId: login, amr: known.get(login)?.amr ?? ['pwd'] } })
    return
  }
  const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) })
  grant.addOIDCScope('openid email profile')
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
}

/** A browser at the provider: follows redirects with cookies; returns the address it is sent back to. */
async function browse(address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = address
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie, 'x-login': login } })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`no way on: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
    url = new URL(location, url).href
    if (url.startsWith('http://localhost:8787')) return url
  }
  throw new Error('went round in circles')
}

async function through(login: string) {
  const { begun, address } = await beginAtProvider(house.deps, house.from(), house.tenant)
  return finishAtProvider(house.deps, house.from(), { begun, returned: await browse(address, login) })
}
const invited = (email: string) => invite(house.deps, house.operator, { email, name: email, roles: ['recruiter'] })

describe('the organisation’s own sign-in', () => {
  test('lets in whom somebody invited, binds them, and asks for our second factor where it asked for none', async () => {
    known.set('ada', { email: 'Ada@example.com', verified: true })
    const { account } = await invited('ada@example.com')
    const half = await through('ada')
    expect(half.full).toBe(false)
    expect(await callerOfSession(house.deps, half.token)).toBeUndefined()
    await expect(beginApp(house.deps, half.token)).resolves.toMatchObject({ key: expect.any(String) })
    // Bound to the subject: another e-mail there changes nothing here, and another subject with this e-mail is nobody.
    known.set('ada', { email: 'ada@elsewhere.example.com', verified: true, amr: ['pwd', 'mfa'] })
    const full = await through('ada')
    expect(await callerWith(house, full.token)).toMatchObject({ id: account, by: 'oidc', roles: ['recruiter'] })
    known.set('eve', { email: 'ada@example.com', verified: true, amr: ['mfa'] })
    await expect(through('eve')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('turns away whom nobody invited, an e-mail it does not vouch for, and who has entered another way', async () => {
    known.set('stranger', { email: 'stranger@example.com', verified: true })
    await expect(through('stranger')).rejects.toMatchObject({ code: 'forbidden' })
    known.set('liar', { email: 'liar@example.com', verified: false })
    await invited('liar@example.com')
    await expect(through('liar')).rejects.toMatchObject({ code: 'forbidden' })
    const settled = await settle(house, ['recruiter'])
    known.set('taker', { email: settled.email, verified: true, amr: ['mfa'] })
    await expect(through('taker')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('who comes back with another’s state, twice, late, or without having begun is nobody', async () => {
    known.set('bob', { email: 'bob@example.com', verified: true, amr: ['mfa'] })
    await invited('bob@example.com')
    const mine = await beginAtProvider(house.deps, house.from(), house.tenant)
    const theirs = await beginAtProvider(house.deps, house.from(), house.tenant)
    const returned = await browse(theirs.address, 'bob')
    await expect(finishAtProvider(house.deps, house.from(), { begun: mine.begun, returned })).rejects.toMatchObject({ status: 401 })
    await expect(finishAtProvider(house.deps, house.from(), { begun: theirs.begun, returned })).resolves.toMatchObject({ full: true })
    await expect(finishAtProvider(house.deps, house.from(), { begun: theirs.begun, returned })).rejects.toMatchObject({ code: 'gone' })
    const forged = await beginAtProvider(house.deps, house.from(), house.tenant)
    await expect(
      finishAtProvider(house.deps, house.from(), {
        begun: forged.begun,
        returned: 'http://localhost:8787/sign-in/return?error=access_denied',
      }),
    ).rejects.toMatchObject({ status: 401 })
  })

  test('gives roles to whom nobody invited only where it was set to', async () => {
    await setProvider(house.deps, admin, { issuer, clientId: 'bonafide', secret: SECRET, asksTwoFactors: true, provision: ['recruiter'] })
    known.set('new', { email: 'new@example.com', verified: true })
    const started = await through('new')
    expect(await callerWith(house, started.token)).toMatchObject({ roles: ['recruiter'], by: 'oidc' })
    await setProvider(house.deps, admin, { issuer, clientId: 'bonafide', secret: SECRET, asksTwoFactors: false, provision: undefined })
  })

  test('its secret is kept sealed and shown to nobody', async () => {
    const shown = await shownProvider(house.deps, admin)
    const row = await house.deps.store.tx(house.tenant, (tx) => tx.provider())
    expect(JSON.stringify([shown, row])).not.toContain(SECRET)
    const wrong = { issuer, clientId: 'bonafide', secret: 'not the secret', asksTwoFactors: false, provision: undefined }
    await setProvider(house.deps, admin, wrong)
    const { begun, address } = await beginAtProvider(house.deps, house.from(), house.tenant)
    const returned = await browse(address, 'ada')
    await expect(finishAtProvider(house.deps, house.from(), { begun, returned })).rejects.toMatchObject({ status: 401 })
  })

  const asking = (egress: Egress, address: string) => {
    const row = { issuer: address, clientId: 'c', clientSecret: '', asksTwoFactors: false, provision: undefined }
    return providersFor('https://bonafide.example.com', egress).address(row, 'x', { state: 's', nonce: 'n', verifier: 'v'.repeat(43) }, 600)
  }

  test.each([
    'http://192.0.2.10',
    'http://127.0.0.1:9',
    'https://127.0.0.1:9',
    'https://localhost:9',
    'https://idp.internal',
    'https://idp.example.com/?x',
    'ftp://idp.example.com',
    'https://user:pass@idp.example.com',
    'nonsense',
  ])('the issuer %s is neither set nor asked', async (address) => {
    const never = (): Promise<never> => Promise.reject(new Error('asked for a name'))
    await expect(asking(openEgress({ on: true, resolve: never }), address)).rejects.toMatchObject({ code: 'usage' })
    const given = { issuer: address, clientId: 'c', secret: SECRET, asksTwoFactors: false, provision: undefined }
    await expect(setProvider(house.deps, admin, given)).rejects.toMatchObject({ code: 'usage' })
  })

  test('nor is one whose name leads into a private network, nor any where sending is switched off', async () => {
    let dialled = 0
    const egress = openEgress({
      on: true,
      resolve: async () => ['169.254.169.254'],
      dial: () => {
        dialled++
        throw new Error('dialled')
      },
    })
    await expect(asking(egress, 'https://idp.example.com')).rejects.toMatchObject({ status: 401 })
    expect(dialled).toBe(0)
    await expect(asking(openEgress({ on: false }), 'https://idp.example.com')).rejects.toThrow('BONAFIDE_EGRESS=on')
  })

  test('what the provider’s document names is asked by the same rules', async () => {
    let asked = 0
    const inside = createServer((_, response) => {
      asked++
      response.end('{}')
    })
    await new Promise<void>((listening) => inside.listen(0, '127.0.0.1', listening))
    const elsewhere = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`
    known.set('ada', { email: 'ada@example.com', verified: true })
    const { begun, address } = await beginAtProvider(house.deps, house.from(), house.tenant)
    const returned = await browse(address, 'ada')
    named = { token_endpoint: `${elsewhere}/token`, jwks_uri: `${elsewhere}/keys` }
    await expect(finishAtProvider(house.deps, house.from(), { begun, returned })).rejects.toMatchObject({ status: 401 })
    expect(asked).toBe(0)
    // The same without our rules would have been sent there.
    await fetch(`${elsewhere}/token`)
    expect(asked).toBe(1)
    inside.closeAllConnections()
    inside.close()
    named = undefined
  })
})
