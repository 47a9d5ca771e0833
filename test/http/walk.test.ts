import { Validator } from '@seriousme/openapi-schema-validator'
import { readFileSync } from 'node:fs'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitingRun } from '../../src/engine/jobs/runs.ts'
import type { Finding } from '../../src/model/finding.ts'
import { PERMISSIONS, permissionsOf, ROLES, type RoleName } from '../../src/model/access.ts'
import type { Route } from '../../src/surfaces/http/route.ts'
import { routes } from '../../src/surfaces/http/routes/index.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { aContest, aPersona, aWay } from '../support/rows.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

const all: readonly Route[] = routes
const aFinding: Finding = {
  id: 'f'.repeat(32),
  persona: 'p-0000000000000001',
  detector: 'application/none',
  version: 1,
  family: 'timeline',
  strength: 'weak',
  direction: 'raises',
  room: 'identity',
  says: 'Two dates differ.',
  because: ['0'.repeat(32)],
}
const roles = Object.keys(ROLES) as RoleName[]

let shop: Workshop
let service: OverHttp
let stranger: string
/** Something of the tenant for every parameter that a route has. */
let ids: Readonly<Record<string, string>>

beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop)
  stranger = `${shop.actor.tenant}-x`
  const [persona, other] = ['p-0000000000000001', 'p-0000000000000002']
  const artifact = await shop.deps.blobs.put(Buffer.from('Ada Example'))
  const now = shop.deps.clock.now()
  await shop.deps.store.tx(shop.actor.tenant, async (tx) => {
    for (const id of [persona, other]) await tx.putPersona(aPersona(id))
    await tx.addArtifact({ id: artifact, name: 'ada.txt', size: 11, received: now, reliability: 'F', credibility: '6' })
    await tx.addSubmission({ persona, artifact, parent: undefined, row: undefined })
    await tx.replaceFindings([persona], [aFinding])
    await tx.putRequisition({ id: 'opening-1', title: 'Engineer', documents: ['resume'], questions: [] })
    // Of somebody about whom none of the callers decides on the way: whoever did may not answer.
    await tx.putPersona(aPersona('p-0000000000000003'))
    await tx.putContest(aContest('review-1', 'p-0000000000000003', { wrong: [] }))
    await tx.putAnotherWay(aWay('way-1', persona))
    await tx.putEndpoint({
      id: 'e-1',
      url: 'https://hooks.example.com/in',
      events: ['case.opened'],
      state: 'on',
      generation: 1,
      lost: 0,
      by: 'x',
      made: now,
    })
    await tx.putHookSource({ id: 's-1', name: 'a form', state: 'on', generation: 1, by: 'x', made: now })
    await tx.putRun({ ...waitingRun('r-1', 'intake', { by: 'x', now, persona }), state: 'working' })
  })
  ids = {
    persona,
    other,
    finding: aFinding.id,
    artifact,
    page: '1',
    cluster: 'c-0000000000000000',
    requisition: 'opening-1',
    run: 'r-1',
    match: '0123456789abcdef01234567',
    // One that is not there: who may do what in a case hangs on its room, and is proven in cases.test.ts.
    case: 'case-000000000000',
    number: '2',
    mask: 'none',
    list: 'none',
    version: '0123456789ab',
    phase: 'application',
    name: 'none',
    account: 'u-0000000000000000',
    session: '0000000000000000',
    passkey: 'none',
    key: '0000000000000000',
    review: 'review-1',
    way: 'way-1',
    endpoint: 'e-1',
    source: 's-1',
    set: 'n-none',
    trial: 'r-none',
  }
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
})

const nameOf = (route: Route): string => `${route.method} ${route.path}`
const paramsOf = (route: Route): string[] => [...route.path.matchAll(/:(\w+)/g)].map((m) => m[1] as string)

