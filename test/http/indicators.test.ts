import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { openWorkerShop, type WorkerShop } from '../support/worker-shop.ts'
import { closeSandbox } from '../support/workshop.ts'

/** Lists of indicators over HTTP: what takes long is a run that somebody watches, and a worker does it. */

let shop: WorkerShop
let service: OverHttp
let investigator: string
beforeAll(async () => {
  shop = await openWorkerShop()
  service = await overHttp(shop.workshop, { jobs: shop.jobs })
  investigator = service.key(shop.tenant, 'investigator')
  const form = new FormData()
  form.append('file', new File(['Bo Second\nbo@example.com\n\nExperience\nEngineer, Halyard Works, 2018 - 2022\n'], 'bo.txt'))
  expect((await service.call(investigator, { method: 'POST', url: '/api/submissions', payload: form })).statusCode).toBe(202)
  await shop.drain()
})
afterAll(async () => {
  await service?.close()
  await shop?.close()
  await closeSandbox()
})

const get = (url: string) => service.call(investigator, { method: 'GET', url })
const post = (url: string, payload: object = {}) => service.call(investigator, { method: 'POST', url, payload })
const hand = (text: string, source: string) => {
  const form = new FormData()
  form.append('file', new File([text], 'list.csv'))
  return service.call(investigator, { method: 'POST', url: `/api/indicators/import?source=${source}`, payload: form })
}
const run = async (id: string) => (await get(`/api/runs/${id}`)).json()

describe('a list', () => {
  test('is handed in at once and quarantined by a worker; then it says whom it touches, and rows that were left out', async () => {
    const answer = await hand('type,value\nemail,bo@example.com\nemail,nobody.here@example.com\nbirthday,1980\n', 'Example%20Exchange')
    expect(answer.statusCode).toBe(202)
    const { run: id } = answer.json()
    expect(answer.headers['location']).toBe(`/api/runs/${id}`)
    expect(await run(id)).toMatchObject({ kind: 'import', state: 'waiting' })
    expect((await get('/api/indicators')).json().items).toEqual([])
    await shop.drain()
    const ended = await run(id)
    expect(ended).toMatchObject({ state: 'done', step: 'written', done: 2, total: 2 })
    expect(ended.failures).toMatchObject([{ code: 'left-out' }])
    expect((await get('/api/indicators')).json().items.map((row: { state: string }) => row.state)).toEqual(['quarantined', 'quarantined'])
    const found = (await get('/api/indicators/touched?source=Example%20Exchange')).json()
    expect(found.touched).toMatchObject([{ hits: [{ property: 'email', isNew: true }] }])
    expect(found.next).toBeUndefined()
  })

  test('in pages names the same people as at once', async () => {
    const touched: string[] = []
    let pages = 0
    for (let after = ''; ; pages++) {
      const page = (await get(`/api/indicators/touched?source=Example%20Exchange&limit=1${after}`)).json()
      touched.push(...page.touched.map((one: { persona: string }) => one.persona))
      if (page.next === undefined) break
      after = `&after=${page.next}`
    }
    expect([pages, touched.length]).toEqual([1, 1])
  })

  test('twice is once, and what is no list is refused at once', async () => {
    const { run: id } = (await hand('type,value\nemail,bo@example.com\n', 'Example%20Exchange')).json()
    await shop.drain()
    expect(await run(id)).toMatchObject({ state: 'done', done: 1 })
    expect((await get('/api/indicators')).json().items).toHaveLength(2)
    expect((await hand('\u0000\u0001', 'x')).statusCode).toBe(422)
    expect((await hand('', 'x')).statusCode).toBeGreaterThanOrEqual(400)
  })
})

test('what was settled stands at once, and who holds it is assessed anew by a run', async () => {
  const [row] = (await get('/api/indicators?source=Example%20Exchange'))
    .json()
    .items.filter((one: { value: string }) => one.value === 'bo@example.com')
  const answer = await post('/api/indicators/settle', { to: 'accepted', ids: [row.id], reason: 'Checked with the exchange.' })
  expect([answer.statusCode, answer.json()]).toEqual([202, { settled: [row.id], heldBack: [], run: expect.any(String) as string }])
  expect((await get('/api/indicators?state=accepted')).json().items).toMatchObject([{ id: row.id }])
  const { persona } = (await get('/api/indicators/touched?source=Example%20Exchange')).json().touched[0]
  const findings = () => shop.deps.store.tx(shop.tenant, (tx) => tx.findings([persona]))
  const before = await findings()
  await shop.drain()
  expect(await run(answer.json().run)).toMatchObject({ kind: 'lookback', state: 'done', step: 'assessed', done: 1, total: 1 })
  const fresh = (await findings()).filter((finding) => !before.some((one) => one.id === finding.id))
  expect(fresh.map((finding) => finding.detector)).toEqual([expect.stringContaining('indicator') as string])
  expect(shop.failures).toEqual([])
  // Settled already: nothing to do, and no run.
  const again = await post('/api/indicators/settle', { to: 'accepted', ids: [row.id], reason: 'Checked with the exchange.' })
  expect(again.json()).toEqual({ settled: [], heldBack: [] })
})
