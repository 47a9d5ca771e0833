import { describe, expect, test } from 'vitest'
import { oneTimeCode, stepAt } from '../../src/compute/one-time-code.ts'

const KEY = new TextEncoder().encode('12345678901234567890')

describe('one-time codes', () => {
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('RFC 6238 appendix B, SHA-1: at %i seconds', (seconds, code) => {
    expect(oneTimeCode(KEY, stepAt(seconds * 1000), 8)).toBe(code)
    expect(oneTimeCode(KEY, stepAt(seconds * 1000))).toBe(code.slice(2))
  })

  test.each(
    [755_224, 287_082, 359_152, 969_429, 338_314, 254_676, 287_922, 162_583, 399_871, 520_489].map(
      (code, counter) => [counter, code] as const,
    ),
  )('RFC 4226 appendix D: counter %i', (counter, code) => {
    expect(oneTimeCode(KEY, counter)).toBe(String(code).padStart(6, '0'))
  })
})