/** A call that passes the route's schemas. An event stream goes on for ever, so it is not waited for. */
async function send(route: Route, key: string | undefined): Promise<LightMyRequestResponse> {
  const url = route.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? `no-fixture-for-${name}`)
  const query = route.path === '/api/lists/:list/delta' ? '?from=012345&to=012345' : route.path.endsWith('/import') ? '?source=x' : ''
  if (route.files !== true)
    return service.call(key, {
      method: route.method,
      url: url + query,
      ...(route.body === undefined ? {} : { payload: (route.example ?? {}) as object }),
    })
  const boundary = 'x-boundary-x'
  const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="x.unknown"\r\n\r\n\u0001\u0002\r\n--${boundary}--\r\n`
  return service.call(key, {
    method: route.method,
    url: url + query,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
}

const isStream = (route: Route): boolean => route.path === '/api/events'
/** What changes the fixtures that others need, and what only a session's own holder can be asked for, is sent by nobody who may. */
const DESTROYS = new Set([
  'POST /api/personas/:persona/forget',
  'POST /api/personas/:persona/erasure',
  'POST /api/keys',
  'POST /api/me/password',
])

test('there are routes, each says what it does, and one with a body has an example of it', () => {
  expect(all.length).toBeGreaterThan(40)
  expect(new Set(all.map(nameOf)).size).toBe(all.length)
  for (const route of all) {
    expect(route.says, nameOf(route)).toMatch(/^[A-Z].*\.$/s)
    if (route.body !== undefined) expect(route.body.safeParse(route.example).success, nameOf(route)).toBe(true)
    expect(Object.keys(route.params?.shape ?? {}).sort(), nameOf(route)).toEqual(paramsOf(route).sort())
    for (const name of paramsOf(route)) expect(ids, nameOf(route)).toHaveProperty(name)
    if (route.may !== 'anybody' && route.may !== 'signed-in') expect(PERMISSIONS).toHaveProperty(route.may)
  }
})

test('nobody is let in who is not signed in', async () => {
  for (const route of all) {
    if (route.may === 'anybody') continue
    const { statusCode, headers } = await send(route, undefined)
    expect([nameOf(route), statusCode]).toEqual([nameOf(route), 401])
    expect(headers['content-type']).toContain('problem+json')
  }
})

test.each(roles)('%s: lets through what the role includes, and refuses the rest', async (role) => {
  const key = service.key(shop.actor.tenant, role)
  const may = permissionsOf([role])
  for (const route of all) {
    if (isStream(route) || DESTROYS.has(nameOf(route)) || route.may === 'anybody') continue
    const { statusCode, body } = await send(route, key)
    const refused = statusCode === 403 && (JSON.parse(body) as { code: string }).code === 'forbidden'
    const allowed = route.may === 'signed-in' || may.has(route.may)
    expect([nameOf(route), allowed ? !refused : statusCode]).toEqual([nameOf(route), allowed ? true : 403])
    expect([nameOf(route), statusCode]).not.toEqual([nameOf(route), 500])
  }
})

/** These are of the machine and not of a tenant: what is checked, and the publishers' lists. */
const EVERYBODYS = /^\/api\/(detectors|lists)\//

test('another tenant’s things are not there, whatever one may do', async () => {
  const key = service.key(stranger, ...roles)
  const walked: string[] = []
  for (const route of all) {
    // Who calls without an account is known by what they send, and is nobody’s stranger.
    if (route.may === 'anybody' || paramsOf(route).length === 0 || EVERYBODYS.test(route.path) || route.method === 'PUT') continue
    const { statusCode, body } = await send(route, key)
    walked.push(nameOf(route))
    expect([nameOf(route), statusCode]).toEqual([nameOf(route), 404])
    expect(body).not.toContain('Ada')
  }
  expect(walked.length).toBeGreaterThan(20)
})

test('the document lists every route, is valid, and is the one that is committed', async () => {
  await service.app.ready()
  const document = service.app.swagger() as { paths: Record<string, Record<string, unknown>> }
  for (const { method, path } of all) expect(document.paths[path.replaceAll(/:(\w+)/g, '{$1}')], path).toHaveProperty(method.toLowerCase())
  const checked = await new Validator().validate(structuredClone(document))
  expect(checked.errors ?? []).toEqual([])
  expect(checked.valid).toBe(true)
  const committed = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as { paths: object }
  expect(committed.paths).toEqual(JSON.parse(JSON.stringify(document.paths)))
})
