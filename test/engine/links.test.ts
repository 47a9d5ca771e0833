import { describe, expect, it } from 'vitest'
import { clusterEvents, clusters, hubs, link, links } from '../../src/engine/links/index.ts'
import { explainedLinksOf, linkBetween } from '../../src/engine/cluster-dossier.ts'
import { LINK_KINDS, LINKED_BITS, MOST_HOLDERS } from '../../src/engine/links/kinds.ts'
import { FAMILIES } from '../../src/model/finding.ts'
import { costOfError, endedBy, stateInWords } from '../../src/surfaces/report/link-words.ts'
import { smallWorld, type Said, type SmallWorld } from '../support/small-personas.ts'

/** What links two personas, what only proposes them, and what joins nobody. */

const phone = (n: number): Said => ({ property: 'phone', value: `+120255501${String(n).padStart(2, '0')}` })
const email = (name: string): Said => ({ property: 'email', value: `${name}@example.com` })
const wallet = (n: number): Said => ({ property: 'wallet', value: { chain: 'evm', address: `0x${`${n}`.repeat(40)}` } })
const home = (n: number): Said => ({ property: 'postal-address', value: `${n} Harbour Street, Norrport` })
const device = (id: string): Said => ({ property: 'device', value: { id, kind: 'cookie' } })
const network = (at: string): Said => ({ property: 'network-address', value: { ip: '192.0.2.7', at } })
const prose = (text: string): Said => ({ property: 'passage', value: { text, kind: 'paragraph' } })

const members = async (world: SmallWorld): Promise<readonly (readonly string[])[]> =>
  world.tx(async (tx) => (await clusters(tx, { limit: 20 })).map((c) => c.personas))
const between = (world: SmallWorld, a: string, b: string) => world.tx((tx) => link(tx, world.id(a), world.id(b)))
const ids = (world: SmallWorld, ...names: readonly string[]) => names.map((name) => world.id(name)).toSorted()

describe('the table of kinds', () => {
  it('gives each kind a family, a reason and where its weight comes from, and no limit is beyond what is counted', () => {
    expect(LINK_KINDS.length).toBeGreaterThan(15)
    expect(new Set(LINK_KINDS.map((kind) => kind.kind)).size).toBe(LINK_KINDS.length)
    for (const kind of LINK_KINDS) {
      expect(Object.keys(FAMILIES)).toContain(kind.family)
      expect(kind.why.length).toBeGreaterThan(20)
      expect(kind.source).not.toBe('')
      expect(kind.own).toBeGreaterThanOrEqual(2)
      expect(kind.limit).toBeGreaterThan(kind.own)
      expect(kind.limit).toBeLessThanOrEqual(MOST_HOLDERS)
    }
  })

  it('knows no followers, schools, employers, jobs or names', () => {
    const kinds = LINK_KINDS.map((kind) => kind.kind).join(' ')
    expect(kinds).not.toMatch(/job|school|education|employer|follow|star|neighbour|name|place|domain|application|commit\b|payer|agent/)
  })
})

