import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asTenant, storeOf } from '../../src/adapters/store-postgres/store.ts'
import type { Store } from '../../src/engine/ports.ts'
import { Draft } from '../../src/engine/cases/change.ts'
import type { Case } from '../../src/model/case.ts'
import { DATABASES, freshTenant, type TestDatabase } from '../support/databases.ts'
import { aMatch, aPersona, NOON } from '../support/rows.ts'

/** Rows of cases, of the switch, of what is kept and covered, on both drivers. */
describe.each(DATABASES)('the rows of cases on $name', ({ skip, open }) => {
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

  const opened = (id: string, more: { room?: 'identity' | 'sanctions'; persona?: string; members?: readonly string[]; at?: string } = {}) =>
    Draft.opened(
      id,
      {
        kind: 'opened',
        room: more.room ?? 'identity',
        because: 'person',
        says: 'why',
        personas: [more.persona ?? 'p-1'],
        findings: [],
        matches: [],
        ...(more.members === undefined ? {} : { members: more.members }),
      },
      { by: 'ada', now: more.at ?? NOON },
    )
  const put = (tenant: string, ...drafts: readonly Draft[]): Promise<void> =>
    store.tx(tenant, (tx) =>
      tx.putCases(
        drafts.map((d) => d.case),
        drafts.flatMap((d) => d.acts),
      ),
    )
  const [A, B, C, D] = ['case-00000000000a', 'case-00000000000b', 'case-00000000000c', 'case-00000000000d'] as const
  const ids = (cases: readonly Pick<Case, 'id'>[]) => cases.map((c) => c.id)

  test('rows of the log are found by who, what, on what and when, newest first, with numbers that skip nothing', async () => {
    const tenant = freshTenant()
    const day = (n: number): string => `2026-03-0${n}T12:00:00.000Z`
    await store.tx(tenant, async (tx) => {
      await tx.appendAudit({ actor: 'ada', action: 'read', subject: 'p-1', detail: {} }, day(1))
      await tx.appendAudit({ actor: 'cy', action: 'read', subject: 'm-1', detail: { room: 'sanctions' } }, day(2))
      await tx.appendAudit({ actor: 'bo', action: 'read', subject: 'p-1', detail: {} }, day(3))
      await tx.appendAudit({ actor: 'ada', action: 'decided', subject: 'p-1', detail: { kind: 'cleared' } }, day(4))
    })
    const found = (asked: object) =>
      store.tx(tenant, async (tx) =>
        (await tx.auditFound({ room: 'identity', limit: 10, ...asked })).map(({ seq, actor, action }) => `${seq} ${actor} ${action}`),
      )
    expect(await found({})).toEqual(['3 ada decided', '2 bo read', '1 ada read'])
    expect(await found({ room: 'sanctions' })).toEqual(['1 cy read'])
    expect(await found({ actor: 'ada' })).toEqual(['3 ada decided', '1 ada read'])
    expect(await found({ action: 'read', subject: 'p-1' })).toEqual(['2 bo read', '1 ada read'])
    expect(await found({ from: day(3), to: day(4) })).toEqual(['2 bo read'])
    expect(await found({ before: 3, limit: 1 })).toEqual(['2 bo read'])
    expect(await found({ subject: 'm-1' })).toEqual([])
  })

  test('ids are opaque, of one form, and never twice the same', async () => {
    const made = await store.tx(freshTenant(), (tx) => tx.newCaseIds(200))
    expect(new Set(made).size).toBe(200)
    expect(made.every((id) => /^case-[0-9a-f]{12}$/.test(id))).toBe(true)
  })

  test('a case and its acts come back as they went in, and change in place', async () => {
    const tenant = freshTenant()
    const draft = opened(A)
    await put(tenant, draft)
    const again = new Draft(draft.case, 'bo', '2026-03-02T12:00:00.000Z')
    again.add({ kind: 'noted', text: 'seen' })
    await put(tenant, again)
    await store.tx(tenant, async (tx) => {
      expect(await tx.lockCase(A)).toEqual(again.case)
      expect(await tx.lockCase(B)).toBeUndefined()
      expect((await tx.caseEvents(A)).map(({ seq, kind, by }) => [seq, kind, by])).toEqual([
        [1, 'opened', 'ada'],
        [2, 'due-set', 'ada'],
        [3, 'noted', 'bo'],
        [4, 'due-met', 'bo'],
      ])
      expect((await tx.caseEvents(A))[2]).toEqual({ seq: 3, kind: 'noted', text: 'seen', by: 'bo', at: '2026-03-02T12:00:00.000Z' })
    })
    await expect(put(tenant, again)).rejects.toThrow(/acts of cases/)
    await expect(asTenant(database.connection, tenant, (db) => db.execute(sql`update case_event set by = 'eve'`))).rejects.toThrow()
  })

  test('rooms, members, personas and pages choose among them', async () => {
    const tenant = freshTenant()
    await put(
      tenant,
      opened(A),
      opened(B, { room: 'sanctions', persona: 'p-2' }),
      opened(C, { members: ['ada'], persona: 'p-2' }),
      opened(D, { at: '2026-03-03T12:00:00.000Z' }),
    )
    await store.tx(tenant, async (tx) => {
      const of = (more: Partial<Parameters<typeof tx.cases>[0]>) =>
        tx.cases({ rooms: ['identity'], who: 'bo', limit: 10, ...more }).then(ids)
      expect(await of({})).toEqual([D, A])
      expect(await of({ who: 'ada' })).toEqual([D, C, A])
      expect(await of({ rooms: ['sanctions'] })).toEqual([B])
      expect(await of({ persona: 'p-2', rooms: ['identity', 'sanctions'], who: 'ada' })).toEqual([C, B])
      expect(await of({ after: { opened: '2026-03-03T12:00:00.000Z', id: D } })).toEqual([A])
      expect(await of({ changedAfter: NOON })).toEqual([D])
      expect(ids(await tx.casesOfPersonas(['p-1', 'p-2']))).toEqual([A, C, D])
      await tx.removeCases([A])
      expect(await tx.caseEvents(A)).toEqual([])
      expect(await of({})).toEqual([D])
    })
    expect(await store.tx(freshTenant(), (tx) => tx.cases({ rooms: ['identity', 'sanctions'], who: 'ada', limit: 10 }))).toEqual([])
  })

  test('the inbox is in order, goes on from any row, and leaves out what is not for somebody', async () => {
    const tenant = freshTenant()
    const asked = opened(B, { at: '2026-03-01T13:00:00.000Z' })
    asked.add({ kind: 'requested', what: 'release-hold', about: 'p-1', expires: '2026-03-02T13:00:00.000Z', reason: 'why' })
    const mine = opened(C, { at: '2026-03-01T14:00:00.000Z' })
    mine.add({ kind: 'assigned', to: 'bo' })
    await put(tenant, opened(A), asked, mine, opened(D, { members: ['eve'] }))
    await store.tx(tenant, async (tx) => {
      const of = async (who: string, now: string, more: object = {}) =>
        (await tx.inboxCases({ work: ['identity'], approve: ['identity'], who, now, limit: 10, ...more })).map((row) => [
          row.rank,
          row.case.id,
        ])
      const soon = '2026-03-01T15:00:00.000Z'
      expect(await of('bo', soon)).toEqual([
        [2, B],
        [9, A],
        [9, C],
      ])
      // Who asked does not approve, and what another took is the other's.
      expect(await of('ada', soon)).toEqual([[9, A]])
      expect(await of('bo', soon, { after: { rank: 9, since: NOON, id: A } })).toEqual([[9, C]])
      expect(await of('bo', soon, { approve: [] })).toEqual([
        [9, A],
        [9, C],
      ])
      // Two business days later the first look is overdue, and so is the approval that nobody gave.
      expect(await of('bo', '2026-03-09T12:00:00.000Z', { approve: [] })).toEqual([
        [1, B],
        [1, A],
        [1, C],
      ])
    })
  })

  test('who is to be asked: not the decided, not the withdrawn, not who is in an open case that everybody sees', async () => {
    const tenant = freshTenant()
    await store.tx(tenant, async (tx) => {
      for (const id of ['p-1', 'p-2', 'p-3', 'p-4', 'p-5']) await tx.putPersona(aPersona(id, id === 'p-3' ? { status: 'withdrawn' } : {}))
      await tx.replaceAssessments(
        ['p-1', 'p-2', 'p-3', 'p-4', 'p-5'].map((persona) => ({
          persona,
          recommendation: persona === 'p-5' ? ('clear' as const) : ('ask' as const),
          outcomes: {},
          reasons: [],
        })),
      )
      await tx.addDisposition({ persona: 'p-4', kind: 'cleared', reason: 'why', known: [], by: 'me', at: NOON })
    })
    await put(tenant, opened(A, { persona: 'p-1' }), opened(B, { persona: 'p-2', members: ['ada'] }))
    await store.tx(tenant, async (tx) => {
      expect(await tx.personasToAsk({ limit: 10 })).toEqual([{ persona: 'p-2', since: NOON }])
      expect(await tx.personasToAsk({ limit: 10, after: 'p-2' })).toEqual([])
      await tx.putMatches([aMatch('m1'), aMatch('m2', { state: 'confirmed' })])
      expect(await tx.matchesWaiting({ limit: 10 })).toEqual([{ match: 'm1', since: NOON, due: undefined, owner: undefined }])
    })
  })

  test('the switch, who waits, holds, tombstones and covers', async () => {
    const tenant = freshTenant()
    await store.tx(tenant, async (tx) => {
      expect(await tx.scoring()).toEqual({ stopped: false })
      await tx.putScoring({ stopped: true, by: 'ada', at: NOON, reason: 'why' })
      expect(await tx.lockScoring()).toEqual({ stopped: true, by: 'ada', at: NOON, reason: 'why' })
      await tx.addUnscored(['p-2', 'p-1'])
      await tx.addUnscored(['p-2'])
      expect(await tx.unscored(1)).toEqual(['p-1'])
      expect(await tx.countUnscored()).toBe(2)
      await tx.removeUnscored(['p-1'])
      expect(await tx.countUnscored()).toBe(1)

      for (const id of ['p-1', 'p-2', 'p-3', 'p-4']) await tx.putPersona(aPersona(id, { keepUntil: NOON }))
      const hold = { persona: 'p-1', by: 'ada', at: NOON, reason: 'why' }
      await tx.putHold(hold)
      expect(await tx.holdsOf(['p-1', 'p-2'])).toEqual([hold])
      const salt = await tx.tombstoneSalt()
      expect(salt).toHaveLength(72)
      expect(await tx.tombstoneSalt()).toBe(salt)
      await tx.putTombstone({ key: 'k', cleared: '2026-03-01' })
      await tx.putTombstone({ key: 'k', cleared: '2026-03-02' })
      expect(await tx.tombstones(['k', 'l'])).toEqual(new Map([['k', '2026-03-02']]))
      const mask = {
        id: 'm',
        artifact: 'a',
        page: 1,
        box: [1, 2, 3, 4.5] as const,
        what: 'photo' as const,
        by: 'ada',
        at: NOON,
        lifted: false,
      }
      await tx.putMask(mask)
      await tx.putMask({ ...mask, lifted: true })
      expect(await tx.masksOf('a')).toEqual([mask, { ...mask, lifted: true }])
      expect(await tx.masksOf('b')).toEqual([])
    })
    // A hold and an open case of the identity room keep somebody; one of the sanctions room does not show by who is still there.
    await put(tenant, opened(A, { persona: 'p-2' }), opened(B, { persona: 'p-3', room: 'sanctions' }))
    expect(await store.tx(tenant, (tx) => tx.personasDue('2026-03-02T12:00:00.000Z'))).toEqual(['p-3', 'p-4'])
    await store.tx(tenant, (tx) => tx.endHold('p-1'))
    expect(await store.tx(tenant, (tx) => tx.personasDue('2026-03-02T12:00:00.000Z'))).toEqual(['p-1', 'p-3', 'p-4'])
  })
})
