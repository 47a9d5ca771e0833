import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoleName } from '../../src/model/access.ts'
import { routes } from '../../src/surfaces/http/routes/index.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { aFinding, aMatch, aPersona } from '../support/rows.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

/** Cases over HTTP: what each role may, the two rooms, four eyes, the switch, and what a case costs who is not in it. */

let shop: Workshop
let service: OverHttp
const key: Record<string, string> = {}
const KEYS: Readonly<Record<string, readonly RoleName[]>> = {
  ada: ['investigator'],
  bo: ['approver'],
  eve: ['recruiter'],
  cy: ['compliance'],
  au: ['auditor'],
  ta: ['tenant-admin'],
}

beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop)
  for (const [name, roles] of Object.entries(KEYS)) key[name] = service.key(shop.actor.tenant, ...roles)
  key['stranger'] = service.key('another-tenant', 'investigator', 'compliance', 'approver')
  await shop.deps.store.tx(shop.actor.tenant, async (tx) => {
    for (const id of ['p-1', 'p-2', 'p-3']) {
      await tx.putPersona(aPersona(id))
      await tx.replaceFindings([id], [aFinding(`f-${id}`, id, [`s-${id}`])])
      await tx.replaceAssessments([{ persona: id, recommendation: id === 'p-3' ? 'ask' : 'escalate', outcomes: {}, reasons: [`f-${id}`] }])
    }
    await tx.putMatches([aMatch('m-1')])
  })
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
async function call(who: string, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object): Promise<Answer> {
  const answer = await service.call(key[who], { method, url: `/api${url}`, ...(payload === undefined ? {} : { payload }) })
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
}
const get = (who: string, url: string): Promise<Answer> => call(who, 'GET', url)
const post = (who: string, url: string, payload?: object): Promise<Answer> => call(who, 'POST', url, payload)
const opened = async (who: string, more: object = {}): Promise<string> => {
  const { status, body } = await post(who, '/cases', { says: 'Two start dates do not fit.', personas: ['p-1'], ...more })
  expect(status).toBe(201)
  return body.id
}
const reason = 'The dates were asked for twice.'

describe('the story of a decision', () => {
  it('is looked at, proposed, approved by somebody else, taken back; each step by who may', async () => {
    const id = await opened('ada')
    expect((await get('eve', `/cases/${id}`)).body['events'].map((e: { kind: string }) => e.kind)).toEqual(['opened', 'due-set'])
    expect((await get('ada', '/inbox')).body['items'][0]).toMatchObject({
      about: 'case',
      id,
      rank: 'person',
      says: 'Two start dates do not fit.',
    })
    const made = {
      persona: 'p-1',
      kind: 'confirmed',
      reasons: [{ code: 'contradiction-stands', findings: ['f-p-1'] }],
      text: reason,
      options: ['confirmed', 'cleared'],
      suggestionShown: true,
    }
    expect(await post('ada', `/cases/${id}/decisions`, made)).toMatchObject({ status: 409 })
    expect(await post('ada', `/cases/${id}/acts`, { kind: 'seen', what: 'finding', evidence: 'f-p-1', seconds: 12 })).toMatchObject({
      status: 201,
    })
    expect(await post('eve', `/cases/${id}/decisions`, made)).toMatchObject({ status: 403 })
    expect(await post('ada', `/cases/${id}/decisions`, { ...made, text: 'They have a foreign accent.' })).toMatchObject({ status: 422 })
    const { body: asked } = await post('ada', `/cases/${id}/decisions`, made)
    expect([asked['disposition'], asked['request']]).toEqual([undefined, expect.any(Number)])
    expect((await get('bo', '/inbox')).body['items'].map((i: { rank: string; id: string }) => [i.rank, i.id])).toEqual([['approval', id]])
    const yes = `/cases/${id}/requests/${asked['request']}/approve`
    expect(await post('ada', yes, { reason })).toMatchObject({ status: 403 })
    expect(await post('au', yes, { reason })).toMatchObject({ status: 403 })
    const { status, body: done } = await post('bo', yes, { reason })
    expect([status, done['case'].status, done['disposition']]).toEqual([201, 'closed', 1])
    expect(done['case'].decisions[0].record).toMatchObject({
      kind: 'confirmed',
      recommendation: 'escalate',
      seen: [{ evidence: 'f-p-1', seconds: 12 }],
    })
    expect(await post('bo', yes, { reason })).toMatchObject({ status: 409 })
    const undo = await post('ada', `/cases/${id}/decisions/${done['case'].decisions[0].decided}/undo`, {
      reason: 'The school had mixed up two people.',
    })
    expect([undo.status, undo.body['case'].status]).toEqual([201, 'open'])
  })

  it('has no way to decide about several at once', () => {
    const deciding = routes.filter((r) => r.method !== 'GET' && /decision|disposition|approve|decide|second$|cuts/.test(r.path))
    expect(deciding.length).toBeGreaterThan(4)
    // The second person to moved numbers decides about a check, one set at a time.
    for (const { path } of deciding) expect(path).toMatch(/:(?:case|persona|match|set)\b/)
  })
})

