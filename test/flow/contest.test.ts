import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openJobs } from '../../src/adapters/jobs/index.ts'
import { catalog } from '../../src/catalog/index.gen.ts'
import { anotherWay, anotherWaysWaiting, answerAnotherWay, askAnotherWay } from '../../src/engine/contest/another-way.ts'
import { answerAsk, asksOf, seeAsk, sendAsk, suggestAsks } from '../../src/engine/contest/ask.ts'
import { contestsWaiting, fileContest } from '../../src/engine/contest/contest.ts'
import { answerContest, type Answering } from '../../src/engine/contest/decide.ts'
import { exportByLink, exportFor } from '../../src/engine/contest/access-export.ts'
import { previewExplanation, seeExplanation, sendExplanation } from '../../src/engine/contest/explanation.ts'
import { seeOutcome } from '../../src/engine/contest/outcome.ts'
import { approve, requestApproval } from '../../src/engine/cases/approve.ts'
import { listCases, showCase } from '../../src/engine/cases/act.ts'
import { asAppError } from '../../src/model/errors.ts'
import type { Jobs } from '../../src/engine/jobs/ports.ts'
import type { JobDeps } from '../../src/engine/jobs/runs.ts'
import { takeIn } from '../../src/engine/jobs/intake.ts'
import type { Caller } from '../../src/engine/people/caller.ts'
import { rebuild } from '../../src/engine/rebuild.ts'
import { forget } from '../../src/engine/retain.ts'
import type { Tx } from '../../src/engine/ports.ts'
import type { RoleName } from '../../src/model/access.ts'
import { openTestStore } from '../support/databases.ts'
import { aCaller } from '../support/callers.ts'
import { confirmedByTwo } from '../support/confirmed.ts'
import { candidateOf, closeSandbox, openWorkshop, UNWATCHED, type Workshop } from '../support/workshop.ts'

/** The person is asked, told, heard, and where they were right nothing of it comes back: over the real detectors. */

let queue: Jobs
beforeAll(async () => {
  queue = await openJobs(await openTestStore())
})
let shop: Workshop
let deps: JobDeps
beforeEach(async () => {
  shop = await openWorkshop()
  deps = { ...shop.deps, jobs: queue }
})
afterEach(() => shop.close())
afterAll(async () => {
  await queue.close()
  await closeSandbox()
})

const TEXT =
  'Rebuilt the timetable of the harbour ferries so that a late boat no longer made the next four late, and wrote down how for whoever comes after.'
const resume = (name: string, email: string) =>
  candidateOf(email, {
    'resume.txt': `${name}\n${email}\n+1 202 555 0141\n\nExperience\nEngineer, Northwind Example, 2019-03 to 2021-05\n${TEXT}\n`,
  })
const ADA = resume('Ada Example', 'ada@example.com')
const BO = resume('Bo Sample', 'bo@example.org')

/** Both applicants, and somebody who may open either. */
async function both(): Promise<{ ada: string; bo: string }> {
  const [ada = '', bo = ''] = (await shop.screen(ADA, BO)).personas.map((p) => p.persona)
  return { ada, bo }
}
let grants = 0
async function as(id: string, persona: string, ...roles: readonly RoleName[]): Promise<Caller> {
  const grant = { grant: `g-${(grants += 1)}`, kind: 'case' as const, id: 'c', account: id, persona, reason: 'a test' }
  await tx((t) => t.addAccessGrant({ ...grant, at: shop.deps.clock.now(), expires: '2999-01-01T00:00:00.000Z' }))
  return aCaller(shop.actor.tenant, id, ...roles)
}
const tx = <T>(work: (t: Tx) => Promise<T>): Promise<T> => shop.deps.store.tx(shop.actor.tenant, work)
const raising = (persona: string) => tx(async (t) => (await t.findings([persona])).filter((f) => f.direction === 'raises'))
const recommended = (persona: string) => tx(async (t) => (await t.assessments([persona]))[0]?.recommendation)
const door = (link: string) => ({ link, address: '192.0.2.7' })
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => asAppError(error).code,
  )
