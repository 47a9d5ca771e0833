import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '../../src/catalog/index.gen.ts'
import { handIn } from '../../src/engine/jobs/hand-in.ts'
import { runOf, stopRun } from '../../src/engine/jobs/runs.ts'
import { nextRound, startRounds } from '../../src/surfaces/worker/rounds.ts'
import { openWorkerShop, type WorkerShop } from '../support/worker-shop.ts'
import { closeSandbox } from '../support/workshop.ts'

/** What is handed in over the API is read, compared and judged by a worker, and whoever waits sees how far it is. */

let shop: WorkerShop
beforeAll(async () => (shop = await openWorkerShop()))
afterAll(async () => {
  await shop?.close()
  await closeSandbox()
})

const file = (name: string, text: string) => ({ path: name, name, bytes: new TextEncoder().encode(text) })
const RESUME = (person: string) =>
  `${person}\n${person.toLowerCase()}@example.com\n+1 202 555 0143\n\nExperience\nEngineer, Halyard Works, 2019 - 2023\n`

describe('intake', () => {
  test('the answer comes at once, and the work is done by a worker', async () => {
    const { taken, failures } = await handIn(shop.deps, catalog, shop.workshop.actor, {
      source: 'form 1',
      files: [file('resume.txt', RESUME('Avery')), file('virus.exe', 'MZ\u0000')],
    })
    expect(failures).toMatchObject([{ source: 'virus.exe', code: 'unsupported-type' }])
    if (taken === undefined) throw new Error('nothing was taken')
    expect(await runOf(shop.deps, shop.workshop.actor, taken.run)).toMatchObject({ state: 'waiting', done: 0 })
    await shop.drain()
    expect(await runOf(shop.deps, shop.workshop.actor, taken.run)).toMatchObject({
      state: 'done',
      step: 'assessed',
      failures: [{ source: 'virus.exe' }],
    })
    const [dossier] = await shop.workshop.dossiers([taken.persona])
    expect(dossier?.assessment).toBeDefined()
    expect(shop.failures).toEqual([])
  })

  test('nothing readable is nothing kept, and nothing to wait for', async () => {
    const { taken, failures } = await handIn(shop.deps, catalog, shop.workshop.actor, {
      source: 'form 2',
      files: [file('a.exe', 'MZ\u0000')],
    })
    expect(taken).toBeUndefined()
    expect(failures).toHaveLength(1)
  })

  test('one that was stopped before it began is not done, and one that has ended cannot be stopped', async () => {
    const { taken } = await handIn(shop.deps, catalog, shop.workshop.actor, { source: 'form 3', files: [file('b.txt', RESUME('Blake'))] })
    const run = taken?.run ?? ''
    await stopRun(shop.deps, shop.workshop.actor, run)
    await shop.drain()
    expect(await runOf(shop.deps, shop.workshop.actor, run)).toMatchObject({ state: 'stopped' })
    await expect(stopRun(shop.deps, shop.workshop.actor, run)).rejects.toMatchObject({ code: 'conflict' })
    await expect(runOf(shop.deps, { tenant: 'another', id: 'x' }, run)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('forgetting the candidate takes the run along, whose failures name files', async () => {
    const { taken } = await handIn(shop.deps, catalog, shop.workshop.actor, { source: 'form 4', files: [file('c.txt', RESUME('Casey'))] })
    await shop.drain()
    await shop.deps.store.tx(shop.tenant, (tx) => tx.forget(taken?.persona ?? ''))
    await expect(runOf(shop.deps, shop.workshop.actor, taken?.run ?? '')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a worker that is asked to stop finishes what it does', async () => {
    const { taken } = await handIn(shop.deps, catalog, shop.workshop.actor, { source: 'form 5', files: [file('d.txt', RESUME('Drew'))] })
    const worker = shop.start()
    await untilActive()
    await worker.stop()
    expect(await runOf(shop.deps, shop.workshop.actor, taken?.run ?? '')).toMatchObject({ state: 'done' })
  })

  test('what it cannot finish in time it hands back, and another worker does it', async () => {
    const { taken } = await handIn(shop.deps, catalog, shop.workshop.actor, { source: 'form 6', files: [file('e.txt', RESUME('Emery'))] })
    const worker = shop.start({ patience: 0 })
    await untilActive()
    await worker.stop()
    await shop.drain(1)
    expect(await runOf(shop.deps, shop.workshop.actor, taken?.run ?? '')).toMatchObject({ state: 'done' })
    expect(await shop.deps.store.tx(shop.tenant, (tx) => shop.jobs.dead(tx))).toEqual([])
  })

  const untilActive = async (): Promise<void> => {
    for (let n = 0; n < 200; n++) {
      if ((await shop.jobs.counts()).some((row) => row.active > 0)) return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error('no job was taken')
  }
})

describe('rounds', () => {
  test('begin once however often they are begun, and go on by themselves', async () => {
    const now = shop.deps.clock.now()
    for (let n = 0; n < 3; n++) await shop.deps.store.tx(shop.tenant, (tx) => startRounds(shop.jobs, tx, now))
    const before = await waiting()
    expect(before).toBe(3)
    await shop.drain()
    // Each sent the next one before it began.
    expect(await waiting()).toBe(3)
    await nextRound(shop.jobs, shop.tenant, 'sweep', now)
    expect(await waiting()).toBe(3)
    const roots = await shop.deps.store.tx(shop.tenant, (tx) => tx.auditRoots(0, 10))
    expect(roots).toHaveLength(1)
    expect(await shop.deps.beside.roots(shop.tenant)).toEqual(roots)
  })

  const waiting = async (): Promise<number> => (await shop.jobs.counts()).reduce((sum, row) => sum + row.waiting, 0)
})
