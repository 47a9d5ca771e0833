import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'
import { MOST_HOOK_BYTES } from '../../src/engine/hooks/in.ts'
import { existingKey, keyPlace } from '../../src/surfaces/backup/key.ts'
import { keptBackups } from '../../src/surfaces/backup/kept.ts'
import { restoreFiles, restoreRows } from '../../src/surfaces/backup/restore.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { aPersona } from '../support/rows.ts'
import { openWorkerShop, type WorkerShop } from '../support/worker-shop.ts'
import { closeSandbox } from '../support/workshop.ts'

/** Events out and in, and backups, asked for over HTTP and done by a worker. */

let shop: WorkerShop
let service: OverHttp
let admin: string
let investigator: string
let operator: string
beforeAll(async () => {
  shop = await openWorkerShop()
  const { jobs, deps, folder } = shop
  service = await overHttp(shop.workshop, { jobs, secrets: deps.secrets, egress: deps.egress, backups: () => keptBackups(folder) })
  admin = service.key(shop.tenant, 'tenant-admin')
  investigator = service.key(shop.tenant, 'investigator')
  operator = service.key(shop.tenant, 'sysadmin')
})
afterAll(async () => {
  await service?.close()
  await shop?.close()
  await closeSandbox()
})

const post = (key: string | undefined, url: string, payload: object = {}) => service.call(key, { method: 'POST', url, payload })
const get = (key: string, url: string) => service.call(key, { method: 'GET', url })

