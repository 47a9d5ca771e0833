import { describe, expect, test } from 'vitest'
import { screenSubject } from '../../../src/engine/screening/screen-subject.ts'
import type { Subject } from '../../../src/model/screening.ts'
import { aParty, openedList } from '../../support/opened-list.ts'

const HOW = { mode: 'standard', least: 0.8, limit: 10, asOf: '2026-03-01' } as const
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
