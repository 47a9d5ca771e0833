import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/index.gen.ts'
import { decide } from '../../src/engine/disposition.ts'
import { expireIndicators, settle } from '../../src/engine/indicators.ts'
import { questionIn } from '../../src/engine/lookback/ask.ts'
import { lookBackDetectors } from '../../src/engine/lookback/detectors.ts'
import { importList, type ImportedList } from '../../src/engine/lookback/import.ts'
import { recheck } from '../../src/engine/lookback/recheck.ts'
import { lookBack, questionsOf, returns, type LookedBack } from '../../src/engine/lookback/touched.ts'
import { rebuild } from '../../src/engine/rebuild.ts'
import { forget, withdraw } from '../../src/engine/retain.ts'
import type { Candidate } from '../../src/engine/screen.ts'
import type { Deps } from '../../src/engine/ports.ts'
import { anIndicator } from '../support/cases.ts'
import { confirmedByTwo } from '../support/confirmed.ts'
import { scene } from '../support/scene.ts'
import { candidateOf, closeSandbox, openWorkshop, UNWATCHED, type Workshop } from '../support/workshop.ts'

/** The past is looked at again when something new comes, and nothing that was imported flags anybody. */

let workshop: Workshop
beforeEach(async () => (workshop = await openWorkshop()))
afterEach(() => workshop.close())
afterAll(closeSandbox)

const resume = (name: string, email: string, more = ''): Candidate =>
  candidateOf(email, {
    'resume.txt': `${name}\n${email}\n${more}\n\nExperience\nEngineer, Northwind Example, 2019-03 to 2021-05\nKept the ferry timetable of ${email.split('@')[0]} running.\n`,
  })

const ADA = resume('Ada Example', 'ada@example.com', '+1 202 555 0141')
const BO = resume('Bo Sample', 'bo@example.org', '+1 202 555 0141')

async function one(candidate: Candidate): Promise<string> {
  const { personas } = await workshop.screen(candidate)
  return personas[0]?.persona ?? ''
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const imported = (text: string, source = 'Example list', deps: Deps = workshop.deps): Promise<ImportedList> =>
  importList(deps, workshop.actor, { name: 'list.csv', bytes: bytes(text), defaults: { source, reliability: 'B', credibility: '2' } })
const touched = (list: ImportedList): Promise<LookedBack> =>
  workshop.deps.store.tx(workshop.actor.tenant, (tx) => lookBack(tx, questionsOf(list.indicators)))
const hash = (): Promise<string> => workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.derivedHash())
const accept = (ids: readonly string[], source?: string) =>
  settle(workshop.deps, catalog, workshop.actor, {
    named: { ids, ...(source === undefined ? {} : { source }) },
    to: 'accepted',
    reason: 'agreed with the security team',
    watch: UNWATCHED,
  })
const decided = (persona: string, kind: 'cleared' | 'inconclusive') =>
  decide(workshop.deps, catalog, workshop.actor, { persona, kind, reason: 'The school confirmed the record.', watch: UNWATCHED })
const later = (days: number): Deps => ({
  ...workshop.deps,
  clock: { now: () => new Date(Date.parse(workshop.deps.clock.now()) + days * 86_400_000).toISOString() },
})
const contextOf = async (persona: string) =>
  (await workshop.dossiers([persona]))[0]?.findings.map((f) => f.finding).filter((f) => f.detector.endsWith('on-accepted-indicator')) ?? []

