import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowOf } from '../../../src/compute/ownership/flow.ts'
import { contradicts, holdingsOf, type Holding } from '../../../src/compute/ownership/holdings.ts'
import { stakesOn, WHOLE, type Edge } from '../../../src/compute/ownership/stakes.ts'

const DAY = '2026-11-28'
const HALF = WHOLE / 2
type Share = number | 'unknown' | readonly [number, number]
const bounds = (share: Share): readonly [number, number] =>
  share === 'unknown' ? [0, WHOLE] : typeof share === 'number' ? [share * 1e9, share * 1e9] : [share[0] * 1e9, share[1] * 1e9]

/** `X>A 50` and so on; the seeds are the parties whose names are given. */
function standings(
  rows: readonly (readonly [string, string, Share])[],
  seeds: readonly string[],
): Record<string, Holding & { percent: number; most: number }> {
  const names = [...new Set([...rows.flatMap(([owner, owned]) => [owner, owned]), ...seeds])]
  const edges = rows.map(([owner, owned, share]): Edge => {
    const [least, most] = bounds(share)
    return { owner: names.indexOf(owner), owned: names.indexOf(owned), least, most }
  })
  const holdings = holdingsOf(
    names.length,
    stakesOn(edges, DAY),
    seeds.map((seed) => names.indexOf(seed)),
    HALF,
  )
  return Object.fromEntries(
    holdings.map((holding) => [names[holding.party], { ...holding, percent: holding.held / 1e9, most: holding.atMost / 1e9 }]),
  )
}

describe('the regulator’s own examples (OFAC, frequently asked questions 399 and 401)', () => {
  it('399: stakes of several blocked persons add up', () => {
    expect(
      standings(
        [
          ['X', 'A', 25],
          ['Y', 'A', 25],
        ],
        ['X', 'Y'],
      )['A'],
    ).toMatchObject({ standing: 'owned', percent: 50 })
  })
  it('401, example 1: a chain of halves', () => {
    expect(
      standings(
        [
          ['X', 'A', 50],
          ['A', 'B', 50],
        ],
        ['X'],
      )['B'],
    ).toMatchObject({ standing: 'owned', percent: 50 })
  })
  it('401, example 2: two quarters through two halves', () => {
    expect(
      standings(
        [
          ['X', 'A', 50],
          ['X', 'B', 50],
          ['A', 'C', 25],
          ['B', 'C', 25],
        ],
        ['X'],
      )['C'],
    ).toMatchObject({ standing: 'owned', percent: 50 })
  })
  it('401, example 3: directly and through another', () => {
    expect(
      standings(
        [
          ['X', 'A', 50],
          ['X', 'B', 10],
          ['A', 'B', 40],
        ],
        ['X'],
      )['B'],
    ).toMatchObject({ standing: 'owned', percent: 50 })
  })
  it('401, example 4: what is owned by a quarter passes nothing on', () => {
    const found = standings(
      [
        ['X', 'A', 50],
        ['X', 'B', 25],
        ['A', 'C', 25],
        ['B', 'C', 25],
      ],
      ['X'],
    )
    expect(found['B']).toMatchObject({ standing: 'below', percent: 25 })
    expect(found['C']).toMatchObject({ standing: 'below', percent: 25, through: [{ least: 25e9 }], stopped: [{ least: 25e9 }] })
  })
  it('401, example 5: two halves of one, each owned by a quarter', () => {
    expect(
      standings(
        [
          ['X', 'A', 25],
          ['X', 'B', 25],
          ['A', 'C', 50],
          ['B', 'C', 50],
        ],
        ['X'],
      )['C'],
    ).toMatchObject({ standing: 'below', percent: 0 })
  })
  it('401, example 6: through the companies of two persons', () => {
    expect(
      standings(
        [
          ['X', 'A', 50],
          ['Y', 'B', 50],
          ['A', 'C', 25],
          ['B', 'C', 25],
        ],
        ['X', 'Y'],
      )['C'],
    ).toMatchObject({ standing: 'owned', percent: 50 })
  })
})

