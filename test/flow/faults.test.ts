import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBlobs } from '../../src/adapters/blobs-fs/index.ts'
import { openJobs } from '../../src/adapters/jobs/index.ts'
import { openEmbedded, openServer, type OpenStore } from '../../src/adapters/store-postgres/index.ts'
import { catalog } from '../../src/catalog/index.gen.ts'
import { handIn } from '../../src/engine/jobs/hand-in.ts'
import type { Jobs } from '../../src/engine/jobs/ports.ts'
import { everyPersona } from '../../src/engine/rebuild.ts'
import { noServerHere, startServer, type TestServer } from '../support/postgres-server.ts'
import { closeSandbox, openWorkshop } from '../support/workshop.ts'

/** A worker that dies and a database that goes away in the middle: nothing is lost and nothing is there twice, by counting. */

const CHILD = join(import.meta.dirname, '../support/worker-child.ts')
const TENANT = 'local'
const ACTOR = { tenant: TENANT, id: 'tester' }
const PEOPLE = 5

const fileOf = (n: number) => ({
  path: `${n}.txt`,
  name: `${n}.txt`,
  bytes: new TextEncoder().encode(
    `Candidate ${n}\ncandidate.${n}@example.com\n+1 202 555 014${n % 2}\n\nExperience\nEngineer, Halyard Works, 20${10 + n} - 2023\n`,
  ),
})

interface Child {
  readonly process: ChildProcess
  readonly said: string[]
  until(word: string): Promise<void>
}

function child(...args: string[]): Child {
  const started = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  const waiting = new Set<() => void>()
  createInterface({ input: started.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    said.push(line)
    for (const look of waiting) look()
  })
  return {
    process: started,
    said,
    until: (word) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!said.some((line) => line.startsWith(word))) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}

const died = (one: Child): Promise<unknown> => {
  const ended = new Promise((resolve) => one.process.once('exit', resolve))
  one.process.kill('SIGKILL')
  return ended
}

/** Hands everybody in, as a server would before its worker came to it. */
async function handAllIn(store: OpenStore, jobs: Jobs, data: string): Promise<void> {
  const shop = await openWorkshop()
  const blobs = await openBlobs({ folder: join(data, 'blobs'), keys: join(data, 'keys'), tenant: TENANT })
  for (let n = 0; n < PEOPLE; n++)
    await handIn({ ...shop.deps, store, jobs, blobs }, catalog, ACTOR, { source: `form ${n}`, files: [fileOf(n)] })
  await shop.close()
}

interface Counted {
  readonly personas: number
  readonly statements: number
  readonly audited: Readonly<Record<string, number>>
  readonly runs: readonly string[]
  readonly hash: string
}

async function counted(store: OpenStore, tenant: string): Promise<Counted> {
  const personas = await everyPersona({ store }, { tenant, id: 'x' })
  return store.tx(tenant, async (tx) => {
    const audited: Record<string, number> = {}
    for (const { action } of await tx.auditRows(0, 10_000)) audited[action] = (audited[action] ?? 0) + 1
    return {
      personas: personas.length,
      statements: (await tx.statementsOf(personas)).length,
      audited,
      runs: (await tx.runs(100)).map((run) => run.state),
      hash: await tx.derivedHash(),
    }
  })
}

