import { beforeEach, expect, test } from 'vitest'
import { act } from '../../../src/engine/cases/act.ts'
import { openCase } from '../../../src/engine/cases/open.ts'
import { sweepSanctions } from '../../../src/engine/screening/sweep.ts'
import type { MatchState } from '../../../src/model/adjudication.ts'
import { openCaseDesk, type CaseDesk } from '../../support/case-desk.ts'
import { aListReview, aMatch, aPersona } from '../../support/rows.ts'

/** Ten years after the last act, and not a day before, what the sanctions room held is gone; what the law or people still need stays. */

const OPENED = '2026-11-02T09:00:00.000Z'
const DAYS = 3653

let desk: CaseDesk
beforeEach(async () => (desk = await openCaseDesk()))

const matches = async () => (await desk.tx((tx) => tx.matches({}))).map((m) => m.id).sort()
const put = (id: string, state: MatchState, persona: string) =>
  desk.tx(async (tx) => {
    await tx.putPersona(aPersona(persona))
    const match = aMatch(id, { state, opened: OPENED, due: undefined, expires: undefined })
    await tx.putMatches([{ ...match, subject: { ...match.subject, id: persona } }])
    await tx.addMatchActs([{ match: id, kind: 'opened', by: 'cy', at: OPENED, reason: 'why' }])
  })

test('goes with its acts, its closed cases and its signed reports, and the log of that room says so without content', async () => {
  const cy = desk.as('cy', 'compliance')
  for (const state of ['false-positive', 'no-match', 'possible', 'awaiting-second', 'confirmed'] as const)
    await put(`m-${state}`, state, `p-${state}`)
  await put('m-held', 'no-match', 'p-held')
  await put('m-in-a-case', 'no-match', 'p-in-a-case')
  await put('m-looked-at', 'no-match', 'p-looked-at')
  await desk.tx((tx) => tx.putHold({ persona: 'p-held', by: 'cy', at: OPENED, reason: 'A court asked for it.' }))
  await desk.tx((tx) => tx.putListReview({ ...aListReview('a-list', 'v1'), signedBy: 'cy', signed: OPENED, reason: 'All were looked at.' }))
  await desk.tx((tx) => tx.putListReview(aListReview('a-list', 'v2')))
  const open = (match: string, persona: string) =>
    openCase(desk.deps, cy, { room: 'sanctions', says: 'The entry was compared whole.', personas: [persona], matches: [match] })
  const closed = (await open('m-no-match', 'p-no-match')).id
  await act(desk.deps, cy, { case: closed, act: { kind: 'closed', reason: 'Somebody else.' } })
  const standing = (await open('m-in-a-case', 'p-in-a-case')).id

  desk.later(24 * (DAYS - 1))
  expect(await sweepSanctions(desk.deps, desk.actor)).toEqual({ matches: 0, cases: 0, reports: 0 })
  await desk.tx((tx) => tx.addMatchActs([{ match: 'm-looked-at', kind: 'seen-again', by: 'cy', at: desk.now, reason: 'why' }]))
  const hiring = await desk.tx((tx) => tx.auditHead('identity'))
  desk.later(24 * 2)
  expect(await sweepSanctions(desk.deps, desk.actor)).toEqual({ matches: 2, cases: 1, reports: 1 })
  expect(await matches()).toEqual(['m-awaiting-second', 'm-confirmed', 'm-held', 'm-in-a-case', 'm-looked-at', 'm-possible'])
  expect(await desk.tx((tx) => tx.matchActs(['m-no-match', 'm-false-positive']))).toEqual([])
  expect((await desk.tx((tx) => tx.casesNamed([closed, standing]))).map((c) => c.id)).toEqual([standing])
  expect((await desk.tx((tx) => tx.listReviews())).map((r) => r.version)).toEqual(['v2'])
  const row = (await desk.tx((tx) => tx.auditRows(0, 100, 'sanctions'))).at(-1)
  expect(row).toMatchObject({ action: 'sanctions-swept', detail: { matches: 2, cases: 1, reports: 1, retention: 'sanctions-10y' } })
  expect(JSON.stringify(row)).not.toContain('m-no-match')
  // Outside that room nothing tells of it.
  expect(await desk.tx((tx) => tx.auditHead('identity'))).toEqual(hiring)
  expect(await sweepSanctions(desk.deps, desk.actor)).toEqual({ matches: 0, cases: 0, reports: 0 })
})

test('a hit on a name alone ends by itself, and is gone ten years later', async () => {
  await desk.tx((tx) =>
    tx.putMatches([aMatch('m-name', { state: 'name-only', opened: OPENED, due: undefined, expires: '2026-12-02T09:00:00.000Z' })]),
  )
  desk.later(24 * 31)
  await sweepSanctions(desk.deps, desk.actor)
  expect((await desk.tx((tx) => tx.matches({}))).map((m) => m.state)).toEqual(['expired'])
  desk.later(24 * (DAYS + 1))
  expect((await sweepSanctions(desk.deps, desk.actor)).matches).toBe(1)
  expect(await matches()).toEqual([])
})
