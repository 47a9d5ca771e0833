import { describe, expect, test } from 'vitest'
import { EXACT } from '../../../src/engine/screening/exact.ts'
import { screenSubject, shown } from '../../../src/engine/screening/screen-subject.ts'
import type { Subject } from '../../../src/model/screening.ts'
import { aParty, openedList } from '../../support/opened-list.ts'

const HOW = { mode: 'standard', least: 0.8, asOf: '2026-03-01' } as const
/** The example of EIP-55. */
const WALLET = '0x52908400098527886E0F7030069857D2E4169EE7'
/** The first address that was ever paid, in the genesis block of Bitcoin. */
const COIN = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'
const adalbert = aParty({
  id: '1',
  births: [{ from: '1980-04-13' }],
  identifiers: [{ kind: 'passport', value: 'X 123-456' }],
  addresses: ['12 Example Street, Springfield'],
  wallets: [{ address: COIN, currency: 'XBT' }],
})
const ask = (over: Partial<Subject>, parties = [adalbert], how: Partial<typeof HOW> = {}) =>
  screenSubject(
    { id: 'q', type: 'person', names: [], births: [], identifiers: [], wallets: [], addresses: [], ...over },
    [openedList(parties)],
    {
      ...HOW,
      ...how,
    },
    EXACT,
  )

describe('a name alone', () => {
  test('is never a possible match, however near it is', () => {
    const [hit] = ask({ names: ['Adalbert Quill Example'] })
    expect(hit).toMatchObject({ entry: '1', state: 'name-only', comparisons: [] })
    expect(hit?.explanation).toMatch(/a name alone says little/)
    expect(hit?.missing).toEqual(['a birth date', 'a document or registration number', 'an address', 'a wallet address'])
  })
  test('of which one part agrees can be seen to be that', () => {
    for (const hit of ask({ names: ['Adalbert'] }, [adalbert], { least: 0.1 as never })) expect(hit.onePart).toBe(true)
  })
  test('of another kind is told as that', () => {
    const [hit] = ask({ names: ['Adalbert Quill Example'], type: 'person' }, [aParty({ id: '1', type: 'unknown' })])
    expect(hit?.comparisons).toEqual([])
  })
})

describe('what agrees beside the name', () => {
  const bare = ask({ names: ['Adalbert Quil Example'] })[0]!
  test.each([
    ['a year of birth', { births: ['1980'] }],
    ['a birth date', { births: ['1980-04-13'] }],
    ['a passport, however it is spaced', { identifiers: [{ kind: 'passport' as const, value: 'x123456' }] }],
    ['a full address', { addresses: ['12 Example St., Springfield'] }],
    ['a wallet', { wallets: [{ address: COIN }] }],
  ])('%s makes it possible and raises it', (_, more) => {
    const [hit] = ask({ names: ['Adalbert Quil Example'], ...more })
    expect(hit?.state).toBe('possible')
    expect(hit?.score).toBeGreaterThan(bare.score)
    expect(hit?.score).toBeLessThan(1)
  })
  test('a birth date says more than a year', () => {
    const [day] = ask({ names: ['Adalbert Quil Example'], births: ['1980-04-13'] })
    const [year] = ask({ names: ['Adalbert Quil Example'], births: ['1980'] })
    expect(day!.score).toBeGreaterThan(year!.score)
  })
  test('another year of birth lowers it, and it stays the name alone', () => {
    const [hit] = ask({ names: ['Adalbert Quil Example'], births: ['1999'] }, [adalbert], { least: 0.5 as never })
    expect(hit).toMatchObject({ state: 'name-only' })
    expect(hit!.score).toBeLessThan(bare.score)
    expect(hit!.explanation).toMatch(/Against it: The years of birth lie 19 apart/)
  })
})

describe('exact things', () => {
  test('find an entry whatever the name', () => {
    const [hit] = ask({ names: ['Somebody Else'], wallets: [{ address: COIN }] })
    expect(hit).toMatchObject({ entry: '1', state: 'possible', comparisons: [{ about: 'wallet', agrees: 'yes' }] })
  })
  test('a lower-cased address is a damaged one and is never told as equal', () => {
    const [hit] = ask({ wallets: [{ address: COIN.toLowerCase() }] })
    expect(hit?.comparisons).toMatchObject([{ about: 'wallet', agrees: 'near', theirs: COIN }])
    expect(hit?.explanation).toMatch(/does not hold; it would be/)
  })
  test('of a chain where case means nothing are equal in any', () => {
    const [hit] = ask({ wallets: [{ address: WALLET.toLowerCase() }] }, [
      aParty({ id: '2', wallets: [{ address: WALLET, currency: 'ETH' }] }),
    ])
    expect(hit?.comparisons).toMatchObject([{ agrees: 'yes' }])
  })
  test('a subject without a name is asked about by what there is', () => expect(ask({ wallets: [{ address: WALLET }] })).toEqual([]))
})