describe('what is not there for somebody', () => {
  it('is 404: another tenant’s, the other room’s, a quiet one, one that never was; and lists are as if it were not', async () => {
    const before = await Promise.all(
      ['ada', 'eve', 'au'].map(async (who) => [(await get(who, '/cases')).body, (await get(who, '/inbox')).body]),
    )
    const log = async () => [
      (await get('ta', '/audit?limit=200')).body,
      (await get('ta', '/audit/verify')).body,
      await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.auditHead()),
    ]
    const known = await log()
    const sanctions: string = (await post('cy', '/matches/m-1/cases', { says: 'The year of birth agrees too.' })).body.id
    expect(sanctions).toMatch(/^case-/)
    expect(await post('ada', '/matches/m-1/cases', { says: 'why not' })).toMatchObject({ status: 403 })
    await post('cy', `/cases/${sanctions}/acts`, { kind: 'noted', text: 'The whole entry was compared.' })
    expect(await log()).toEqual(known)
    for (const url of ['/audit', '/audit/verify', '/audit/export']) {
      expect(await get('ta', `${url}?room=sanctions`)).toMatchObject({ status: 403 })
      expect(await get('cy', `${url}?room=sanctions`)).toMatchObject({ status: 403 })
    }
    const theirs = await service.call(service.key(shop.actor.tenant, 'sanctions-auditor'), {
      method: 'GET',
      url: '/api/audit/export?room=sanctions',
    })
    expect(theirs.body).toContain(sanctions)
    const given = await service.call(key['ta'], { method: 'GET', url: '/api/audit/export' })
    expect(given.body).not.toMatch(/sanctions|match-/)
    const rows = given.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { row?: { seq: number } })
    expect(rows.flatMap((line) => (line.row === undefined ? [] : [line.row.seq]))).toEqual(
      Array.from({ length: rows.length - 1 }, (_, i) => i + 1),
    )
    const after = await Promise.all(
      ['ada', 'eve', 'au'].map(async (who) => [(await get(who, '/cases')).body, (await get(who, '/inbox')).body]),
    )
    expect(after).toEqual(before)
    for (const [who, id] of [
      ['ada', sanctions],
      ['eve', sanctions],
      ['stranger', sanctions],
      ['ada', 'case-000000000000'],
      ['ada', 'x'],
    ] as const) {
      const there = await Promise.all([
        get(who, `/cases/${id}`),
        post(who, `/cases/${id}/acts`, { kind: 'noted', text: 'hello' }),
        post(who, `/cases/${id}/timers`, { timer: 'gdpr-request' }),
        post(who, `/cases/${id}/requests`, { what: 'release-hold', about: 'm-1', reason }),
        post(who, `/cases/${id}/requests/2/approve`, { reason }),
        post(who, `/cases/${id}/requests/2/refuse`, { reason }),
        post(who, `/cases/${id}/cuts`, { about: 'p-1', reason }),
        post(who, `/cases/${id}/cuts/2/review`, { agrees: true, reason }),
      ])
      expect(
        there.map((a) => a.status),
        `${who} ${id}`,
      ).toEqual(there.map(() => 404))
    }
    expect((await get('cy', `/cases/${sanctions}`)).body['room']).toBe('sanctions')
    expect((await get('cy', '/inbox')).body['items'].map((i: { about: string }) => i.about).sort()).toEqual(['case', 'match'])
  })

  it('a call from outside opens a case for its members alone', async () => {
    const { status, body } = await post('ada', '/calls', {
      source: { who: 'authority', reliability: 'B', credibility: '2' },
      says: 'A laptop was found elsewhere.',
      about: { persona: 'p-2' },
    })
    expect([status, body['case'].quiet, body['case'].source]).toEqual([201, true, { who: 'authority', reliability: 'B', credibility: '2' }])
    for (const who of ['eve', 'au', 'cy', 'bo']) expect((await get(who, `/cases/${body['case'].id}`)).status).toBe(404)
    expect((await get('eve', '/cases?persona=p-2')).body['items']).toEqual([])
    expect(
      await post('eve', '/calls', {
        source: { who: 'person', reliability: 'F', credibility: '6' },
        says: 'hello',
        about: { name: 'Ada Example' },
      }),
    ).toMatchObject({ status: 403 })
  })
})

