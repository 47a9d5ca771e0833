import { beforeAll, describe, expect, it } from 'vitest'
import phones from '../../src/catalog/views/phones/view.ts'
import { digest32 } from '../../src/compute/digest.ts'
import type { JobDeps } from '../../src/engine/jobs/runs.ts'
import { lookBackDetectors } from '../../src/engine/lookback/detectors.ts'
import { rebuild } from '../../src/engine/rebuild.ts'
import { reassess } from '../../src/engine/screen.ts'
import { runBacktest, startBacktest } from '../../src/engine/thresholds/backtest.ts'
import { approveNumbers, endNumbers, proposeNumbers, refuseNumbers, startShadow } from '../../src/engine/thresholds/change.ts'
import { numbersOf, triedDossiers } from '../../src/engine/thresholds/trial.ts'
import type { Catalog } from '../../src/kit/catalog.ts'
import { defineDetector } from '../../src/kit/detector.ts'
import { isNonEmpty } from '../../src/model/statement.ts'
import { notFresh } from '../support/callers.ts'
import { NO_CATALOG, openCaseDesk, WATCH, type CaseDesk } from '../support/case-desk.ts'
import { aPersona, aPhone } from '../support/rows.ts'

const ID = 'application/many-phones'
const manyPhones = (version: number) =>
  defineDetector({
    id: ID,
    version,
    status: 'stable',
    title: 'Many phone numbers',
    asks: 'Does the candidate give many phone numbers?',
    phase: 'application',
    family: 'contact',
    direction: 'raises',
    strength: 'strong',
    room: 'identity',
    technique: ['T1585'],
    indicators: [],
    threshold: { origin: 'PROP', says: 'Three numbers.' },
    settings: { phones: { unit: 'phone numbers', shipped: 3, least: 1, most: 9, says: 'More are needed before it fires.' } },
    clears: ['The candidate says which is theirs.'],
    cites: [{ source: 'none', says: 'Nothing.' }],
    falsePositives: [{ story: 'A number for each country.', case: 'quiet' }],
    blindSpots: ['Other numbers.'],
    lawfulUse: { purpose: 'a test', note: 'A test.' },
    next: ['Ask.'],
    needs: { phones },
    detect: ({ phones }, numbers) =>
      phones.length >= numbers.phones && isNonEmpty(phones) ? [{ says: `${phones.length} phone numbers are given.`, because: phones }] : [],
  })
const catalogOf = (version: number): Catalog => ({ ...NO_CATALOG, detectors: [manyPhones(version)] })
const catalog = catalogOf(1)

/** Sixteen candidates with 1, 2, 3, 0, 1, 2, 3, 0 … phone numbers. */
const PEOPLE = Array.from({ length: 16 }, (_, i) => ({ id: `p-${String(i + 1).padStart(2, '0')}`, phones: (i + 1) % 4 }))
const ids = PEOPLE.map((one) => one.id)
const withPhones = (n: number): string[] => PEOPLE.flatMap((one) => (one.phones === n ? [one.id] : []))
const TWO = { phones: 2 }
const asked = { detector: ID, numbers: TWO }
const because = { reason: 'Two numbers are worth a look here.' }

let desk: CaseDesk
let deps: JobDeps
/** What was sent to the queue, as `kind run`. */
let sent: string[]

async function open(): Promise<void> {
  desk = await openCaseDesk()
  sent = []
  const jobs = { send: async (_: unknown, name: string, { run }: { run: string }) => (sent.push(`${name} ${run}`), run) }
  deps = { ...desk.deps, jobs: jobs as unknown as JobDeps['jobs'] }
  await desk.tx(async (tx) => {
    for (const { id, phones } of PEOPLE) {
      await tx.putPersona(aPersona(id))
      await tx.addStatements(Array.from({ length: phones }, (_, n) => aPhone(`s-${id}-${n}`, id, `+1202555${id.slice(2)}${10 + n}`)))
    }
  })
  await reassess(deps, catalog, desk.actor, { personas: ids, watch: WATCH })
  await desk.tx((tx) => tx.replaceDetectorRuns(new Map([[ID, { version: 1, numbers: '' }]])))
}

const ina = () => desk.as('ina', 'investigator')
const app = () => desk.as('app', 'approver')
const hash = () => desk.tx((tx) => tx.derivedHash())
const fired = async (): Promise<string[]> => (await desk.tx((tx) => tx.findings(ids))).map((f) => f.persona)
const flagged = async (): Promise<string[]> =>
  (await desk.tx((tx) => tx.assessments(ids))).flatMap((a) => (a.recommendation === 'review' ? [a.persona] : []))