describe('what is not certain', () => {
  it('never counts an unknown share, and says that it could be enough', () => {
    const found = standings(
      [
        ['X', 'A', 30],
        ['Y', 'A', 'unknown'],
        ['A', 'B', 60],
      ],
      ['X', 'Y'],
    )
    expect(found['A']).toMatchObject({ standing: 'open', percent: 30, most: 100, open: [{ least: 0 }] })
    expect(found['B']).toMatchObject({ standing: 'open', percent: 0, most: 60 })
  })
  it('leaves an unknown share no more room than the others do', () => {
    expect(
      standings(
        [
          ['X', 'A', 30],
          ['Y', 'A', 'unknown'],
          ['Z', 'A', 60],
        ],
        ['X', 'Y'],
      )['A'],
    ).toMatchObject({ standing: 'below', percent: 30, most: 40 })
  })
  it('takes two records of one stake for one stake', () => {
    expect(
      standings(
        [
          ['X', 'A', 25],
          ['X', 'A', 25],
        ],
        ['X'],
      )['A'],
    ).toMatchObject({ standing: 'below', percent: 25 })
    expect(
      standings(
        [
          ['X', 'A', 25],
          ['X', 'A', 'unknown'],
        ],
        ['X'],
      )['A'],
    ).toMatchObject({ standing: 'below', percent: 25, most: 25 })
    expect(
      standings(
        [
          ['X', 'A', [50, 75]],
          ['X', 'A', 60],
        ],
        ['X'],
      )['A'],
    ).toMatchObject({ standing: 'owned', percent: 60 })
    expect(
      standings(
        [
          ['X', 'A', 40],
          ['X', 'A', 60],
        ],
        ['X'],
      )['A'],
    ).toMatchObject({ standing: 'open', percent: 40, most: 60, open: [{ disputed: true }] })
  })
  it('says when the shares add up to more than the whole', () => {
    const found = standings(
      [
        ['X', 'A', 50],
        ['Z', 'A', 70],
      ],
      ['X'],
    )['A']!
    expect(found.standing).toBe('owned')
    expect(contradicts(found)).toBe(true)
    expect(
      contradicts(
        standings(
          [
            ['X', 'A', 50],
            ['Z', 'A', 50],
          ],
          ['X'],
        )['A']!,
      ),
    ).toBe(false)
  })
  it('misses half by the smallest part', () => {
    expect(standings([['X', 'A', 49.9]], ['X'])['A']).toMatchObject({ standing: 'below', percent: 49.9 })
    expect(standings([['X', 'A', 49.999999999]], ['X'])['A']!.standing).toBe('below')
    expect(
      standings(
        [
          ['X', 'A', 16.7],
          ['Y', 'A', 33.3],
        ],
        ['X', 'Y'],
      )['A']!.standing,
    ).toBe('owned')
  })
})

describe('circles', () => {
  it('that rest on nobody own nothing', () => {
    const found = standings(
      [
        ['A', 'B', 60],
        ['B', 'A', 60],
        ['X', 'A', 30],
      ],
      ['X'],
    )
    expect(found['A']).toMatchObject({ standing: 'below', percent: 30 })
    expect(found['B']).toMatchObject({ standing: 'below', percent: 0 })
  })
  it('do not count what a company holds in itself', () => {
    expect(
      standings(
        [
          ['X', 'A', 40],
          ['A', 'A', 20],
        ],
        ['X'],
      )['A'],
    ).toMatchObject({ standing: 'below', percent: 40, own: 20e9 })
  })
  it('prove by the stakes that do not rest on the company itself', () => {
    const found = standings(
      [
        ['X', 'A', 50],
        ['A', 'B', 60],
        ['B', 'A', 50],
      ],
      ['X'],
    )
    expect(found['A']).toMatchObject({ standing: 'owned', percent: 100, proof: 1 })
    expect(found['A']!.through.slice(0, 1)).toMatchObject([{ least: 50e9 }])
  })
  it('of a thousand companies come to an end', () => {
    const ring = Array.from({ length: 1_000 }, (_, i) => [`C${i}`, `C${(i + 1) % 1_000}`, 50] as const)
    expect(Object.values(standings(ring, [])).length).toBe(0)
    const owned = Object.values(standings([...ring, ['X', 'C0', 50]], ['X'])).filter((one) => one.standing === 'owned')
    expect(owned.length).toBe(1_000)
  })
})

