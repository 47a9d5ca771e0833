import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/index.gen.ts'
import { act, listCases, showCase } from '../../src/engine/cases/act.ts'
import { placeHold } from '../../src/engine/cases/approve.ts'
import { propose } from '../../src/engine/cases/decide.ts'
import { erase, erasurePlan } from '../../src/engine/cases/erasure.ts'
import { inbox } from '../../src/engine/cases/inbox.ts'
import { startScoring } from '../../src/engine/cases/start.ts'
import { scoringState, stopScoring } from '../../src/engine/cases/stop.ts'
import { rebuild } from '../../src/engine/rebuild.ts'
import { forget, sweep, withdraw } from '../../src/engine/retain.ts'
import { screen, type Candidate } from '../../src/engine/screen.ts'
import type { Deps } from '../../src/engine/ports.ts'
import type { Caller } from '../../src/engine/people/caller.ts'
import { aCaller } from '../support/callers.ts'
import { aMatch } from '../support/rows.ts'
import { candidateOf, closeSandbox, openWorkshop, UNWATCHED, type Workshop } from '../support/workshop.ts'

/** Cases open themselves over the real detectors; the switch stops all of it; what is kept and what goes. */

let workshop: Workshop
let ada: Caller
beforeEach(async () => {
  workshop = await openWorkshop()
  ada = aCaller(workshop.actor.tenant, 'ada', 'investigator', 'tenant-admin')
})
afterEach(() => workshop.close())
afterAll(closeSandbox)

const TEXT =
  'Rebuilt the timetable of the harbour ferries so that a late boat no longer made the next four late, and wrote down how for whoever comes after.'
/** Two of these share a telephone number and a long text: that is looked at. */
const resume = (name: string, email: string, more = ''): Candidate =>
  candidateOf(email, {
    'resume.txt': `${name}\n${email}\n+1 202 555 0141\n${more}\n\nExperience\nEngineer, Northwind Example, 2019-03 to 2021-05\n${TEXT}\n`,
  })
const ADA = resume('Ada Example', 'ada@example.com')
const BO = resume('Bo Sample', 'bo@example.org')
const PLAIN = candidateOf('cy@example.net', {
  'resume.txt': 'Cy Plain\ncy@example.net\n+1 202 555 0177\n\nExperience\nCook, Corner Example, 2015-03 to 2021-05\n',
})

const cases = () => listCases(workshop.deps, ada, { limit: 100 })
const assessed = async (persona: string) =>
  (await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.assessments([persona])))[0]?.recommendation
const later = (days: number): Deps => ({
  ...workshop.deps,
  clock: { now: () => new Date(Date.parse(workshop.deps.clock.now()) + days * 86_400_000).toISOString() },
})
const kinds = async (id: string) => (await showCase(workshop.deps, ada, id)).events.map((e) => e.kind)
async function personas(...candidates: readonly Candidate[]): Promise<readonly string[]> {
  const screened = await workshop.screen(...candidates)
  expect(screened.failures).toEqual([])
  return screened.personas.map((p) => p.persona)
}

async function cleared(id: string, persona: string, deps = workshop.deps): Promise<void> {
  const found = (await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.findings([persona]))).filter(
    (f) => f.direction === 'raises',
  )
  for (const { id: evidence } of found) await act(deps, ada, { case: id, act: { kind: 'seen', what: 'finding', evidence, seconds: 9 } })
  await propose(deps, catalog, ada, {
    case: id,
    proposal: {
      persona,
      kind: 'cleared',
      reasons: [{ code: 'ordinary-sharing', findings: found.map((f) => f.id) }],
      text: 'They share a household, and both said so when asked.',
      options: ['cleared', 'confirmed'],
      suggestionShown: true,
    },
    watch: UNWATCHED,
  })
}

