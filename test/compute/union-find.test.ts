import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterApart, UnionFind } from '../../src/compute/union-find.ts'

const COUNT = 24
const pair = fc.tuple(fc.integer({ min: 0, max: COUNT - 1 }), fc.integer({ min: 0, max: COUNT - 1 }))
const pairs = fc.array(pair, { maxLength: 30 })
const listOf = (of: readonly (readonly [number, number])[]): { left: number[]; right: number[] } => ({
  left: of.map(([a]) => a),
  right: of.map(([, b]) => b),
})

/** Smallest reachable item, by walking. */
function reachable(of: readonly (readonly [number, number])[]): number[] {
  return Array.from({ length: COUNT }, (_, start) => {
    const seen = new Set([start])
    for (let grew = true; grew;) {
      const before = seen.size
      for (const [a, b] of of) {
        if (seen.has(a)) seen.add(b)
        if (seen.has(b)) seen.add(a)
      }
      grew = seen.size > before
    }
    return Math.min(...seen)
  })
}

describe('union-find', () => {
  it('finds the components that walking finds, in any order of unions', () => {
    fc.assert(
      fc.property(pairs, fc.boolean(), (of, turned) => {
        const sets = new UnionFind(COUNT)
        const expected = reachable(of)
        for (const [a, b] of turned ? of.toReversed() : of) sets.union(a, b)
        expect([...sets.components()]).toEqual(expected)
        for (let i = 0; i < COUNT; i++) expect(sets.sizeOf(i)).toBe(expected.filter((c) => c === expected[i]).length)
      }),
    )
  })
  it('says whether two sets became one', () => {
    const sets = new UnionFind(3)
    expect([sets.union(0, 1), sets.union(1, 0), sets.union(2, 2)]).toEqual([true, false, false])
  })
  it('takes a long chain without recursion', () => {
    const sets = new UnionFind(200_000)
    for (let i = 1; i < 200_000; i++) sets.union(i, i - 1)
    expect(sets.sizeOf(0)).toBe(200_000)
  })
  it('refuses what is not one of its items', () => expect(() => new UnionFind(3).find(3)).toThrow(RangeError))
})

describe('clusters with pairs kept apart', () => {
  const strengths = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 30, maxLength: 30 })
  const foes = fc.array(
    pair.filter(([a, b]) => a !== b),
    { maxLength: 6 },
  )
  it('never joins a pair that must stay apart, and leaves out only pairs that would', () => {
    fc.assert(
      fc.property(pairs, strengths, foes, (of, strength, apart) => {
        const { components, refused } = clusterApart(COUNT, { ...listOf(of), strength }, listOf(apart))
        for (const [a, b] of apart) expect(components[a]).not.toBe(components[b])
        const kept = of.filter((_, k) => !refused.includes(k))
        expect([...components]).toEqual(reachable(kept))
        for (const k of refused) {
          const joined = reachable([...kept, of[k]!])
          expect(apart.some(([a, b]) => joined[a] === joined[b])).toBe(true)
        }
      }),
    )
  })
  it('does not depend on the order or direction of the pairs', () => {
    fc.assert(
      fc.property(pairs, strengths, foes, (of, strength, apart) => {
        const weighed = of.map(([a, b], k) => ({ a, b, s: strength[k]! }))
        const run = (list: typeof weighed): number[] => {
          const given = { left: list.map((p) => p.a), right: list.map((p) => p.b), strength: list.map((p) => p.s) }
          return [...clusterApart(COUNT, given, listOf(apart)).components]
        }
        expect(run(weighed.toReversed().map(({ a, b, s }) => ({ a: b, b: a, s })))).toEqual(run(weighed))
      }),
    )
  })
  it('is plain components where nothing is kept apart', () => {
    fc.assert(
      fc.property(pairs, (of) => {
        const { components, refused } = clusterApart(COUNT, { ...listOf(of), strength: of.map(() => 1) }, { left: [], right: [] })
        expect([...components]).toEqual(reachable(of))
        expect(refused).toHaveLength(0)
      }),
    )
  })
  it('refuses an item that is to stay apart from itself', () =>
    expect(() => clusterApart(2, { left: [0], right: [1], strength: [1] }, { left: [1], right: [1] })).toThrow(RangeError))
})
