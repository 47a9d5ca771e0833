import { afterAll, beforeAll, expect, test } from 'vitest'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

let shop: Workshop
let service: OverHttp
let recruiter: string
let investigator: string
let stranger: string

beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop)
  recruiter = service.key(shop.actor.tenant, 'recruiter')
  investigator = service.key(shop.actor.tenant, 'investigator')
  stranger = service.key(`${shop.actor.tenant}-other`, 'investigator')
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
})

const resume = (name: string, email: string): string =>
  JSON.stringify({
    basics: { name, email, phone: '+1 202 555 0143' },
    work: [{ name: 'Halyard Example Ltd', position: 'Senior Engineer', startDate: '2019-04' }],
    education: [{ institution: 'Example University', area: 'Computer Science', startDate: '2012', endDate: '2016' }],
  })

const form = (files: Record<string, string>): FormData => {
  const data = new FormData()
  for (const [name, text] of Object.entries(files)) data.append('file', new Blob([text]), name)
  return data
}
const upload = async (key: string, query: string, files: Record<string, string>) => {
  const body = new Response(form(files))
  return service.call(key, {
    method: 'POST',
    url: `/api/submissions${query}`,
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  })
}
const get = (key: string, url: string) => service.call(key, { method: 'GET', url })
const post = (key: string, url: string, payload: object = {}) => service.call(key, { method: 'POST', url, payload })

let ada: string
let bo: string

test('files are taken at once and read by a worker; a bad one is told and the others go on', async () => {
  const answer = await upload(recruiter, '?as=each', {
    'ada.json': resume('Ada Example', 'ada@example.com'),
    'bo.json': resume('Bo Sample', 'bo@example.com'),
    'empty.txt': '',
    'tool.exe': 'MZ\u0000\u0001',
  })
  expect(answer.statusCode).toBe(202)
  const { taken, failures } = answer.json()
  expect(taken.map((one: { files: string[] }) => one.files)).toEqual([['ada.json'], ['bo.json']])
  expect(failures.map((one: { source: string; code: string }) => [one.source, one.code])).toEqual([
    ['empty.txt', 'empty-file'],
    ['tool.exe', 'unsupported-type'],
  ])
  ;[ada, bo] = taken.map((one: { persona: string }) => one.persona)
  expect((await get(recruiter, `/api/runs/${taken[0].run}`)).json()).toMatchObject({ state: 'waiting', persona: ada })
  expect(await service.work()).toBe(2)
  expect((await get(recruiter, `/api/runs/${taken[0].run}`)).json()).toMatchObject({ state: 'done', step: 'assessed' })
})

test('candidates are listed in pages and found by name', async () => {
  const first = (await get(recruiter, '/api/personas?limit=1')).json()
  expect(first.items).toHaveLength(1)
  const second = (await get(recruiter, `/api/personas?limit=1&after=${first.next}`)).json()
  expect(new Set([first.items[0].persona, second.items[0].persona])).toEqual(new Set([ada, bo]))
  expect(second.next).toBeUndefined()
  expect((await get(recruiter, '/api/personas?after=nonsense')).json()).toMatchObject({ status: 422, pointer: '/querystring/after' })
  // Nor does what no database holds come to one.
  for (const place of [
    { size: Number.MAX_SAFE_INTEGER, id: 'c-1' },
    { size: -1, id: 'c-1' },
    { size: 2, id: '\0' },
  ]) {
    const after = Buffer.from(JSON.stringify(place)).toString('base64url')
    expect((await get(recruiter, `/api/clusters?after=${after}`)).json()).toMatchObject({ status: 422, pointer: '/querystring/after' })
  }
  expect((await get(recruiter, '/api/personas?recommendation=escalate')).json().items).toEqual([])
  const found = async (body: object, as = recruiter) =>
    (await post(as, '/api/personas/search', body)).json().items.map((one: { persona: string }) => one.persona)
  expect(await found({ name: 'ada exam' })).toEqual([ada])
  expect(await found({ name: 'EXAMPLE Ada' })).toEqual([ada])
  expect(await found({ name: 'xavier' })).toEqual([])
  expect(await found({ identifier: 'email=bo@example.com' })).toEqual([bo])
  expect(await found({ name: 'ada' }, stranger)).toEqual([])
  const lines = async (as: string) => (await post(as, '/api/personas/lines', { personas: [bo, ada, bo, 'p-nobody'] })).json().items
  expect((await lines(recruiter)).map((one: { name: string }) => one.name).toSorted()).toEqual(['Ada Example', 'Bo Sample'])
  expect(await lines(stranger)).toEqual([])
})