describe('a list', () => {
  it('says who is touched and where, and touches nothing', async () => {
    const ada = await one(ADA)
    await withdraw(workshop.deps, workshop.actor, ada)
    const before = await hash()
    const list = await imported('kind,value\nphone,+12025550141\nemail,nobody@example.com\n')
    const found = await touched(list)
    expect(list.added).toBe(2)
    expect(found.touched.map((t) => [t.persona.id, t.standing.status])).toEqual([[ada, 'withdrawn']])
    expect(found.touched[0]?.hits[0]).toMatchObject({
      statement: { property: 'phone', seenIn: { at: 'line=3' } },
      artifact: { name: 'resume.txt' },
    })
    expect(await hash()).toBe(before)
    expect(list.indicators.map((row) => row.state)).toEqual(['quarantined', 'quarantined'])
  })
  it('twice adds nothing, and is written into the log once', async () => {
    const text = 'kind,value\nphone,+12025550141\n'
    expect((await imported(text)).added).toBe(1)
    expect((await imported(text)).added).toBe(0)
    const rows = await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.auditRows(0, 100))
    expect(rows.filter((r) => r.action === 'indicators-imported')).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('+12025550141')
  })
  it('of 100,000 rows goes through, and finds the one that somebody holds', async () => {
    const ada = await one(ADA)
    const rows = Array.from({ length: 100_000 }, (_, i) => (i === 77_777 ? 'phone,+12025550141' : `email,listed${i}@example.net`))
    const list = await imported(`kind,value\n${rows.join('\n')}\n`)
    expect(list.added).toBe(100_000)
    expect((await touched(list)).touched.map((t) => t.persona.id)).toEqual([ada])
    // Ten seconds on an idle machine; the limit only ends a hanging run.
  }, 300_000)
  it('never takes formulas, names, or what is over', async () => {
    const { indicators, leftOut } = await imported(
      'kind,value,expires\nemail,=1+1,\nname,Somebody,\nemail,old@example.com,2020-01-01\nphone,+12025550150,\nemail,"\tone@example.com",\n',
    )
    expect(indicators.map((row) => row.original).toSorted()).toEqual(['+12025550150', 'one@example.com'])
    expect(leftOut.map((l) => l.at)).toEqual(expect.arrayContaining(['line=2', 'line=3', 'line=4']))
  })
  it('is refused under a name that may not stand where recruiters read', async () => {
    await expect(imported('kind,value\nphone,+12025550141\n', 'Norwegian hackers')).rejects.toThrow(/may not be called/)
  })
  it('is contradicted by another: what one takes back puts a warning on what the other says', async () => {
    await imported('kind,value\nphone,+12025550141\n', 'First list')
    await imported(
      'kind,value,says\nphone,+12025550141,false positive\nwallet,0x00000000000000000000000000000000000000a1,hot wallet\n',
      'Second list',
    )
    const third = await imported('kind,value\nwallet,0x00000000000000000000000000000000000000a1\n', 'Third list')
    expect(third.indicators[0]?.warning).toContain('Second list says otherwise')
    const [first] = await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.indicators({ source: 'First list' }))
    expect(first?.warning).toContain('Second list says otherwise')
  })
})

