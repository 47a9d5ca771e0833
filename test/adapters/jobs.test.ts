import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJobs } from '../../src/adapters/jobs/index.ts'
import { storeOf, type OpenStore } from '../../src/adapters/store-postgres/store.ts'
import type { JobName } from '../../src/engine/jobs/kinds.ts'
import type { Jobs, TakenJob } from '../../src/engine/jobs/ports.ts'
import { DATABASES, freshTenant, type TestDatabase } from '../support/databases.ts'
import { aPersona } from '../support/rows.ts'

const FAULT = { code: 'remote', title: 'Cannot fetch' }

describe.each(DATABASES)('jobs on $name', ({ skip, open }) => {
  if (skip !== undefined) {
    test.skip(`not here: ${skip}`)
    return
  }

  let database: TestDatabase
  let store: OpenStore
  let jobs: Jobs
  beforeAll(async () => {
    database = await open()
    store = storeOf(database.connection)
    jobs = await openJobs(store)
  })
  afterAll(async () => {
    await jobs?.close()
    await database?.close()
  })

  /** Takes everything there is of a kind, so that a test sees its own only. */
  const all = async (name: JobName): Promise<readonly TakenJob[]> => {
    const taken = await jobs.take(name, 1_000)
    for (const job of taken) await jobs.done(job)
    return taken
  }

  test('a job stands with the act it was sent with, and falls with it', async () => {
    const tenant = freshTenant()
    await store.tx(tenant, async (tx) => {
      await tx.putPersona(aPersona('p-kept'))
      await jobs.send(tx, 'intake', { tenant, persona: 'p-kept' })
    })
    await expect(
      store.tx(tenant, async (tx) => {
        await tx.putPersona(aPersona('p-lost'))
        await jobs.send(tx, 'intake', { tenant, persona: 'p-lost' })
        throw new Error('changed our mind')
      }),
    ).rejects.toThrow()
    const taken = await all('intake')
    expect(taken.map((job) => job.data)).toEqual([{ tenant, persona: 'p-kept' }])
    expect(taken[0]).toMatchObject({ name: 'intake', attempt: 1, last: false })
    expect(await jobs.take('intake', 10)).toEqual([])
  })

  test('a key is taken once in a tenant, at once, later and when it was done', async () => {
    const [one, other] = [freshTenant(), freshTenant()]
    const send = (tenant: string): Promise<string> => jobs.send(undefined, 'sweep', { tenant }, { key: '2026-11-28' })
    const ids = await Promise.all([send(one), send(one), send(one)])
    expect(new Set(ids).size).toBe(1)
    await send(other)
    expect((await all('sweep')).map((job) => job.data.tenant).sort()).toEqual([one, other].sort())
    expect(await send(one)).toBe(ids[0])
    expect(await all('sweep')).toEqual([])
  })

  test('in a transaction of one tenant no job of another can be put in, seen or taken up again', async () => {
    const [mine, theirs] = [freshTenant(), freshTenant()]
    await expect(store.tx(mine, (tx) => jobs.send(tx, 'lookback', { tenant: theirs }))).rejects.toThrow('another')
    const dead = await die(jobs, theirs)
    expect(await store.tx(mine, (tx) => jobs.dead(tx))).toEqual([])
    await expect(jobs.again(mine, dead)).rejects.toMatchObject({ code: 'not-found' })
    // Neither by hand-written SQL: the database itself holds it.
    await expect(store.tx(mine, (tx) => tx.relation(`select id as persona, name as a from jobs.job_common`, []))).resolves.toEqual([])
  })

  test('a job carries no content', async () => {
    const tenant = freshTenant()
    await expect(jobs.send(undefined, 'notify', { tenant, text: 'Dear Robin, your file' })).rejects.toThrow('carries ids')
  })

  test('one that fails is tried again later, and after its last try is dead, seen, and done when a person says so', async () => {
    const tenant = freshTenant()
    const id = await die(jobs, tenant)
    expect(await store.tx(tenant, (tx) => jobs.dead(tx))).toMatchObject([{ id, name: 'lookback', attempts: 8, fault: FAULT }])
    expect((await jobs.counts()).find((row) => row.name === 'lookback')?.dead).toBeGreaterThan(0)
    await jobs.again(tenant, id)
    const [job] = await jobs.take('lookback', 10)
    expect(job).toMatchObject({ id, attempt: 9 })
    await jobs.done(job as TakenJob)
    expect(await store.tx(tenant, (tx) => jobs.dead(tx))).toEqual([])
  })

  test('a job for later is not there before', async () => {
    const tenant = freshTenant()
    await jobs.send(undefined, 'audit-root', { tenant, day: 'far' }, { after: '2999-01-01T00:00:00.000Z' })
    await jobs.send(undefined, 'audit-root', { tenant, day: 'past' }, { after: '2020-01-01T00:00:00.000Z' })
    expect((await all('audit-root')).map((job) => job.data['day'])).toEqual(['past'])
  })

  test('of a silent worker the job is taken away, and what it says after that is not heard', async () => {
    const tenant = freshTenant()
    await jobs.send(undefined, 'hook', { tenant })
    const [job] = (await jobs.take('hook', 1)) as [TakenJob]
    expect(await jobs.alive(job)).toBe(true)
    await jobs.keepHouse()
    expect(await jobs.take('hook', 1)).toEqual([])
    await age(store, job.id)
    await jobs.keepHouse()
    expect(await jobs.alive(job)).toBe(false)
    await jobs.done(job)
    await ripe(store, job.id)
    const [again] = (await jobs.take('hook', 1)) as [TakenJob]
    expect(again).toMatchObject({ id: job.id, attempt: 2 })
    await jobs.done(again)
  })

  test('several who take at once never take the same', async () => {
    const tenant = freshTenant()
    const others = await Promise.all([openJobs(store), openJobs(store)])
    for (let n = 0; n < 60; n++) await jobs.send(undefined, 'intake', { tenant, n })
    const taken = (await Promise.all([...others, jobs].flatMap((one) => [one.take('intake', 15), one.take('intake', 15)]))).flat()
    expect(taken.length).toBe(60)
    expect(new Set(taken.map((job) => job.id)).size).toBe(60)
    for (const one of others) await one.close()
  })

  /** Fails a new job until it is dead. */
  async function die(queue: Jobs, tenant: string): Promise<string> {
    const id = await queue.send(undefined, 'lookback', { tenant, round: freshTenant() })
    for (let tries = 0; ; tries++) {
      const job = (await queue.take('lookback', 10)).find((one) => one.id === id)
      if (job === undefined) {
        expect(tries).toBe(8)
        return id
      }
      expect(job.last).toBe(tries === 7)
      await queue.failed(job, FAULT)
      expect(await queue.take('lookback', 10)).toEqual([])
      await ripe(store, id)
    }
  }
})

/** As if the time it waits were over. */
async function ripe(store: OpenStore, id: string): Promise<void> {
  await store.connection.direct.execute(`update jobs.job set start_after = now() where id = $1`, [id])
}

/** As if the worker had said nothing for an hour, and nobody had looked after the queue for as long. */
async function age(store: OpenStore, id: string): Promise<void> {
  await store.connection.direct.execute(
    `update jobs.job set heartbeat_on = now() - interval '1 hour', started_on = now() - interval '1 hour' where id = $1`,
    [id],
  )
  await store.connection.direct.execute(`update jobs.queue set monitor_on = null, monitor_claim_on = null`)
}