describe('pages', () => {
  it('go on where the one before ended, and refuse what is no page', async () => {
    for (let i = 0; i < 3; i += 1) await opened('ada', { personas: ['p-3'] })
    for (const url of ['/cases', '/inbox']) {
      const whole = (await get('ada', `${url}?limit=200`)).body['items']
      const walked: unknown[] = []
      for (let next: string | undefined = ''; next !== undefined;) {
        const page: Answer = await get('ada', `${url}?limit=2${next === '' ? '' : `&after=${next}`}`)
        walked.push(...page.body['items'])
        next = page.body['next']
      }
      expect(walked).toEqual(whole)
      expect(whole.length).toBeGreaterThan(3)
      expect((await get('ada', `${url}?after=nonsense`)).status).toBe(422)
    }
  })
})

describe('the switch, time limits, reasons, erasure', () => {
  it('are for who may', async () => {
    expect(await post('ada', '/scoring/stop', { reason })).toMatchObject({ status: 403 })
    expect((await post('ta', '/scoring/stop', { reason })).body).toMatchObject({ stopped: true, waiting: 0, reason })
    expect((await get('eve', '/scoring')).body).toMatchObject({ stopped: true })
    expect((await post('ta', '/scoring/start', { reason })).body).toMatchObject({ stopped: false, assessed: 0 })
    const { items } = (await get('eve', '/timers')).body as { items: { id: string; stale: boolean }[] }
    expect(items.map((t) => t.id)).toContain('ofac-blocked')
    expect((await get('eve', '/reasons')).body['items'].length).toBeGreaterThan(8)
    expect((await get('ada', '/personas/p-3/erasure')).body).toMatchObject({
      deletes: false,
      kept: [{ because: 'open-question' }, { because: 'log-6m-min' }],
    })
    expect((await get('eve', '/personas/p-3/erasure')).status).toBe(403)
    expect((await get('stranger', '/personas/p-3/erasure')).status).toBe(404)
  })
})

describe('covers', () => {
  it('of a page that nobody prepared there is no picture for the hiring side', async () => {
    await shop.deps.store.tx(shop.actor.tenant, async (tx) => {
      await tx.addArtifact({
        id: 'a-1',
        name: 'paper.pdf',
        size: 1,
        received: '2026-03-01T12:00:00.000Z',
        reliability: 'F',
        credibility: '6',
      })
      await tx.addSubmission({ persona: 'p-1', artifact: 'a-1', parent: undefined, row: undefined })
    })
    const at = '/personas/p-1/artifacts/a-1'
    const box = { page: 1, box: [1, 2, 3, 4], what: 'photo' }
    expect(await post('eve', `${at}/masks`, box)).toMatchObject({ status: 403 })
    expect(await post('ada', '/personas/p-2/artifacts/a-1/masks', box)).toMatchObject({ status: 404 })
    const { status, body } = await post('ada', `${at}/masks`, box)
    expect([status, body['what']]).toEqual([201, 'photo'])
    expect((await call('ada', 'DELETE', `${at}/masks/${body.id}`)).status).toBe(204)
    expect((await call('ada', 'DELETE', `${at}/masks/${body.id}`)).status).toBe(404)
    await service.purpose(key['eve'] ?? '', 'p-1')
    const page = await service.call(key['eve'], {
      method: 'GET',
      url: `/api${at}/covered-pages/1`,
      headers: { 'bonafide-purpose': 'interview' },
    })
    expect(page.statusCode).toBe(404)
  })
})