describe('accepting', () => {
  it('adds context that names its source, and no recommendation changes', async () => {
    const ada = await one(ADA)
    const list = await imported('kind,value,seen\nphone,+12025550141,2026-03-01\n')
    const { settled, changes } = await accept([], 'Example list')
    expect(settled).toHaveLength(1)
    expect(changes.map((c) => [c.persona, c.before === c.after, c.fresh.map((f) => f.direction)])).toEqual([[ada, true, ['context']]])
    const [finding] = await contextOf(ada)
    expect(finding?.says).toMatch(
      /Example list \(reliability B, credibility 2, seen 2026-03-01.*low confidence; it flags nobody by itself\./,
    )
    expect(list.indicators).toHaveLength(1)
    const twice = await rebuild(workshop.deps, catalog, workshop.actor, UNWATCHED)
    expect(await contextOf(ada)).toHaveLength(1)
    expect((await rebuild(workshop.deps, catalog, workshop.actor, UNWATCHED)).hash).toBe(twice.hash)
  })
  it('wakes the context of those who come later, and ends with the entry', async () => {
    await imported('kind,value,expires\nphone,+12025550141,2027-03-01\n')
    await accept([], 'Example list')
    const ada = await one(ADA)
    expect(await contextOf(ada)).toHaveLength(1)
    expect(await expireIndicators(later(900), catalog, workshop.actor, UNWATCHED)).toHaveLength(1)
    expect(await contextOf(ada)).toEqual([])
    expect(await expireIndicators(later(900), catalog, workshop.actor, UNWATCHED)).toEqual([])
  })
  it('is undone by refusing', async () => {
    const ada = await one(ADA)
    const [row] = (await imported('kind,value\nphone,+12025550141\n')).indicators
    await accept([row?.id ?? ''])
    const undone = await settle(workshop.deps, catalog, workshop.actor, {
      named: { ids: [row?.id.slice(0, 8) ?? ''] },
      to: 'refused',
      reason: 'the source took it back',
      watch: UNWATCHED,
    })
    expect(undone.changes[0]?.gone).toHaveLength(1)
    expect(await contextOf(ada)).toEqual([])
  })
  it('in bulk leaves out what is held back, which goes only by its id', async () => {
    await imported('kind,value\ndomain,co.uk\ndomain,gmail.com\nip,10.0.0.1\nphone,+12025550141\n')
    const { settled, heldBack } = await accept([], 'Example list')
    expect(settled.map((row) => row.kind)).toEqual(['phone'])
    expect(heldBack.map((row) => row.key).toSorted()).toEqual(['10.0.0.1', 'co.uk', 'gmail.com'])
    const named = await accept([heldBack[0]?.id ?? ''])
    expect(named.settled).toHaveLength(1)
  })
  it('needs a reason that may be one', async () => {
    const [row] = (await imported('kind,value\nphone,+12025550141\n')).indicators
    const named = { named: { ids: [row?.id ?? ''] }, to: 'accepted' as const, watch: UNWATCHED }
    await expect(settle(workshop.deps, catalog, workshop.actor, { ...named, reason: ' ' })).rejects.toThrow(/needs a reason/)
    await expect(settle(workshop.deps, catalog, workshop.actor, { ...named, reason: 'all Norwegians use it' })).rejects.toThrow(
      /cannot be kept/,
    )
  })
  it('of a value that a crowd holds is refused', async () => {
    const { store } = workshop.deps
    await store.tx(workshop.actor.tenant, (tx) =>
      tx.replaceIdentifiers(
        ['p-crowd'],
        Array.from({ length: 1_100 }, (_, i) => ({
          kind: 'phone',
          key: '+12025550160',
          persona: `p-${i}`,
          statement: `s-${i}`,
          at: undefined,
        })),
      ),
    )
    const list = await imported('kind,value\nphone,+12025550160\n')
    expect(list.indicators[0]?.warning).toContain('personas hold it')
    expect((await touched(list)).hubs).toMatchObject([{ holders: 1_100 }])
    await expect(accept([list.indicators[0]?.id ?? ''])).rejects.toThrow(/1,100 personas/)
  })
  it('of a value that a crowd names as its referee’s is refused, however few have it themselves', async () => {
    await one(ADA)
    const held = (kind: string, count: number) =>
      Array.from({ length: count }, (_, i) => ({ kind, key: '+12025550141', persona: `p-${i}`, statement: `s-${i}`, at: undefined }))
    await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.replaceIdentifiers(['p-crowd'], held('referee-phone', 1_100)))
    const list = await imported('kind,value\nphone,+12025550141\n')
    await expect(accept([list.indicators[0]?.id ?? ''])).rejects.toThrow(/1,100 personas/)
  })
  it('any number of them changes no recommendation', async () => {
    const personas = [await one(ADA), await one(BO), await one(resume('Cy Trial', 'cy@example.net', '+1 202 555 0142'))]
    const { store } = workshop.deps
    const recommendations = async () => (await workshop.dossiers(personas)).map((d) => d.assessment?.recommendation)
    const before = await recommendations()
    const values = ['email ada@example.com', 'email bo@example.org', 'email cy@example.net', 'phone +12025550141', 'phone +12025550142']
    const row = fc.record({ value: fc.constantFrom(...values), source: fc.stringMatching(/^list [a-z]{1,6}$/) })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        await store.tx(workshop.actor.tenant, (tx) =>
          tx.addIndicators(
            rows.map(({ value, source }) => {
              const [kind = '', key = ''] = value.split(' ')
              return anIndicator('many', { kind: kind as 'email', key, source, state: 'accepted', reliability: 'A', credibility: '1' })
            }),
          ),
        )
        await recheck(workshop.deps, catalog, workshop.actor, { personas, watch: UNWATCHED })
        expect(await recommendations()).toEqual(before)
      }),
      { numRuns: 8 },
    )
    expect((await Promise.all(personas.map(contextOf))).flat().length).toBeGreaterThan(0)
  })
})