describe('what two have in common', () => {
  it('links by an identifier, in bits that fall with the holders, whatever else there is', async () => {
    const world = await smallWorld()
    await world.take(['a', [email('a'), wallet(1)]], ['b', [email('b'), wallet(1)]])
    const two = await between(world, 'a', 'b')
    expect(two).toMatchObject({ state: 'linked', bits: 8, evidence: [{ kind: 'wallet', holders: 2, bits: 8, weight: 'strong' }] })
    await world.take(...Array.from({ length: 20 }, (_, n) => [`stranger ${n}`, [email(`stranger${n}`)]] as const))
    expect(await between(world, 'a', 'b')).toEqual(two)
    await world.take(['c', [email('c'), wallet(1)]])
    expect(await between(world, 'a', 'b')).toMatchObject({ bits: 7, evidence: [{ holders: 3 }] })
    expect((await members(world)).map((one) => one.toSorted())).toEqual([ids(world, 'a', 'b', 'c')])
  })

  it('counts the strongest of a family once and says so of the others', async () => {
    const world = await smallWorld()
    await world.take(['a', [phone(1), email('box')]], ['b', [phone(1), email('box')]])
    const found = await between(world, 'a', 'b')
    expect(found).toMatchObject({
      bits: 8,
      evidence: [
        { kind: 'email', bits: 8 },
        { kind: 'phone', bits: 0, weight: 'none' },
      ],
    })
    expect(found?.evidence[1]?.says).toContain('adds nothing')
  })

  it('fades with time, and a network says nothing outside its days', async () => {
    const world = await smallWorld()
    const at = (id: string, when: string): Said => ({ property: 'device', value: { id, kind: 'cookie', at: when } })
    await world.take(
      ['a', [at('one', '2024-01-01T00:00:00.000Z'), network('2026-01-01T10:00:00.000Z')]],
      ['b', [at('one', '2025-12-31T00:00:00.000Z'), network('2026-01-02T10:00:00.000Z')]],
      ['c', [network('2026-01-20T10:00:00.000Z')]],
    )
    const found = await between(world, 'a', 'b')
    expect(found?.evidence.map(({ kind, daysApart, bits }) => ({ kind, daysApart, bits }))).toEqual([
      { kind: 'device', daysApart: 730, bits: 5 },
      // Three were seen there: one bit less, and half a bit for the day between.
      { kind: 'ip', daysApart: 1, bits: 1 },
    ])
    expect(await between(world, 'a', 'c')).toBeUndefined()
  })

  it('links a near-copy of a text and keeps the passages', async () => {
    const text =
      'Rebuilt the freight invoicing pipeline so that twelve depots could settle nightly instead of weekly, wrote the runbook for it, and taught three teams of clerks to read its reports without calling the engineers each time that a number moved a little.'
    const world = await smallWorld()
    await world.take(['a', [prose(text), phone(1)]], ['b', [prose(text.replace('a little', 'at all')), phone(2)]])
    const found = await between(world, 'a', 'b')
    expect(found).toMatchObject({
      state: 'linked',
      evidence: [
        { kind: 'text', family: 'copied-content' },
        { kind: 'phrase', bits: 0 },
      ],
    })
    expect(found?.evidence[0]?.value).toContain('could settle nightly')
  })

  it('finds a picture that was mirrored', async () => {
    const picture = (dct: string, mirror: string, sha: string): Said => ({
      property: 'image-hash',
      role: 'photo',
      value: { dct, mirror, sha256: sha.repeat(64), width: 400, height: 300, role: 'photo' },
    })
    const world = await smallWorld()
    await world.take(
      ['a', [picture('f0e1d2c3b4a59687', '0123456789abcdef', '1')]],
      ['b', [picture('0123456789abcdee', 'f0e1d2c3b4a59687', '2')]],
      ['c', [picture('ffffffff00000000', '00000000ffffffff', '3')]],
    )
    expect(await between(world, 'a', 'b')).toMatchObject({ state: 'linked', evidence: [{ kind: 'photo' }] })
    expect(await between(world, 'a', 'c')).toBeUndefined()
  })

  it('takes an author’s address only from commits that the platform ascribes to the account, so copied history links nobody', async () => {
    const commit = (sha: string, byAccount: boolean | undefined): Said => ({
      property: 'commit',
      role: 'code-account',
      value: {
        repository: 'own/thing',
        own: true,
        sha,
        authorEmail: 'dev@example.org',
        authored: '2024-01-01T00:00:00Z',
        ...(byAccount === undefined ? {} : { byAccount }),
      },
    })
    const world = await smallWorld()
    await world.take(
      ['own', [commit('c1', true), email('own')]],
      ['cloned', [commit('c1', undefined), commit('c2', false), email('cloned')]],
      ['second', [commit('c9', true), email('second')]],
    )
    expect(await between(world, 'own', 'cloned')).toBeUndefined()
    expect(await between(world, 'own', 'second')).toMatchObject({ state: 'linked', evidence: [{ kind: 'author-email' }] })
    // Copied code is shown beside what else two share, and adds nothing.
    await world.take(['own', [commit('c1', true), email('own'), wallet(1)]], ['cloned', [commit('c1', undefined), wallet(1)]])
    const found = await between(world, 'own', 'cloned')
    expect(found?.bits).toBe(8)
    expect(found?.evidence[1]).toMatchObject({ kind: 'commit', value: '1 equal commit', bits: 0, weight: 'none' })
  })

  it('links by a mailbox that one showed in an interview and the other owns, and does not by a referee', async () => {
    const world = await smallWorld()
    const joined: Said = {
      property: 'interview-session',
      role: 'interview',
      value: { session: 's', interviewer: 'i', accommodationAsked: false, joinedWithEmail: 'real@example.com' },
    }
    const referee: Said = { property: 'referee', value: { email: 'ref@example.com' } }
    await world.take(['a', [email('a'), joined]], ['b', [email('real')]], ['c', [email('c'), referee]], ['d', [email('ref')]])
    expect(await between(world, 'a', 'b')).toMatchObject({ state: 'linked', evidence: [{ kind: 'reach-shown' }] })
    expect(await between(world, 'c', 'd')).toMatchObject({ state: 'proposed', evidence: [{ kind: 'reach-referee', weight: 'weak' }] })
  })

  it('shared jobs, names and employers link nobody; name and career together propose', async () => {
    const world = await smallWorld()
    const same: readonly Said[] = [
      { property: 'person-name', value: { full: 'Ada Example' } },
      { property: 'job', value: { employer: 'Norrport Freight', from: '2019-01', to: '2022-03' } },
    ]
    const colleague: readonly Said[] = [{ property: 'person-name', value: { full: 'Ben Sample' } }, ...same.slice(1)]
    await world.take(['a', [...same, email('a')]], ['b', [...same, email('b')]], ['c', [...colleague, email('c')]])
    expect(await between(world, 'a', 'b')).toMatchObject({ state: 'proposed', bits: 0, evidence: [] })
    expect(await between(world, 'a', 'c')).toBeUndefined()
    expect(await members(world)).toEqual([])
  })
})

