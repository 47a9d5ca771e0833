import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoleName } from '../../src/model/access.ts'
import { aPersona, aFinding } from '../support/rows.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { candidateOf, closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

/** The person without an account, and those who answer them, over HTTP. */

let shop: Workshop
let service: OverHttp
const key: Record<string, string> = {}
const KEYS: Readonly<Record<string, readonly RoleName[]>> = {
  rita: ['recruiter'],
  ines: ['investigator'],
  una: ['approver'],
  aud: ['auditor'],
  tom: ['tenant-admin'],
}
let ada: string
let bo: string

const TEXT =
  'Rebuilt the timetable of the harbour ferries so that a late boat no longer made the next four late, and wrote down how for whoever comes after.'
const resume = (name: string, email: string) =>
  candidateOf(email, {
    'resume.txt': `${name}\n${email}\n+1 202 555 0141\n\nExperience\nEngineer, Northwind Example, 2019-03 to 2021-05\n${TEXT}\n`,
  })

beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop)
  for (const [name, roles] of Object.entries(KEYS)) key[name] = service.key(shop.actor.tenant, ...roles)
  const both = await shop.screen(resume('Ada Example', 'ada@example.com'), resume('Bo Sample', 'bo@example.org'))
  ada = both.personas[0]?.persona ?? ''
  bo = both.personas[1]?.persona ?? ''
  for (const who of ['rita', 'ines', 'una']) for (const persona of [ada, bo]) await service.purpose(key[who] ?? '', persona)
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
})

