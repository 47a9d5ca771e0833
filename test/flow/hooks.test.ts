import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '../../src/catalog/index.gen.ts'
import { addEndpoint, changeEndpoint } from '../../src/engine/hooks/endpoints.ts'
import { MOST_HOOK_BYTES, takeHook, type IncomingHook } from '../../src/engine/hooks/in.ts'
import { announce } from '../../src/engine/hooks/out.ts'
import { addSource, changeSource } from '../../src/engine/hooks/sources.ts'
import { act, listCases } from '../../src/engine/cases/act.ts'
import type { RoleName } from '../../src/model/access.ts'
import type { Delivery, Occurrence } from '../../src/model/hook.ts'
import { aCaller } from '../support/callers.ts'
import { aPersona } from '../support/rows.ts'
import { openWorkerShop, type WorkerShop } from '../support/worker-shop.ts'
import { closeSandbox } from '../support/workshop.ts'

let shop: WorkerShop
beforeAll(async () => (shop = await openWorkerShop()))
afterAll(async () => {
  await shop?.close()
  await closeSandbox()
})

/** As a receiver or sender that only knows the standard would compute it. */
const sign = (secret: string, id: string, timestamp: string, body: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64')}`

describe('events out', () => {
  const happened = (more: Partial<Occurrence> = {}): Promise<void> =>
    shop.deps.store.tx(shop.tenant, (tx) =>
      announce(shop.deps, tx, { event: 'case.opened', subject: 'case-1', room: 'identity', quiet: false, ...more }),
    )
  const deliveries = (endpoint: string): Promise<readonly Delivery[]> =>
    shop.deps.store.tx(shop.tenant, (tx) => tx.deliveries(endpoint, 100))
  let endpoint: string
  let secret: string

  test('an endpoint is added with a secret that is told once; nowhere inside, and no unknown event', async () => {
    const made = await addEndpoint(shop.deps, shop.workshop.actor, { url: shop.receiver.url, events: ['case.opened'] })
    endpoint = made.endpoint.id
    secret = made.secret
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    await expect(
      addEndpoint(shop.deps, shop.workshop.actor, { url: 'https://169.254.169.254/', events: ['case.opened'] }),
    ).rejects.toMatchObject({ code: 'usage' })
    await expect(
      addEndpoint(shop.deps, shop.workshop.actor, { url: shop.receiver.url, events: ['match.filed' as never] }),
    ).rejects.toMatchObject({ code: 'usage' })
  })

  test('an event arrives with an id and nothing else of what it is about, signed as the standard says', async () => {
    await happened()
    await shop.drain()
    const [got] = shop.receiver.got
    expect(shop.receiver.got).toHaveLength(1)
    expect(JSON.parse(got?.body ?? '')).toEqual({ type: 'case.opened', timestamp: expect.any(String) as string, data: { id: 'case-1' } })
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = got?.headers ?? {}
    expect(signature).toBe(sign(secret, String(id), String(at), got?.body ?? ''))
    expect(await deliveries(endpoint)).toMatchObject([{ id, state: 'delivered', tries: 1 }])
  })

  test('of the sanctions room, of quiet cases and of what nobody asked for, nothing is sent and nothing is kept', async () => {
    const before = shop.receiver.got.length
    await happened({ room: 'sanctions' })
    await happened({ quiet: true })
    await happened({ event: 'appeal.opened' })
    await shop.drain()
    expect(shop.receiver.got).toHaveLength(before)
    expect(await deliveries(endpoint)).toHaveLength(1)
  })

  test('one that is not taken is sent again under the same id until it is', async () => {
    shop.receiver.got.length = 0
    shop.receiver.answer = 500
    await happened({ subject: 'case-2' })
    await shop.drain(2)
    shop.receiver.answer = 200
    await shop.drain(1)
    const ids = shop.receiver.got.map((one) => one.headers['webhook-id'])
    expect(ids.length).toBeGreaterThanOrEqual(3)
    expect(new Set(ids).size).toBe(1)
    expect((await deliveries(endpoint))[0]).toMatchObject({ subject: 'case-2', state: 'delivered', answer: 'delivered', tries: ids.length })
  })

  test('a redirect is not followed and is no delivery', async () => {
    shop.receiver.answer = 302
    await happened({ subject: 'case-3' })
    await shop.drain()
    expect((await deliveries(endpoint)).find((one) => one.subject === 'case-3')).toMatchObject({ state: 'waiting', answer: '302' })
    shop.receiver.answer = 200
    await shop.drain(1)
  })

  test('a new secret ends the old one at once', async () => {
    const changed = await changeEndpoint(shop.deps, shop.workshop.actor, { id: endpoint, to: 'new-secret' })
    expect(changed.secret).not.toBe(secret)
    secret = changed.secret ?? ''
    await happened({ subject: 'case-4' })
    await shop.drain()
    const got = shop.receiver.got.at(-1)
    expect(got?.headers['webhook-signature']).toBe(
      sign(secret, String(got?.headers['webhook-id']), String(got?.headers['webhook-timestamp']), got?.body ?? ''),
    )
  })

  test('an endpoint that takes nothing for long is switched off, administrators hear of it, and it can be switched on again', async () => {
    shop.mail.taken.length = 0
    shop.receiver.answer = 503
    for (const subject of ['lost-1', 'lost-2', 'lost-3']) await happened({ subject })
    await shop.drain(13)
    const gone = (await deliveries(endpoint)).filter((one) => one.subject.startsWith('lost-'))
    expect(gone.map((one) => [one.state, one.tries])).toEqual([
      ['given-up', 13],
      ['given-up', 13],
      ['given-up', 13],
    ])
    expect(await shop.deps.store.tx(shop.tenant, (tx) => tx.endpoint(endpoint))).toMatchObject({ state: 'broken', lost: 3 })
    expect(shop.mail.taken).toMatchObject([{ to: ['admin@example.com'] }])
    await happened({ subject: 'not-sent' })
    shop.receiver.answer = 200
    await changeEndpoint(shop.deps, shop.workshop.actor, { id: endpoint, to: 'on' })
    await happened({ subject: 'sent-again' })
    await shop.drain()
    expect(shop.receiver.got.at(-1)?.body).toContain('sent-again')
    expect((await deliveries(endpoint)).map((one) => one.subject)).not.toContain('not-sent')
  })

  test('an endpoint of another tenant is not there', async () => {
    await expect(changeEndpoint(shop.deps, { tenant: 'other', id: 'x' }, { id: endpoint, to: 'off' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('events in', () => {
  let source: string
  let secret: string
  beforeAll(async () => {
    const made = await addSource(shop.deps, shop.workshop.actor, 'careers page')
    source = made.source.id
    secret = made.secret
  })

  interface Sent {
    readonly id?: string
    readonly secret?: string
    /** Milliseconds from now. */
    readonly off?: number
    readonly source?: string
    readonly tenant?: string
    readonly signed?: string
  }
  let count = 0
  const send = (body: unknown, more: Sent = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const id = more.id ?? `msg-${++count}`
    const timestamp = String(Math.floor((Date.now() + (more.off ?? 0)) / 1000))
    const hook: IncomingHook = {
      tenant: more.tenant ?? shop.tenant,
      source: more.source ?? source,
      headers: { id, timestamp, signature: more.signed ?? `v1,bm90aGluZw== ${sign(more.secret ?? secret, id, timestamp, text)}` },
      body: new TextEncoder().encode(text),
    }
    return takeHook(shop.deps, catalog, hook)
  }
  const content = (text: string): string => Buffer.from(text).toString('base64')
  const RESUME = 'Robin Vale\nrobin.vale@example.com\n\nExperience\nEngineer, Halyard Works, 2019 - 2023\n'
  const candidate = (files: unknown[], name = 'application 7'): unknown => ({ type: 'candidate.submitted', data: { source: name, files } })
  const tip = (more: Record<string, unknown> = {}): unknown => ({
    type: 'tip',
    data: { says: 'The person at the desk is not the one on the calls.', ...more },
  })

  test('a candidate is taken in, once, and files that are only named are told and not fetched', async () => {
    const body = candidate([
      { name: 'resume.txt', content: content(RESUME) },
      { name: 'letter.pdf', url: `${shop.receiver.url}/letter.pdf` },
    ])
    const before = shop.receiver.got.length
    const first = await send(body, { id: 'same' })
    expect(first).toMatchObject({ again: false, failures: [{ source: 'letter.pdf', code: 'unsupported-type' }] })
    const again = await Promise.all([send(body, { id: 'same' }), send(body, { id: 'same' })])
    for (const one of again) expect(one).toMatchObject({ again: true, became: first.became })
    await shop.drain()
    expect(await shop.deps.store.tx(shop.tenant, (tx) => tx.run(first.became))).toMatchObject({ state: 'done', by: `hook:${source}` })
    expect(shop.receiver.got).toHaveLength(before)
  })

  test('twice at one moment is once', async () => {
    const body = candidate([{ name: 'resume.txt', content: content(`${RESUME}at one moment`) }], 'application 8')
    const both = await Promise.all([send(body, { id: 'moment' }), send(body, { id: 'moment' }), send(body, { id: 'moment' })])
    expect(new Set(both.map((one) => one.became)).size).toBe(1)
    expect(both.filter((one) => !one.again)).toHaveLength(1)
    await shop.drain()
  })

  test('a tip opens a quiet case, once; whether its persona is known is told to nobody', async () => {
    const { tenant } = shop
    const none = { password: undefined, totp: undefined, totpStep: undefined, oidc: undefined, created: '2026-11-01T00:00:00.000Z' }
    await shop.deps.store.tx(tenant, async (tx) => {
      await tx.putPersona(aPersona('p-told-of'))
      for (const [id, role] of [
        ['ines', 'investigator'],
        ['rita', 'recruiter'],
      ] as const)
        await tx.addAccount({ id, email: `${id}@example.com`, name: id, roles: [role], state: 'active', ...none })
    })
    const cases = (who: string, role: RoleName) => listCases(shop.deps, aCaller(tenant, who, role), { limit: 9 })
    const about = await send(tip({ about: 'p-told-of' }), { id: 'told' })
    expect(await send(tip({ about: 'p-told-of' }), { id: 'told' })).toMatchObject({ again: true, became: about.became })
    expect((await cases('ines', 'investigator')).map((c) => [c.because, c.says, c.personas, c.source?.reliability])).toEqual([
      ['call', 'careers page: The person at the desk is not the one on the calls.', ['p-told-of'], 'F'],
    ])
    expect([await cases('rita', 'recruiter'), await cases('uli', 'investigator')]).toEqual([[], []])

    const known = await send(tip({ about: 'p-unknown' }))
    expect(Object.keys(known)).toEqual(['became', 'again', 'failures'])
    const [first] = await cases('ines', 'investigator')
    const ines = aCaller(tenant, 'ines', 'investigator')
    expect(first?.personas).toEqual([])
    const linked = await act(shop.deps, ines, { case: first?.id ?? '', act: { kind: 'linked', what: 'persona', id: 'p-told-of' } })
    expect(linked.personas).toEqual(['p-told-of'])
    const [kept] = await shop.deps.store.tx(shop.tenant, (tx) => tx.tips(5))
    expect(kept).toMatchObject({ id: known.became, source, about: undefined, state: 'taken-up' })
    await expect(send(tip({ says: 'He is North Korean.' }))).rejects.toMatchObject({ code: 'refused-words' })
  })

  test.each<[string, Sent]>([
    ['another secret', { secret: 'whsec_AAAA' }],
    ['an old time', { off: -302_000 }],
    ['a time to come', { off: 330_000 }],
    ['an unknown source', { source: 's-nobody' }],
    ['another tenant', { tenant: 'other' }],
    ['no signature', { signed: '' }],
    ['an id with blanks', { id: 'a b' }],
  ])('%s is refused in the same words as any other', async (_what, more) => {
    await expect(send(tip(), more)).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('a source that was switched off is heard no more, nor its old secret', async () => {
    const { source: other, secret: first } = await addSource(shop.deps, shop.workshop.actor, 'a form')
    expect(await send(tip(), { source: other.id, secret: first })).toMatchObject({ again: false })
    const { secret: second } = await changeSource(shop.deps, shop.workshop.actor, { id: other.id, to: 'new-secret' })
    await expect(send(tip(), { source: other.id, secret: first })).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await send(tip(), { source: other.id, secret: second ?? '' })).toMatchObject({ again: false })
    await changeSource(shop.deps, shop.workshop.actor, { id: other.id, to: 'off' })
    await expect(send(tip(), { source: other.id, secret: second ?? '' })).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test.each<[string, unknown]>([
    ['no JSON', '{'],
    ['an unknown kind', { type: 'candidate.rejected', data: {} }],
    ['fields that nobody knows', { type: 'tip', data: { says: 'x', nationality: 'x' } }],
    ['nothing readable', { type: 'candidate.submitted', data: { source: 'a', files: [{ name: 'a.exe', content: content('MZ\u0000') }] } }],
    ['a __proto__', '{"type":"tip","data":{"says":"x"},"__proto__":{"a":1}}'],
  ])('%s is refused with what is wrong, and the id can be used again', async (_what, body) => {
    const id = `again-${_what.replaceAll(/\W/g, '')}`
    await expect(send(body, { id })).rejects.toMatchObject({ code: 'usage' })
    expect(await send(tip(), { id })).toMatchObject({ again: false })
  })

  test('what is too large is not looked at', async () => {
    await expect(send(' '.repeat(MOST_HOOK_BYTES + 1))).rejects.toMatchObject({ code: 'too-large' })
  })
})
