import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { conflict } from '../../src/model/errors.ts'
import { fileReply, route } from '../../src/surfaces/http/route.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

let shop: Workshop
let service: OverHttp
let key: string

const told: unknown[] = []
const sample = [
  route({
    method: 'POST',
    path: '/api/samples/:name',
    says: 'Takes a number.',
    may: 'persona:read',
    params: z.object({ name: z.string().max(5) }),
    body: z.strictObject({ n: z.number() }),
    example: { n: 1 },
    reply: z.object({ twice: z.number() }),
    status: 201,
    async handle({ caller, location }, { params, body }) {
      told.push([caller.id, params.name])
      location(`/api/samples/${params.name}`)
      return { twice: body.n * 2, secret: 'left out' }
    },
  }),
  route({
    method: 'GET',
    path: '/api/samples/fault',
    says: 'Fails.',
    may: 'anybody',
    handle: () => Promise.reject(new Error('a secret path')),
  }),
  route({
    method: 'GET',
    path: '/api/samples/conflict',
    says: 'Fails.',
    may: 'anybody',
    handle: () => Promise.reject(conflict('It was taken.')),
  }),
  route({
    method: 'GET',
    path: '/api/samples/wrong',
    says: 'Breaks its word.',
    may: 'anybody',
    reply: z.object({ n: z.number() }),
    handle: async () => ({ n: 'x' }) as never,
  }),
  route({ method: 'DELETE', path: '/api/samples', says: 'Gives nothing.', may: 'signed-in', handle: async () => undefined }),
  route({
    method: 'GET',
    path: '/api/samples/file',
    says: 'A file.',
    may: 'anybody',
    reply: fileReply('text/html'),
    handle: async () => ({ name: '../é "x".html', content: Buffer.from('<script>1</script>') }),
  }),
]

beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop, { routes: sample })
  key = service.key(shop.actor.tenant, 'recruiter')
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
})

const post = (headers: Record<string, string>, payload: object = { n: 2 }, as: string | undefined = key) =>
  service.call(as, { method: 'POST', url: '/api/samples/one', headers, payload })

test('a call that is right is answered by what its schema names and no more', async () => {
  const answer = await post({})
  expect(answer.statusCode).toBe(201)
  expect(answer.json()).toEqual({ twice: 4 })
  expect(answer.headers['location']).toBe('/api/samples/one')
  expect(told.at(-1)).toMatchObject([expect.any(String), 'one'])
})

test('what is wrong with a call is a problem that says where', async () => {
  const wrong = await post({}, { n: 'x' })
  expect(wrong.headers['content-type']).toContain('application/problem+json')
  expect(wrong.json()).toMatchObject({ status: 422, code: 'invalid', pointer: '/body/n', type: '/api/problems/invalid' })
  expect((await post({}, { n: 1, more: 1 })).statusCode).toBe(422)
  expect((await post({}, {}, service.key(shop.actor.tenant, 'tenant-admin'))).json()).toMatchObject({ status: 403, code: 'forbidden' })
  expect((await service.call(undefined, { method: 'DELETE', url: '/api/samples' })).json()).toMatchObject({ status: 401 })
  expect((await post({}, {}, 'nobodys')).json()).toMatchObject({ status: 401, code: 'unauthenticated' })
  expect((await service.call(key, { method: 'POST', url: '/api/samples/toolong', payload: { n: 1 } })).json()).toMatchObject({
    status: 422,
    pointer: '/params/name',
  })
  expect(
    (
      await service.call(key, {
        method: 'POST',
        url: '/api/samples/one',
        headers: { 'content-type': 'application/json' },
        payload: '{',
      })
    ).json(),
  ).toMatchObject({ status: 400, code: 'invalid' })
  expect(
    (
      await service.call(key, {
        method: 'POST',
        url: '/api/samples/one',
        headers: { 'content-type': 'text/plain' },
        payload: 'x',
      })
    ).json(),
  ).toMatchObject({ status: 415 })
  expect((await service.call(key, { method: 'GET', url: '/api/none?name=Ada' })).json()).toMatchObject({ status: 404, code: 'not-found' })
  expect((await service.call(key, { method: 'GET', url: '/api/none?name=Ada' })).body).not.toContain('Ada')
  expect((await service.call(key, { method: 'GET', url: '/api/samples/conflict' })).json()).toMatchObject({
    status: 409,
    detail: 'It was taken.',
  })
})

test('a fault of ours shows nothing of itself', async () => {
  for (const url of ['/api/samples/fault', '/api/samples/wrong']) {
    const answer = await service.call(undefined, { method: 'GET', url })
    expect(answer.json()).toMatchObject({ status: 500, request: expect.any(String) })
    expect(answer.body).not.toMatch(/secret|number|schema/)
  }
})

test('nothing is 204, and a file is for saving', async () => {
  const nothing = await service.call(key, { method: 'DELETE', url: '/api/samples' })
  expect([nothing.statusCode, nothing.body]).toEqual([204, ''])
  const file = await service.call(undefined, { method: 'GET', url: '/api/samples/file' })
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''\.\.%2F/)
  expect(file.headers['content-security-policy']).toContain('sandbox')
  expect(file.headers['x-content-type-options']).toBe('nosniff')
  expect(file.body).toContain('script')
})