describe('nobody is lost', () => {
  const QUIRE = 'Adalbert Quill Example'
  test('behind namesakes, however many there are', () => {
    const many = Array.from({ length: 200 }, (_, i) => aParty({ id: `n${i}`, births: [{ from: String(1900 + (i % 50)) }] }))
    const one = aParty({ id: 'one', births: [{ from: '1980-04-13' }] })
    const hits = ask({ names: [QUIRE], births: ['1980-04-13'] }, [...many, one])
    expect(hits.filter((hit) => hit.state === 'possible').map((hit) => hit.entry)).toEqual(['one'])
    expect(shown(hits, 3).map((hit) => hit.entry)[0]).toBe('one')
    expect(shown(hits, 3)).toHaveLength(3)
  })
  test('behind an entry with very many names', () => {
    const names = Array.from({ length: 90 }, () => ({ full: QUIRE, kind: 'alias' as const, quality: 'strong' as const }))
    expect(ask({ names: [QUIRE] }, [aParty({ id: 'aliases', names }), aParty({ id: 'other' })]).map((hit) => hit.entry)).toContain('other')
  })
  test('because the list says that it is something else, or does not say what', () => {
    expect(ask({ names: [QUIRE] }, [aParty({ id: '1', type: 'organisation' })])).toMatchObject([
      { comparisons: [{ about: 'type', agrees: 'no' }] },
    ])
    expect(ask({ names: ['Adalbert Q. Example'], type: 'unknown' }, [aParty({ id: '1', type: 'unknown' })])).toHaveLength(1)
  })
  test('because of one more nickname', () => {
    const party = aParty({
      id: '1',
      names: [
        { full: 'EXAMPLE, Adalbert Quill', kind: 'primary', quality: 'strong' },
        { full: 'Bert', kind: 'alias', quality: 'weak' },
      ],
      births: [{ from: '1980' }],
    })
    expect(ask({ names: ['Adalbert Q. Example', 'Bert'], births: ['1980'] }, [party])).toMatchObject([
      { state: 'possible', onePart: false },
    ])
  })
  test('by a long number whose issuer nobody names; by a short one nobody is found', () => {
    const numbered = (value: string) => aParty({ id: '1', identifiers: [{ kind: 'passport', value }] })
    const by = (value: string) => ask({ identifiers: [{ kind: 'passport', value }] }, [numbered(value)])
    expect(by('563410121')).toMatchObject([{ state: 'possible', comparisons: [{ agrees: 'near' }] }])
    expect(by('563410')).toEqual([])
  })
  test('at a mailbox or a page of a listed domain, unless everybody is at it', () => {
    const front = (value: string) => aParty({ id: '1', type: 'organisation', identifiers: [{ kind: 'website', value }] })
    const at = (kind: 'email' | 'website', value: string, domain: string) => ask({ identifiers: [{ kind, value }] }, [front(domain)])
    expect(at('email', 'anna@front.example', 'front.example')).toMatchObject([{ state: 'possible' }])
    expect(at('website', 'https://front.example/team/anna', 'www.front.example')).toMatchObject([{ state: 'possible' }])
    expect(at('email', 'anna@gmail.com', 'gmail.com')).toEqual([])
  })
})

describe('as of a day', () => {
  const once = aParty({ id: '1', listed: '2024-05-01', delisted: '2025-06-01' })
  test.each([
    ['2024-04-30', 0],
    ['2024-05-01', 1],
    ['2025-05-31', 1],
    ['2025-06-01', 0],
  ])('%s', (asOf, hits) => expect(ask({ names: ['Adalbert Quill Example'] }, [once], { asOf: asOf as never })).toHaveLength(hits))
})

test('hits stand in a defined order, and the same question has the same answer', () => {
  const parties = [
    aParty({ id: '1', name: 'EXAMPLE, Adalbert' }),
    aParty({ id: '2', names: [{ full: 'EXAMPLE, Adalbert', kind: 'alias', quality: 'weak' }] }),
    aParty({ id: '3', name: 'EXAMPLE, Adelbert' }),
    aParty({ id: '4', name: 'EXAMPLE, Adalbert', births: [{ from: '1980' }] }),
  ]
  const hits = ask({ names: ['Adalbert Example'], births: ['1980'] }, parties, { least: 0.5 as never })
  expect(hits.map((hit) => hit.entry)).toEqual(['4', '1', '2', '3'])
  expect(ask({ names: ['Adalbert Example'], births: ['1980'] }, parties, { least: 0.5 as never })).toEqual(hits)
})

test('the regulator’s mode scores as the regulator’s search does', () => {
  const [hit] = ask({ names: ['Adalbert Quill Example'] }, [adalbert], { mode: 'regulator' as never, least: 0.5 as never })
  expect(hit).toMatchObject({ entry: '1' })
  expect(Math.round(hit!.nameScore * 100)).toBe(hit!.nameScore * 100)
})
