import { describe, expect, it } from 'vitest'
import { wilson } from '../../src/compute/wilson.ts'

/** Values of Wilson's interval as other implementations give them (95 %, without continuity correction). */
describe('a share with its interval', () => {
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
  ])('of %i in %i', (part, n, low, high) => {
    const share = wilson(part, n)
    expect(share.rate).toBe(part / n)
    expect(share.low).toBeCloseTo(low, 4)
    expect(share.high).toBeCloseTo(high, 4)
  })
  it('says nothing of none', () => expect(wilson(0, 0)).toEqual({ part: 0, n: 0, rate: 0, low: 0, high: 1 }))
})
