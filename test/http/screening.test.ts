import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RoleName } from '../../src/model/access.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { takeOwnList } from '../support/own-list.ts'
import { aMatch, aPersona } from '../support/rows.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

/** The sanctions room over HTTP, and the figures of checks. */

let shop: Workshop
let service: OverHttp
const key: Record<string, string> = {}
const KEYS: Readonly<Record<string, readonly RoleName[]>> = { cy: ['compliance'], ina: ['investigator'], eve: ['recruiter'] }

beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop)
  for (const [name, roles] of Object.entries(KEYS)) key[name] = service.key(shop.actor.tenant, ...roles)
})
afterAll(async () => {
  await service.close()
  await shop.close()
  await closeSandbox()
})

async function get(who: string, url: string) {
  const answer = await service.call(key[who], { method: 'GET', url: `/api${url}` })
  // What JSON holds is looked at by the tests.
  return { status: answer.statusCode, body: answer.json() as any } // oxlint-disable-line typescript/no-explicit-any
}

it('shows both sides of a match whole, part by part, writes each look down, and tells nobody else', async () => {
  const version = await takeOwnList(
    service,
    'own-watch',
    '2026-01-31',
    'id,name,birth,address\n7,"EXAMPLE, Ada Quill",1980-04-13,"1 Lakeside Road, Norrport"\n8,"SAMPLE, Ben",1970,\n',
  )
  const match = aMatch('abcdef123456')
  const subject = { ...match.subject, births: ['1980'], addresses: ['Lakeside'] }
  await shop.deps.store.tx(shop.actor.tenant, (tx) =>
    tx.putMatches([{ ...match, subject, hit: { ...match.hit, list: 'own-watch', version: version.hash, entry: '7' } }]),
  )
  const { status, body } = await get('cy', '/matches/abcdef123456/sides')
  expect(status).toBe(200)
  expect(body.entry).toMatchObject({ id: '7', births: [{ from: '1980-04-13' }], addresses: ['1 Lakeside Road, Norrport'] })
  expect(body.subject).toMatchObject({ births: ['1980'], addresses: ['Lakeside'] })
  expect(body.names.parts.map((part: { query: string; how: string }) => [part.query, part.how])).toEqual([
    ['Ada', 'equal'],
    ['Example', 'equal'],
  ])
  expect(body.names.listedLeft).toEqual(['Quill'])
  const log = await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.auditRows(0, 1_000, 'sanctions'))
  expect(log.filter((row) => row.action === 'match-compared').map((row) => [row.subject, row.detail])).toEqual([
    ['abcdef123456', { room: 'sanctions' }],
  ])
  for (const who of ['ina', 'eve']) expect((await get(who, '/matches/abcdef123456/sides')).status).toBe(403)
})

it('shows what is left of a match whose version is kept no more', async () => {
  await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.putMatches([aMatch('0123456789aa')]))
  const { body } = await get('cy', '/matches/0123456789aa/sides')
  expect(body.entry).toBeUndefined()
  expect(body.names.listed).toBe('EXAMPLE, Ada')
})

it('counts what each check said and what people decided, of its own tenant and room alone', async () => {
  const detector = 'application/email-shared'
  const outcome = (kind: 'fired' | 'quiet' | 'not-applicable' | 'failed') => ({ [detector]: { kind } })
  await shop.deps.store.tx(shop.actor.tenant, async (tx) => {
    for (const id of ['p-1', 'p-2', 'p-3', 'p-4', 'p-5']) await tx.putPersona(aPersona(id))
    await tx.replaceAssessments([
      { persona: 'p-1', recommendation: 'review', outcomes: outcome('fired'), reasons: [] },
      { persona: 'p-2', recommendation: 'review', outcomes: outcome('fired'), reasons: [] },
      { persona: 'p-3', recommendation: 'clear', outcomes: outcome('quiet'), reasons: [] },
      { persona: 'p-4', recommendation: 'ask', outcomes: outcome('not-applicable'), reasons: [] },
      { persona: 'p-5', recommendation: 'ask', outcomes: outcome('failed'), reasons: [] },
    ])
    const said = { reason: 'a reason', known: [], by: 'ina' }
    await tx.addDisposition({ ...said, persona: 'p-1', kind: 'confirmed', at: '2026-03-02T12:00:00.000Z' })
    await tx.addDisposition({ ...said, persona: 'p-1', kind: 'cleared', at: '2026-03-03T12:00:00.000Z' })
    // Quiet there: what was decided says nothing of this check.
    await tx.addDisposition({ ...said, persona: 'p-3', kind: 'confirmed', at: '2026-03-03T12:00:00.000Z' })
  })
  const { status, body } = await get('ina', '/oversight/detectors')
  expect(status).toBe(200)
  const one = body.items.find((item: { detector: string }) => item.detector === detector)
  expect(one).toMatchObject({ fired: 2, quiet: 1, notApplicable: 1, failed: 1 })
  expect(one.fires).toMatchObject({ part: 2, n: 3 })
  expect(one.confirmed).toMatchObject({ part: 0, n: 1 })
  expect(one.cleared).toMatchObject({ part: 1, n: 1 })
  expect(body.items.length).toBeGreaterThan(40)
  const other = body.items.find((item: { detector: string }) => item.detector === 'application/phone-shared')
  expect(other).toMatchObject({ fired: 0, quiet: 0, confirmed: { part: 0, n: 0 } })
  const later = await get('ina', '/oversight/detectors?from=2027-01-01T00:00:00.000Z')
  expect(later.body.items.find((item: { detector: string }) => item.detector === detector)).toMatchObject({ fired: 0, quiet: 0 })
  const elsewhere = await service.call(service.key('another-tenant', 'investigator'), { method: 'GET', url: '/api/oversight/detectors' })
  expect(elsewhere.json().items.every((item: { fired: number; quiet: number }) => item.fired + item.quiet === 0)).toBe(true)
  expect((await get('eve', '/oversight/detectors')).status).toBe(403)
})

it('puts both interviewers into the sheet where they are known', async () => {
  await service.purpose(key['eve'] ?? '', 'p-1')
  const sheet = await service.call(key['eve'], {
    method: 'POST',
    url: '/api/personas/p-1/interview-sheet',
    payload: { interviewer: 'Ina "I" Vestigator', second: 'Sam Second' },
  })
  expect(sheet.statusCode).toBe(200)
  expect(sheet.body).toContain('    interviewer: "Ina \\"I\\" Vestigator"\n    second: "Sam Second"\n')
  const empty = await service.call(key['eve'], { method: 'POST', url: '/api/personas/p-1/interview-sheet', payload: {} })
  expect(empty.body).toMatch(/interviewer: {11}# your name; required\n {4}second: {16}# the second/)
})
