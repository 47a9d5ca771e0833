import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../../src/engine/cases/act.ts'
import { openCase } from '../../src/engine/cases/open.ts'
import type { Store, Tx } from '../../src/engine/ports.ts'
import { ROLES, type RoleName } from '../../src/model/access.ts'
import type { Route } from '../../src/surfaces/http/route.ts'
import { routes } from '../../src/surfaces/http/routes/index.ts'
import { aCaller } from '../support/callers.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { aFinding, aMatch, aPersona, NOON } from '../support/rows.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

/**
 * Two organisations that are the same but for their sanctions rooms: in one there is nothing, in the other much is done. Whoever does
 * not read that room gets the same bytes from both, so that no count, no size and no order tells, and the database is asked the same
 * questions for them, so that no time does. Times themselves are not compared: they would tell of this machine.
 */

const OUTSIDE = (Object.keys(ROLES) as RoleName[]).filter((role) => !(ROLES[role].may as readonly string[]).includes('screening:read'))
const LISTS = (routes as readonly Route[]).filter(
  (route) => route.method === 'GET' && !route.path.includes(':') && route.path !== '/api/events',
)
const ABSENT = 'case-000000000000'

interface Twin {
  readonly shop: Workshop
  readonly service: OverHttp
  readonly keys: ReadonlyMap<RoleName, string>
  /** Names of what the database was asked since this was last emptied. */
  readonly asked: string[]
}
let quiet: Twin
let busy: Twin
let hidden: string

/** The store, and what is asked of it, by name: what takes longer asks more. */
function heard(store: Store, asked: string[]): Store {
  const listening = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...values: readonly unknown[]): unknown => {
          asked.push(String(name))
          return (value as (...given: readonly unknown[]) => unknown).apply(target, [...values])
        }
      },
    })
  return {
    close: () => store.close(),
    tx: (tenant, work) => store.tx(tenant, (tx) => work(listening(tx))),
    look: (tenant, work) => store.look(tenant, (tx) => work(listening(tx))),
  }
}

async function twin(): Promise<Twin> {
  const shop = await openWorkshop()
  const asked: string[] = []
  const deps = { ...shop.deps, clock: { now: () => NOON }, store: heard(shop.deps.store, asked) }
  const service = await overHttp(shop, { deps })
  const keys = new Map(OUTSIDE.map((role) => [role, service.key(shop.actor.tenant, role)]))
  await shop.deps.store.tx(shop.actor.tenant, async (tx) => {
    await tx.putPersona(aPersona('p-1'))
    await tx.replaceFindings(['p-1'], [aFinding('f-1', 'p-1', ['s-1'])])
    await tx.replaceAssessments([{ persona: 'p-1', recommendation: 'escalate', outcomes: {}, reasons: ['f-1'] }])
    await tx.appendAudit({ actor: 'x', action: 'received', subject: 'p-1', detail: {} }, NOON)
  })
  return { shop, service, keys, asked }
}

beforeAll(async () => {
  ;[quiet, busy] = [await twin(), await twin()]
  const { deps, actor } = busy.shop
  const cy = aCaller(actor.tenant, 'cy', 'compliance')
  const now = { ...deps, clock: { now: () => NOON } }
  for (let n = 0; n < 12; n++) {
    const subject = { id: 'p-1', type: 'person' as const, names: ['Ada Example'], births: [], identifiers: [], wallets: [], addresses: [] }
    await deps.store.tx(actor.tenant, (tx) => tx.putMatches([aMatch(`m-${n}`, { about: 'persona', subject })]))
    const { id } = await openCase(now, cy, {
      room: 'sanctions',
      says: 'The year of birth agrees too.',
      personas: ['p-1'],
      matches: [`m-${n}`],
    })
    hidden = id
    for (let acts = 0; acts < 3; acts++) await act(now, cy, { case: id, act: { kind: 'noted', text: 'The whole entry was compared.' } })
  }
  expect((await deps.store.tx(actor.tenant, (tx) => tx.auditRows(0, 100, 'sanctions'))).length).toBeGreaterThan(40)
})
afterAll(async () => {
  for (const one of [quiet, busy]) {
    await one?.service.close()
    await one?.shop.close()
  }
  await closeSandbox()
})

async function answer(of: Twin, role: RoleName, call: { method: 'GET' | 'POST'; url: string; payload?: object }, guess = '') {
  of.asked.length = 0
  const { statusCode, headers, body } = await of.service.call(of.keys.get(role), call)
  // The hashes of the log are over the tenant's name, and a request's own id is drawn anew for each.
  const said = body
    .replaceAll(guess === '' ? ABSENT : guess, ABSENT)
    .replaceAll(of.shop.actor.tenant, 'TENANT')
    .replaceAll(/"request":"[^"]*"|\b[0-9a-f]{64}\b/g, 'OWN')
  const kept = Object.keys(headers).filter((name) => !/^(?:date|content-length|retry-after|x-ratelimit-.*|x-request-id)$/.test(name))
  return { statusCode, said, headers: kept.sort(), asked: [...of.asked] }
}

describe.each(OUTSIDE)('to the %s', (role) => {
  test('every list, search and figure is the same, to the byte and to the question', async () => {
    let shown = 0
    for (const { path } of LISTS) {
      const [a, b] = [await answer(quiet, role, { method: 'GET', url: path }), await answer(busy, role, { method: 'GET', url: path })]
      expect({ path, ...b }).toEqual({ path, ...a })
      if (a.statusCode === 200) shown += 1
    }
    expect(shown).toBeGreaterThan(0)
    const found = { method: 'POST' as const, url: '/api/personas/search', payload: { name: 'ada' } }
    expect(await answer(busy, role, found)).toEqual(await answer(quiet, role, found))
    const of = { method: 'GET' as const, url: '/api/cases?persona=p-1' }
    expect(await answer(busy, role, of)).toEqual(await answer(quiet, role, of))
  })

  test('a case of that room, guessed right, reads as one that never was', async () => {
    const calls = (id: string) => [
      { method: 'GET' as const, url: `/api/cases/${id}` },
      { method: 'POST' as const, url: `/api/cases/${id}/acts`, payload: { kind: 'noted', text: 'hello' } },
      { method: 'POST' as const, url: `/api/cases/${id}/requests`, payload: { what: 'release-hold', about: 'p-1', reason: 'A guess.' } },
      { method: 'GET' as const, url: '/api/matches/m-1' },
    ]
    const right = []
    for (const call of calls(hidden)) right.push(await answer(busy, role, call, hidden))
    const wrong = []
    for (const call of calls(ABSENT)) wrong.push(await answer(busy, role, call))
    expect(right).toEqual(wrong)
    expect(new Set(right.map((one) => one.statusCode)).has(200)).toBe(false)
  })
})