describe('cases by rule', () => {
  it('open for whom somebody has to look at, once, and not for who is clear; anew nothing changes', async () => {
    const [plain = '', ada1 = '', bo1 = ''] = await personas(PLAIN, ADA, BO)
    const first = await cases()
    const looked = await Promise.all([ada1, bo1].map(assessed))
    for (const one of looked) expect(['review', 'escalate']).toContain(one)
    expect(first.flatMap((c) => c.personas).sort()).toEqual([ada1, bo1].sort())
    expect(first.flatMap((c) => c.personas)).not.toContain(plain)
    expect(first.map((c) => [c.because, c.room, c.status])).toEqual([
      ['assessment', 'identity', 'open'],
      ['assessment', 'identity', 'open'],
    ])
    await personas(PLAIN, ADA, BO)
    await rebuild(workshop.deps, catalog, workshop.actor, UNWATCHED)
    expect(await cases()).toEqual(first)
    const items = await inbox(workshop.deps, ada, { limit: 100 })
    expect(
      items
        .filter((i) => i.about === 'case')
        .map((i) => i.id)
        .sort(),
    ).toEqual(first.map((c) => c.id).sort())
  })

  it('what is new goes into the open case, and wakes one who was cleared; the same again does not', async () => {
    const [one = ''] = await personas(ADA)
    expect(await cases()).toEqual([])
    const [two = ''] = await personas(BO)
    const [own] = (await cases()).filter((c) => c.personas.includes(one))
    await cleared(own?.id ?? '', one)
    expect((await showCase(workshop.deps, ada, own?.id ?? '')).case.status).toBe('closed')
    await personas(ADA, BO)
    expect((await cases()).filter((c) => c.personas.includes(one))).toHaveLength(1)
    // A third with the same number: news about both, one decided and one still open.
    await personas(resume('Di Third', 'di@example.net'))
    const woken = (await cases()).filter((c) => c.personas.includes(one) && c.status === 'open')
    expect(woken.map((c) => c.because)).toEqual(['look-back'])
    const open = (await cases()).find((c) => c.personas.includes(two))
    expect(await kinds(open?.id ?? '')).toContain('came')
    expect((await inbox(workshop.deps, ada, { limit: 100 })).map((i) => i.rank)).toContain('look-back')
  })
})

