import { afterAll, beforeAll, expect, test } from 'vitest'
import { ed25519 } from '../../src/adapters/keys/signature.ts'
import { manifestFaults, readManifest } from '../../src/engine/manifest-verify.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

/** Taking out a cluster's evidence over HTTP: asked for in a case, approved by somebody else, for that cluster and that purpose. */

let shop: Workshop
let service: OverHttp
let investigator: string
let approver: string
let cluster: string
let id: string
const PURPOSE = 'For counsel, who advises on the contracts.'

const post = (key: string, url: string, payload: object = {}) => service.call(key, { method: 'POST', url: `/api${url}`, payload })
const resume = (name: string, email: string): string =>
  JSON.stringify({
    basics: { name, email, phone: '+1 202 555 0143' },
    work: [{ name: 'Halyard Example Ltd', position: 'Senior Engineer', startDate: '2019-04' }],
  })

async function handIn(name: string, email: string): Promise<string> {
  const form = new FormData()
  form.append('file', new File([resume(name, email)], `${email}.json`))
  const answer = await service.call(investigator, { method: 'POST', url: '/api/submissions', payload: form })
  expect(answer.statusCode).toBe(202)
  await service.work()
  return answer.json().taken[0].persona
}
const judgeSame = (a: string, b: string) => post(investigator, `/links/${a}/${b}/judgements`, { kind: 'same', reason: 'Both say so.' })

const ask = (key: string) => post(key, `/cases/${id}/requests`, { what: 'export', about: cluster, reason: PURPOSE })
const take = (key: string, request: number, of = id) => post(key, `/clusters/${cluster}/export`, { case: of, request })
const approve = (key: string, request: number) => post(key, `/cases/${id}/requests/${request}/approve`, { reason: 'Counsel needs it.' })

let personas: readonly string[]
beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop)
  investigator = service.key(shop.actor.tenant, 'investigator')
  approver = service.key(shop.actor.tenant, 'approver')
  personas = [await handIn('Ada Example', 'ada@example.com'), await handIn('Bo Sample', 'bo@example.com')]
  expect((await judgeSame(personas[0] ?? '', personas[1] ?? '')).statusCode).toBe(201)
  cluster = (await service.call(investigator, { method: 'GET', url: '/api/clusters' })).json().items[0].cluster
  id = (await post(investigator, '/cases', { says: 'Two share a telephone.', personas: [personas[0]] })).json().id
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
})

test('it is asked for in a case that the cluster is linked to, by who may export', async () => {
  expect((await ask(investigator)).statusCode).toBe(400)
  expect((await post(investigator, `/cases/${id}/acts`, { kind: 'linked', what: 'cluster', id: cluster })).statusCode).toBe(201)
  expect((await ask(service.key(shop.actor.tenant, 'responder'))).statusCode).toBe(403)
})

test('alone nobody takes it out; with a second person it is taken, and the signed list says who that was', async () => {
  const both = service.key(shop.actor.tenant, 'investigator', 'approver')
  const own: number = (await ask(both)).json().request
  expect((await approve(both, own)).json()).toMatchObject({ status: 409, code: 'conflict' })
  expect((await take(both, own)).json()).toMatchObject({ status: 409, code: 'conflict' })
  expect((await post(both, `/cases/${id}/acts`, { kind: 'withdrawn', request: own, reason: 'Somebody else asks.' })).statusCode).toBe(201)

  const request: number = (await ask(investigator)).json().request
  expect((await take(investigator, request)).statusCode).toBe(409)
  expect((await approve(approver, request)).statusCode).toBe(201)
  // The leave is of whoever asked, for this cluster, and may be asked for only by who sees the case.
  expect((await take(approver, request)).statusCode).toBe(403)
  expect((await take(both, request)).statusCode).toBe(409)
  expect((await take(investigator, own)).statusCode).toBe(409)
  expect((await take(investigator, request, 'case-000000000000')).statusCode).toBe(404)
  expect((await take(service.key('another-tenant', 'investigator'), request)).statusCode).toBe(404)

  const archive = await take(investigator, request)
  expect(archive.statusCode).toBe(200)
  const files = filesIn(archive.rawPayload)
  expect([...files.keys()]).toEqual(expect.arrayContaining(['cluster.json', 'manifest.json', 'read-me.txt']))
  const { manifest, faults } = readManifest(files.get('manifest.json') ?? '')
  expect([faults, manifest === undefined ? ['none'] : manifestFaults(manifest, ed25519)]).toEqual([[], []])
  expect(manifest).toMatchObject({
    case_id: id,
    purpose: PURPOSE,
    clock_source: { ntp: 'a test', offset_ms: 0.5 },
    prepared_by: { role: 'investigator' },
    approved_by: { role: 'second person' },
  })
  expect(manifest?.approved_by?.user).not.toBe(manifest?.prepared_by.user)
  const rows = await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.auditRows(0, 10_000))
  expect(rows.filter((row) => row.action === 'export-begun')).toMatchObject([{ subject: cluster, detail: { case: id, request } }])
  expect(rows.filter((row) => row.action === 'exported')).toMatchObject([{ subject: cluster, detail: { case: id, request } }])

  // Who joins the cluster afterwards, nobody agreed to hand on, whatever the clock said where they were joined.
  const cy = await handIn('Cy Third', 'cy@example.com')
  const behind = await overHttp(shop, {
    deps: { ...shop.deps, clock: { now: () => new Date(Date.now() - 3_600_000).toISOString() } },
  })
  const joins = { kind: 'same', reason: 'Both say so.' }
  const url = `/api/links/${personas[0]}/${cy}/judgements`
  expect((await behind.call(behind.key(shop.actor.tenant, 'investigator'), { method: 'POST', url, payload: joins })).statusCode).toBe(201)
  await behind.close()
  expect((await take(investigator, request)).json()).toMatchObject({ status: 409, detail: expect.stringMatching(/changed|no more/) })
})

test('what was approved is over after a day', async () => {
  const request: number = (await ask(investigator)).json().request
  expect((await approve(approver, request)).statusCode).toBe(201)
  const late = await overHttp(shop, {
    deps: { ...shop.deps, clock: { now: () => new Date(Date.now() + 25 * 3_600_000).toISOString() } },
  })
  const key = late.key(shop.actor.tenant, 'investigator')
  const answer = await late.call(key, { method: 'POST', url: `/api/clusters/${cluster}/export`, payload: { case: id, request } })
  expect(answer.json()).toMatchObject({ status: 409 })
  await late.close()
})

function filesIn(tar: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (let at = 0; tar[at] !== 0 && at < tar.length;) {
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 135), 8)
    files.set(tar.toString('utf8', at, at + 100).replace(/\0.*$/s, ''), tar.toString('utf8', at + 512, at + 512 + size))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}
