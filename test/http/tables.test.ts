import { afterAll, beforeAll, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/index.gen.ts'
import { takeIn } from '../../src/engine/jobs/intake.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

/** A table of applicants, handed in over HTTP: the persona that carries it goes, whoever waits for it still hears of it. */

let shop: Workshop
let service: OverHttp
let recruiter: string

beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop)
  recruiter = service.key(shop.actor.tenant, 'recruiter')
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
})

const HEAD = 'Application ID,First Name,Last Name,Email,Phone,Job,Company,Title,Start Date,End Date'
const table = (from: number, many: number): string =>
  [
    HEAD,
    ...Array.from({ length: many }, (_, i) => {
      const n = from + i
      return `T-${n},Given${n},Fam${n},t${n}@example.com,+1 202 555 01${String(n).padStart(2, '0')},Engineer,Example ${n},Engineer,2019-01,2021-02`
    }),
  ].join('\n')

async function hand(name: string, text: string): Promise<{ readonly persona: string; readonly run: string }> {
  const form = new FormData()
  form.append('file', new Blob([text]), name)
  const answer = await service.call(recruiter, { method: 'POST', url: '/api/submissions?as=each', payload: form })
  expect(answer.statusCode).toBe(202)
  // What JSON holds is looked at by the tests.
  return (answer.json() as any).taken[0] // oxlint-disable-line typescript/no-explicit-any
}
const runNow = async (run: string): Promise<{ state: string; persona?: string; failures: readonly { code: string }[] }> => {
  const answer = await service.call(recruiter, { method: 'GET', url: `/api/runs/${run}` })
  expect(answer.statusCode).toBe(200)
  return answer.json()
}
const assessed = async (): Promise<number> =>
  shop.deps.store.tx(
    shop.actor.tenant,
    async (tx) => (await tx.assessments((await tx.personas({ limit: 1_000 })).map(({ id }) => id))).length,
  )

it('ends with its applicants assessed, and the run says so although the persona that carried the table is gone', async () => {
  const { run, persona } = await hand('applicants.csv', table(1, 3))
  expect((await runNow(run)).persona).toBe(persona)
  await service.work()
  const ended = await runNow(run)
  expect(ended).toMatchObject({ state: 'done', failures: [] })
  expect(ended.persona).toBeUndefined()
  expect(await assessed()).toBe(3)
})

it('tells whoever handed in a document that must not be kept, although nothing of it stays', async () => {
  const { run } = await hand(
    'form.txt',
    'Form I-9\nEmployment Eligibility Verification\nSection 1. Employee\nDepartment of Homeland Security\nU.S. Citizenship and Immigration Services\n',
  )
  await service.work()
  expect(await runNow(run)).toMatchObject({ state: 'done', failures: [{ code: 'refused-document' }] })
})

it('assesses all applicants of a table when the first try was cut off after it had read them', async () => {
  const before = await assessed()
  const { run, persona } = await hand('more.csv', table(20, 4))
  const [job] = await service.parts.jobs.take('intake', 1)
  const work = { run, persona, file: job?.data['file'] as string, announce: () => Promise.resolve() }
  const deps = { ...shop.deps, jobs: service.parts.jobs }
  const killed = AbortSignal.abort()
  await expect(takeIn(deps, catalog, shop.actor, { ...work, signal: killed })).rejects.toMatchObject({ code: 'cancelled' })
  expect(await assessed()).toBe(before)
  await takeIn(deps, catalog, shop.actor, { ...work, signal: new AbortController().signal })
  expect(await assessed()).toBe(before + 4)
  expect(await runNow(run)).toMatchObject({ state: 'done' })
})