describe('the switch', () => {
  it('stopped, files are taken in and nobody is assessed; started, everybody who waited is, as if it had never been stopped', async () => {
    const expected = await (async () => {
      const other = await openWorkshop()
      const found = await other.screen(PLAIN, ADA, BO)
      const hash = await other.deps.store.tx(other.actor.tenant, (tx) => tx.derivedHash())
      await other.close()
      return { hash, personas: found.personas.map((p) => p.persona) }
    })()
    await stopScoring(workshop.deps, ada, { reason: 'Something is wrong with a detector.' })
    await expect(stopScoring(workshop.deps, ada, { reason: 'again' })).rejects.toMatchObject({ status: 409 })
    const waiting = await personas(PLAIN, ADA, BO)
    expect(waiting).toEqual(expected.personas)
    expect(await Promise.all(waiting.map(assessed))).toEqual([undefined, undefined, undefined])
    expect(await cases()).toEqual([])
    expect(await scoringState(workshop.deps, ada)).toMatchObject({ stopped: true, by: 'ada', waiting: 3 })
    const kept = await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.statementsOf(waiting))
    expect(new Set(kept.map((s) => s.subject)).size).toBe(3)
    await expect(rebuild(workshop.deps, catalog, workshop.actor, UNWATCHED)).rejects.toThrow(/Scoring is stopped/)
    // Somebody leaves meanwhile, and comes back.
    await forget(workshop.deps, catalog, workshop.actor, { persona: waiting[0] ?? '', watch: UNWATCHED })
    expect((await scoringState(workshop.deps, ada)).waiting).toBe(2)
    await personas(PLAIN)
    expect(await startScoring(workshop.deps, catalog, ada, { reason: 'It is mended.', watch: UNWATCHED })).toEqual({ assessed: 3 })
    expect(await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.derivedHash())).toBe(expected.hash)
    expect(await cases()).toHaveLength(2)
    expect(await scoringState(workshop.deps, ada)).toMatchObject({ stopped: false, waiting: 0 })
    await expect(stopScoring(workshop.deps, aCaller(ada.tenant, 'eve', 'recruiter'), { reason: 'no' })).rejects.toMatchObject({
      status: 403,
    })
  })

  it.each(['received', 'compared'] as const)(
    'turned while a run is at "%s": what was under way ends, the rest waits, nothing is half',
    async (at) => {
      let stopped: Promise<unknown> | undefined
      const watch = {
        ...UNWATCHED,
        progress: ({ step }: { step: string }) => {
          if (step === at) stopped ??= stopScoring(workshop.deps, ada, { reason: 'Stop at once.' })
        },
      }
      const { personas: taken } = await screen(workshop.deps, catalog, workshop.actor, { candidates: [PLAIN, ADA, BO], watch })
      await stopped
      const ids = taken.map((p) => p.persona)
      const now = await Promise.all(ids.map(assessed))
      const { waiting } = await scoringState(workshop.deps, ada)
      expect(now.filter((r) => r === undefined)).toHaveLength(waiting)
      // Behind the stop they all wait; the assessing may also have had the database first, and then it came to its end.
      expect([0, 3]).toContain(waiting)
      expect(await cases()).toHaveLength(waiting === 0 ? 2 : 0)
      await startScoring(workshop.deps, catalog, ada, { reason: 'Go on.', watch: UNWATCHED })
      expect((await Promise.all(ids.map(assessed))).filter((r) => r === undefined)).toEqual([])
      expect(await cases()).toHaveLength(2)
    },
  )
})