const textFile = (name: string, text: string) => ({ path: name, name, bytes: new TextEncoder().encode(text) })
const hash = () => tx((t) => t.derivedHash())

async function contested(persona: string) {
  const rita = await as('rita', persona, 'recruiter')
  const { link, explanation } = await sendExplanation(deps, catalog, rita, persona)
  const filed = await fileContest(deps, catalog, door(link), { kind: 'appeal', statement: 'That is wrong.', wrong: [], files: [] })
  return { link, explanation, ...filed }
}
const answer = async (persona: string, who: string, work: Omit<Answering, 'watch'>) =>
  answerContest(deps, catalog, await as(who, persona, 'investigator'), { ...work, watch: UNWATCHED })

const WROTE = 'My agency answers there.\ndesk@agency.example.com'

describe('a question to the person', () => {
  it('is answered once through its link, with files that are read for the same persona', async () => {
    const { ada } = await both()
    const rita = await as('rita', ada, 'recruiter')
    const [suggested] = await suggestAsks(deps, catalog, rita, ada)
    expect(suggested?.clears.length).toBeGreaterThan(0)
    const { ask, link } = await sendAsk(deps, rita, {
      persona: ada,
      question: 'Who answers at the number that you gave?',
      findings: [suggested?.finding ?? ''],
      documents: [],
    })
    expect(await seeAsk(deps, door(link))).toEqual({ question: ask.question, documents: [], until: ask.expires })
    expect(await code(answerAsk(deps, catalog, door(link), { text: 'My agency.', files: [textFile('a.exe', 'MZ')] }))).toBe(
      'unsupported-type',
    )
    const letter = textFile('agency.txt', 'Agency Example\nagency@example.net\nWe answer at this number for all our people.\n')
    await answerAsk(deps, catalog, door(link), { text: WROTE, files: [letter] })
    const [kept] = await asksOf(deps, rita, ada)
    expect(kept?.answered).toMatchObject({ text: WROTE, files: 1 })
    const run = kept?.answered?.run ?? ''
    await takeIn(
      deps,
      catalog,
      { tenant: rita.tenant, id: 'worker' },
      { run, persona: ada, file: undefined, signal: UNWATCHED.signal, announce: async () => undefined },
    )
    const names = (await shop.dossiers([ada]))[0]?.submissions.map((s) => s.file?.name)
    expect(names).toEqual(expect.arrayContaining(['resume.txt', 'agency.txt', `answer-${ask.id}.txt`]))
    // What they wrote is evidence with a place in it, as what they attached.
    const statements = await tx((t) => t.statementsOf([ada]))
    const artifact = await deps.blobs.idOf(new TextEncoder().encode(`${WROTE}\n`))
    expect(new TextDecoder().decode(await deps.blobs.get(artifact))).toBe(`${WROTE}\n`)
    expect(statements.filter((s) => s.seenIn.artifact === artifact && s.property === 'email')).toMatchObject([
      { subject: ada, value: 'desk@agency.example.com', seenIn: { at: expect.stringMatching(/^line=2/) as string } },
    ])
    const [open] = (await listCases(deps, await as('ines', ada, 'investigator'), { limit: 9 })).filter((c) => c.personas.includes(ada))
    expect(open?.waiting.map((w) => [w.what, w.ref])).toEqual([['answer', ask.id]])
  })

  it('gives no sign of which links there are', async () => {
    const { ada } = await both()
    const rita = await as('rita', ada, 'recruiter')
    const { link } = await sendAsk(deps, rita, { persona: ada, question: 'Who answers at the number?', findings: [], documents: [] })
    const { link: other } = await sendExplanation(deps, catalog, rita, ada)
    await answerAsk(deps, catalog, door(link), { text: 'My agency.', files: [] })
    const past: JobDeps = { ...deps, clock: { now: () => '2999-01-01T00:00:00.000Z' } }
    const answers = await Promise.all(
      [
        seeAsk(deps, door(link)),
        seeAsk(deps, door(other)),
        seeAsk(past, door(other)),
        seeAsk(deps, door(`${shop.actor.tenant}.${'0'.repeat(16)}.${'1'.repeat(64)}`)),
        seeAsk(deps, door(`t-nobody.${'0'.repeat(16)}.${'1'.repeat(64)}`)),
        seeAsk(deps, door('anything')),
        answerAsk(deps, catalog, door(link), { text: 'Again.', files: [] }),
      ].map((work) =>
        (work as Promise<unknown>).then(
          () => 'done',
          (error: unknown) => {
            const { code: known, status, message } = asAppError(error)
            return [known, status, message]
          },
        ),
      ),
    )
    expect(answers[0]).toEqual(['gone', 410, expect.any(String)])
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
    let last = ''
    for (let i = 0; i < 60 && last !== 'too-many'; i++)
      last = await code(seeAsk(deps, { link: `${shop.actor.tenant}.${'2'.repeat(16)}.${'1'.repeat(64)}`, address: '198.51.100.9' }))
    expect(last).toBe('too-many')
  })

  it('asks one person for no more documents than the others, but for a reason that rests on a finding', async () => {
    const { ada } = await both()
    const rita = await as('rita', ada, 'recruiter')
    await tx(async (t) => {
      await t.putRequisition({ id: 'ferries', title: 'Ferries', documents: ['resume'], questions: [] })
      const persona = await t.persona(ada)
      if (persona !== undefined) await t.putPersona({ ...persona, requisition: 'ferries' })
    })
    const ask = { persona: ada, question: 'Please send a copy.', findings: [] }
    expect(await code(sendAsk(deps, rita, { ...ask, documents: ['resume'] }))).toBe('done')
    expect(await code(sendAsk(deps, rita, { ...ask, documents: ['other'] }))).toBe('conflict')
    expect(await code(sendAsk(deps, rita, { ...ask, documents: ['other'], deviation: { reason: 'It is needed.', findings: [] } }))).toBe(
      'conflict',
    )
    expect(
      await code(sendAsk(deps, rita, { ...ask, documents: ['other'], deviation: { reason: 'It is needed.', findings: ['f-none'] } })),
    ).toBe('not-found')
    const [finding] = await raising(ada)
    const reason = 'Only the agency can say who has the number.'
    const { ask: kept } = await sendAsk(deps, rita, { ...ask, documents: ['other'], deviation: { reason, findings: [finding?.id ?? ''] } })
    expect(kept.deviation).toEqual({ reason, findings: [finding?.id] })
    expect(await code(sendAsk(deps, rita, { ...ask, question: 'What is your nationality?', documents: [] }))).toBe('refused-words')
    expect(await code(sendAsk(deps, await as('aud', ada, 'auditor'), { ...ask, documents: [] }))).toBe('forbidden')
  })

  it('may be done another way: seen by who handles that alone, and of no weight', async () => {
    const { ada } = await both()
    const rita = await as('rita', ada, 'recruiter')
    const ines = await as('ines', ada, 'investigator')
    const { link } = await sendAsk(deps, rita, { persona: ada, question: 'Who answers at the number?', findings: [], documents: [] })
    const before = [await hash(), JSON.stringify(await listCases(deps, ines, { limit: 9 }))]
    const { id } = await askAnotherWay(deps, door(link), 'I am deaf and would rather write.')
    expect(await code(askAnotherWay(deps, door(link), 'Again.'))).toBe('conflict')
    await rebuild(deps, catalog, shop.actor, UNWATCHED)
    expect([await hash(), JSON.stringify(await listCases(deps, ines, { limit: 9 }))]).toEqual(before)
    expect((await anotherWaysWaiting(deps, rita, { limit: 9 })).map((w) => w.wish)).toEqual(['I am deaf and would rather write.'])
    expect(await code(anotherWay(deps, ines, id))).toBe('forbidden')
    expect(await code(anotherWaysWaiting(deps, await as('aud', ada, 'auditor'), { limit: 9 }))).toBe('forbidden')
    expect(JSON.stringify(await exportFor(deps, catalog, ines, ada))).not.toContain('deaf')
    expect(JSON.stringify(await exportFor(deps, catalog, rita, ada))).toContain('deaf')
    const rows = await tx((t) => t.auditRows(0, 1000))
    expect(rows.filter((row) => row.action === 'another-way-asked').map((row) => row.subject)).toEqual([id])
    expect(JSON.stringify(rows)).not.toContain('deaf')
    expect((await answerAnotherWay(deps, rita, { id, says: 'We will write to each other.' })).answered?.by).toBe('rita')
    await answerAsk(deps, catalog, door(link), { text: 'My agency.', files: [] })
  })
})