/** Signed as the standard says, by hand. */
function sent(url: string, secret: string, body: string, more: { id: string; tenant?: string }) {
  const timestamp = String(Math.floor(Date.parse(shop.deps.clock.now()) / 1000))
  const signature = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${more.id}.${timestamp}.${body}`)
    .digest('base64')
  return service.call(undefined, {
    method: 'POST',
    url: `${new URL(url).pathname}${new URL(url).search}`,
    headers: {
      'content-type': 'application/json',
      'webhook-id': more.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    payload: body,
  })
}

describe('events in', () => {
  let address: string
  let source: string
  let secret: string

  test('a source is let in with a secret that is told once', async () => {
    const made = await post(admin, '/api/hook-sources', { name: 'careers page' })
    expect(made.statusCode).toBe(201)
    ;({
      address,
      secret,
      source: { source },
    } = made.json())
    expect((await get(admin, '/api/hook-sources')).json()).toMatchObject({ items: [{ source, name: 'careers page', state: 'on' }] })
    expect((await get(admin, '/api/hook-sources')).body).not.toContain('whsec_')
    expect((await post(operator, '/api/hook-sources', { name: 'another' })).statusCode).toBe(403)
  })

  test('a candidate comes with the bytes of a file, is read by the worker, and comes once', async () => {
    const content = Buffer.from('Robin Vale\nrobin.vale@example.com\n\nExperience\nEngineer, Halyard Works, 2019 - 2023\n').toString(
      'base64',
    )
    // Blanks that no parser would write back: the signature is over the bytes that came.
    const body = `{ "type":"candidate.submitted",  "data":{"source":"form 1","files":[{"name":"r.txt","content":"${content}"}]} }`
    const first = await sent(address, secret, body, { id: 'm-1' })
    expect([first.statusCode, first.json()]).toEqual([202, { became: expect.any(String) as string, again: false, failures: [] }])
    expect((await sent(address, secret, body, { id: 'm-1' })).json()).toMatchObject({ became: first.json().became, again: true })
    await shop.drain()
    expect((await get(investigator, `/api/runs/${first.json().became}`)).json()).toMatchObject({ state: 'done', kind: 'intake' })
  })

  test('a tip waits for whoever works cases', async () => {
    const body = JSON.stringify({ type: 'tip', data: { says: 'Somebody else is on the calls.' } })
    expect((await sent(address, secret, body, { id: 'm-2' })).statusCode).toBe(202)
    expect((await get(investigator, '/api/tips')).json()).toMatchObject({ items: [{ source, says: 'Somebody else is on the calls.' }] })
    expect((await get(admin, '/api/tips')).statusCode).toBe(403)
  })

  test('a wrong secret, another source, a body that was changed and one that is too large are refused', async () => {
    const body = '{"type":"tip","data":{"says":"x y"}}'
    expect((await sent(address, `whsec_${Buffer.alloc(32).toString('base64')}`, body, { id: 'm-3' })).statusCode).toBe(401)
    expect((await sent(address.replace(source, 'nobody'), secret, body, { id: 'm-3' })).statusCode).toBe(401)
    expect((await service.call(undefined, { method: 'POST', url: new URL(address).pathname, payload: { type: 'tip' } })).statusCode).toBe(
      401,
    )
    const large = await sent(address, secret, JSON.stringify({ type: 'tip', x: 'x'.repeat(MOST_HOOK_BYTES) }), { id: 'm-4' })
    expect(large.statusCode).toBe(413)
    expect((await sent(address, secret, '{}', { id: 'm-5' })).statusCode).toBe(400)
  })

  test('one that was switched off or has a new secret is refused; another tenant’s is not there', async () => {
    const body = '{"type":"tip","data":{"says":"It goes on."}}'
    const renewed = await post(admin, `/api/hook-sources/${source}`, { to: 'new-secret' })
    expect((await sent(address, secret, body, { id: 'm-6' })).statusCode).toBe(401)
    secret = renewed.json().secret
    expect((await sent(address, secret, body, { id: 'm-6' })).statusCode).toBe(202)
    expect((await post(service.key('elsewhere', 'tenant-admin'), `/api/hook-sources/${source}`, { to: 'off' })).statusCode).toBe(404)
    await post(admin, `/api/hook-sources/${source}`, { to: 'off' })
    expect((await sent(address, secret, body, { id: 'm-7' })).statusCode).toBe(401)
  })
})

describe('events out', () => {
  test('an endpoint is added, is sent what it asked for, shows what became of it, and is switched off', async () => {
    const refused = await post(admin, '/api/endpoints', { url: 'https://169.254.169.254/latest', events: ['intake.ended'] })
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'usage'])
    const made = await post(admin, '/api/endpoints', { url: shop.receiver.url, events: ['intake.ended'] })
    expect([made.statusCode, made.json().secret]).toEqual([201, expect.stringMatching(/^whsec_/) as string])
    const { endpoint } = made.json().endpoint as { endpoint: string }
    const file = new File(['Kim Sailor\nkim.sailor@example.com\n\nExperience\nEngineer, Halyard Works, 2018 - 2022\n'], 'k.txt')
    const form = new FormData()
    form.append('file', file)
    const recruiter = service.key(shop.tenant, 'recruiter')
    expect((await service.call(recruiter, { method: 'POST', url: '/api/submissions', payload: form })).statusCode).toBe(202)
    await shop.drain()
    expect(shop.receiver.got).toHaveLength(1)
    expect((await get(admin, `/api/endpoints/${endpoint}/deliveries`)).json()).toMatchObject({
      items: [{ event: 'intake.ended', state: 'delivered', tries: 1 }],
    })
    expect((await post(admin, `/api/endpoints/${endpoint}`, { to: 'off' })).json()).toMatchObject({ endpoint: { state: 'off' } })
    expect((await get(admin, '/api/endpoints')).json()).toMatchObject({ items: [{ endpoint, state: 'off' }] })
  })
})

describe('backups', () => {
  const started = async (): Promise<string> => {
    const answer = await post(operator, '/api/backups')
    expect(answer.statusCode).toBe(202)
    expect(answer.headers['location']).toBe(`/api/runs/${answer.json().run}`)
    return answer.json().run as string
  }

  test('one is a run that whoever runs the machine watches, and what it wrote can be restored', async () => {
    await shop.deps.store.tx(shop.tenant, (tx) => tx.putPersona(aPersona('p-000000000000000b')))
    const run = await started()
    expect((await post(operator, '/api/backups')).statusCode).toBe(409)
    expect((await get(operator, `/api/runs/${run}`)).json()).toMatchObject({ kind: 'backup', state: 'waiting' })
    await shop.drain()
    const ended = (await get(operator, `/api/runs/${run}`)).json()
    expect(ended).toMatchObject({ kind: 'backup', state: 'done', step: 'written', failures: [] })
    expect([ended.done, ended.total]).toEqual([ended.total, expect.any(Number) as number])
    // To those who may not back up, no run of the kind is there.
    expect((await get(investigator, `/api/runs/${run}`)).statusCode).toBe(404)
    expect((await get(investigator, '/api/runs')).body).not.toContain(run)
    expect((await get(operator, '/api/runs')).json().items.map((one: { kind: string }) => one.kind)).toEqual(['backup'])

    const kept = (await get(operator, '/api/backups')).json() as { items: { name: string; bytes: number }[] }
    expect(kept.items).toHaveLength(1)
    const folder = await mkdtemp(join(tmpdir(), 'bonafide-restored-'))
    const file = join(shop.folder, 'backups', kept.items[0]?.name ?? '')
    const key = await existingKey(keyPlace(shop.folder))
    const about = await restoreFiles({ file, keys: `${file}.keys`, key, data: join(folder, 'data') })
    const store = await openEmbedded('memory')
    await restoreRows(store, { file, key }, about)
    expect(await store.tx(shop.tenant, (tx) => tx.persona('p-000000000000000b'))).toMatchObject({ id: 'p-000000000000000b' })
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('one that is stopped leaves nothing behind', async () => {
    const before = (await get(operator, '/api/backups')).body
    const run = await started()
    expect((await post(investigator, `/api/runs/${run}/stop`)).statusCode).toBe(404)
    expect((await post(operator, `/api/runs/${run}/stop`)).statusCode).toBe(204)
    await shop.drain()
    expect((await get(operator, `/api/runs/${run}`)).json()).toMatchObject({ state: 'stopped' })
    expect((await get(operator, '/api/backups')).body).toBe(before)
  })
})
