import { beforeAll, describe, expect, test } from 'vitest'
import { detectors } from '../../src/catalog/index.gen.ts'
import type { Store } from '../../src/engine/ports.ts'
import { openTestStore } from '../support/databases.ts'
import { f1, f2, f4, type Trial } from '../support/fairness/checks.ts'
import { GROUPS } from '../support/fairness/groups.ts'
import { MUTANTS } from '../support/fairness/mutants.ts'

/** F10: the test of the tests. A planted unfair detector must make the checks fail; without one they pass on the same trial. */
const CODES = ['GB', 'RU', 'CN']
const groups = GROUPS.filter((g) => CODES.includes(g.code))
const PER_GROUP = 25

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})

const CHECKS = {
  F1: (trial: Trial) => f1(trial, 1),
  F2: f2,
  F4: (trial: Trial) => f4(trial, PER_GROUP),
} as const

describe('F10: planted faults', () => {
  test('there are groups and at least five kinds of fault', () => {
    expect(groups.map((g) => g.code)).toEqual(CODES)
    expect(MUTANTS.length).toBeGreaterThanOrEqual(5)
    for (const name of ['F1', 'F2', 'F4'] as const) expect(MUTANTS.some((m) => m.noticedBy.includes(name))).toBe(true)
  })

  test.each(Object.keys(CHECKS) as (keyof typeof CHECKS)[])('without one %s passes', async (name) => {
    expect(await CHECKS[name]({ store, detectors, groups })).toEqual([])
  })

  test.each(MUTANTS.flatMap((mutant) => mutant.noticedBy.map((check) => ({ ...mutant, check }))))(
    '$check notices $what',
    async ({ detector, check }) => {
      // Alone with those whose findings it could hide behind: the rest of the catalogue takes time and changes nothing here.
      const beside = detectors.filter((d) => d.family === detector.family || d.id.endsWith('/phone-shared'))
      expect((await CHECKS[check]({ store, detectors: [...beside, detector], groups })).length).toBeGreaterThan(0)
    },
  )
})
