import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemChance } from '../../src/adapters/chance/index.ts'
import { systemClock } from '../../src/adapters/clock/index.ts'
import { openJobs } from '../../src/adapters/jobs/index.ts'
import { openServer, type OpenStore } from '../../src/adapters/store-postgres/index.ts'
import { invite } from '../../src/engine/people/accounts.ts'
import { startSession } from '../../src/engine/people/sessions.ts'
import { everyPersona } from '../../src/engine/rebuild.ts'
import { noServerHere, startServer, type TestServer } from '../support/postgres-server.ts'

/** The process that answers is killed while many wait for it: what it answered stands, nothing stands half, and nothing twice. */

const TENANT = 'local'
const OPERATOR = { tenant: TENANT, id: 'local-operator' }
const PEOPLE = 24
const CASES = 8
/** Each starts the whole program twice; on a machine that does much else a start takes half a minute. */
const LONG = { timeout: 300_000 }

interface Serving {
  readonly url: string
  readonly process: ChildProcess
  kill(): Promise<void>
}

describe.skipIf(noServerHere() !== undefined)('kill -9', () => {
  let server: TestServer
  let database: string
  let data: string
  let store: OpenStore
  let cookie: string
  let now: Serving | undefined
  beforeAll(async () => {
    server = await startServer()
    database = await server.database()
    data = await mkdtemp(join(tmpdir(), 'bonafide-http-faults-'))
    store = await openServer(database)
    const deps = { store, clock: systemClock, chance: systemChance }
    const { account } = await invite(deps, OPERATOR, { email: 'ines@example.com', name: 'Ines', roles: ['investigator'] })
    const { token } = await store.tx(TENANT, async (tx) => {
      await tx.changeAccount(account, { state: 'active' })
      return startSession(tx, deps, { account, by: 'password', full: true, device: undefined })
    })
    cookie = `bonafide=${token}`
  }, 120_000)
  afterAll(async () => {
    await now?.kill()
    await store?.close()
    await server?.stop()
    await rm(data, { recursive: true, force: true })
  })

  async function serve(): Promise<Serving> {
    const args = ['serve', '--http', '--database-url', database, '--data', data, '--port', '0', '--accept-no-network-isolation']
    const started = spawn(process.execPath, ['bin/bonafide.js', ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
    const ended = new Promise<void>((resolve) => started.once('exit', () => resolve()))
    const url = await new Promise<string>((resolve, reject) => {
      let said = ''
      started.stdout.on('data', (part: Buffer) => {
        said += part.toString()
        const found = /answers at (http:\S+)\./.exec(said)?.[1]
        if (found !== undefined) resolve(found)
      })
      started.once('exit', () => reject(new Error(said)))
    })
    return {
      url,
      process: started,
      kill() {
        started.kill('SIGKILL')
        return ended
      },
    }
  }

  const json = (path: string, body: object, key?: string): Promise<Response> =>
    fetch(`${now?.url}/api${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
      body: JSON.stringify(body),
    })

  /** Sends everything at once and kills the process when so many were answered. Returns the answers that came. */
  async function killedAfter<T>(most: number, calls: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
    const answers: T[] = []
    let dead: Promise<void> | undefined
    await Promise.allSettled(
      calls.map(async (call) => {
        answers.push(await call())
        if (answers.length >= most) dead ??= now?.kill()
      }),
    )
    await dead
    expect(answers.length).toBeGreaterThanOrEqual(most)
    expect(answers.length).toBeLessThan(calls.length)
    return answers
  }

  const handIn = (n: number) => async (): Promise<string> => {
    const form = new FormData()
    form.append(
      'file',
      new File([`Candidate ${n}\ncandidate.${n}@example.com\n\nExperience\nEngineer, Halyard Works, 2019 - 2023\n`], `${n}.txt`),
    )
    const answer = await fetch(`${now?.url}/api/submissions?as=one&source=form-${n}`, { method: 'POST', headers: { cookie }, body: form })
    expect(answer.status).toBe(202)
    const { taken } = (await answer.json()) as { taken: { persona: string }[] }
    return taken[0]?.persona ?? ''
  }

  async function counted() {
    const personas = await everyPersona({ store }, OPERATOR)
    const jobs = await openJobs(store)
    const waiting = (await jobs.counts()).find((row) => row.name === 'intake')?.waiting ?? 0
    await jobs.close()
    return store.tx(TENANT, async (tx) => {
      const runs = await tx.runs(1_000, ['intake'])
      const received = (await tx.auditRows(0, 10_000)).filter((row) => row.action === 'received').map((row) => row.subject)
      return { personas, runs, received, submissions: (await tx.submissions(personas)).length, waiting }
    })
  }

  test('in the middle of an intake: who was answered is there, each with their file, their run and its job', LONG, async () => {
    now = await serve()
    const all = Array.from({ length: PEOPLE }, (_, n) => handIn(n))
    const answered = await killedAfter(4, all)
    const half = await counted()
    expect(half.personas).toEqual(expect.arrayContaining([...answered]))
    expect(half.submissions).toBe(half.personas.length)
    expect([...half.received].sort()).toEqual([...half.personas].sort())
    expect(new Set(half.runs.map((run) => run.persona))).toEqual(new Set(half.personas))
    expect(half.runs.length).toBe(half.personas.length)
    expect(half.waiting).toBe(half.personas.length)
    // Whoever got no answer sends it again, and so may everybody.
    now = await serve()
    const again = await Promise.all(all.map((send) => send()))
    expect(new Set(again).size).toBe(PEOPLE)
    expect(again).toEqual(expect.arrayContaining([...answered]))
    const whole = await counted()
    expect([whole.personas.length, whole.submissions, whole.received.length]).toEqual([PEOPLE, PEOPLE, PEOPLE])
    expect(whole.waiting).toBe(whole.runs.length)
  })

  test('in the middle of decisions: each is made once or not at all, and the rest are made afterwards', LONG, async () => {
    now ??= await serve()
    const personas = (await everyPersona({ store }, OPERATOR)).slice(0, CASES)
    await store.tx(TENANT, (tx) =>
      tx.replaceAssessments(personas.map((persona) => ({ persona, recommendation: 'clear', outcomes: {}, reasons: [] }))),
    )
    const cases: string[] = []
    for (const persona of personas) {
      const opened = await json('/cases', { says: 'Two dates do not fit.', personas: [persona] })
      expect(opened.status).toBe(201)
      cases.push(((await opened.json()) as { id: string }).id)
    }
    const decide = (n: number, key: string) => async (): Promise<number> => {
      const body = {
        persona: personas[n],
        kind: 'cleared',
        reasons: [{ code: 'nothing-raised', findings: [] }],
        text: 'Both employers confirmed the dates.',
        options: ['cleared', 'confirmed'],
        suggestionShown: true,
      }
      return (await json(`/cases/${cases[n]}/decisions`, body, key)).status
    }
    const made = () =>
      store.tx(TENANT, async (tx) => {
        const decided = (await tx.dispositions(personas)).map((one) => one.persona)
        const audited = (await tx.auditRows(0, 10_000)).filter((row) => row.action === 'decided').map((row) => row.subject)
        expect([...audited].sort()).toEqual([...decided].sort())
        expect(new Set(decided).size).toBe(decided.length)
        return new Set(decided)
      })
    const answers = await killedAfter(
      2,
      cases.map((_, n) => decide(n, `decision-${n}`)),
    )
    expect(new Set(answers)).toEqual(new Set([201]))
    const before = await made()
    expect(before.size).toBeGreaterThanOrEqual(2)
    now = await serve()
    // The same calls again: none that was done is done twice, and what became of it is told.
    const again = await Promise.all(cases.map((_, n) => decide(n, `decision-${n}`)()))
    expect(again.filter((status) => status !== 201 && status !== 409)).toEqual([])
    const between = await made()
    for (const persona of before) expect(between).toContain(persona)
    await Promise.all(cases.flatMap((_, n) => (between.has(personas[n] ?? '') ? [] : [decide(n, `another-${n}`)()])))
    expect(await made()).toEqual(new Set(personas))
    for (const id of cases) {
      const whole = (await (await fetch(`${now.url}/api/cases/${id}`, { headers: { cookie } })).json()) as {
        events: { kind: string }[]
        decisions: unknown[]
      }
      expect(whole.decisions).toHaveLength(1)
    }
  })
})
