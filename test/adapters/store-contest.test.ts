import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Draft } from '../../src/engine/cases/change.ts'
import type { Store } from '../../src/engine/ports.ts'
import { storeOf } from '../../src/adapters/store-postgres/store.ts'
import type { DecisionRecord } from '../../src/model/case.ts'
import type { DispositionKind } from '../../src/model/disposition.ts'
import { DATABASES, freshTenant, type TestDatabase } from '../support/databases.ts'
import { aContest, anAsk, aPersona, aWay, NOON, putContestRows } from '../support/rows.ts'

const PERIOD = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' }
const decided = { outcome: 'upheld', by: 'una', at: NOON, reason: 'why', findings: [], apart: [], indicators: [], undone: [] } as const

/** Rows of asks, contests and oversight, on both drivers. */
describe.each(DATABASES)('the rows of contests on $name', ({ skip, open }) => {
  if (skip !== undefined) {
    test.skip(`not here: ${skip}`)
    return
  }

  let database: TestDatabase
  let store: Store
  beforeAll(async () => {
    database = await open()
    store = storeOf(database.connection)
  })
  afterAll(() => database?.close())

  test('are kept, changed in place, and found by persona and by what waits', async () => {
    await store.tx(freshTenant(), async (tx) => {
      await tx.putAsk(anAsk('ask-1'))
      await tx.putAsk(anAsk('ask-2', 'p-2'))
      await tx.putAsk({ ...anAsk('ask-1'), answered: { at: NOON, text: 'An agency.', files: 0 } })
      expect((await tx.asksOf('p-1')).map((a) => [a.id, a.answered?.text])).toEqual([['ask-1', 'An agency.']])
      expect(await tx.ask('ask-2')).toEqual(anAsk('ask-2', 'p-2'))
      expect(await tx.ask('ask-3')).toBeUndefined()

      for (const id of ['review-1', 'review-2', 'review-3']) await tx.putContest(aContest(id))
      await tx.putContest(aContest('review-2', 'p-1', { decided }))
      const first = await tx.contestsWaiting({ limit: 1 })
      expect(first.map((c) => c.id)).toEqual(['review-1'])
      expect((await tx.contestsWaiting({ after: first[0], limit: 5 })).map((c) => c.id)).toEqual(['review-3'])
      expect((await tx.contestsOf('p-1')).map((c) => c.decided?.outcome)).toEqual([undefined, 'upheld', undefined])

      await tx.putAnotherWay(aWay('way-1'))
      await tx.putAnotherWay(aWay('way-2', 'p-2'))
      await tx.putAnotherWay(aWay('way-1', 'p-1', { answered: { by: 'rita', at: NOON, says: 'We will call.' } }))
      expect((await tx.anotherWaysWaiting({ limit: 5 })).map((w) => w.id)).toEqual(['way-2'])
      expect((await tx.anotherWaysOf('p-1'))[0]?.answered?.says).toBe('We will call.')
    })
  })

  test('what is set aside is known by its key, once, in its tenant alone', async () => {
    const [tenant, other] = [freshTenant(), freshTenant()]
    expect(await store.tx(tenant, (tx) => tx.anySetAside())).toBe(false)
    for (const _ of [1, 2]) await store.tx(tenant, (tx) => tx.addSetAside(['k-1', 'k-2'], '2026-03-01'))
    expect(await store.tx(tenant, (tx) => tx.setAside(['k-1', 'k-9']))).toEqual(new Set(['k-1']))
    expect(await store.tx(other, (tx) => tx.anySetAside())).toBe(false)
  })

  test('go with a person who is forgotten; what was set aside stays', async () => {
    await store.tx(freshTenant(), async (tx) => {
      await tx.putPersona(aPersona('p-1'))
      await putContestRows(tx)
      await tx.addOneTime({ id: 'l', hash: 'h', kind: 'ask', account: 'p-1', payload: {}, expires: '2999-01-01T00:00:00.000Z' })
      await tx.forget('p-1')
      expect(await tx.asksOf('p-1')).toEqual([])
      expect(await tx.contestsOf('p-1')).toEqual([])
      expect(await tx.anotherWaysOf('p-1')).toEqual([])
      expect(await tx.plantedOf(['p-1'])).toEqual(new Set())
      expect(await tx.oneTime('l', 'h')).toBeUndefined()
      expect(await tx.setAside(['k'])).toEqual(new Set(['k']))
    })
  })

  test('figures are counted over decisions as they were made', async () => {
    const record = (persona: string, kind: DispositionKind): DecisionRecord => ({
      persona,
      kind,
      reasons: [],
      text: 'why',
      roles: ['investigator'],
      seen: [{ evidence: 'f', seconds: 40 }],
      options: ['cleared', 'confirmed'],
      recommendation: 'escalate',
      suggestionShown: true,
      differs: kind === 'cleared',
      known: [],
      versions: {},
      catalog: 'c',
      confirmation: undefined,
    })
    await store.tx(freshTenant(), async (tx) => {
      for (const id of ['p-1', 'p-2', 'p-3']) await tx.putPersona(aPersona(id, id === 'p-3' ? {} : { requisition: 'r-1' }))
      const whole = Draft.opened(
        'case-00000000000a',
        { kind: 'opened', room: 'identity', because: 'person', says: 'why', personas: ['p-1', 'p-2'], findings: [], matches: [] },
        { by: 'ada', now: NOON },
      )
      const cleared = whole.add({ kind: 'decided', record: record('p-1', 'cleared'), disposition: 1 })
      const asked = whole.add({
        kind: 'requested',
        what: 'confirm',
        about: 'p-2',
        expires: '2026-03-02T12:00:00.000Z',
        reason: 'why',
        record: record('p-2', 'confirmed'),
      })
      await tx.putCases([whole.case], whole.acts)
      const second = new Draft(whole.case, 'bo', NOON)
      second.add({ kind: 'approved', request: asked, reason: 'I agree.' })
      const confirmed = second.add({ kind: 'decided', record: record('p-2', 'confirmed'), disposition: 2, request: asked })
      second.add({ kind: 'undone', decided: cleared, reason: 'why' })
      await tx.putCases([second.case], second.acts)
      await tx.addDisposition({ persona: 'p-1', kind: 'cleared', reason: 'why', known: [], by: 'ada', at: NOON })
      await tx.replaceAssessments([{ persona: 'p-1', recommendation: 'review', outcomes: {}, reasons: [] }])
      await tx.putContest(aContest('review-1', 'p-2', { decided }))

      expect((await tx.decisionsMade(PERIOD)).map((d) => [d.decided, d.by, d.second, d.undone, d.record.kind])).toEqual([
        [cleared, 'ada', undefined, true, 'cleared'],
        [confirmed, 'ada', 'bo', false, 'confirmed'],
      ])
      expect(await tx.decisionsMade({ from: PERIOD.to, to: '2028-01-01T00:00:00.000Z' })).toEqual([])
      const look = { case: 'case-00000000000a', decided: cleared, persona: 'p-1', kind: 'cleared', by: 'una', at: NOON } as const
      expect([await tx.addSecondLook(look), await tx.addSecondLook(look)]).toEqual([true, false])
      expect(await tx.secondLooks(PERIOD)).toEqual([look])
      expect(await tx.countsByOpening(PERIOD)).toEqual([
        { requisition: 'r-1', applications: 2, flagged: 1, flaggedCleared: 1, cleared: 1, confirmed: 0, contested: 1, upheld: 1 },
        { requisition: undefined, applications: 1, flagged: 0, flaggedCleared: 0, cleared: 0, confirmed: 0, contested: 0, upheld: 0 },
      ])
      expect(await tx.contestsFiled(PERIOD)).toHaveLength(1)
    })
  })
})
