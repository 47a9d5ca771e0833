import fc from 'fast-check'
import { expect, test } from 'vitest'
import { denseCodes } from '../../src/compute/dense-codes.ts'

const NONE = 0xffffffff

/** Numbers by the first that has each, with a map of texts. */
function naive(low: Uint32Array, high: Uint32Array): number[] {
  const known = new Map<string, number>()
  return Array.from(low, (_, i) => {
    if (low[i] === 0 && high[i] === 0) return NONE
    const key = `${low[i]} ${high[i]}`
    const code = known.get(key) ?? known.size
    known.set(key, code)
    return code
  })
}

/** Hashes that fall on each other's places, share one half, or are none. */
const word = fc.oneof(fc.nat({ max: 3 }), fc.constantFrom(0, 4096, 8192, 0xffffffff), fc.integer({ min: 0, max: 0xffffffff }))

test('codes are those of a map, in the order in which hashes first come', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 200 }), (hashes) => {
      const [low, high] = [0, 1].map((half) => Uint32Array.from(hashes, (hash) => hash[half]!)) as [Uint32Array, Uint32Array]
      const codes = new Uint32Array(hashes.length)
      const different = denseCodes(low, high, codes)
      const expected = naive(low, high)
      expect([...codes]).toEqual(expected)
      expect(different).toBe(new Set(expected.filter((code) => code !== NONE)).size)
    }),
  )
})

test('many hashes, dealt out to many parts, and one part that outgrows its table', () => {
  const count = 60_000
  const spread = (i: number): number => Math.imul(i, 0x9e3779b1) >>> 0
  const low = Uint32Array.from({ length: count }, (_, i) => spread(i % 25_000))
  const high = Uint32Array.from({ length: count }, (_, i) => (i % 3 === 0 ? 7 : spread((i % 25_000) + 1)))
  const codes = new Uint32Array(count)
  denseCodes(low, high, codes)
  expect([...codes]).toEqual(naive(low, high))
})
