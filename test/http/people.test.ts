import { base32nopad } from '@scure/base'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oneTimeCode, stepAt } from '../../src/compute/one-time-code.ts'
import { firstLink } from '../../src/engine/people/accounts.ts'
import { callerOf } from '../../src/engine/people/caller-of.ts'
import { Authenticator } from '../support/authenticator.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { PASSWORD } from '../support/people.ts'
import { aPersona, aPhone } from '../support/rows.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

const MINUTE = 60_000
let shop: Workshop
let service: OverHttp
let moved = 0

/** The whole of signing in over HTTP: callers are looked up for real here. */
beforeAll(async () => {
  const real = await openWorkshop()
  const started = Date.parse('2026-03-02T09:00:00.000Z')
  shop = { ...real, deps: { ...real.deps, clock: { now: () => new Date(started + moved).toISOString() } } }
  service = await overHttp(shop, { callers: (token) => callerOf(shop.deps, token) })
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
})

/** A browser: keeps the one cookie. */
class Browser {
  cookie = ''
  last: LightMyRequestResponse | undefined
  async call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, headers: Record<string, string> = {}) {
    const answer = await service.call(undefined, {
      method,
      url,
      headers: { ...(this.cookie === '' ? {} : { cookie: this.cookie }), origin: 'http://localhost:80', host: 'localhost:80', ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    const set = answer.cookies.find((one) => one.name === 'bonafide')
    if (set !== undefined) this.cookie = set.value === '' ? '' : `bonafide=${set.value}`
    this.last = answer
    return answer
  }
  get = (url: string) => this.call('GET', url)
  post = (url: string, payload: object = {}) => this.call('POST', url, payload)
}

const codeOf = (key: string): string => oneTimeCode(base32nopad.decode(key), stepAt(Date.parse(shop.deps.clock.now())))

/** Through a one-time link, with password and app. */
async function enterWithApp(link: string, more: object = {}): Promise<{ browser: Browser; key: string }> {
  const browser = new Browser()
  const { half } = (await browser.post('/api/enter', { link, password: PASSWORD, ...more })).json()
  const app = (await browser.post('/api/enrolments/app', { half })).json()
  const done = await browser.post('/api/enrolments/app/finish', { half, enrolment: app.enrolment, code: codeOf(app.key) })
  expect(done.statusCode).toBe(200)
  return { browser, key: app.key }
}

let admin: Browser
let adminKey: string
async function invited(email: string, ...roles: readonly string[]): Promise<string> {
  // Whoever invites has shown lately who they are.
  moved += MINUTE
  await signIn(admin, 'first@example.com', adminKey)
  const answer = await admin.post('/api/accounts', { email, name: email, roles })
  expect(answer.statusCode).toBe(201)
  return String(answer.json().link).split('#')[1] ?? ''
}
async function signIn(browser: Browser, email: string, key: string): Promise<LightMyRequestResponse> {
  const { half } = (await browser.post('/api/sign-in/password', { email, password: PASSWORD })).json()
  return browser.post('/api/sign-in/code', { half, code: codeOf(key) })
}

describe('signing in over HTTP', () => {
  test('from the first link to the first account, and out again', async () => {
    const link = await firstLink(shop.deps, { tenant: shop.actor.tenant, id: 'local-operator' })
    const look = await new Browser().post('/api/enter/look', { link: link?.token })
    expect(look.json()).toEqual({ kind: 'first' })
    const entered = await enterWithApp(link?.token ?? '', { email: 'first@example.com', name: 'First' })
    admin = entered.browser
    adminKey = entered.key
    const cookie = String(admin.last?.headers['set-cookie'])
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Strict/i)
    expect((await admin.get('/api/me')).json()).toMatchObject({
      email: 'first@example.com',
      roles: ['tenant-admin'],
      may: ['audit:read', 'people:manage', 'scoring:stop', 'settings:manage'],
      by: 'password',
      needsPasskey: false,
    })
    const before = admin.cookie
    expect((await admin.post('/api/me/sign-out')).statusCode).toBe(204)
    expect(admin.cookie).toBe('')
    expect((await new Browser().call('GET', '/api/me', undefined, { cookie: before })).statusCode).toBe(401)
  })

  test('half a sign-in is nobody, as a cookie and as a key', async () => {
    moved += MINUTE
    const browser = new Browser()
    const { half } = (await browser.post('/api/sign-in/password', { email: 'first@example.com', password: PASSWORD })).json()
    expect(browser.cookie).toBe('')
    expect((await browser.call('GET', '/api/me', undefined, { cookie: `bonafide=${half}` })).statusCode).toBe(401)
    expect((await browser.call('GET', '/api/me', undefined, { authorization: `Bearer ${half}` })).statusCode).toBe(401)
    expect((await browser.post('/api/enrolments/app', { half })).json()).toMatchObject({ code: 'forbidden' })
  })

  test('a planted cookie is not the one that is signed in', async () => {
    moved += MINUTE
    const victim = new Browser()
    victim.cookie = `bonafide=s_${shop.actor.tenant}_${'a'.repeat(16)}_${'b'.repeat(64)}`
    const planted = victim.cookie
    expect((await signIn(victim, 'first@example.com', adminKey)).statusCode).toBe(200)
    expect(victim.cookie).not.toBe(planted)
    expect((await new Browser().call('GET', '/api/me', undefined, { cookie: planted })).statusCode).toBe(401)
  })

  test('nothing is signed in for another site, and nobody is told apart from nobody', async () => {
    const given = { email: 'first@example.com', password: PASSWORD }
    const foreign = await new Browser().call('POST', '/api/sign-in/password', given, { origin: 'https://evil.example.com' })
    expect(foreign.statusCode).toBe(403)
    const wrong = await new Browser().post('/api/sign-in/password', { ...given, password: 'walrus teapot 77' })
    const nobody = await new Browser().post('/api/sign-in/password', { ...given, email: 'nobody@example.com' })
    expect([wrong.statusCode, nobody.statusCode]).toEqual([401, 401])
    // The number of the request is all that differs.
    expect({ ...nobody.json(), request: '' }).toEqual({ ...wrong.json(), request: '' })
  })

  test('an approver enters with a passkey; with less only that may be enrolled', async () => {
    const link = await invited('approver@example.com', 'approver')
    const { browser } = await enterWithApp(link)
    expect((await browser.get('/api/me')).json()).toMatchObject({ needsPasskey: true, may: [] })
    expect((await browser.get('/api/personas')).statusCode).toBe(403)
    const authenticator = new Authenticator('http://localhost')
    const begun = (await browser.post('/api/enrolments/passkey')).json()
    const made = await browser.post('/api/enrolments/passkey/finish', {
      ceremony: begun.ceremony,
      answer: authenticator.create(begun.options),
      name: 'blue key',
    })
    expect(made.statusCode).toBe(200)
    expect((await browser.get('/api/me')).json()).toMatchObject({ needsPasskey: false, by: 'passkey' })
    const again = new Browser()
    const asked = (await again.post('/api/sign-in/passkey/question')).json()
    const entered = await again.post('/api/sign-in/passkey', { ceremony: asked.ceremony, answer: authenticator.get(asked.options) })
    expect(entered.statusCode).toBe(200)
    expect((await again.get('/api/me/passkeys')).json().items).toMatchObject([{ name: 'blue key' }])
    expect((await again.get('/api/me/sessions')).json().items).toHaveLength(2)
    expect((await again.call('DELETE', '/api/me/sessions')).json()).toEqual({ ended: 1 })
    expect((await browser.get('/api/me')).statusCode).toBe(401)
  })

  test('a change of roles ends what is signed in; a key is made by a person, sent as a bearer, and revoked at once', async () => {
    const link = await invited('worker@example.com', 'recruiter', 'investigator')
    const { browser } = await enterWithApp(link)
    const made = await browser.post('/api/keys', { name: 'intake', scopes: ['persona:read', 'case:work'], days: 30 })
    expect(made.statusCode).toBe(201)
    const bearer = { authorization: `Bearer ${made.json().token}` }
    const asKey = () => new Browser().call('GET', '/api/personas', undefined, bearer)
    expect((await asKey()).statusCode).toBe(200)
    expect((await browser.post('/api/keys', { name: 'x', scopes: ['people:manage'], days: 1 })).statusCode).toBe(403)
    const { account } = (await browser.get('/api/me')).json()
    expect((await admin.call('PUT', `/api/accounts/${account}/roles`, { roles: ['recruiter'] })).statusCode).toBe(204)
    expect((await browser.get('/api/me')).statusCode).toBe(401)
    expect((await new Browser().call('GET', '/api/me', undefined, bearer)).json()).toMatchObject({ may: ['persona:read'], by: 'key' })
    expect((await admin.call('DELETE', `/api/keys/${made.json().id}`)).statusCode).toBe(204)
    expect((await asKey()).statusCode).toBe(401)
  })

  test('a dossier is opened for a purpose, masked, and unmasked with a reason', async () => {
    await shop.deps.store.tx(shop.actor.tenant, async (tx) => {
      await tx.putRequisition({ id: 'backend', title: 'Backend', documents: [], questions: [] })
      await tx.putPersona(aPersona('p-1', { requisition: 'backend' }))
      await tx.addStatements([{ ...aPhone('s-bank', 'p-1'), property: 'bank-account', value: { number: 'DE02120300000000202051' } }])
    })
    const { browser } = await enterWithApp(await invited('investigator@example.com', 'investigator'))
    expect((await browser.get('/api/personas/p-1')).json()).toMatchObject({ status: 403, code: 'needs-purpose' })
    const stated = (kind: string, id: string, reason: string) => browser.post('/api/personas/p-1/purposes', { kind, id, reason })
    expect((await stated('requisition', 'other', 'because')).statusCode).toBe(404)
    expect((await stated('requisition', 'backend', 'her accent')).json()).toMatchObject({ code: 'refused-words' })
    expect((await stated('requisition', 'backend', 'prepare the interview')).statusCode).toBe(201)
    const masked = await browser.get('/api/personas/p-1')
    expect(masked.statusCode).toBe(200)
    expect(masked.body).not.toContain('DE0212')
    expect(masked.json().masked).toContain('payout')
    const shown = await browser.post('/api/personas/p-1/unmask', { fields: ['payout'], reason: 'compare with the payroll' })
    expect(shown.statusCode).toBe(201)
    expect((await browser.get('/api/personas/p-1')).body).toContain('DE02120300000000202051')
    moved += 15 * MINUTE
    expect((await browser.get('/api/personas/p-1')).body).not.toContain('DE0212')
    expect((await browser.get('/api/oversight/browsing')).json()).toEqual({ items: [] })
  })

  test('who runs the organisation’s account lists people, and of what they sign in with only that there is one', async () => {
    moved += MINUTE
    await signIn(admin, 'first@example.com', adminKey)
    const list = await admin.get('/api/accounts')
    expect(list.json().items.map((one: { email: string }) => one.email)).toEqual([
      'approver@example.com',
      'first@example.com',
      'investigator@example.com',
      'worker@example.com',
    ])
    expect(list.body).not.toMatch(/argon2|[0-9a-f]{64}/)
    expect((await admin.get('/api/provider')).statusCode).toBe(404)
    const provider = { issuer: 'https://id.example.com', clientId: 'bonafide', secret: 'of the client' }
    expect((await admin.call('PUT', '/api/provider', provider)).statusCode).toBe(204)
    expect((await admin.get('/api/provider')).body).not.toContain('of the client')
    expect((await admin.call('DELETE', '/api/provider')).statusCode).toBe(204)
  })
})
