import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/engine/audit.ts'
import { everyPersona } from '../../src/engine/rebuild.ts'
import type { Store } from '../../src/engine/ports.ts'
import type { Worker } from '../../src/surfaces/worker/loop.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { openWorkerShop, type WorkerShop } from '../support/worker-shop.ts'
import { closeSandbox, openWorkshop } from '../support/workshop.ts'

/**
 * Long work that somebody stops half-way, over HTTP while a worker does it: what is done is whole, the rest is not begun, and begun
 * again it comes to what an undisturbed run comes to.
 */

const LONG = { timeout: 600_000 }
let shop: WorkerShop
let service: OverHttp
let investigator: string
let worker: Worker
beforeAll(async () => {
  shop = await openWorkerShop()
  service = await overHttp(shop.workshop, { jobs: shop.jobs })
  investigator = service.key(shop.tenant, 'investigator')
  worker = shop.start()
})
afterAll(async () => {
  await worker?.stop()
  await service?.close()
  await shop?.close()
  await closeSandbox()
})

const hand = async (url: string, name: string, text: string): Promise<string> => {
  const form = new FormData()
  form.append('file', new File([text], name))
  const answer = await service.call(investigator, { method: 'POST', url: `/api/${url}`, payload: form })
  expect(answer.statusCode).toBe(202)
  worker.wake()
  return answer.json().run ?? answer.json().taken[0].run
}
interface Shown {
  readonly state: string
  readonly step: string
  readonly done: number
  readonly total: number
}
const run = async (id: string): Promise<Shown> => (await service.call(investigator, { method: 'GET', url: `/api/runs/${id}` })).json()
const stop = (id: string) => service.call(investigator, { method: 'POST', url: `/api/runs/${id}/stop` })

/** Looks until it is so; a run that ends before that was not stopped half-way, and the test says so. */
async function until(id: string, so: (shown: Shown) => boolean): Promise<Shown> {
  for (;;) {
    const shown = await run(id)
    if (so(shown)) return shown
    if (['done', 'failed', 'stopped'].includes(shown.state)) throw new Error(`the run ended first: ${JSON.stringify(shown)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
const ended = ({ state }: Shown): boolean => ['done', 'failed', 'stopped'].includes(state)

test('an import of indicators', LONG, async () => {
  const [rows, slice] = [25_000, 2_500]
  const list = `type,value\n${Array.from({ length: rows }, (_, n) => `email,listed.${n}@example.com\n`).join('')}`
  const url = 'indicators/import?source=Example%20Exchange'
  const first = await hand(url, 'list.csv', list)
  await until(first, ({ step, done }) => step === 'reading' && done > 0)
  expect((await stop(first)).statusCode).toBe(204)
  expect(await until(first, ended)).toMatchObject({ state: 'stopped' })
  expect((await stop(first)).statusCode).toBe(409)
  const found = () =>
    shop.deps.store.tx(shop.tenant, async (tx) => ({
      keys: (await tx.indicators({})).map((one) => one.key),
      added: (await tx.auditRows(0, 10_000))
        .filter((row) => row.action === 'indicators-imported')
        .map((row) => Number((row.detail as { added?: number }).added)),
    }))
  const half = await found()
  expect(half.keys.length).toBeGreaterThan(0)
  expect(half.keys.length).toBeLessThan(rows)
  expect([half.keys.length % slice, new Set(half.added)]).toEqual([0, new Set([slice])])
  expect(half.added.length * slice).toBe(half.keys.length)

  const again = await hand(url, 'list.csv', list)
  expect(await until(again, ended)).toMatchObject({ state: 'done', step: 'written', done: rows, total: rows })
  const whole = await found()
  expect(new Set(whole.keys).size).toBe(rows)
  expect([whole.keys.length, whole.added.reduce((sum, one) => sum + one, 0)]).toEqual([rows, rows])
  expect((await verifyAudit(shop.deps, shop.workshop.actor)).faults).toEqual([])
})

describe('an intake of many', () => {
  const PEOPLE = 1_100
  /** A hundred numbers, each of two people: somebody is linked, and nobody is a crowd. */
  const phone = (n: number): string => `+1 202 555 01${String(n).padStart(2, '0')}`
  const SLICE = 500
  const table = `First Name,Last Name,Email,Phone,Company,Title\n${Array.from(
    { length: PEOPLE },
    (_, n) => `Given${n},Family${n % 90},made.${n}@example.com,${n < 200 ? phone(n % 100) : ''},Depot ${n % 40},Engineer\n`,
  ).join('')}`
  const counted = async (store: Store, tenant: string) => {
    const personas = await everyPersona({ store }, { tenant, id: 'x' })
    return store.tx(tenant, async (tx) => ({
      personas: personas.length,
      statements: (await tx.statementsOf(personas)).length,
      assessed: (await tx.assessments(personas)).length,
      hash: await tx.derivedHash(),
    }))
  }

  test('is stopped between two slices, and handed in again it comes to the same', LONG, async () => {
    const straight = await openWorkshop()
    const bytes = new TextEncoder().encode(table)
    const file = { path: 'table.csv', name: 'table.csv', bytes }
    const { failures } = await straight.screen({ source: 'table.csv', load: async () => ({ files: [file], failures: [] }) })
    expect(failures).toEqual([])
    const undisturbed = await counted(straight.deps.store, straight.actor.tenant)
    expect(undisturbed).toMatchObject({ personas: PEOPLE, assessed: PEOPLE })
    await straight.close()

    const first = await hand('submissions', 'table.csv', table)
    await until(first, ({ step, done }) => step === 'compared' && done > 0)
    expect((await stop(first)).statusCode).toBe(204)
    expect(await until(first, ended)).toMatchObject({ state: 'stopped' })
    // Everybody of the table was read in one piece; some are assessed, in whole slices, and nobody half.
    const half = await counted(shop.deps.store, shop.tenant)
    expect(half).toMatchObject({ personas: PEOPLE, statements: undisturbed.statements })
    expect(half.assessed).toBeLessThan(PEOPLE)
    expect(half.assessed % SLICE).toBe(0)

    const again = await hand('submissions', 'table.csv', table)
    expect(await until(again, ended)).toMatchObject({ state: 'done', step: 'assessed' })
    expect(await counted(shop.deps.store, shop.tenant)).toEqual(undisturbed)
    expect((await verifyAudit(shop.deps, shop.workshop.actor)).faults).toEqual([])
  })
})
