import { describe, expect, it } from 'vitest'
import { clusterDossier, linkBetween } from '../../src/engine/cluster-dossier.ts'
import { cluster, clusterEvents, clusters, judge, judgementsOf, link, withdrawJudgement } from '../../src/engine/links/index.ts'
import type { JudgementKind } from '../../src/model/link.ts'
import { changesIds, endedBy, stateInWords } from '../../src/surfaces/report/link-words.ts'
import { NO_CATALOG, smallWorld, WATCH, type Said, type SmallWorld } from '../support/small-personas.ts'

/** What people judge stands over what machines find, and can be taken back. */

const email = (name: string): Said => ({ property: 'email', value: `${name}@example.com` })
const wallet = (n: number): Said => ({ property: 'wallet', value: { chain: 'evm', address: `0x${`${n}`.repeat(40)}` } })
const handle = (n: number): Said => ({ property: 'messenger', value: { service: 'telegram', handle: `user${n}` } })

const say = (world: SmallWorld, a: string, kind: JudgementKind, b: string) =>
  judge(world.deps, NO_CATALOG, world.actor, { watch: WATCH, persona: world.id(a), other: world.id(b), kind, reason: `They are ${kind}.` })
const takeBack = (world: SmallWorld, a: string, b: string) =>
  withdrawJudgement(world.deps, NO_CATALOG, world.actor, {
    watch: WATCH,
    persona: world.id(a),
    other: world.id(b),
    reason: 'It was a mistake.',
  })
const together = (world: SmallWorld): Promise<readonly (readonly string[])[]> =>
  world.tx(async (tx) => (await clusters(tx, { limit: 20 })).map((c) => c.personas.toSorted()))
const ids = (world: SmallWorld, ...names: readonly string[]) => names.map((name) => world.id(name)).toSorted()

/** a–b by a wallet, b–c by a messenger account: one cluster of three, c hanging on the lighter link. d by itself. */
async function three(): Promise<SmallWorld> {
  const world = await smallWorld()
  await world.take(
    ['a', [email('a'), wallet(1)]],
    ['b', [email('b'), wallet(1), handle(1)]],
    ['c', [email('c'), handle(1)]],
    ['d', [email('d'), wallet(4)]],
  )
  return world
}

