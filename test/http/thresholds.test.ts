import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from '../../src/model/access.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { wordsHandedIn } from '../support/words-handed-in.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

/** Numbers of a check over HTTP: what each role gets of them, and that a trial's evidence is a dossier's. */

const CHECK = '/api/detectors/application/wording-without-detail'
const WORDS = 'I am a highly motivated, results-driven, detail-oriented team player who looks after the harbour clocks.'
const persona = 'p-0000000000000001'

let shop: Workshop
let service: OverHttp
let run: string

const key = (role: RoleName): string => service.key(shop.actor.tenant, role)
const get = (role: RoleName, url: string) => service.call(key(role), { method: 'GET', url })
const post = (role: RoleName, url: string, payload: object) => service.call(key(role), { method: 'POST', url, payload })

beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop)
  await wordsHandedIn(shop.deps, shop.actor.tenant, { [persona]: WORDS })
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
})

test('everybody signed in reads by which numbers a check asks; a check without any says so', async () => {
  expect((await get('recruiter', CHECK)).json()).toMatchObject({
    settings: [{ name: 'phrases', unit: 'stock phrases', shipped: 5, now: 5, least: 3, most: 25 }],
  })
  expect((await get('recruiter', '/api/detectors/application/phone-shared')).json()).toMatchObject({ settings: [] })
})

test('numbers out of bounds, of no setting, or of a check whose numbers are fixed are refused with what is right', async () => {
  const wrong = await post('investigator', `${CHECK}/backtests`, { numbers: { phrases: 1 } })
  expect([wrong.statusCode, wrong.json().detail]).toEqual([400, '"phrases" is a whole number of stock phrases from 3 to 25.'])
  const unknown = await post('investigator', `${CHECK}/backtests`, { numbers: { words: 4 } })
  expect([unknown.statusCode, unknown.json().detail]).toEqual([400, expect.stringMatching(/has no number "words"\. It has: phrases\./)])
  const fixed = await post('investigator', '/api/detectors/application/phone-shared/backtests', { numbers: { holders: 4 } })
  expect([fixed.statusCode, fixed.json().detail]).toEqual([400, expect.stringMatching(/fixed/)])
  expect((await post('investigator', '/api/detectors/application/none/backtests', { numbers: {} })).statusCode).toBe(404)
})

test('a trial is counted, names whom it would change, and changes nothing', async () => {
  const started = await post('investigator', `${CHECK}/backtests`, { numbers: { phrases: 4 } })
  expect(started.statusCode).toBe(202)
  run = started.json<{ run: string }>().run
  expect(await service.work()).toBe(1)
  expect((await get('investigator', `/api/runs/${run}`)).json()).toMatchObject({ kind: 'backtest', state: 'done', done: 1, total: 1 })
  const { backtests, now } = (await get('auditor', `${CHECK}/numbers`)).json<{ now: object; backtests: { result: object }[] }>()
  expect(now).toEqual({ phrases: 5 })
  expect(backtests[0]?.result).toMatchObject({ asked: 1, looked: 1, newly: { personas: 1, undecided: 1 }, quiet: { personas: 0 } })
  expect((await get('approver', `/api/trials/${run}/personas`)).json()).toEqual({ items: [{ persona, change: 'newly' }] })
  expect((await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.findings([persona]))).map((f) => f.detector)).not.toContain(
    'application/wording-without-detail',
  )
})

test('its evidence is opened for a purpose, like any dossier, and never by whoever talks to candidates', async () => {
  const url = `/api/trials/${run}/personas/${persona}`
  expect((await get('recruiter', url)).statusCode).toBe(403)
  const investigator = key('investigator')
  const refused = await service.call(investigator, { method: 'GET', url })
  expect(refused.json()).toMatchObject({ code: 'needs-purpose' })
  await service.purpose(investigator, persona)
  const { now, other } = (await service.call(investigator, { method: 'GET', url })).json<{ now: object[]; other: object[] }>()
  expect(now).toEqual([])
  expect(other).toMatchObject([
    {
      detector: 'application/wording-without-detail',
      numbers: { phrases: 4 },
      says: expect.stringMatching(/^4 stock phrases/),
      evidence: [{ persona, property: 'passage', file: 'resume.txt' }],
    },
  ])
})

test('what was not seen in shadow long enough is neither proposed nor made active', async () => {
  const set = (await post('investigator', `${CHECK}/number-sets`, { numbers: { phrases: 4 }, reason: 'Four are enough.' })).json<{
    set: string
  }>().set
  const early = await post('investigator', `/api/number-sets/${set}/propose`, { reason: 'Now.' })
  expect([early.statusCode, early.json().detail]).toEqual([409, expect.stringMatching(/for 0 of at least 10 candidates/)])
  expect((await post('approver', `/api/number-sets/${set}/approve`, { reason: 'Yes.' })).statusCode).toBe(409)
  expect((await post('investigator', `/api/number-sets/${set}/end`, { reason: 'Not now.' })).json()).toMatchObject({
    set: { state: 'ended', ended: { reason: 'Not now.' } },
  })
})