describe('a newcomer', () => {
  const table = (name: string, email: string, wallet: string): Candidate =>
    candidateOf(email, { 'applicants.csv': `Name,Email,Wallet\n${name},${email},${wallet}\n` })
  const picture = async (name: string, email: string, width: number): Promise<Candidate> => {
    const photo = await scene(11).resize(width).png().toBuffer()
    const base = await resume(name, email).load()
    return {
      source: email,
      load: () =>
        Promise.resolve({ files: [...base.files, { path: 'photo.png', name: 'photo.png', bytes: new Uint8Array(photo) }], failures: [] }),
    }
  }
  const WALLET = '0x00000000000000000000000000000000000000a1'
  it.each<[what: string, past: () => Candidate | Promise<Candidate>, now: () => Candidate | Promise<Candidate>, detector: string]>([
    ['phone', () => ADA, () => BO, 'application/phone-shared'],
    [
      'wallet',
      () => table('Ada Example', 'ada@example.com', WALLET),
      () => table('Bo Sample', 'bo@example.org', WALLET),
      'application/wallet-shared',
    ],
    [
      'photo',
      () => picture('Ada Example', 'ada@example.com', 400),
      () => picture('Bo Sample', 'bo@example.org', 320),
      'application/photo-reused',
    ],
  ])('who shares a %s wakes a persona who was closed or withdrawn, and it is told', async (_, past, now, detector) => {
    const ada = await one(await past())
    await withdraw(workshop.deps, workshop.actor, ada)
    await decided(ada, 'cleared')
    const { woken } = await workshop.screen(await now())
    expect(woken.map((c) => c.persona)).toEqual([ada])
    expect(woken[0]?.fresh.map((f) => f.detector)).toContain(detector)
    const [dossier] = await workshop.dossiers([ada])
    expect(dossier?.standing.status).toBe('cleared')
    expect([...(dossier?.news ?? [])].length).toBeGreaterThan(0)
  })
  it('who shares nothing wakes nobody', async () => {
    await one(ADA)
    const { woken } = await workshop.screen(resume('Di Other', 'di@example.net', '+1 202 555 0143'))
    expect(woken).toEqual([])
  })
})

describe('a cleared persona', () => {
  it('stays quiet while nothing is new, and comes back with what is', async () => {
    const ada = await one(ADA)
    const first = await imported('kind,value\nphone,+12025550141\n', 'First list')
    await accept([], 'First list')
    await decided(ada, 'cleared')
    const again = await touched(first)
    expect(again.touched.map((t) => [returns(t), t.hits.map((h) => h.fresh), t.findings.length])).toEqual([[false, [false], 0]])
    // The same value on a second list says nothing that was not known; another value does.
    const clock = later(1)
    const second = await touched(await imported('kind,value\nphone,+12025550141\n', 'Second list', clock))
    expect(second.touched.map(returns)).toEqual([false])
    const third = await touched(await imported('kind,value\nemail,ada@example.com\n', 'Second list', clock))
    expect(third.touched.map((t) => [returns(t), t.hits.map((h) => [h.question.kind, h.fresh])])).toEqual([[true, [['email', true]]]])
  })
  it('comes back when a newcomer shares something, and says what', async () => {
    const ada = await one(ADA)
    await decided(ada, 'cleared')
    const quiet = await workshop.deps.store.tx(workshop.actor.tenant, (tx) => lookBack(tx, questionIn('phone=+12025550141')))
    expect(quiet.touched[0]?.findings).toEqual([])
    await one(BO)
    const back = await workshop.deps.store.tx(workshop.actor.tenant, (tx) => lookBack(tx, questionIn('phone=+12025550141')))
    expect(back.touched.find((t) => t.persona.id === ada)?.findings.map((f) => f.detector)).toContain('application/phone-shared')
  })
  it('comes back with a listed value that it took on later, and not with a new file that repeats an old one', async () => {
    const ada = await one(ADA)
    const list = await imported('kind,value\nphone,+12025550141\nemail,ada.second@example.com\n')
    await decided(ada, 'cleared')
    const add = (name: string, text: string) => workshop.screen({ ...candidateOf(name, { [name]: text }), to: ada })
    for (const name of ['one', 'two', 'three']) await add(`${name}.txt`, `Ada Example\nNote ${name}\n+1 202 555 0141\n`)
    expect((await touched(list)).touched.map((t) => [returns(t), t.hits.map((h) => h.fresh)])).toEqual([[false, [false]]])
    await add('later.txt', 'Ada Example\nada.second@example.com\n')
    const [back] = (await touched(list)).touched
    expect(back?.hits.map((h) => [h.question.kind, h.fresh]).toSorted()).toEqual([
      ['email', true],
      ['phone', false],
    ])
  })
  it('is forgotten with the decisions about it', async () => {
    const ada = await one(ADA)
    await decided(ada, 'cleared')
    await forget(workshop.deps, catalog, workshop.actor, { persona: ada, watch: UNWATCHED })
    expect(await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.dispositions([ada]))).toEqual([])
  })
})

