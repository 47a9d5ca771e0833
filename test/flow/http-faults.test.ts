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
import { AppError } from '../../src/model/errors.ts'
import { noServerHere, startServer, type TestServer } from '../support/postgres-server.ts'
import { serveHttp, type Serving } from '../support/serve-http.ts'

/** The process that answers is killed, or its database crashes, while many wait: what was answered stands, nothing stands half, and nothing twice. */

const TENANT = 'local'
const OPERATOR = { tenant: TENANT, id: 'local-operator' }
const PEOPLE = 24
const CASES = 8
/** Each starts the whole program twice; on a machine that does much else a start takes half a minute. */
const LONG = { timeout: 300_000 }

describe.skipIf(noServerHere() !== undefined)('in the middle', () => {
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

  const serve = (): Promise<Serving> => serveHttp({ database, data })

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

  /** So many cases that wait for a decision, and what was made of them by the log and by the decisions. */
  async function deciding(from = 0) {
    const personas = (await everyPersona({ store }, OPERATOR)).slice(from, from + CASES)
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
        const audited = (await tx.auditRows(0, 10_000))
          .filter((row) => row.action === 'decided' && personas.includes(row.subject))
          .map((row) => row.subject)
        expect([...audited].sort()).toEqual([...decided].sort())
        expect(new Set(decided).size).toBe(decided.length)
        return new Set(decided)
      })
    return { personas, cases, decide, made }
  }

  /** Sends all of them again, then what is still missing: none is made twice, none is lost. */
  async function madeOnce(
    { personas, cases, decide, made }: Awaited<ReturnType<typeof deciding>>,
    before: ReadonlySet<string>,
    key = 'decision',
  ) {
    // The same calls again: none that was done is done twice, and what became of it is told.
    const again = await Promise.all(cases.map((_, n) => decide(n, `${key}-${n}`)()))
    expect(again.filter((status) => status !== 201 && status !== 409)).toEqual([])
    const between = await made()
    for (const persona of before) expect(between).toContain(persona)
    await Promise.all(cases.flatMap((_, n) => (between.has(personas[n] ?? '') ? [] : [decide(n, `another-${key}-${n}`)()])))
    expect(await made()).toEqual(new Set(personas))
    for (const id of cases) {
      const whole = (await (await fetch(`${now?.url}/api/cases/${id}`, { headers: { cookie } })).json()) as {
        events: { kind: string }[]
        decisions: unknown[]
      }
      expect(whole.decisions).toHaveLength(1)
    }
  }

  test('of an intake the server is killed: who was answered is there, each with their file, their run and its job', LONG, async () => {
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

  test('of decisions the server is killed: each is made once or not at all, and the rest are made afterwards', LONG, async () => {
    now ??= await serve()
    const { personas, cases, decide, made } = await deciding()
    const answers = await killedAfter(
      2,
      cases.map((_, n) => decide(n, `decision-${n}`)),
    )
    expect(new Set(answers)).toEqual(new Set([201]))
    const before = await made()
    expect(before.size).toBeGreaterThanOrEqual(2)
    now = await serve()
    await madeOnce({ personas, cases, decide, made }, before)
  })

  test('of decisions the database crashes: what was answered stands, and the server goes on when it is back', LONG, async () => {
    now ??= await serve()
    const all = await deciding(CASES)
    const { rows } = await store.connection.direct.execute(
      `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'bonafide' limit 1`,
    )
    let answered = 0
    const answers = await Promise.all(
      all.cases.map(async (_, n) => {
        const status = await all.decide(n, `crashing-${n}`)()
        // A backend that is killed takes all connections with it, and the server recovers from its log.
        if (status === 201 && ++answered === 2) process.kill((rows as { pid: number }[])[0]?.pid ?? -1, 'SIGKILL')
        return status
      }),
    )
    expect(answered).toBeGreaterThanOrEqual(2)
    expect(answers.filter((status) => status !== 201 && status < 500)).toEqual([])
    while ((await fetch(`${now.url}/readyz`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 200))
    let before: ReadonlySet<string> | undefined
    while (before === undefined) {
      before = await all.made().catch((error: unknown) => {
        if (error instanceof AppError) return undefined
        throw error
      })
      // Our own connections were taken too.
      if (before === undefined) await new Promise((resolve) => setTimeout(resolve, 200))
    }
    for (const [n, status] of answers.entries()) if (status === 201) expect(before).toContain(all.personas[n])
    await madeOnce(all, before, 'crashing')
    expect(now.process.exitCode).toBeNull()
  })
})