interface Answer {
  readonly status: number
  // What JSON holds is looked at by the tests.
  readonly body: any // oxlint-disable-line typescript/no-explicit-any
}
async function call(who: string | undefined, method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> {
  const answer = await service.call(who === undefined ? undefined : key[who], {
    method,
    url: `/api${url}`,
    ...(payload === undefined ? {} : { payload }),
  })
  const json = answer.headers['content-type']?.includes('json') === true
  return { status: answer.statusCode, body: json ? answer.json() : answer.body }
}
async function sent(url: string, fields: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const b = 'x-boundary-x'
  const part = (head: string, text: string): string => `--${b}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`
  const payload = [
    ...Object.entries(files).map(([name, text]) => part(`name="file"; filename="${name}"`, text)),
    ...Object.entries(fields).map(([name, text]) => part(`name="${name}"`, text)),
    `--${b}--\r\n`,
  ].join('')
  const answer = await service.call(undefined, {
    method: 'POST',
    url: `/api/person${url}`,
    headers: { 'content-type': `multipart/form-data; boundary=${b}` },
    payload,
  })
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
}

describe('a question', () => {
  it('goes to the person by a link, takes an answer with a file, and then is gone like one that never was', async () => {
    const made = await call('rita', 'POST', `/personas/${ada}/asks`, { question: 'Who answers at your number?' })
    expect(made.status).toBe(201)
    const { link } = made.body
    const shown = await call(undefined, 'POST', '/person/ask', { link })
    expect(shown).toMatchObject({ status: 200, body: { question: 'Who answers at your number?', documents: [] } })
    expect(shown.body.letter).toContain('another way')
    expect((await call(undefined, 'POST', '/person/ask/another-way', { link, wish: 'By telephone, please.' })).status).toBe(204)
    expect((await sent('/ask/answer', { link, text: 'My agency.' }, { 'x.unknown': '\u0001' })).status).toBe(415)
    expect((await sent('/ask/answer', { link, text: 'My agency.' }, { 'note.txt': 'Agency Example answers at that number.' })).status).toBe(
      204,
    )
    expect(await service.work()).toBe(1)
    const used = await call(undefined, 'POST', '/person/ask', { link })
    const never = await call(undefined, 'POST', '/person/ask', { link: `${shop.actor.tenant}.${'0'.repeat(16)}.${'0'.repeat(64)}` })
    const words = await call(undefined, 'POST', '/person/ask', { link: 'guess' })
    const plain = ({ status, body: { request: _, ...body } }: Answer) => ({ status, body })
    expect(used.status).toBe(410)
    expect([plain(never), plain(words)]).toEqual([plain(used), plain(used)])
    const [asked] = (await call('ines', 'GET', `/personas/${ada}/asks`)).body.items
    expect(asked.answered).toMatchObject({ text: 'My agency.', files: 1 })
    const files = (await call('ines', 'GET', `/personas/${ada}`)).body.submissions?.map((s: { file: string }) => s.file)
    expect(files).toContain('note.txt')
  })

  it('done another way is for who handles it alone', async () => {
    const ways = await call('rita', 'GET', '/other-ways')
    expect(ways.body.items.map((w: { wish: string }) => w.wish)).toEqual(['By telephone, please.'])
    const { way } = ways.body.items[0]
    for (const who of ['ines', 'una', 'aud', 'tom']) expect((await call(who, 'GET', `/other-ways/${way}`)).status).toBe(403)
    expect((await call('rita', 'POST', `/other-ways/${way}/answer`, { says: 'We will call you.' })).body.answered.by).toBeDefined()
    expect((await call('rita', 'GET', '/other-ways')).body.items).toEqual([])
  })
})

describe('what is held against somebody', () => {
  it('is told, contested without an account, answered by another, and gone', async () => {
    const before = await call('ines', 'GET', `/personas/${ada}/explanation`)
    expect(before.body.against.length).toBeGreaterThan(0)
    expect(before.body.letter).toContain('### Point 1')
    const { link } = (await call('rita', 'POST', `/personas/${ada}/explanation`)).body
    expect((await call(undefined, 'POST', '/person/explanation', { link })).body.against).toEqual(before.body.against)
    const record = JSON.stringify((await call(undefined, 'POST', '/person/record', { link })).body)
    expect(record).toContain('ada@example.com')
    for (const word of ['bo@example.org', 'Bo Sample', bo]) expect(record).not.toContain(word)
    expect((await sent('/review', { link, kind: 'appeal', statement: 'It is my agency’s number.', wrong: '99' })).status).toBe(400)
    const filed = await sent('/review', { link, kind: 'appeal', statement: 'It is my agency’s number.', wrong: '' })
    expect(filed.status).toBe(201)
    expect((await sent('/review', { link, kind: 'appeal', statement: 'Again.', wrong: '' })).status).toBe(410)
    expect((await call('ines', 'GET', `/personas/${ada}/explanation`)).body.frozen).toBe(true)
    const { review } = filed.body
    expect((await call('rita', 'GET', '/reviews')).status).toBe(403)
    expect((await call('una', 'GET', '/reviews')).body.items.map((r: { review: string }) => r.review)).toEqual([review])
    const done = await call('una', 'POST', `/reviews/${review}/answer`, {
      outcome: 'upheld',
      reason: 'The agency told us that the number is theirs.',
      apart: [bo],
    })
    expect(done.status).toBe(200)
    expect(done.body.letter).toContain('You were right.')
    const told = await call(undefined, 'POST', '/person/outcome', { link: done.body.link })
    expect(told.body).toMatchObject({ outcome: 'upheld', further: false })
    expect((await call(undefined, 'POST', '/person/explanation', { link: done.body.link })).body.against).toEqual([])
    expect((await call('una', 'POST', `/reviews/${review}/answer`, { outcome: 'rejected', reason: 'It stands.' })).status).toBe(409)
  })
})

describe('how decisions are made', () => {
  it('is shown to who oversees, and taken out as files', async () => {
    expect((await call('aud', 'GET', '/oversight/figures')).body).toMatchObject({ decisions: 0, contested: 1, upheld: { part: 1, n: 1 } })
    expect((await call('una', 'GET', '/oversight/figures')).status).toBe(403)
    expect((await call('tom', 'POST', '/oversight/planted', { persona: bo })).status).toBe(204)
    const reviews = await call('aud', 'GET', '/oversight/reviews.csv')
    expect(reviews.body).toMatch(/^review,persona,kind[\s\S]*upheld/)
    expect((await call('aud', 'GET', '/oversight/decisions.csv')).body).toMatch(/^case,decision/)
    expect((await call('aud', 'GET', '/oversight/openings.csv')).body).toMatch(/\(none\),2,,,/)
    const groups = [
      { group: 'one', applicants: 100, selected: 90 },
      { group: 'two', applicants: 29, selected: 1 },
    ]
    expect((await call('aud', 'POST', '/oversight/impact', { groups })).body.groups[1]).toEqual({ group: 'two', applicants: 29 })
    expect((await call('rita', 'POST', '/oversight/impact', { groups })).status).toBe(403)
  })

  it('is no way into another organisation', async () => {
    const stranger = service.key('another-tenant', 'recruiter', 'investigator', 'auditor')
    await shop.deps.store.tx('another-tenant', async (tx) => {
      await tx.putPersona(aPersona('p-9'))
      await tx.replaceFindings(['p-9'], [aFinding('f-9', 'p-9', ['s-9'])])
    })
    const seen = await service.call(stranger, { url: '/api/reviews' })
    expect(seen.json()).toEqual({ items: [] })
    expect((await service.call(stranger, { url: `/api/personas/${ada}/explanation` })).statusCode).toBe(404)
  })
})
