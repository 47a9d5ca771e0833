import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareAsRegulator } from '../../../src/compute/name-match/regulator.ts'

it('takes the better of the whole names and of the parts of the query', () => {
  expect(compareAsRegulator('Orvald Testham', 'TESTHAM, Orvald')).toBe(100)
  expect(compareAsRegulator('Orvald Testham', 'TESTHAM, Orvald Miro')).toBe(100)
  // One part in full, one with nothing like it; the first letters of the whole names differ.
  expect(compareAsRegulator('Orvald Testham', 'CZIKZ, Orvald')).toBe(50)
  expect(compareAsRegulator('Orvald Testham', 'ORVALDSSON, Cziki')).toBeGreaterThan(75)
})

it('does not look at parts of one or two letters unless there are no others', () => {
  expect(compareAsRegulator('Testham Jong Un', 'TESTHAM, Jong Chol')).toBe(100)
  expect(compareAsRegulator('Z', 'TESTHAM Z')).toBe(100)
})

it('puts no other script into Latin', () => {
  expect(compareAsRegulator('Орвалд', 'Orvald')).toBe(0)
})

it('is a whole number of 0 to 100, and 100 for a name itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }), (a, b) => {
      const score = compareAsRegulator(a, b)
      expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true)
      if (/\p{L}/u.test(a)) expect(compareAsRegulator(a, a)).toBe(100)
    }),
    { seed: 11 },
  )
})
