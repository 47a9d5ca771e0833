import { beforeAll, expect, test } from 'vitest'
import { detectors } from '../../src/catalog/index.gen.ts'
import type { Store } from '../../src/engine/ports.ts'
import { openTestStore } from '../support/databases.ts'
import { f1 } from '../support/fairness/checks.ts'
import { verdictsOn } from '../support/fairness/crowd.ts'
import { GROUPS, nameSet } from '../support/fairness/groups.ts'
import { renamedTown, residents, townOf } from '../support/fairness/town.ts'

/**
 * F1: what people are called changes nothing. A company in which most contradictions happen, under names of every group, three
 * sets each. The case files are renamed in test/conformance/renaming.test.ts. `BONAFIDE_FAIRNESS=full` takes every group.
 */
const groups = process.env['BONAFIDE_FAIRNESS'] === 'full' ? GROUPS : GROUPS.slice(0, 16)

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})

test('there are groups enough, each with names of its own', () => {
  expect(groups.length).toBeGreaterThanOrEqual(16)
  const scripts = new Set(
    GROUPS.flatMap((g) =>
      ['Latin', 'Cyrillic', 'Hebrew', 'Arabic', 'Han', 'Hangul', 'Devanagari', 'Georgian', 'Greek', 'Thai'].filter((s) =>
        [...g.forenames, ...g.surnames].some((n) => new RegExp(`\\p{Script=${s}}`, 'u').test(n)),
      ),
    ),
  )
  expect(scripts.size).toBeGreaterThanOrEqual(9)
  for (const group of GROUPS)
    for (const turn of [0, 1, 2]) expect(new Set(Array.from({ length: 16 }, (_, n) => nameSet(group, turn)(n))).size, group.code).toBe(16)
})

test('renaming changes what is written', () => {
  const [first, , , , , , , other] = groups
  if (first === undefined || other === undefined) throw new Error('no groups')
  const town = townOf(first)
  const names = (of: typeof town): string =>
    JSON.stringify(residents(of).flatMap((p) => p.statements.flatMap((s) => (s.property === 'person-name' ? [s.value.full] : []))))
  expect(names(renamedTown(town, nameSet(other, 0)))).not.toBe(names(town))
})

test('the company gives the detectors something to say', async () => {
  const [first] = groups
  if (first === undefined) throw new Error('no groups')
  const verdicts = await verdictsOn(store, detectors, residents(townOf(first)))
  expect(new Set(verdicts.flatMap((v) => v.findings.filter((f) => f.includes(' raises ')))).size).toBeGreaterThanOrEqual(9)
  expect(new Set(verdicts.map((v) => v.recommendation))).toEqual(new Set(['clear', 'ask', 'review', 'escalate']))
  expect(verdicts.flatMap((v) => Object.values(v.outcomes)).filter((o) => o === 'failed')).toEqual([])
})

test('F1: no outcome, sentence or piece of evidence changes with the names', async () => {
  expect(await f1({ store, detectors, groups }, 3)).toEqual([])
}, 600_000)
