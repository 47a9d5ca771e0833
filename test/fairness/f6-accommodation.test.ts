import { beforeAll, describe, expect, test } from 'vitest'
import { detectors } from '../../src/catalog/index.gen.ts'
import type { Store } from '../../src/engine/ports.ts'
import { openTestStore } from '../support/databases.ts'
import { verdictsOn, type Verdict } from '../support/fairness/crowd.ts'
import { GROUPS, type Group } from '../support/fairness/groups.ts'
import { residents, townOf, type Town } from '../support/fairness/town.ts'

/** F6: what was arranged, what was observed and which way of verifying was chosen change no outcome. */
let store: Store
let asked: readonly Verdict[]
const home = GROUPS[0] as Group
const under = (accommodation: NonNullable<Town['accommodation']>) =>
  verdictsOn(store, detectors, residents({ ...townOf(home), accommodation }))
beforeAll(async () => {
  store = await openTestStore()
  asked = await under('asked')
})

describe('F6: accommodation', () => {
  test('there are interviews with and without contradictions', () => {
    const fired = asked.flatMap((v) => v.findings.filter((f) => f.startsWith('interview/')))
    expect(fired.some((f) => f.includes(' raises '))).toBe(true)
    expect(fired.some((f) => f.includes(' lowers '))).toBe(true)
  })

  test('an arrangement changes what is recorded', () => {
    const of = (accommodation: NonNullable<Town['accommodation']>) =>
      residents({ ...townOf(home), accommodation }).flatMap((p) => p.statements.map((s) => s.property))
    expect(of('granted').filter((p) => p === 'interview-observation').length).toBeGreaterThan(5)
    expect(of('asked').filter((p) => p === 'interview-observation')).toEqual([])
  })

  test.each(['not asked', 'granted'] as const)('%s: every outcome, finding and recommendation is the same', async (state) => {
    const now = await under(state)
    const facts = (v: Verdict) => ({ n: v.n, recommendation: v.recommendation, findings: v.findings, sentences: v.sentences })
    expect(now.map(facts)).toEqual(asked.map(facts))
    // A check that nobody answered makes a question askable, never answered.
    for (const [i, v] of now.entries())
      for (const [id, kind] of Object.entries(v.outcomes))
        if (kind !== asked[i]?.outcomes[id]) expect([id, asked[i]?.outcomes[id], kind]).toEqual([id, 'not-applicable', 'quiet'])
  })

  test('no view reads what an interviewer observed', () => {
    const inputs = detectors.flatMap((d) => Object.values(d.needs))
    expect(inputs.length).toBeGreaterThan(20)
    for (const input of inputs) expect(input.reads as readonly string[], input.id).not.toContain('interview-observation')
  })
})