describe('a judgement', () => {
  it('of different is never overruled, not through others either, and the link that gives way says why', async () => {
    const world = await three()
    expect(await together(world)).toEqual([ids(world, 'a', 'b', 'c')])
    const { judgement, events } = await say(world, 'c', 'different', 'a')
    expect(await together(world)).toEqual([ids(world, 'a', 'b')])
    expect(events).toMatchObject([
      { kind: 'shrunk', left: [world.id('c')], reason: `A person judged two of them different (act ${judgement.seq}).` },
    ])
    const passed = await world.tx((tx) => link(tx, world.id('b'), world.id('c')))
    expect(passed?.state).toBe('linked')
    expect(passed?.against.map((doubt) => doubt.says).join(' ')).toContain(`judged different by tester (act ${judgement.seq})`)
    // More of the same changes nothing, and a fourth does not bring them together either.
    await world.take(['c', [email('c'), handle(1), wallet(4)]], ['a', [email('a'), wallet(1), wallet(4)]])
    const found = await together(world)
    expect(found.find((one) => one.includes(world.id('a')))).not.toContain(world.id('c'))
    expect((await world.tx((tx) => link(tx, world.id('a'), world.id('c'))))?.state).toBe('apart')
  })

  it('of the same joins whom nothing links, and taking it back restores what was, exactly', async () => {
    const world = await three()
    const before = await world.hash()
    const { events, link: made } = await say(world, 'd', 'same', 'a')
    expect(made).toMatchObject({ state: 'linked', evidence: [] })
    expect(events).toMatchObject([{ kind: 'grown', joined: [world.id('d')] }])
    expect(await together(world)).toEqual([ids(world, 'a', 'b', 'c', 'd')])
    await takeBack(world, 'a', 'd')
    expect(await world.hash()).toBe(before)
    await say(world, 'a', 'different', 'b')
    await say(world, 'a', 'unsure', 'b')
    await takeBack(world, 'a', 'b')
    // The one before stands again.
    expect((await world.tx((tx) => link(tx, world.id('a'), world.id('b'))))?.state).toBe('apart')
    await takeBack(world, 'a', 'b')
    expect(await world.hash()).toBe(before)
    const acts = await world.tx((tx) => judgementsOf(tx, world.id('a'), world.id('b')))
    expect(acts.map((act) => act.kind)).toEqual(['different', 'unsure', 'withdrawn', 'withdrawn'])
  })

  it('of unsure keeps a proposal until something new comes', async () => {
    const world = await three()
    await say(world, 'a', 'unsure', 'b')
    expect((await world.tx((tx) => link(tx, world.id('a'), world.id('b'))))?.state).toBe('proposed')
    const later = '2027-01-01T00:00:00.000Z'
    const fresh: Said = { property: 'phone', value: '+12025550109', role: 'application', held: later }
    await world.take(['a', [email('a'), wallet(1), fresh]])
    expect((await world.tx((tx) => link(tx, world.id('a'), world.id('b'))))?.state).toBe('proposed')
    await world.take(['b', [email('b'), wallet(1), handle(1), fresh]])
    expect((await world.tx((tx) => link(tx, world.id('a'), world.id('b'))))?.state).toBe('linked')
    const before = await world.hash()
    expect(await world.rebuild()).toBe(before)
  })

  it('that contradicts others is refused, and the acts are named', async () => {
    const world = await three()
    const first = await say(world, 'a', 'same', 'b')
    const second = await say(world, 'b', 'same', 'd')
    await expect(say(world, 'd', 'different', 'a')).rejects.toMatchObject({
      code: 'conflict',
      detail: expect.stringMatching(new RegExp(`act ${first.judgement.seq},.*act ${second.judgement.seq},`)) as string,
    })
    const third = await say(world, 'c', 'different', 'a')
    await expect(say(world, 'd', 'same', 'c')).rejects.toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining(`act ${third.judgement.seq},`) as string,
    })
    // An earlier act that would stand again is looked at, too.
    await say(world, 'a', 'unsure', 'b')
    await say(world, 'c', 'same', 'b')
    await say(world, 'b', 'unsure', 'c')
    await takeBack(world, 'a', 'b')
    await expect(takeBack(world, 'b', 'c')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('needs two personas that are there, one of three words and a reason; without one standing there is none to take back', async () => {
    const world = await three()
    const pair = { persona: world.id('a'), other: world.id('b') }
    await expect(judge(world.deps, NO_CATALOG, world.actor, { watch: WATCH, ...pair, kind: 'same', reason: '  ' })).rejects.toMatchObject({
      code: 'usage',
    })
    await expect(
      judge(world.deps, NO_CATALOG, world.actor, { watch: WATCH, ...pair, other: pair.persona, kind: 'same', reason: 'x' }),
    ).rejects.toMatchObject({
      code: 'usage',
    })
    await expect(
      judge(world.deps, NO_CATALOG, world.actor, { watch: WATCH, ...pair, other: 'p-none', kind: 'same', reason: 'x' }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      judge(world.deps, NO_CATALOG, world.actor, { watch: WATCH, ...pair, kind: 'maybe' as JudgementKind, reason: 'x' }),
    ).rejects.toMatchObject({
      code: 'usage',
    })
    await expect(takeBack(world, 'a', 'b')).rejects.toMatchObject({ code: 'conflict' })
    expect(await world.tx((tx) => tx.allJudgements())).toEqual([])
  })

  it('is told as what stands, not as what was said last', async () => {
    const world = await three()
    const why = async (b: string) => (await world.tx((tx) => linkBetween(tx, world.id('a'), world.id(b))))!
    await say(world, 'a', 'different', 'b')
    await say(world, 'a', 'same', 'b')
    expect(stateInWords(await why('b'))).toMatch(/^A person judged them the same/)
    expect(endedBy(await why('b'))).toMatch(/^Only the person’s judgement being taken back\./)
    await takeBack(world, 'a', 'b')
    expect(stateInWords(await why('b'))).toMatch(/^A person judged them different\./)
    // Of two who have nothing in common nobody says that their names agree.
    await say(world, 'a', 'unsure', 'd')
    expect(stateInWords(await why('d'))).toMatch(/was not sure/)
  })

  it('is refused where the reason may be none, and nothing is kept of it', async () => {
    const world = await three()
    const pair = { persona: world.id('a'), other: world.id('b') }
    await expect(
      judge(world.deps, NO_CATALOG, world.actor, { watch: WATCH, ...pair, kind: 'same', reason: 'Both are Norwegians.' }),
    ).rejects.toThrow(/cannot be kept/)
    expect(await world.tx((tx) => tx.allJudgements())).toEqual([])
  })

  it('is logged without what was said', async () => {
    const world = await three()
    await say(world, 'a', 'same', 'b')
    const [row] = await world.tx((tx) => tx.auditRows(0, 9))
    expect(row).toMatchObject({ action: 'judged', actor: 'tester', detail: { kind: 'same', act: 1 } })
    expect(JSON.stringify(row)).not.toContain('They are')
    expect((await world.tx((tx) => linkBetween(tx, world.id('a'), world.id('b'))))?.judgements).toHaveLength(1)
  })
})

describe('a cluster', () => {
  it('keeps its id when it grows, and a merge and a split name both old ids', async () => {
    const world = await smallWorld()
    await world.take(['a', [wallet(1)]], ['b', [wallet(1)]])
    const [first] = await world.tx((tx) => clusters(tx, { limit: 9 }))
    await world.take(['c', [wallet(2)]], ['d', [wallet(2)]])
    const two = (await world.tx((tx) => clusters(tx, { limit: 9 }))).map((c) => c.id).toSorted()
    expect(two).toContain(first?.id)
    const { events: merged } = await say(world, 'b', 'same', 'c')
    expect(merged).toMatchObject([{ kind: 'merged', before: two, joined: [], left: [] }])
    expect(two).toContain(merged[0]?.after[0])
    const { events: split } = await takeBack(world, 'b', 'c')
    expect(split).toMatchObject([{ kind: 'split', before: merged[0]?.after, after: two }])
    const all = await world.tx((tx) => clusterEvents(tx, { after: 0, limit: 9 }))
    expect(all.map((event) => event.seq)).toEqual([1, 2, 3, 4])
    expect(await world.tx((tx) => cluster(tx, two[0] ?? ''))).toMatchObject({ id: two[0] })
    await expect(world.tx((tx) => cluster(tx, 'c-0000000000000000'))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('whose first member leaves gets another id, and both are told', async () => {
    const world = await smallWorld()
    await world.take(['a', [wallet(1)]], ['b', [wallet(1)]], ['c', [wallet(1)]])
    const [before] = await world.tx((tx) => clusters(tx, { limit: 9 }))
    await world.forget(['a', 'b', 'c'].find((name) => world.id(name) === before?.personas[0]) ?? '')
    const [after] = await world.tx((tx) => clusters(tx, { limit: 9 }))
    const events = await world.tx((tx) => clusterEvents(tx, { after: 0, limit: 9 }))
    expect(events).toMatchObject([{ kind: 'formed' }, { kind: 'shrunk', before: [before?.id], after: [after?.id] }])
    expect(after?.id).not.toBe(before?.id)
    expect(events.map(changesIds)).toEqual([false, true])
    await expect(world.tx((tx) => clusterDossier(tx, before?.id ?? ''))).rejects.toThrow(new RegExp(`Look at ${after?.id}`))
  })

  it('leaves no residue of who is forgotten, and notes it', async () => {
    const world = await three()
    await say(world, 'a', 'same', 'c')
    await world.forget('a')
    expect(await together(world)).toEqual([ids(world, 'b', 'c')])
    expect(await world.tx((tx) => tx.links([world.id('a')]))).toEqual([])
    expect(await world.tx((tx) => tx.allJudgements())).toEqual([])
    const kept = JSON.stringify(await world.tx((tx) => tx.linksPage({ limit: 9 })))
    expect(kept).not.toContain(world.id('a'))
    const events = await world.tx((tx) => clusterEvents(tx, { after: 0, limit: 9 }))
    expect(events.at(-1)).toMatchObject({ kind: 'shrunk', left: [world.id('a')] })
    await world.forget('b')
    expect(await together(world)).toEqual([])
    expect((await world.tx((tx) => clusterEvents(tx, { after: 0, limit: 9 }))).at(-1)).toMatchObject({ kind: 'dissolved' })
  })
})