describe('a hundred thousand stakes', () => {
  it('in one chain are all followed', () => {
    // Two owners of a quarter each, one of them the company before, the other the company before that.
    const stakes = Array.from({ length: 100_000 }, (_, i) => ({
      owner: Math.max(0, (i >> 1) - (i & 1)),
      owned: (i >> 1) + 1,
      least: 25e9,
      most: 25e9,
    }))
    const holdings = holdingsOf(50_001, stakesOn(stakes, DAY), [0], HALF)
    // The first has but one owner, so it is owned by a quarter, and nothing passes it.
    expect(holdings.filter((one) => one.standing === 'owned').length).toBe(0)
    const wider = holdingsOf(50_001, stakesOn(stakes, DAY), [0, 1], HALF)
    expect(wider.filter((one) => one.standing === 'owned').length).toBe(49_999)
  })
})

describe('days', () => {
  const edges: Edge[] = [
    { owner: 0, owned: 1, least: HALF, most: HALF, from: '2020-01-01', to: '2022-06-30' },
    { owner: 0, owned: 1, least: 10e9, most: 10e9, from: '2022-07-01' },
  ]
  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 'owned'],
    ['2022-06-30', 'owned'],
    ['2022-07-01', 'below'],
  ])('on %s: %s', (day, standing) => {
    expect(holdingsOf(2, stakesOn(edges, day), [0], HALF).find((one) => one.party === 1)?.standing).toBe(standing)
  })
})

describe('any structure', () => {
  const PARTIES = 8
  const edge = fc.tuple(
    fc.nat(PARTIES - 1),
    fc.nat(PARTIES - 1),
    fc.constantFrom<Share>(5, 10, 20, 25, 33, 40, 50, 60, 'unknown', [25, 50]),
  )
  const edgesOf = (rows: readonly (readonly [number, number, Share])[]): Edge[] =>
    rows.map(([owner, owned, share]) => ({ owner, owned, least: bounds(share)[0], most: bounds(share)[1] }))
  /** Read off the rule: take in whom the set owns enough of, until nobody is added. */
  const naive = (edges: readonly Edge[], seeds: readonly number[]): Set<number> => {
    const stakes = stakesOn(edges, DAY)
    const set = new Set(seeds)
    for (let before = -1; before !== set.size;) {
      before = set.size
      for (let party = 0; party < PARTIES; party++) {
        const held = stakes.filter((s) => s.owned === party && s.owner !== party && set.has(s.owner)).reduce((sum, s) => sum + s.least, 0)
        if (held >= HALF) set.add(party)
      }
    }
    return set
  }
  const structure = fc.tuple(fc.array(edge, { maxLength: 25 }), fc.uniqueArray(fc.nat(PARTIES - 1), { maxLength: 3 }))
  it('comes to what the rule says, in whatever order the records stand', () => {
    fc.assert(
      fc.property(structure, fc.nat(), ([rows, seeds], by) => {
        const edges = edgesOf(rows)
        const turned = edges.map((_, i) => edges[(i + by) % edges.length]!)
        const inSet = (of: readonly Edge[]): Set<number> => {
          const { turn } = flowOf(PARTIES, stakesOn(of, DAY), seeds, { threshold: HALF, counting: 'least' })
          return new Set([...turn.keys()].filter((party) => turn[party] !== -1))
        }
        expect(inSet(edges)).toEqual(naive(edges, seeds))
        expect(inSet(turned)).toEqual(inSet(edges))
      }),
      { numRuns: 1_000 },
    )
  })
  it('owns no less when more is blocked or more is held, and nothing is certain that is not possible', () => {
    fc.assert(
      fc.property(structure, fc.nat(PARTIES - 1), ([rows, seeds], more) => {
        const stakes = stakesOn(edgesOf(rows), DAY)
        const reached = (of: readonly number[], counting: 'least' | 'most'): number[] => {
          const { turn } = flowOf(PARTIES, stakes, of, { threshold: HALF, counting })
          return [...turn.keys()].filter((party) => turn[party] !== -1)
        }
        const certain = reached(seeds, 'least')
        expect(reached([...seeds, more], 'least')).toEqual(expect.arrayContaining(certain))
        expect(reached(seeds, 'most')).toEqual(expect.arrayContaining(certain))
      }),
      { numRuns: 500 },
    )
  })
  it('proves every owned party by stakes that reach the threshold', () => {
    fc.assert(
      fc.property(structure, ([rows, seeds]) => {
        for (const one of holdingsOf(PARTIES, stakesOn(edgesOf(rows), DAY), seeds, HALF)) {
          if (one.standing !== 'owned') continue
          expect(one.through.slice(0, one.proof).reduce((sum, stake) => sum + stake.least, 0)).toBeGreaterThanOrEqual(HALF)
        }
      }),
      { numRuns: 500 },
    )
  })
})