describe('what is held against a person', () => {
  it('is told without a word of anybody else', async () => {
    const { ada, bo } = await both()
    const rita = await as('rita', ada, 'recruiter')
    const { explanation, link } = await sendExplanation(deps, catalog, rita, ada)
    expect(explanation.against.map((p) => p.number)).toEqual(explanation.against.map((_, i) => i + 1))
    expect(explanation.against.map((p) => p.finding).sort()).toEqual((await raising(ada)).map((f) => f.id).sort())
    expect(explanation.against.flatMap((p) => p.rests.map((r) => r.from))).toContain('other-application')
    const seen = await seeExplanation(deps, catalog, door(link))
    expect({ ...seen, made: '' }).toEqual({ ...explanation, made: '' })
    expect({ ...(await previewExplanation(deps, catalog, rita, ada)), made: '' }).toEqual({ ...explanation, made: '' })
    const held = await exportByLink(deps, catalog, door(link))
    expect(held.statements.length).toBeGreaterThan(3)
    for (const text of [JSON.stringify(seen), JSON.stringify(held)])
      for (const word of ['Bo Sample', 'bo@example.org', bo]) expect(text).not.toContain(word)
    expect(JSON.stringify(held)).toContain('ada@example.com')
    expect(await code(previewExplanation(deps, catalog, aCaller(rita.tenant, 'nobody', 'recruiter'), ada))).toBe('needs-purpose')
  })

  it('waits while it is contested, unless two agree that waiting does harm', async () => {
    const { ada } = await both()
    const hold = async () => {
      const who = await as('ines', ada, 'investigator')
      const [open] = (await listCases(deps, who, { limit: 9 })).filter((c) => c.personas.includes(ada))
      const what = { what: 'security-hold', about: ada, reason: 'The account is used right now.' } as const
      const { result } = await requestApproval(deps, who, { case: open?.id ?? '', ...what })
      return { case: open?.id ?? '', request: result, reason: 'I agree.', watch: UNWATCHED }
    }
    await expect(hold(), 'there is nothing that waits').rejects.toThrow(/Nothing that this person contests is open/)
    const { id, due } = await contested(ada)
    expect(due > deps.clock.now()).toBe(true)
    const adverse = () => code(confirmedByTwo(deps, shop.actor.tenant, { persona: ada, by: 'kay', second: 'lou' }))
    expect(await adverse()).toBe('conflict')
    const ines = await as('ines', ada, 'investigator')
    expect((await previewExplanation(deps, catalog, ines, ada)).frozen).toBe(true)
    expect((await contestsWaiting(deps, ines, { limit: 9 })).map((c) => c.id)).toEqual([id])
    const asked = await hold()
    expect(await adverse()).toBe('conflict')
    await approve(deps, catalog, await as('una', ada, 'approver'), asked)
    expect((await previewExplanation(deps, catalog, ines, ada)).frozen).toBe(false)
    expect(await adverse()).toBe('done')
  })

  it('is looked at by somebody who decided nothing about the person', async () => {
    const { ada } = await both()
    await confirmedByTwo(deps, shop.actor.tenant, { persona: ada, by: 'ines', second: 'lou' })
    const { id } = await contested(ada)
    expect(await code(answer(ada, 'ines', { contest: id, outcome: 'rejected', reason: 'It stands.' }))).toBe('forbidden')
    expect(await code(answer(ada, ' INES', { contest: id, outcome: 'rejected', reason: 'It stands.' }))).toBe('forbidden')
    expect(
      await code(
        answerContest(deps, catalog, await as('rita', ada, 'recruiter'), {
          contest: id,
          outcome: 'upheld',
          reason: 'It goes.',
          watch: UNWATCHED,
        }),
      ),
    ).toBe('forbidden')
    const first = await answer(ada, 'una', { contest: id, outcome: 'rejected', reason: 'Both numbers are the same and nobody said why.' })
    expect(await seeOutcome(deps, door(first.link))).toMatchObject({
      outcome: 'rejected',
      further: true,
      reason: 'Both numbers are the same and nobody said why.',
    })
    const again = await fileContest(deps, catalog, door(first.link), { kind: 'appeal', statement: 'Look once more.', wrong: [], files: [] })
    expect(await code(answer(ada, 'una', { contest: again.id, outcome: 'upheld', reason: 'It goes.' }))).toBe('forbidden')
    const second = await answer(ada, 'vera', { contest: again.id, outcome: 'upheld', reason: 'The agency says that it is theirs.' })
    expect(second.contest).toMatchObject({ instance: 2, of: id })
    expect(await seeOutcome(deps, door(second.link))).toMatchObject({ outcome: 'upheld', further: false })
    expect((await tx((t) => t.dispositions([ada]))).map((d) => d.kind)).toEqual(['confirmed', 'inconclusive'])
    expect(await code(answer(ada, 'zoe', { contest: again.id, outcome: 'upheld', reason: 'It goes.' }))).toBe('conflict')
  })

  it('goes where the person was right, for everybody it was told of, and does not come back', async () => {
    const { ada, bo } = await both()
    const was = await raising(ada)
    expect(was.length).toBeGreaterThan(0)
    expect(await recommended(ada)).not.toBe('clear')
    const { id, link } = await contested(ada)
    expect(await code(seeExplanation(deps, catalog, door(link)))).toBe('gone')
    const done = await answer(ada, 'una', {
      contest: id,
      outcome: 'upheld',
      reason: 'They share an office, as the agency told us.',
      apart: [bo],
    })
    expect(done.contest.decided).toMatchObject({ by: 'una', apart: [bo], findings: was.map((f) => f.id).sort() })
    const gone = async (): Promise<void> => {
      expect(await raising(ada)).toEqual([])
      expect((await raising(bo)).filter((f) => was.some((w) => w.detector === f.detector))).toEqual([])
    }
    await gone()
    expect((await tx((t) => t.links([ada]))).map((l) => l.state)).not.toContain('linked')
    const one = await hash()
    await rebuild(deps, catalog, shop.actor, UNWATCHED)
    await gone()
    expect(await hash()).toBe(one)
    await shop.screen(ADA, BO)
    await gone()
    await forget(deps, catalog, shop.actor, { persona: ada, watch: UNWATCHED })
    expect(await tx((t) => t.contestsOf(ada))).toEqual([])
    expect((await shop.screen(ADA)).personas[0]?.persona).toBe(ada)
    await gone()
    const [open] = (await listCases(deps, await as('ines', bo, 'investigator'), { limit: 9 })).filter((c) => c.personas.includes(bo))
    expect((await showCase(deps, await as('ines', bo, 'investigator'), open?.id ?? '')).case.waiting).toEqual([])
  })

  it('still comes of other statements', async () => {
    const { ada } = await both()
    const { id } = await contested(ada)
    await answer(ada, 'una', { contest: id, outcome: 'upheld', reason: 'They share an office, as the agency told us.' })
    expect(await raising(ada)).toEqual([])
    await shop.screen(resume('Cy Third', 'cy@example.net'))
    expect((await raising(ada)).length).toBeGreaterThan(0)
  })
})
