import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { conflict } from '../../src/model/errors.ts'
import { route } from '../../src/surfaces/http/route.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

let shop: Workshop
let service: OverHttp
let key: string
let other: string
let fail: 'before' | 'after' | 'refuse' | undefined

const act = route({
  method: 'POST',
  path: '/api/acts',
  says: 'Writes to the log.',
  may: 'signed-in',
  body: z.object({ what: z.string() }),
  example: { what: 'x' },
  status: 201,
  reply: z.object({ seq: z.number() }),
  async handle({ deps, caller, clock, location }, { body }) {
    if (fail === 'refuse') throw conflict('Not now.')
    if (fail === 'before') throw new Error('before')
    const row = await deps.store.tx(caller.tenant, (tx) =>
      tx.appendAudit({ actor: caller.id, action: 'acted', subject: body.what, detail: {} }, clock.now()),
    )
    if (fail === 'after') throw new Error('after')
    location(`/api/acts/${row.seq}`)
    return { seq: row.seq }
  },
})

beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop, { routes: [act] })
  key = service.key(shop.actor.tenant, 'recruiter')
  other = service.key(shop.actor.tenant, 'recruiter')
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
})

const send = (once: string, what: string, as = key) =>
  service.call(as, { method: 'POST', url: '/api/acts', headers: { 'idempotency-key': once }, payload: { what } })
const acted = async (what: string): Promise<number> =>
  (await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.auditRows(0, 1000))).filter((row) => row.subject === what).length

test('sent again it is answered as before and done once; another caller’s key is another', async () => {
  const first = await send('key-number-1', 'one')
  const again = await send('key-number-1', 'one')
  expect([again.statusCode, again.json(), again.headers['location']]).toEqual([201, first.json(), first.headers['location']])
  expect(again.headers['idempotency-replayed']).toBe('true')
  expect(await acted('one')).toBe(1)
  expect((await send('key-number-1', 'one', other)).statusCode).toBe(201)
  expect(await acted('one')).toBe(2)
})

test('a key that was used for something else is refused', async () => {
  await send('key-number-2', 'two')
  expect((await send('key-number-2', 'three')).json()).toMatchObject({ status: 422, code: 'key-used' })
  expect(await acted('three')).toBe(0)
  expect((await send('short', 'three')).json()).toMatchObject({ status: 400 })
})

test('of ten at the same moment one acts', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => send('key-number-3', 'ten')))
  expect(await acted('ten')).toBe(1)
  expect(new Set(all.map((a) => a.statusCode))).toEqual(
    new Set(all.length > 1 ? [201, 409].filter((s) => all.some((a) => a.statusCode === s)) : [201]),
  )
  expect(all.filter((a) => a.statusCode === 201).every((a) => a.json().seq === all.find((b) => b.statusCode === 201)?.json().seq)).toBe(
    true,
  )
})

test('what was refused, or failed before it wrote anything, may be sent again', async () => {
  for (const way of ['refuse', 'before'] as const) {
    fail = way
    expect((await send(`key-number-${way}`, way)).statusCode).toBe(way === 'refuse' ? 409 : 500)
    fail = undefined
    expect((await send(`key-number-${way}`, way)).statusCode).toBe(201)
    expect(await acted(way)).toBe(1)
  }
})

test('what failed after it wrote is never done twice', async () => {
  fail = 'after'
  expect((await send('key-number-5', 'torn')).statusCode).toBe(500)
  fail = undefined
  expect((await send('key-number-5', 'torn')).json()).toMatchObject({ status: 409, code: 'conflict' })
  expect(await acted('torn')).toBe(1)
})
