import { afterAll, beforeAll, expect, test } from 'vitest'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

/** The list of shared values: its addresses hold none of them. */

let shop: Workshop
let service: OverHttp
const KEYS = Array.from({ length: 5 }, (_, n) => `+1202555014${n}`)
/** As long as the address of a link may be. */
const LONG = `https://example.com/${'x'.repeat(1_980)}`

beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop)
  const phones = KEYS.map((key) => ({ kind: 'phone', key, holders: 30, reason: 'many' }))
  const hubs = [...phones, { kind: 'link', key: LONG, holders: 31, reason: 'many' }]
  await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.replaceHubs([], hubs))
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
})

const list = (key: string, after?: string) =>
  service.call(key, { method: 'GET', url: `/api/hubs?limit=1${after === undefined ? '' : `&after=${after}`}` })

test('pages go on from one another, and no address has a value in it', async () => {
  const key = service.key(shop.actor.tenant, 'investigator')
  const seen: string[] = []
  for (let after: string | undefined, page = 0; page === 0 || after !== undefined; page++) {
    const { items, next } = (await list(key, after)).json()
    seen.push(...items.map((hub: { key: string }) => hub.key))
    if (next !== undefined) expect(Buffer.from(next, 'base64url').toString('latin1')).not.toContain('1202555')
    after = next
  }
  expect(seen).toEqual([LONG, ...KEYS.toReversed()])
})

test('a place in the list is of whom it was given to, and nobody writes one', async () => {
  const { next } = (await list(service.key(shop.actor.tenant, 'investigator'))).json()
  const plain = Buffer.from(JSON.stringify({ holders: 31, kind: 'phone', key: KEYS[2] })).toString('base64url')
  const own = service.key(shop.actor.tenant, 'investigator')
  for (const [key, after] of [
    [own, plain],
    [own, ''],
    [own, `${next.slice(0, -2)}${next.endsWith('AA') ? 'BB' : 'AA'}`],
    [service.key('another-tenant', 'investigator'), next],
  ])
    expect((await list(key, after)).json()).toMatchObject({ status: 422, pointer: '/querystring/after' })
})
