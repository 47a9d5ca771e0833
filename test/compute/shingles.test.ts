import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jaccard, minHashKeys, sharedRuns, shingles, winnow, words } from '../../src/compute/shingles.ts'

const word = fc.integer({ min: 0, max: 5000 }).map((n) => `w${n}`)
const text = (min: number) => fc.array(word, { minLength: min, maxLength: min + 200 })

describe('shared runs', () => {
  it('finds a planted run whatever stands around it', () => {
    fc.assert(
      fc.property(text(0), text(0), text(12), (before, after, planted) => {
        const runs = sharedRuns([...before, ...planted], [...planted, ...after], 7)
        expect(Math.max(0, ...runs.map((r) => r.length))).toBeGreaterThanOrEqual(planted.length)
      }),
      { numRuns: 50 },
    )
  })
  it('gives runs that are equal in both texts', () => {
    const [a, b] = [
      words('we built the billing system that moved twelve million invoices a month'),
      words('x the billing system that moved twelve million invoices y'),
    ]
    const [run] = sharedRuns(a, b, 7)
    expect(run).toBeDefined()
    if (run !== undefined) expect(a.slice(run.mine, run.mine + run.length)).toEqual(b.slice(run.theirs, run.theirs + run.length))
  })
})

describe('words', () => {
  it('are the same whichever script a look-alike letter comes from', () => {
    expect(words('p\u0430rc\u0435l rates')).toEqual(words('parcel rates'))
    expect(words('\uFF50arcel')).toEqual(['parcel'])
  })
})

describe('fingerprints', () => {
  it('has one in common for every shared run of n + window − 1 words', () => {
    fc.assert(
      fc.property(text(3), text(3), fc.array(word, { minLength: 10, maxLength: 10 }), (a, b, planted) => {
        const left = winnow(shingles([...a, ...planted, ...a], 7), 4)
        const right = winnow(shingles([...b, ...planted, ...b], 7), 4)
        expect([...left].some((key) => right.has(key))).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

describe('MinHash bands', () => {
  const document = Array.from({ length: 300 }, (_, i) => `w${(i * 7919) % 10007}`)
  it('meets a lightly edited copy and not another text', () => {
    const copy = document.map((w, i) => (i % 50 === 0 ? `edited${i}` : w))
    const other = document.map((w) => `${w}x`)
    const keys = (list: readonly string[]) => new Set(minHashKeys(shingles(list, 5)))
    const shared = (a: Set<number>, b: Set<number>) => [...a].filter((k) => b.has(k)).length
    expect(jaccard(shingles(document, 5), shingles(copy, 5))).toBeGreaterThan(0.6)
    expect(shared(keys(document), keys(copy))).toBeGreaterThan(0)
    expect(shared(keys(document), keys(other))).toBe(0)
  })
  it('says nothing about a text that is too short', () => {
    expect(minHashKeys(shingles(words('ten words are much too few to compare anybody by'), 5))).toEqual([])
  })
})
