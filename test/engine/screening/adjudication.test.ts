import { describe, expect, test } from 'vitest'
import { type AdjudicationForm, OUTCOMES, refusedOutcome } from '../../../src/model/adjudication.ts'
import type { Comparison } from '../../../src/model/screening.ts'

const because = 'seen in the payee’s file'
const form = (over: Partial<AdjudicationForm> = {}): AdjudicationForm => ({
  rightList: { answer: 'yes', evidence: because },
  sameType: { answer: 'yes', evidence: because },
  nameParts: { answer: 'all', evidence: because },
  wholeEntry: { answer: 'yes', evidence: because },
  similarities: [
    { what: 'the birth date', evidence: because },
    { what: 'the passport', evidence: because },
  ],
  differences: [],
  nationality: 'not compared',
  ...over,
})
const birth: Comparison = { about: 'birth', agrees: 'yes', mine: '1980', theirs: '1980', says: 'The year of birth agrees.' }
const wallet: Comparison = {
  about: 'wallet',
  agrees: 'yes',
  mine: 'a',
  theirs: 'a',
  says: 'The wallet address is one that the entry lists.',
}
const hit = (comparisons: readonly Comparison[] = [birth], onePart = false) => ({ comparisons, onePart, nameScore: 0.9 })
const no = { answer: 'no', evidence: because } as const

/** The decision table: every row is an outcome that may or may not be given on such answers. */
describe('what may be decided on which answers', () => {
  test.each([
    ['everything agrees', 'confirmed', form(), hit(), true],
    ['one part of the name', 'confirmed', form({ nameParts: { answer: 'one', evidence: because } }), hit(), false],
    ['one part by the machine’s own comparison', 'confirmed', form(), hit([birth], true), false],
    ['one part and an exact wallet', 'confirmed', form({ nameParts: { answer: 'one', evidence: because } }), hit([wallet], true), true],
    ['no part of the name and nothing exact', 'confirmed', form({ nameParts: { answer: 'none', evidence: because } }), hit(), false],
    ['one similarity', 'confirmed', form({ similarities: [{ what: 'the birth date', evidence: because }] }), hit(), false],
    ['the entry was not compared whole', 'confirmed', form({ wholeEntry: no }), hit(), false],
    ['another list', 'confirmed', form({ rightList: no }), hit(), false],
    ['another list', 'possible', form({ rightList: no }), hit(), false],
    ['another list', 'no-match', form({ rightList: no, wholeEntry: no }), hit(), true],
    ['a ship', 'possible', form({ sameType: no }), hit(), false],
    ['a ship', 'false-positive', form({ sameType: no, wholeEntry: no }), hit(), true],
    ['the name alone', 'possible', form({ similarities: [] }), hit([]), false],
    [
      'the name alone, and another birth date',
      'false-positive',
      form({ similarities: [], differences: [{ what: 'the birth date', evidence: because }] }),
      hit([]),
      true,
    ],
    ['somebody else, and nothing that differs', 'false-positive', form(), hit(), false],
    ['somebody else without having looked', 'false-positive', form({ wholeEntry: no }), hit(), false],
    ['not yet compared whole', 'possible', form({ wholeEntry: no }), hit(), true],
  ] as const)('%s: %s', (...[, outcome, answers, of, may]) => {
    expect(refusedOutcome(outcome, answers, of) === undefined).toBe(may)
  })

  test('nationality alone changes nothing', () => {
    const bare = { similarities: [], nameParts: { answer: 'one' as const, evidence: because } }
    for (const outcome of OUTCOMES) {
      const said = (['agrees', 'differs', 'not compared'] as const).map((nationality) =>
        refusedOutcome(outcome, form({ ...bare, nationality }), hit([])),
      )
      expect(new Set(said).size).toBe(1)
    }
  })
})