describe('a decision', () => {
  it('to confirm looks at those who share something again, and so does taking it back', async () => {
    const [ada, bo] = [await one(ADA), await one(BO)]
    const confirmed = await confirmedByTwo(workshop.deps, workshop.actor.tenant, { persona: ada, by: 'bo', second: 'cy' })
    expect(confirmed.changes.map((c) => [c.persona, c.fresh.map((f) => f.detector)])).toEqual([
      [bo, ['application/shares-identifier-with-confirmed']],
    ])
    // One fact seen twice is one fact: the recommendation rests on the number as it did.
    expect(confirmed.changes.map((c) => c.before === c.after)).toEqual([true])
    const back = await decided(ada, 'inconclusive')
    expect(back.changes.map((c) => c.gone.length)).toEqual([1])
    expect(back.disposition.seq).toBe(2)
  })
  it('needs somebody and a reason', async () => {
    await expect(decided('p-0000000000000000', 'cleared')).rejects.toThrow(/no persona/)
    const ada = await one(ADA)
    await expect(
      decide(workshop.deps, catalog, workshop.actor, { persona: ada, kind: 'cleared', reason: '', watch: UNWATCHED }),
    ).rejects.toThrow(/reason/)
  })
  it('against somebody is made by no single person, whichever way they come', async () => {
    const ada = await one(ADA)
    const alone = { persona: ada, kind: 'confirmed', reason: 'It was denied.', watch: UNWATCHED } as const
    await expect(decide(workshop.deps, catalog, workshop.actor, alone)).rejects.toMatchObject({
      code: 'conflict',
      detail: expect.stringMatching(/second person \(R-081\).*cases decide/),
    })
    await expect(
      confirmedByTwo(workshop.deps, workshop.actor.tenant, { persona: ada, by: 'Bo', second: ' bo' }),
      'a capital letter is no second person',
    ).rejects.toThrow(/second person/)
    expect(await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.dispositions([ada]))).toEqual([])
  })
})

describe('a detector that has changed', () => {
  it('runs again over those whom it can touch, and nobody else', async () => {
    const [ada, bo] = [await one(ADA), await one(BO)]
    await one(candidateOf('nobody', { 'letter.txt': 'To whom it may concern.\nI would like to work with you.\n' }))
    expect(await lookBackDetectors(workshop.deps, catalog, workshop.actor, UNWATCHED)).toMatchObject({ detectors: [], asked: 0 })
    const changed = catalog.detectors.map((d) => (d.id === 'application/phone-shared' ? { ...d, version: d.version + 1 } : d))
    const done = await lookBackDetectors(workshop.deps, { ...catalog, detectors: changed }, workshop.actor, UNWATCHED)
    expect(done.detectors.map((d) => d.id)).toEqual(['application/phone-shared'])
    expect(done.asked).toBe(2)
    expect(done.changes.map((c) => c.persona).toSorted()).toEqual([ada, bo].toSorted())
    expect((await lookBackDetectors(workshop.deps, { ...catalog, detectors: changed }, workshop.actor, UNWATCHED)).asked).toBe(0)
  })
  it('that is gone takes its findings with it', async () => {
    const [ada, bo] = [await one(ADA), await one(BO)]
    const fewer = { ...catalog, detectors: catalog.detectors.filter((d) => d.id !== 'application/phone-shared') }
    const done = await lookBackDetectors(workshop.deps, fewer, workshop.actor, UNWATCHED)
    expect(done.changes.map((c) => [c.persona, c.gone.map((f) => f.detector)])).toEqual(
      [ada, bo].toSorted().map((id) => [id, ['application/phone-shared']]),
    )
  })
})
