import { beforeEach, describe, expect, test } from 'vitest'
import { adjudicate, assign, expireMatches, reopen, second } from '../../../src/engine/screening/adjudicate.ts'
import { namesOfRows } from '../../../src/engine/screening/names-of-rows.ts'
import { fileHits } from '../../../src/engine/screening/file-hits.ts'
import type { Actor } from '../../../src/engine/access.ts'
import type { Deps } from '../../../src/engine/ports.ts'
import type { FiledMatch } from '../../../src/model/adjudication.ts'
import type { ListHit, ScreeningMethod, Subject } from '../../../src/model/screening.ts'
import { freshTenant, openTestStore } from '../../support/databases.ts'

/** What waits for people waits until a person acts, and what a person decided stands until one of the two sides changes. */

const HOUR = 3_600_000
let now = Date.parse('2026-03-01T12:00:00.000Z')
let deps: Pick<Deps, 'store' | 'clock'>
let actor: Actor
beforeEach(async () => {
  now = Date.parse('2026-03-01T12:00:00.000Z')
  deps = { store: await openTestStore(), clock: { now: () => new Date((now += 1000)).toISOString() } }
  actor = { tenant: freshTenant(), id: 'tester' }
})
const later = (days: number): void => void (now += days * 24 * HOUR)

const ADA: Subject = { id: 'row 1', type: 'person', names: ['Ada Example'], births: ['1980'], identifiers: [], wallets: [], addresses: [] }
const hit = (over: Partial<ListHit> = {}): ListHit => ({
  list: 'example-list',
  version: 'v1',
  entry: '7',
  name: 'EXAMPLE, Ada',
  names: [{ full: 'EXAMPLE, Ada', kind: 'primary', quality: 'strong' }],
  type: 'person',
  programmes: ['EX'],
  score: 0.95,
  nameScore: 0.9,
  state: 'possible',
  onePart: false,
  comparisons: [{ about: 'birth', agrees: 'yes', mine: '1980', theirs: '1980', says: 'The year of birth agrees.' }],
  missing: [],
  explanation: 'All parts of the name agree.',
  entryHash: 'e1',
  ...over,
})
const method: ScreeningMethod = {
  algorithm: 'test@1',
  mode: 'standard',
  least: 0.8,
  limit: 10,
  asOf: '2026-03-01',
  lists: [
    { list: 'example-list', version: 'v1', published: undefined, imported: '2026-03-01T00:00:00.000Z', reader: 'example@1', entries: 1 },
  ],
}
const file = (hits: readonly ListHit[], subject = ADA, entries?: ReadonlySet<string>) =>
  fileHits(deps, actor, { screened: [{ about: 'query', subject, hits }], method, ...(entries === undefined ? {} : { entries }) })
const all = (): Promise<readonly FiledMatch[]> => deps.store.tx(actor.tenant, (tx) => tx.matches({}))
const only = async (): Promise<FiledMatch> => {
  const rows = await all()
  expect(rows).toHaveLength(1)
  return rows[0]!
}
const because = 'seen in the payee’s file'
const form = {
  rightList: { answer: 'yes', evidence: because },
  sameType: { answer: 'yes', evidence: because },
  nameParts: { answer: 'all', evidence: because },
  wholeEntry: { answer: 'yes', evidence: because },
  similarities: [
    { what: 'the birth date', evidence: because },
    { what: 'the address', evidence: because },
  ],
  differences: [],
  nationality: 'not compared',
}
const decide = async (outcome: string, by = 'Kim Reviewer') =>
  adjudicate(deps, actor, {
    match: (await only()).id,
    by,
    outcome,
    form: outcome === 'confirmed' ? form : { ...form, differences: [{ what: 'the passport', evidence: because }] },
    reason: 'compared line by line',
  })

describe('filing', () => {
  test('a possible match waits for somebody, by a day, and twice is once', async () => {
    expect((await file([hit()])).opened).toHaveLength(1)
    expect(await only()).toMatchObject({ state: 'possible', owner: undefined, due: expect.stringMatching(/^2026-03-08/) })
    expect(await file([hit()])).toMatchObject({ opened: [], reopened: [], unchanged: 1 })
    expect(await only()).toMatchObject({ state: 'possible', due: expect.stringMatching(/^2026-03-08/) })
  })
  test('what waits never leaves by itself: not when it is no hit any more, and not with time', async () => {
    await file([hit()])
    later(400)
    await expireMatches(deps, actor)
    await file([])
    await file([], ADA, new Set(['7']))
    const match = await only()
    expect(match.state).toBe('possible')
    const acts = await deps.store.tx(actor.tenant, (tx) => tx.matchActs([match.id]))
    expect(acts.map((act) => [act.seq, act.kind])).toEqual([
      [1, 'opened'],
      [2, 'seen-again'],
    ])
  })
  test('a hit on the name alone ends by itself and comes back when something beside it agrees', async () => {
    await file([hit({ state: 'name-only', comparisons: [] })])
    expect(await only()).toMatchObject({ state: 'name-only', due: undefined })
    later(31)
    expect(await expireMatches(deps, actor)).toHaveLength(1)
    expect((await only()).state).toBe('expired')
    expect(await file([hit({ state: 'name-only', comparisons: [] })])).toMatchObject({ unchanged: 1 })
    expect((await file([hit()])).reopened).toHaveLength(1)
    expect((await only()).state).toBe('possible')
  })
  test('a hit on the name alone that is none any more is gone; only if it was asked about', async () => {
    await file([hit({ state: 'name-only', comparisons: [] })])
    await file([], ADA, new Set(['8']))
    expect((await only()).state).toBe('name-only')
    await file([], ADA, new Set(['7']))
    expect((await only()).state).toBe('gone')
  })
})