async function allDone(store: OpenStore): Promise<void> {
  for (;;) {
    const runs = await store.tx(TENANT, (tx) => tx.runs(100))
    if (runs.length === PEOPLE && runs.every((run) => run.state === 'done')) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** The same files, one after the other, by nobody who dies. */
let straight: Counted
beforeAll(async () => {
  const shop = await openWorkshop()
  for (let n = 0; n < PEOPLE; n++) await shop.screen({ source: `form ${n}`, load: async () => ({ files: [fileOf(n)], failures: [] }) })
  straight = await counted(shop.deps.store as OpenStore, shop.actor.tenant)
  await shop.close()
  expect(straight).toMatchObject({ personas: PEOPLE, audited: { received: PEOPLE } })
})
afterAll(closeSandbox)

const expectNothingLost = (found: Counted): void => {
  expect({ ...found, runs: [], audited: found.audited['received'] }).toEqual({ ...straight, runs: [], audited: PEOPLE })
  expect(found.runs).toEqual(Array.from({ length: PEOPLE }, () => 'done'))
}

describe('in the embedded database', () => {
  test('a process that is killed while it takes in goes on where it was when it is started again', async () => {
    const data = await mkdtemp(join(tmpdir(), 'bonafide-faults-'))
    const folder = join(data, 'db')
    let store = await openEmbedded(folder)
    const jobs = await openJobs(store)
    await handAllIn(store, jobs, data)
    await jobs.close()
    await store.close()
    for (let kills = 0; kills < 2; kills++) {
      const one = child(folder, data, TENANT)
      await one.until('began')
      await died(one)
    }
    const last = child(folder, data, TENANT)
    while (last.said.filter((line) => line.startsWith('ended')).length < PEOPLE) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      if (last.process.exitCode !== null) throw new Error(last.said.join('\n'))
    }
    await died(last)
    store = await openEmbedded(folder)
    expectNothingLost(await counted(store, TENANT))
    await store.close()
    await rm(data, { recursive: true, force: true })
  })
})

describe.skipIf(noServerHere() !== undefined)('on a PostgreSQL that two workers share', () => {
  let server: TestServer
  let url: string
  let store: OpenStore
  let jobs: Jobs
  let data: string
  beforeAll(async () => {
    server = await startServer()
    data = await mkdtemp(join(tmpdir(), 'bonafide-faults-'))
  })
  afterAll(async () => {
    await server?.stop()
    await rm(data, { recursive: true, force: true })
  })
  const fresh = async (): Promise<void> => {
    url = await server.database()
    store = await openServer(url)
    jobs = await openJobs(store, { silence: 10 })
    await handAllIn(store, jobs, data)
  }
  const done = async (): Promise<void> => {
    await jobs.close()
    await store.close()
  }

  test('one is killed: the other does what was left, and what the dead one had in hand', async () => {
    await fresh()
    const doomed = child(url, data, TENANT)
    await doomed.until('began')
    await died(doomed)
    const other = child(url, data, TENANT)
    await allDone(store)
    await died(other)
    expectNothingLost(await counted(store, TENANT))
    await done()
  })

  test('the server crashes and comes back: the workers go on', async () => {
    await fresh()
    const worker = child(url, data, TENANT)
    await worker.until('began')
    // A backend that is killed takes all connections with it, and the server recovers from its log.
    const { rows } = await store.connection.direct.execute(
      `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'bonafide' limit 1`,
    )
    process.kill((rows as { pid: number }[])[0]?.pid ?? -1, 'SIGKILL')
    for (;;) {
      try {
        await allDone(store)
        break
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
    await died(worker)
    expectNothingLost(await counted(store, TENANT))
    await done()
  })

  test.skipIf(process.platform === 'win32')('a disk that is full takes nothing half: no persona, no run, no job', async () => {
    await fresh()
    const before = await store.tx(TENANT, (tx) => tx.runs(100))
    // No file may grow beyond 16 KB: what a full disk does to a write, for anybody.
    const one = spawnSync(
      'sh',
      ['-c', `ulimit -f 32; trap '' XFSZ; exec "$0" "$@"`, process.execPath, CHILD, url, data, TENANT, 'hand-in'],
      {
        encoding: 'utf8',
      },
    )
    expect(one.stdout).toContain('refused storage')
    expect(await store.tx(TENANT, (tx) => tx.runs(100))).toEqual(before)
    expect((await everyPersona({ store }, ACTOR)).length).toBe(PEOPLE)
    expect((await jobs.counts()).find((row) => row.name === 'intake')?.waiting).toBe(PEOPLE)
    await done()
  })
})