test('a dossier is opened for a purpose, with what is not needed masked', async () => {
  expect((await get(recruiter, `/api/personas/${ada}`)).json()).toMatchObject({ status: 403, code: 'needs-purpose' })
  await service.purpose(recruiter, ada)
  await service.purpose(investigator, ada)
  const dossier = (await get(investigator, `/api/personas/${ada}`)).json()
  expect(dossier).toMatchObject({ persona: ada, name: 'Ada Example', standing: 'open' })
  expect(dossier.findings.length + dossier.outcomes['not-applicable']).toBeGreaterThan(0)
  expect(dossier.submissions).toMatchObject([{ file: 'ada.json', state: 'read' }])
  const email = (d: typeof dossier) => d.statements.find((s: { property: string }) => s.property === 'email').value
  expect(email((await get(recruiter, `/api/personas/${ada}`)).json())).toBe('ada@example.com')
  const log = (await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.auditRows(0, 1000))).map((row) => row.action)
  expect(log).toContain('dossier-opened')
  expect((await get(stranger, `/api/personas/${ada}`)).statusCode).toBe(404)
})

test('a file is for those who may unmask, and comes as an attachment', async () => {
  const dossier = (await get(investigator, `/api/personas/${ada}`)).json()
  const url = `/api/personas/${ada}/artifacts/${dossier.submissions[0].artifact}`
  expect((await get(recruiter, url)).statusCode).toBe(403)
  const file = await get(investigator, url)
  expect(file.body).toContain('Ada Example')
  expect(file.headers['content-type']).toBe('application/octet-stream')
  expect(file.headers['content-disposition']).toMatch(/^attachment/)
  expect((await get(investigator, `/api/personas/${ada}/artifacts/${'0'.repeat(64)}`)).statusCode).toBe(404)
})

test('what two share is shown and judged, and joins them', async () => {
  const between = (await get(investigator, `/api/links/${ada}/${bo}`)).json()
  expect(between.link.evidence.length).toBeGreaterThan(0)
  const phone = (key: string) => get(key, `/api/links/${ada}/${bo}`).then((answer) => answer.body.includes('2025550143'))
  expect([await phone(investigator), await phone(recruiter)]).toEqual([true, false])
  const judged = await post(investigator, `/api/links/${ada}/${bo}/judgements`, { kind: 'same', reason: 'The same person says so.' })
  expect(judged.json()).toMatchObject({ judgement: { kind: 'same' }, link: { state: 'linked' } })
  const { items } = (await get(recruiter, '/api/clusters')).json()
  expect(items).toMatchObject([{ personas: expect.arrayContaining([ada, bo]) }])
})

test('openings are asked of all alike', async () => {
  const put = (payload: object) => service.call(recruiter, { method: 'PUT', url: '/api/requisitions/platform-1', payload })
  expect((await put({ title: 'Platform engineer', questions: ['What did you build?'] })).statusCode).toBe(200)
  await upload(recruiter, '?requisition=platform-1', { 'cy.json': resume('Cy Third', 'cy@example.com') })
  await service.work()
  expect((await put({ title: 'Platform engineer', questions: ['Another?'] })).json()).toMatchObject({ status: 409 })
  expect((await get(recruiter, '/api/requisitions/platform-1')).json().candidates).toMatchObject([{ lacking: [] }])
})

test('decisions, withdrawal and forgetting', async () => {
  expect(
    (await post(investigator, `/api/personas/${ada}/disposition`, { kind: 'cleared', reason: 'Both employers confirmed it.' })).statusCode,
  ).toBe(201)
  expect(
    (await post(investigator, `/api/personas/${ada}/disposition`, { kind: 'confirmed', reason: 'No way around two people.' })).statusCode,
  ).toBe(422)
  expect((await post(recruiter, `/api/personas/${bo}/withdraw`)).statusCode).toBe(200)
  expect((await get(recruiter, '/api/personas?status=withdrawn')).json().items).toMatchObject([{ persona: bo }])
  expect((await post(investigator, `/api/personas/${bo}/forget`)).json()).toMatchObject({ artifacts: 1 })
  expect((await get(recruiter, '/api/personas')).body).not.toContain(bo)
  expect((await post(recruiter, '/api/personas/search', { name: 'bo sample' })).json().items).toEqual([])
})

test('the log is read, verified and exported without what the other room does', async () => {
  const auditor = service.key(shop.actor.tenant, 'auditor')
  await shop.deps.store.tx(shop.actor.tenant, (tx) =>
    tx.appendAudit({ actor: 'x', action: 'match-opened', subject: 'm-hidden', detail: { room: 'sanctions' } }, shop.deps.clock.now()),
  )
  const first = (await get(auditor, '/api/audit?limit=2')).json()
  expect(first.items).toHaveLength(2)
  let all = ''
  for (let next: string | undefined = first.next; next !== undefined;) {
    const page = await get(auditor, `/api/audit?limit=200&after=${next}`)
    all += page.body
    next = page.json().next
  }
  expect(all).toContain('forgotten')
  expect(all).not.toContain('m-hidden')
  expect((await get(auditor, '/api/audit/verify')).json().faults).toEqual([])
  const lines = (await get(auditor, '/api/audit/export')).body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const [head, ...rows] = lines
  expect(head).toMatchObject({ room: 'identity', head: { seq: rows.length } })
  expect(rows.every(({ row }, i) => row.seq === i + 1 && row.hash !== undefined)).toBe(true)
  expect(rows.some(({ row }) => row.subject === 'm-hidden')).toBe(false)
})