async function backtest(): Promise<string> {
  const run = await startBacktest(deps, catalog, ina(), asked)
  await runBacktest(deps, catalog, ina(), { run, signal: WATCH.signal })
  return run
}
async function toActive(): Promise<string> {
  const id = await approved()
  await lookBackDetectors(deps, catalog, desk.actor, WATCH)
  return id
}

/** Active, and nobody has looked back yet. */
async function approved(): Promise<string> {
  await backtest()
  const { id } = await startShadow(deps, catalog, ina(), { ...asked, ...because })
  await reassess(deps, catalog, desk.actor, { personas: ids, watch: WATCH })
  await proposeNumbers(deps, catalog, ina(), { set: id, ...because })
  await approveNumbers(deps, catalog, app(), { set: id, ...because })
  return id
}

describe('numbers of one’s own', () => {
  beforeAll(open)

  it('leave ids as they were while the numbers are the shipped ones', async () => {
    expect(await fired()).toEqual(withPhones(3))
    const [finding] = await desk.tx((tx) => tx.findings(['p-03']))
    expect(finding?.id).toBe(digest32(`p-03 ${ID} 1 s-p-03-0 s-p-03-1 s-p-03-2`))
    expect(finding).not.toHaveProperty('numbers')
  })

  it.each([
    [{ phones: 10 }, /whole number of phone numbers from 1 to 9/],
    [{ phones: 2.5 }, /whole number/],
    [{}, /Say "phones" too/],
    [{ phones: 2, faxes: 1 }, /has no number "faxes"/],
    [{ phones: 3 }, /as shipped/],
  ])('refuse %j and say why', async (numbers, why) => {
    await expect(startBacktest(deps, catalog, ina(), { detector: ID, numbers })).rejects.toThrow(why)
  })

  it('are not in shadow before they were tried, and nobody tries them who may not', async () => {
    await expect(startShadow(deps, catalog, ina(), { ...asked, ...because })).rejects.toThrow(/own history first/)
    await expect(startBacktest(deps, catalog, app(), asked)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('are counted on the own history as by hand, and nothing that is weighed changes', async () => {
    const [one = '', two = '', three = ''] = withPhones(2)
    const decision = { reason: 'why', known: [], by: 'me', at: desk.now }
    await desk.tx(async (tx) => {
      await tx.addDisposition({ ...decision, persona: one, kind: 'confirmed' })
      await tx.addDisposition({ ...decision, persona: two, kind: 'confirmed' })
      await tx.addDisposition({ ...decision, persona: two, kind: 'cleared' })
      await tx.addDisposition({ ...decision, persona: three, kind: 'inconclusive' })
    })
    const before = await hash()
    const run = await backtest()
    expect(sent).toContain(`backtest ${run}`)
    expect(await hash()).toBe(before)
    const { backtests, now } = await numbersOf(deps, catalog, ina(), ID)
    expect(now).toEqual({ phones: 3 })
    // 4 of 16 give no phone number. Wilson for 1 of 3 at 95 %: 0.061 to 0.792.
    expect(backtests[0]?.result).toMatchObject({
      asked: 16,
      looked: 12,
      firesNow: { part: 4, n: 12 },
      firesOther: { part: 8, n: 12 },
      failed: 0,
      newly: { personas: 4, undecided: 1, confirmed: { part: 1, n: 3 }, cleared: { part: 1, n: 3 } },
      quiet: { personas: 0, undecided: 0 },
    })
    expect(backtests[0]?.result?.newly.confirmed.low).toBeCloseTo(0.061, 3)
    expect(backtests[0]?.result?.newly.confirmed.high).toBeCloseTo(0.792, 3)
    const changed = await desk.tx((tx) => tx.triedChanged(run, { limit: 100 }))
    expect(changed.map((one) => [one.persona, one.change, one.decided])).toEqual([
      [one, 'newly', 'confirmed'],
      [two, 'newly', 'cleared'],
      [three, 'newly', 'inconclusive'],
      [withPhones(2)[3], 'newly', undefined],
    ])
    const { now: stands, other } = await desk.tx((tx) => triedDossiers(tx, catalog, { trial: run, persona: one }))
    expect(stands.findings).toEqual([])
    expect(other.findings[0]?.evidence.map((e) => e.statement.id)).toEqual([`s-${one}-0`, `s-${one}-1`])
  })

  it('a run that is stopped has no result, and its numbers may not be used', async () => {
    const run = await startBacktest(deps, catalog, ina(), { detector: ID, numbers: { phones: 1 } })
    await desk.tx((tx) => tx.stopRun(run))
    await runBacktest(deps, catalog, ina(), { run, signal: WATCH.signal })
    expect((await desk.tx((tx) => tx.run(run)))?.state).toBe('stopped')
    expect((await desk.tx((tx) => tx.backtest(run)))?.done).toBeUndefined()
    await expect(startShadow(deps, catalog, ina(), { ...asked, numbers: { phones: 1 }, ...because })).rejects.toThrow(/own history/)
  })
})

describe('from shadow to active and back', () => {
  beforeAll(open)
  let set: string
  let shipped: string

  it('in shadow a second answer is kept apart and weighed by nobody', async () => {
    await backtest()
    shipped = await hash()
    set = (await startShadow(deps, catalog, ina(), { ...asked, ...because })).id
    await expect(proposeNumbers(deps, catalog, ina(), { set, ...because })).rejects.toThrow(/for 0 of at least 10/)
    await reassess(deps, catalog, desk.actor, { personas: ids, watch: WATCH })
    expect(await hash()).toBe(shipped)
    expect(await flagged()).toEqual(withPhones(3))
    const shadow = (await numbersOf(deps, catalog, ina(), ID)).sets[0]
    expect(shadow).toMatchObject({ state: 'shadow', result: { looked: 12, firesNow: { part: 4 }, firesOther: { part: 8 } } })
  })

  it('two people make it active: another than whoever asked, freshly signed in, within a day', async () => {
    await proposeNumbers(deps, catalog, ina(), { set, ...because })
    const both = desk.as('ina', 'investigator', 'approver')
    await expect(approveNumbers(deps, catalog, both, { set, ...because })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(approveNumbers(deps, catalog, notFresh(app()), { set, ...because })).rejects.toMatchObject({ code: 'needs-fresh-sign-in' })
    await expect(approveNumbers(deps, catalog, ina(), { set, ...because })).rejects.toMatchObject({ code: 'forbidden' })
    await refuseNumbers(deps, catalog, app(), { set, ...because })
    await expect(approveNumbers(deps, catalog, app(), { set, ...because })).rejects.toThrow(/Propose the numbers again/)
    await proposeNumbers(deps, catalog, ina(), { set, ...because })
    desk.later(25)
    await expect(approveNumbers(deps, catalog, app(), { set, ...because })).rejects.toThrow(/too long ago/)
    await proposeNumbers(deps, catalog, ina(), { set, ...because })
    const { run } = await approveNumbers(deps, catalog, app(), { set, ...because })
    expect(sent).toContain(`lookback ${run}`)
  })

  it('whom it touches is assessed anew, and each finding says by which numbers it was made', async () => {
    const { detectors, changes } = await lookBackDetectors(deps, catalog, desk.actor, WATCH)
    expect(detectors).toEqual([{ id: ID, from: 1, to: 1, moved: true }])
    expect(changes.filter((c) => c.before !== c.after).map((c) => c.persona)).toEqual(withPhones(2))
    expect((await flagged()).toSorted()).toEqual([...withPhones(2), ...withPhones(3)].sort())
    const [finding] = await desk.tx((tx) => tx.findings(['p-03']))
    expect(finding?.numbers).toEqual(TWO)
    expect(finding?.id).toBe(digest32(`p-03 ${ID} 1 phones=2 s-p-03-0 s-p-03-1 s-p-03-2`))
    expect(await lookBackDetectors(deps, catalog, desk.actor, WATCH)).toMatchObject({ detectors: [], asked: 0 })
  })

  it('everything thrown away and made again comes to the same', async () => {
    const incremental = await hash()
    expect(incremental).not.toBe(shipped)
    expect((await rebuild(deps, catalog, desk.actor, WATCH)).hash).toBe(incremental)
    expect((await rebuild(deps, catalog, desk.actor, WATCH)).hash).toBe(incremental)
  })

  it('taken back, the answers are those of before', async () => {
    await expect(endNumbers(deps, catalog, app(), { set, ...because })).rejects.toMatchObject({ code: 'forbidden' })
    const { run } = await endNumbers(deps, catalog, ina(), { set, ...because })
    expect(sent).toContain(`lookback ${run}`)
    await lookBackDetectors(deps, catalog, desk.actor, WATCH)
    expect(await hash()).toBe(shipped)
    const acts = (await desk.tx((tx) => tx.auditRows(0, 1_000))).filter((row) => row.action.startsWith('numbers-'))
    expect(acts.map((row) => row.action)).toEqual([
      'numbers-tried',
      'numbers-in-shadow',
      'numbers-proposed',
      'numbers-refused',
      'numbers-proposed',
      'numbers-proposed',
      'numbers-active',
      'numbers-taken-back',
    ])
  })
})

describe('what holds beside', () => {
  beforeAll(open)

  it('another version of the check asks by its shipped numbers until they are tried again', async () => {
    const set = await toActive()
    const next = catalogOf(2)
    await lookBackDetectors(deps, next, desk.actor, WATCH)
    expect(await fired()).toEqual(withPhones(3))
    expect((await numbersOf(deps, next, ina(), ID)).now).toEqual({ phones: 3 })
    await expect(startShadow(deps, next, ina(), { ...asked, ...because })).rejects.toThrow(/own history first/)
    await endNumbers(deps, next, ina(), { set, ...because })
  })

  it('whoever proposed and may not any more has nothing made active', async () => {
    await backtest()
    const { id } = await startShadow(deps, catalog, ina(), { ...asked, ...because })
    await reassess(deps, catalog, desk.actor, { personas: ids, watch: WATCH })
    const none = { password: undefined, totp: undefined, totpStep: undefined, oidc: undefined, created: desk.now }
    const account = { id: 'ina', email: 'ina@example.com', name: 'Ina', roles: ['investigator'] as const, state: 'active' as const }
    await desk.tx((tx) => tx.addAccount({ ...account, ...none }))
    await proposeNumbers(deps, catalog, ina(), { set: id, ...because })
    await desk.tx((tx) => tx.changeAccount('ina', { roles: ['recruiter'] }))
    await expect(approveNumbers(deps, catalog, app(), { set: id, ...because })).rejects.toThrow(/may not any more/)
    await desk.tx((tx) => tx.changeAccount('ina', { roles: ['investigator'] }))
    await approveNumbers(deps, catalog, app(), { set: id, ...because })
    await endNumbers(deps, catalog, ina(), { set: id, ...because })
    await lookBackDetectors(deps, catalog, desk.actor, WATCH)
  })

  it('taken back before anybody looked back, or while somebody does, nothing of them stays', async () => {
    await lookBackDetectors(deps, catalog, desk.actor, WATCH)
    const shipped = await hash()
    const set = await approved()
    // Whoever comes in meanwhile is assessed by them.
    await reassess(deps, catalog, desk.actor, { personas: ids.slice(0, 4), watch: WATCH })
    expect(await hash()).not.toBe(shipped)
    await endNumbers(deps, catalog, ina(), { set, ...because })
    await lookBackDetectors(deps, catalog, desk.actor, WATCH)
    expect(await hash()).toBe(shipped)

    const again = await approved()
    let back: Promise<unknown> | undefined
    const slow = {
      ...WATCH,
      progress: () => {
        back ??= endNumbers(deps, catalog, ina(), { set: again, ...because })
      },
    }
    await lookBackDetectors(deps, catalog, desk.actor, slow)
    await back
    expect(await lookBackDetectors(deps, catalog, desk.actor, WATCH)).toMatchObject({ detectors: [{ id: ID, moved: true }] })
    expect(await hash()).toBe(shipped)
  })

  it('numbers that were active before return', async () => {
    const first = await toActive()
    const one = { detector: ID, numbers: { phones: 1 } }
    const run = await startBacktest(deps, catalog, ina(), one)
    await runBacktest(deps, catalog, ina(), { run, signal: WATCH.signal })
    const { id } = await startShadow(deps, catalog, ina(), { ...one, ...because })
    await reassess(deps, catalog, desk.actor, { personas: ids, watch: WATCH })
    await proposeNumbers(deps, catalog, ina(), { set: id, ...because })
    await approveNumbers(deps, catalog, app(), { set: id, ...because })
    expect((await numbersOf(deps, catalog, ina(), ID)).now).toEqual({ phones: 1 })
    await endNumbers(deps, catalog, ina(), { set: id, ...because })
    const { now, sets } = await numbersOf(deps, catalog, ina(), ID)
    expect(now).toEqual(TWO)
    expect(sets.find((one) => one.id === first)?.state).toBe('active')
  })

  it('of somebody who is forgotten no answer is left', async () => {
    const gone = 'p-02'
    await desk.tx((tx) => tx.forget(gone))
    for (const { id } of (await numbersOf(deps, catalog, ina(), ID)).backtests)
      expect((await desk.tx((tx) => tx.triedChanged(id, { limit: 100 }))).map((one) => one.persona)).not.toContain(gone)
  })
})
