import type { AddressInfo } from 'node:net'
import { request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIMITS } from '../../src/surfaces/http/parts.ts'
import { openClient } from '../../src/surfaces/client/index.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { openCase } from '../../src/engine/cases/open.ts'
import { aPersona, aRun } from '../support/rows.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

let shop: Workshop
let service: OverHttp
let url: string
let key: string
const closing = new AbortController()

beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop, { closing: closing.signal, limits: { ...LIMITS, body: 10_000, perMinute: 1_000, stop: 2_000 } })
  await service.app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`
  key = service.key(shop.actor.tenant, 'recruiter')
})
afterAll(async () => {
  closing.abort()
  await service.close()
  await shop.close()
  await closeSandbox()
})

const bearer = (of = key): Record<string, string> => ({ authorization: `Bearer ${of}` })

/** A call with headers that fetch does not let one set. */
const raw = (path: string, headers: Record<string, string>, method = 'GET', body?: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const call = request(`${url}${path}`, { method, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }))
    })
    call.on('error', reject)
    call.end(body)
  })

test('a name that was pointed here after the page was loaded gets nothing', async () => {
  expect((await raw('/api/personas', { host: 'rebound.example.com', ...bearer() })).status).toBe(421)
  expect((await raw('/', { host: 'rebound.example.com' })).status).toBe(421)
  expect((await raw('/healthz', { host: '10.0.0.7:8787' })).status).toBe(200)
})

test('another site cannot act with a session’s cookie; a program with a key can', async () => {
  const body = JSON.stringify({ name: 'nobody' })
  const cookie = { cookie: `bonafide=${key}`, 'content-type': 'application/json', host: new URL(url).host }
  const search = (headers: Record<string, string>) => raw('/api/personas/search', headers, 'POST', body).then((answer) => answer.status)
  expect(await search({ ...cookie, origin: 'https://evil.example.com' })).toBe(403)
  expect(await search({ ...cookie, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await search({ ...cookie, 'sec-fetch-site': 'same-site' })).toBe(403)
  expect(await search({ ...cookie, origin: 'null' })).toBe(403)
  expect(await search({ ...cookie, origin: url, 'sec-fetch-site': 'same-origin' })).toBe(200)
  expect(await search({ ...bearer(), 'content-type': 'application/json', origin: 'https://evil.example.com' })).toBe(200)
  // A form of another site can send no JSON.
  expect((await raw('/api/personas/search', { ...cookie, 'content-type': 'application/x-www-form-urlencoded' }, 'POST', body)).status).toBe(
    415,
  )
})

test('every answer tells browsers to run nothing and to keep nothing', async () => {
  for (const path of ['/', '/enter', '/api/openapi.json', '/api/personas', '/api/none']) {
    const answer = await fetch(url + path)
    await answer.arrayBuffer()
    const { headers } = answer
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('a body that is too large is refused, and too many calls are', async () => {
  const big = await fetch(`${url}/api/personas/search`, {
    method: 'POST',
    headers: { ...bearer(), 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'x'.repeat(20_000) }),
  })
  expect([big.status, ((await big.json()) as { code: string }).code]).toEqual([413, 'too-large'])
  const auditor = service.key(shop.actor.tenant, 'auditor')
  const statuses = []
  for (let i = 0; i < 8; i++) statuses.push((await fetch(`${url}/api/audit/verify`, { headers: bearer(auditor) })).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
})

interface Heard {
  readonly text: () => string
  readonly until: (pattern: RegExp) => Promise<string>
  readonly stop: () => void
}
async function listen(as: string, headers: Record<string, string> = {}): Promise<Heard> {
  const abort = new AbortController()
  const answer = await fetch(`${url}/api/events`, { headers: { ...bearer(as), ...headers }, signal: abort.signal })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  let text = ''
  const reading = (async () => {
    for await (const chunk of answer.body ?? []) text += Buffer.from(chunk).toString()
  })().catch(() => undefined)
  return {
    text: () => text,
    async until(pattern) {
      while (!pattern.test(text)) await new Promise((resolve) => setTimeout(resolve, 50))
      return text
    },
    stop() {
      abort.abort()
      void reading
    },
  }
}

const acted = (action: string, subject: string, detail: Record<string, unknown> = {}) =>
  shop.deps.store.tx(shop.actor.tenant, (tx) => tx.appendAudit({ actor: 'x', action, subject, detail }, shop.deps.clock.now()))

test('events tell what the caller may see, and go on where they were broken off', async () => {
  const heard = await listen(key)
  await heard.until(/retry/)
  await acted('matches-filed', 'secret-1', { room: 'sanctions' })
  await acted('received', 'p-1')
  const text = await heard.until(/p-1/)
  expect(text).toMatch(/id: \d+\nevent: personas\ndata: \{"subject":"p-1"/)
  expect(text).not.toContain('secret-1')
  heard.stop()
  const last = /id: (\d+)/.exec(text)?.[1] ?? ''
  await acted('received', 'p-2')
  const again = await listen(key, { 'last-event-id': last })
  const more = await again.until(/p-2/)
  expect(more).not.toContain('p-1"')
  again.stop()
  // Each room has numbers of its own, and who reads both goes on in both.
  const compliance = await listen(service.key(shop.actor.tenant, 'compliance'), { 'last-event-id': `${last}.0` })
  expect(await compliance.until(/secret-1/)).toMatch(/id: \d+\.\d+\nevent: screening/)
  compliance.stop()
  const strange = await listen(key, { 'last-event-id': `${last}.0` })
  expect(await strange.until(/retry/)).toContain('event: reset')
  strange.stop()
})

test('of a quiet case, and of whom it is about, its members are told and nobody else; nor is there a gap', async () => {
  const { tenant } = shop.actor
  for (const id of ['p-00-quiet', 'p-00-open']) await shop.deps.store.tx(tenant, (tx) => tx.putPersona(aPersona(id)))
  const [mine, theirs] = [service.key(tenant, 'investigator'), service.key(tenant, 'investigator')]
  const [member, other] = [await listen(mine), await listen(theirs)]
  await Promise.all([member.until(/retry/), other.until(/retry/)])
  const { id } = await openCase(shop.deps, await service.parts.callers(mine), {
    room: 'identity',
    says: 'Somebody called about this.',
    personas: ['p-00-quiet'],
    quiet: [],
  })
  await acted('received', 'p-00-quiet')
  await acted('judged', 'p-00-open', { persona: 'p-00-open', other: 'p-00-quiet' })
  for (let n = 0; n < 3; n += 1) await acted('match-assigned', `hidden-${n}`, { room: 'sanctions' })
  const seen = await openCase(shop.deps, await service.parts.callers(theirs), {
    room: 'identity',
    says: 'The dates do not fit.',
    personas: ['p-00-open'],
  })
  await acted('received', 'p-last')
  const told = await member.until(/p-last/)
  for (const word of [id, '"p-00-quiet"', seen.id, 'event: cases', 'event: links']) expect(told).toContain(word)
  const heard = await other.until(/p-last/)
  expect(heard).toContain(seen.id)
  for (const word of [id, 'p-00-quiet', 'hidden-', 'event: links']) expect(heard).not.toContain(word)
  // The sanctions room's three acts between these two leave nothing to count.
  const numbers = [...heard.matchAll(/id: (\d+)/g)].map((found) => Number(found[1]))
  expect((numbers.at(-1) ?? 0) - (numbers.at(-2) ?? 0)).toBe(1)
  member.stop()
  other.stop()
})

test('progress is told to whoever started it and to nobody else', async () => {
  const { id } = await service.parts.callers(key)
  await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.putRun({ ...aRun('r-mine'), state: 'working', by: id }))
  const mine = await listen(key)
  const others = await listen(service.key(shop.actor.tenant, 'recruiter'))
  expect(await mine.until(/r-mine/)).toContain('event: run')
  await acted('received', 'p-3')
  expect(await others.until(/p-3/)).not.toContain('r-mine')
  mine.stop()
  others.stop()
})

test('the typed client calls, pages, and throws what the service says', async () => {
  await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.putPersona(aPersona('p-000000000000000c')))
  const client = openClient({ server: url, key })
  const page = await client.call('GET /api/personas', { query: { limit: 1 } })
  expect(page.items[0]?.persona).toBe('p-000000000000000c')
  await expect(client.call('GET /api/personas/:persona', { params: { persona: 'p-none' } })).rejects.toMatchObject({
    code: 'not-found',
    status: 404,
  })
  await expect(openClient({ server: 'http://127.0.0.1:1', key }).call('GET /api/detectors', {})).rejects.toMatchObject({ code: 'remote' })
  const withdrawn = () =>
    client.call('POST /api/personas/:persona/withdraw', { params: { persona: 'p-000000000000000c' }, once: 'withdraw-1' })
  expect(await withdrawn()).toEqual(await withdrawn())
})

test('asked to stop, it ends the streams, finishes the rest, and waits for ever for nobody', async () => {
  const heard = await listen(key)
  await heard.until(/retry/)
  // Somebody who sends half a request and no more of it.
  const half = connect(Number(new URL(url).port), '127.0.0.1')
  const gone = new Promise<void>((resolve) => half.once('close', () => resolve()))
  half.on('error', () => undefined).resume()
  half.write(
    `POST /api/personas/search HTTP/1.1\r\nHost: ${new URL(url).host}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  )
  await delay(100)
  closing.abort()
  expect((await fetch(`${url}/readyz`)).status).toBe(503)
  await service.app.close()
  await gone
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
})