describe('honest people together', () => {
  it('a household is proposed, with the reason against it, and never joined', async () => {
    const world = await smallWorld()
    const all = [home(4), phone(4), device('tablet'), { property: 'bank-account', value: { number: 'GB33BUKB20201555555555' } }] as const
    await world.take(['a', [...all, email('a')]], ['b', [...all, email('b')]])
    const found = await between(world, 'a', 'b')
    expect(found?.state).toBe('proposed')
    expect(found?.bits).toBeGreaterThan(LINKED_BITS)
    expect(found?.against[0]?.says).toContain('live together')
    expect(found?.against[0]?.because).toHaveLength(2)
    expect(await members(world)).toEqual([])
    // Where one gives no home it is still no link; where they say to live apart it is one.
    const account = (number: string): Said => ({ property: 'bank-account', value: { number, bank: '021000021' } })
    await world.take(['paid 1', [account('70001'), email('p')]], ['paid 2', [account('70001'), email('q'), home(7)]])
    expect((await between(world, 'paid 1', 'paid 2'))?.state).toBe('proposed')
    await world.take(['apart 1', [account('70002'), email('r'), home(8)]], ['apart 2', [account('70002'), email('s'), home(9)]])
    expect((await between(world, 'apart 1', 'apart 2'))?.state).toBe('linked')
    // With more than a home in common it is a link.
    await world.take(['a', [...all, email('a'), wallet(1)]], ['b', [...all, email('b'), wallet(1)]])
    expect((await between(world, 'a', 'b'))?.state).toBe('linked')
  })

  it('a staffing agency’s number and office chain nobody, and stand among the hubs with their size', async () => {
    const world = await smallWorld()
    await world.take(...Array.from({ length: 7 }, (_, n) => [`sent ${n}`, [phone(50), home(50), email(`sent${n}`)]] as const))
    expect(await members(world)).toEqual([])
    const found = await world.tx((tx) => hubs(tx, { limit: 9 }))
    expect(found.map(({ kind, holders }) => ({ kind, holders }))).toEqual([
      { kind: 'postal-address', holders: 7 },
      { kind: 'phone', holders: 7 },
    ])
    expect(found[0]?.reason).toContain('It joins nobody')
  })

  it('a ring nearly as large that has more in common is one cluster', async () => {
    const world = await smallWorld()
    await world.take(
      ...Array.from(
        { length: 6 },
        (_, n) =>
          [
            `ring ${n}`,
            [
              { property: 'messenger', value: { service: 'telegram', handle: 'ring' } },
              email(`ring${n}`),
              device(`d${n >> 1}`),
              wallet(n >> 1),
            ],
          ] as const,
      ),
      ['ring 6', [email('ring6'), wallet(2), device('d2')]],
    )
    const found = await members(world)
    expect(found).toHaveLength(1)
    expect(found[0]).toHaveLength(7)
  })

  it('a value that passes its limit loses its links, keeps its count, and is told beside what else two share', async () => {
    const world = await smallWorld()
    const many = Array.from({ length: 21 }, (_, n) => [`user ${n}`, [email('info'), ...(n < 2 ? [wallet(1)] : [])]] as const)
    await world.take(...many.slice(0, 3))
    expect((await members(world)).flat()).toHaveLength(3)
    await world.take(...many.slice(3))
    const found = await between(world, 'user 0', 'user 1')
    expect(found?.evidence.map(({ kind, holders, bits }) => ({ kind, holders, bits }))).toEqual([
      { kind: 'wallet', holders: 2, bits: 8 },
      { kind: 'email', holders: 21, bits: 0 },
    ])
    expect((await members(world)).map((one) => one.toSorted())).toEqual([ids(world, 'user 0', 'user 1')])
    const events = await world.tx((tx) => clusterEvents(tx, { after: 0, limit: 9 }))
    expect(events.map((event) => event.kind)).toEqual(['formed', 'shrunk'])
  })
})

