import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '../../src/catalog/index.gen.ts'
import { verifyAudit } from '../../src/engine/audit.ts'
import { everyPersona } from '../../src/engine/rebuild.ts'
import { handlersOf } from '../../src/surfaces/worker/handlers.ts'
import { startWorker, type Worker } from '../../src/surfaces/worker/loop.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { openWorkerShop, type WorkerShop } from '../support/worker-shop.ts'
import { closeSandbox } from '../support/workshop.ts'

/** The machine's clock jumps an hour forward and back in the middle of the work: nothing is lost and nothing is there twice, by counting. */

const HOUR = 3_600_000
const PEOPLE = 8
let shop: WorkerShop
let service: OverHttp
let worker: Worker
let investigator: string
let moved = 0
beforeAll(async () => {
  shop = await openWorkerShop()
  const clock = { now: () => new Date(Date.now() + moved).toISOString() }
  service = await overHttp(shop.workshop, { jobs: shop.jobs, deps: { ...shop.workshop.deps, clock } })
  worker = startWorker(
    shop.jobs,
    handlersOf(async () => ({ ...shop.deps, clock }), catalog),
    {
      width: 2,
      idle: 50,
      beat: 1_000,
      patience: 5_000,
      log: ({ job, fault }) => shop.failures.push({ job, code: fault.code }),
    },
  )
  investigator = service.key(shop.tenant, 'investigator')
})
afterAll(async () => {
  await worker?.stop()
  await service?.close()
  await shop?.close()
  await closeSandbox()
})

const post = (url: string, payload: object, key?: string) =>
  service.call(investigator, { method: 'POST', url, payload, headers: key === undefined ? {} : { 'idempotency-key': key } })

async function handIn(n: number): Promise<{ readonly persona: string; readonly run: string }> {
  const form = new FormData()
  form.append(
    'file',
    new File([`Candidate ${n}\ncandidate.${n}@example.com\n\nExperience\nEngineer, Halyard Works, 2019 - 2023\n`], `${n}.txt`),
  )
  const answer = await service.call(investigator, { method: 'POST', url: `/api/submissions?as=one&source=form-${n}`, payload: form })
  expect(answer.statusCode).toBe(202)
  return answer.json().taken[0]
}

const statesOf = async (runs: readonly string[]): Promise<readonly string[]> =>
  shop.deps.store.tx(shop.tenant, async (tx) => Promise.all(runs.map(async (run) => (await tx.run(run))?.state ?? 'lost')))

let personas: readonly string[]

test('in the middle of an intake', async () => {
  const jumps = [0, HOUR, -HOUR, HOUR]
  const taken: { readonly persona: string; readonly run: string }[] = []
  for (let n = 0; n < PEOPLE; n++) {
    moved = jumps[n % jumps.length] ?? 0
    taken.push(await handIn(n))
  }
  const runs = taken.map((one) => one.run)
  // It goes on jumping while the worker reads, compares and assesses.
  for (let turn = 0; !(await statesOf(runs)).every((state) => state === 'done'); turn++) {
    moved = jumps[turn % jumps.length] ?? 0
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  // The same files again, an hour before they came.
  moved = -HOUR
  const again = []
  for (let n = 0; n < PEOPLE; n++) again.push(await handIn(n))
  while (!(await statesOf(again.map((one) => one.run))).every((state) => state === 'done'))
    await new Promise((resolve) => setTimeout(resolve, 50))
  personas = taken.map((one) => one.persona)
  expect(again.map((one) => one.persona)).toEqual(personas)
  expect([...(await everyPersona(shop.deps, shop.workshop.actor))].sort()).toEqual([...personas].sort())
  const { received, statements, assessed } = await shop.deps.store.tx(shop.tenant, async (tx) => ({
    received: (await tx.auditRows(0, 10_000)).filter((row) => row.action === 'received').length,
    statements: await tx.statementsOf(personas),
    assessed: (await tx.assessments(personas)).length,
  }))
  expect([received, assessed]).toEqual([PEOPLE, PEOPLE])
  expect(statements.filter((one) => one.property === 'email')).toHaveLength(PEOPLE)
  // On a busy machine a reading process may start too late, and its job is tried again; by the clock nothing fails.
  expect(shop.failures.filter(({ code }) => code !== 'reader-not-started')).toEqual([])
})

test('in the middle of a decision, with the same call sent again before and after', async () => {
  const jumps = [HOUR, -HOUR, 0]
  const cases: string[] = []
  await shop.deps.store.tx(shop.tenant, (tx) =>
    tx.replaceAssessments(personas.map((persona) => ({ persona, recommendation: 'clear', outcomes: {}, reasons: [] }))),
  )
  for (const [n, persona] of personas.entries()) {
    moved = jumps[n % jumps.length] ?? 0
    const opened = await post('/api/cases', { says: 'Two dates do not fit.', personas: [persona] })
    expect(opened.statusCode).toBe(201)
    cases.push(opened.json().id)
  }
  for (const [n, persona] of personas.entries()) {
    const body = {
      persona,
      kind: 'cleared',
      reasons: [{ code: 'nothing-raised', findings: [] }],
      text: 'Both employers confirmed the dates.',
      options: ['cleared', 'confirmed'],
      suggestionShown: true,
    }
    const answers = []
    for (const jump of jumps) {
      moved = jump
      answers.push(await post(`/api/cases/${cases[n]}/decisions`, body, `decision-${n}`))
    }
    expect(answers.map((one) => one.statusCode)).toEqual([201, 201, 201])
    expect(answers.map((one) => one.headers['idempotency-replayed'])).toEqual([undefined, 'true', 'true'])
    expect(new Set(answers.map((one) => one.body)).size).toBe(1)
  }
  moved = 0
  const { decided, audited } = await shop.deps.store.tx(shop.tenant, async (tx) => ({
    decided: (await tx.dispositions(personas)).map((one) => one.persona),
    audited: (await tx.auditRows(0, 10_000)).filter((row) => row.action === 'decided').map((row) => row.subject),
  }))
  expect([...decided].sort()).toEqual([...personas].sort())
  expect([...audited].sort()).toEqual([...personas].sort())
  // The chain of the log is by number and not by time.
  expect((await verifyAudit(shop.deps, shop.workshop.actor)).faults).toEqual([])
})