describe('what was seen', () => {
  test('is kept with the act that put something newer in its place', async () => {
    await file([hit()])
    await file([hit({ entryHash: 'e2', score: 0.5, comparisons: [] })])
    const match = await only()
    expect(match).toMatchObject({ state: 'possible', hit: { score: 0.5 } })
    const acts = await deps.store.tx(actor.tenant, (tx) => tx.matchActs([match.id]))
    expect(acts[1]).toMatchObject({ kind: 'seen-again', before: { score: 0.95, entryHash: 'e1' } })
  })
  test('is the same in whatever order names stand', async () => {
    const two = (names: string[]): Subject => ({ ...ADA, names })
    await file([hit()], two(['Ada Example', 'A. Example']))
    await decide('false-positive')
    expect(await file([hit()], two(['A. Example', 'Ada Example']))).toMatchObject({ reopened: [], unchanged: 1 })
  })
})

describe('rows of a file', () => {
  test('are the same subject in the next run, and two are never one', () => {
    const named = namesOfRows('payees.csv')
    const ada = { ...ADA, id: '1' }
    expect(named(ada, '1')?.id).toBe('payees.csv: 1')
    expect(named(ada, '1')).toBeUndefined()
    expect(named({ ...ada, births: ['1990'] }, '1')?.id).toBe('payees.csv: 1 (2)')
    expect(namesOfRows('payees.csv')(ada, '1')?.id).toBe('payees.csv: 1')
    expect(namesOfRows('vendors.csv')(ada, '1')?.id).toBe('vendors.csv: 1')
    const [here, there] = [namesOfRows('x')(ada, 'row 4')?.id, namesOfRows('x')(ada, 'row 9')?.id]
    expect(here).toBe(there)
    expect(namesOfRows('x')({ ...ada, births: ['1990'] }, 'row 4')?.id).not.toBe(here)
  })
})

describe('a person’s word', () => {
  test('somebody else stays somebody else until either side changes or its time is over', async () => {
    await file([hit()])
    expect((await decide('false-positive')).state).toBe('false-positive')
    expect(await file([hit()])).toMatchObject({ reopened: [], unchanged: 1 })
    expect((await file([hit({ entryHash: 'e2' })])).reopened).toHaveLength(1)
    await decide('false-positive')
    expect((await file([hit({ entryHash: 'e2' })], { ...ADA, births: ['1980-04-13'] })).reopened).toHaveLength(1)
    await decide('false-positive')
    later(366)
    expect((await file([hit({ entryHash: 'e2' })], { ...ADA, births: ['1980-04-13'] })).reopened).toHaveLength(1)
  })
  test('confirmed needs another person', async () => {
    await file([hit()])
    expect((await decide('confirmed')).state).toBe('awaiting-second')
    const { id } = await only()
    await expect(second(deps, actor, { match: id, by: ' kim reviewer ', agrees: true, reason: 'looked again' })).rejects.toThrow(/another/)
    expect((await second(deps, actor, { match: id, by: 'Lee Approver', agrees: true, reason: 'looked again' })).state).toBe('confirmed')
    // What two people found, one cannot take back in passing.
    await expect(decide('no-match')).rejects.toThrow(/Open it again first/)
    const acts = await deps.store.tx(actor.tenant, (tx) => tx.matchActs([id]))
    expect(acts.map((act) => [act.kind, act.by])).toEqual([
      ['opened', 'tester'],
      ['adjudicated', 'Kim Reviewer'],
      ['seconded', 'Lee Approver'],
    ])
    expect(acts[1]?.form).toEqual(form)
  })
  test('a second person who disagrees sends it back; a changed entry does too', async () => {
    await file([hit()])
    await decide('confirmed')
    const { id } = await only()
    expect((await second(deps, actor, { match: id, by: 'Lee Approver', agrees: false, reason: 'another passport' })).state).toBe('possible')
    await decide('confirmed')
    await file([hit({ entryHash: 'e2' })])
    expect((await only()).state).toBe('possible')
  })
  test('what is decided can be opened again, and only what waits can be given to somebody', async () => {
    await file([hit()])
    const { id } = await only()
    expect((await assign(deps, actor, { match: id, owner: 'Kim Reviewer', due: '2026-03-05T00:00:00.000Z' })).owner).toBe('Kim Reviewer')
    await decide('no-match')
    await expect(assign(deps, actor, { match: id, owner: 'Lee' })).rejects.toThrow(/does not wait/)
    expect((await reopen(deps, actor, { match: id, by: 'Lee Approver', reason: 'a new document' })).state).toBe('possible')
  })
  test.each([
    ['an unfinished form', { form: { ...form, wholeEntry: { answer: 'yes', evidence: '' } } }, /wholeEntry\.evidence/],
    ['an answer that says what the nationality is', { form: { ...form, nationality: 'Examplean' } }, /nationality/],
    ['an unknown outcome', { outcome: 'guilty' }, /no outcome/],
    ['nobody', { by: ' ' }, /who decides/],
    ['no reason', { reason: '' }, /reason/],
  ])('%s is refused', async (_, over, says) => {
    await file([hit()])
    const work = { match: (await only()).id, by: 'Kim Reviewer', outcome: 'possible', form, reason: 'compared', ...over }
    await expect(adjudicate(deps, actor, work)).rejects.toThrow(says)
    expect((await only()).state).toBe('possible')
  })
})