describe('all links', () => {
  it('come page by page as they come at once', async () => {
    const world = await smallWorld()
    await world.take(
      ['a', [wallet(1), email('a')]],
      ['b', [wallet(1), email('b')]],
      ['c', [wallet(2), phone(1)]],
      ['d', [wallet(2), phone(1)]],
      ['e', [wallet(3)]],
      ['f', [wallet(3)]],
    )
    await world.tx(async (tx) => {
      const whole = await links(tx, { limit: 99 })
      expect(whole.length).toBe(3)
      const one: (typeof whole)[number][] = []
      for (;;) {
        const page = await links(tx, { after: one.at(-1), limit: 1 })
        if (page.length === 0) break
        one.push(...page)
      }
      expect(one).toEqual(whole)
    })
  })
})

describe('why linked', () => {
  it('says what it weighs, what speaks against it, what would remove it and what a mistake would cost', async () => {
    const world = await smallWorld()
    await world.take(['a', [wallet(1), email('a')]], ['b', [wallet(1), email('b')]])
    await world.take(['c', [wallet(2)]])
    const between = (one: string, other: string) => world.tx((tx) => linkBetween(tx, world.id(one), world.id(other)))
    const why = (await between('b', 'a'))!
    expect(stateInWords(why)).toBe('The two share identifiers or content that strangers rarely share.')
    expect(why.link.bits).toBe(8)
    expect(endedBy(why)).toMatch(/ Then it would be no link any more\.$/)
    expect(costOfError(why)).toMatch(/honest/)
    expect(why.against.map((doubt) => doubt.says)).toContain('Each gives another e-mail address.')
    expect(await between('a', 'c')).toBeUndefined()
  })

  it('says that enough is left where more than one fact would have to fall', async () => {
    const world = await smallWorld()
    await world.take(['a', [wallet(1), wallet(2), phone(1), device('d')]], ['b', [wallet(1), wallet(2), phone(1), device('d')]])
    const [why] = await world.tx((tx) => explainedLinksOf(tx, [world.id('a')]))
    expect(endedBy(why!)).toMatch(/ Even then enough would be left for a link\.$/)
  })
})

describe('renaming everybody', () => {
  it('changes no link that counts', async () => {
    const people = (name: (n: number) => string) =>
      Array.from({ length: 6 }, (_, n): readonly [string, readonly Said[]] => [
        `p${n}`,
        [
          { property: 'person-name', value: { full: name(n) } },
          email(`box${n}`),
          phone(n >> 1),
          ...(n % 3 === 0 ? [wallet(7)] : []),
          ...(n < 2 ? [home(1)] : []),
        ],
      ])
    const told = async (name: (n: number) => string) => {
      const world = await smallWorld()
      await world.take(...people(name))
      return world.tx(async (tx) =>
        (await tx.linksPage({ limit: 50 })).map(({ persona, other, state, bits }) => ({ persona, other, state, bits })),
      )
    }
    const before = await told((n) => ['Ada Example', 'Ada Example', 'Ben Sample', 'Cleo Test', 'Dan Probe', 'Eve Trial'][n] ?? '')
    expect(before.length).toBeGreaterThan(2)
    expect(await told((n) => ['Xu Wei', 'Xu Wei', 'Olu Ade', 'Jan Kos', 'Ana Paz', 'Tor Vik'][n] ?? '')).toEqual(before)
    // Even where the names of different people become equal.
    const linked = (all: typeof before) => all.filter((one) => one.state === 'linked')
    expect(linked(await told(() => 'One Name'))).toEqual(linked(before))
  })
})
