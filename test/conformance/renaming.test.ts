import { beforeAll, describe, expect, it } from 'vitest'
import { detectors } from '../../src/catalog/index.gen.ts'
import type { Store } from '../../src/engine/ports.ts'
import { casesOf, type CaseRun, runCase } from '../support/cases.ts'
import { freshTenant, openTestStore } from '../support/databases.ts'
import { GROUPS, nameParts } from '../support/fairness/groups.ts'
import { NAME_POOLS, poolFaults, renamed } from '../support/renaming.ts'

/** F1: what people are called changes nothing. Every case in which somebody has a name is run again with other names. */

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})

const stories = detectors
  .flatMap((detector) => casesOf(detector.id).map((story) => ({ detector, story })))
  .filter(({ story }) => renamed(story, 'marks').names > 0)

/** An outcome with evidence as property and place: a renamed statement has another id and stands where it stood. */
function shape({ outcomes, personas }: CaseRun, id: string): unknown {
  const outcome = outcomes.get(id)
  if (outcome?.kind !== 'fired') return outcome
  const places = new Map(personas.flatMap((p) => p.statements.map((s) => [s.id, `${p.name} ${s.property} ${s.seenIn.at}`] as const)))
  return outcome.findings.map(({ says, because }) => ({
    says,
    because: because.map((value) => value.from.map((at) => places.get(at) ?? 'derived')),
  }))
}

describe('F1: what people are called changes nothing', () => {
  it('finds names to change, and has name parts that stay apart', () => {
    expect(stories.length).toBeGreaterThan(20)
    expect(poolFaults()).toEqual([])
  })

  it('notices a detector that reads them', () => {
    const [first] = stories
    if (first === undefined) throw new Error('no story')
    const texts = (story: typeof first.story): string =>
      JSON.stringify(story.personas.map(([, statements]) => statements.map((s) => s.value)))
    expect(texts(renamed(first.story, 'hangul').story)).not.toBe(texts(first.story))
  })

  it.each(stories.map((story, i) => ({ ...story, i })))('$detector.id: $story.name', async ({ detector, story, i }) => {
    const before = shape(await runCase(store, story, [detector], freshTenant()), detector.id)
    // In turn, so that every script and every group is used on many cases: one of the four scripts, and one set of a group's names.
    const [script, group] = [NAME_POOLS[i % NAME_POOLS.length], GROUPS[i % GROUPS.length]]
    if (script === undefined || group === undefined) throw new Error('there are pools and groups')
    for (const pool of [script, nameParts(group, i % 3)]) {
      expect(shape(await runCase(store, renamed(story, pool).story, [detector], freshTenant()), detector.id), String(pool)).toEqual(before)
    }
  })
})