describe('keeping', () => {
  it('an open case and a hold keep somebody from the sweep; closed and ended, they go', async () => {
    const [plain = '', one = '', two = ''] = await personas(PLAIN, ADA, BO)
    const own = async (id: string) => (await cases()).find((c) => c.personas.includes(id) && c.status === 'open')?.id ?? ''
    await act(workshop.deps, ada, { case: await own(one), act: { kind: 'closed', reason: 'Nothing to decide.' } })
    const hold = await own(two)
    await placeHold(workshop.deps, ada, { case: hold, persona: two, reason: 'A court asked for it.' })
    await act(workshop.deps, ada, { case: hold, act: { kind: 'closed', reason: 'Nothing to decide.' } })
    await withdraw(workshop.deps, workshop.actor, two)
    await expect(forget(workshop.deps, catalog, workshop.actor, { persona: two, watch: UNWATCHED })).rejects.toThrow(
      /court or an authority/,
    )
    const swept = await sweep(later(400), catalog, workshop.actor, UNWATCHED)
    expect([...swept.forgotten].sort()).toEqual([plain, one].sort())
    expect(swept.failed).toEqual([])
    const rows = await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.auditRows(0, 1000))
    const gone = rows.filter((r) => r.action === 'forgotten')
    expect(gone).toHaveLength(2)
    for (const row of gone) {
      expect(row.detail).toMatchObject({ retention: 'candidate-open' })
      expect(row.detail['hash']).toMatch(/^[0-9a-f]{64}$/)
      expect(JSON.stringify(row.detail)).not.toMatch(/Ada|Example|example\.com/)
    }
    await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.endHold(two))
    expect((await sweep(later(400), catalog, workshop.actor, UNWATCHED)).forgotten).toEqual([two])
  })

  it('of who was cleared a hash and a day are left; the same again raises no question, and anything new does', async () => {
    const [one = ''] = await personas(ADA)
    await personas(BO)
    const own = (await cases()).find((c) => c.personas.includes(one))
    await cleared(own?.id ?? '', one)
    await forget(workshop.deps, catalog, workshop.actor, { persona: one, watch: UNWATCHED })
    expect((await cases()).flatMap((c) => c.personas)).not.toContain(one)
    expect(await rowsNaming(one)).toEqual([])
    const [again] = await personas(ADA)
    expect(again).toBe(one)
    expect(['review', 'escalate']).toContain(await assessed(one))
    expect((await cases()).flatMap((c) => c.personas)).not.toContain(one)
    await personas(resume('Di Third', 'di@example.net'))
    expect((await cases()).flatMap((c) => c.personas)).toContain(one)
  })

  it('who asks to be erased is told what goes and what stays, and why; of the sanctions room only its own people hear', async () => {
    const [plain = '', one = '', two = ''] = await personas(PLAIN, ADA, BO)
    const own = (id: string) => cases().then((all) => all.find((c) => c.personas.includes(id))?.id ?? '')
    const plan = async (id: string, caller = ada) => {
      const { deletes, kept } = await erasurePlan(workshop.deps, caller, id)
      return [deletes, ...kept.map((k) => k.because)]
    }
    expect(await plan(plain)).toEqual([true, 'log-6m-min'])
    await workshop.deps.store.tx(workshop.actor.tenant, (tx) =>
      tx.putMatches([
        aMatch('m-1', {
          about: 'persona',
          subject: { id: plain, type: 'person', names: [], births: [], identifiers: [], wallets: [], addresses: [] },
        }),
      ]),
    )
    expect(await plan(plain)).toEqual([true, 'log-6m-min'])
    const both = aCaller(ada.tenant, 'cy', 'investigator', 'compliance')
    expect(await plan(plain, both)).toEqual([true, 'log-6m-min', 'sanctions-10y'])
    // A case that opened itself and that nobody touched is no reason to keep anything.
    expect(await plan(one)).toEqual([true, 'log-6m-min'])
    await act(workshop.deps, ada, { case: await own(one), act: { kind: 'assigned', to: 'ada' } })
    expect(await plan(one)).toEqual([false, 'open-question', 'log-6m-min'])
    await placeHold(workshop.deps, ada, { case: await own(two), persona: two, reason: 'A court asked for it.' })
    expect(await plan(two)).toEqual([false, 'hold', 'log-6m-min'])
    await expect(plan('p-none')).rejects.toMatchObject({ status: 404 })

    expect((await erase(workshop.deps, catalog, ada, { persona: plain, watch: UNWATCHED })).deletes).toBe(true)
    expect((await erase(workshop.deps, catalog, ada, { persona: one, watch: UNWATCHED })).deletes).toBe(false)
    const left = () => workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.personas({ limit: 10 })).then((all) => all.map((p) => p.id))
    expect((await left()).sort()).toEqual([one, two].sort())
    // What was asked for is done as soon as nothing keeps the record.
    await act(workshop.deps, ada, { case: await own(one), act: { kind: 'closed', reason: 'It was answered.' } })
    await sweep(later(1), catalog, workshop.actor, UNWATCHED)
    expect(await left()).toEqual([two])
  })
})

/** Tables that still name somebody, the log excepted, which names ids and nothing else. */
async function rowsNaming(id: string): Promise<readonly string[]> {
  return workshop.deps.store.tx(workshop.actor.tenant, async (tx) => {
    const tables = [
      'persona',
      'submission',
      'statement',
      'identifier',
      'finding',
      'assessment',
      'link',
      'pair',
      'overlap',
      'disposition',
      'judgement',
      'cluster_member',
      'case_file',
      'case_persona',
      'case_event',
      'unscored',
      'legal_hold',
      'tombstone',
      'match',
    ]
    const found: string[] = []
    for (const table of tables) {
      const rows = await tx.relation(
        `select '${id}' as persona, count(*)::int as n from ${table} t where row_to_json(t)::text like '%${id}%'`,
        [id],
      )
      if (rows.some((row) => Number(row['n']) > 0)) found.push(table)
    }
    return found
  })
}
