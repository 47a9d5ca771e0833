import { beforeAll, describe, expect, it } from 'vitest'
import { detectors } from '../../src/catalog/index.gen.ts'
import type { Store } from '../../src/engine/ports.ts'
import { shippedNumbers, type Detector } from '../../src/kit/detector.ts'
import type { Input } from '../../src/kit/input.ts'
import { type Family, FAMILIES, type Outcome } from '../../src/model/finding.ts'
import type { Numbers } from '../../src/model/numbers.ts'
import { type Case, casesOf, runCase } from '../support/cases.ts'
import { freshTenant, openTestStore } from '../support/databases.ts'

/** Every detector: card complete, fires, quiet per false positive, four outcomes. */

const withCases = detectors.map((detector) => ({ detector, cases: casesOf(detector.id) }))

/** Families without a detector that lowers, and why. */
const NEVER_LOWERS: Partial<Record<Family, string>> = {
  conduct: 'conduct and document-quality notes are context: they never count, in neither direction',
  listed: 'what lists say is weighed by a person in the sanctions room; no list clears anybody',
  payout: 'a payout detail that nobody else uses is the ordinary case and says nothing; a confirmed payee waits for payouts',
}

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})

async function resultOf(detector: Detector, story: Case): Promise<{ readonly outcome: Outcome; readonly held: ReadonlySet<string> }> {
  const { outcomes, held } = await runCase(store, story, [detector], freshTenant())
  const outcome = outcomes.get(detector.id)
  if (outcome === undefined) throw new Error(`${detector.id} gave no outcome`)
  return { outcome, held }
}
const outcomeOf = async (detector: Detector, story: Case): Promise<Outcome> => (await resultOf(detector, story)).outcome

const KINDS = { fires: 'fired', quiet: 'quiet', 'not-applicable': 'not-applicable' } as const

describe('the catalogue', () => {
  it('has detectors, and each has cases', () => {
    expect(withCases.length).toBeGreaterThan(0)
    expect(withCases.filter(({ cases }) => cases.length === 0).map(({ detector }) => detector.id)).toEqual([])
  })

  it('has one detector an id', () => {
    expect(new Set(detectors.map((d) => d.id)).size).toBe(detectors.length)
  })

  it('has a detector that clears in every family, or a reason why not', () => {
    const families = Object.keys(FAMILIES) as Family[]
    const lowering = new Set(detectors.filter((d) => d.direction === 'lowers').map((d) => d.family))
    expect(families.filter((family) => !lowering.has(family) && NEVER_LOWERS[family] === undefined)).toEqual([])
    // A reason that no longer holds goes away.
    expect(families.filter((family) => lowering.has(family) && NEVER_LOWERS[family] !== undefined)).toEqual([])
  })

  it('has no two inputs under one id', () => {
    const inputs = new Map<string, Input>()
    for (const input of detectors.flatMap((d) => Object.values(d.needs))) {
      const key = `${input.kind} ${input.id}`
      expect(inputs.get(key) ?? input, key).toBe(input)
      inputs.set(key, input)
    }
    expect(inputs.size).toBeGreaterThan(0)
  })
})

/** Not a false positive's story, and not what would clear anything. */
const SAYS_NOTHING = /^\W*(unknown|unlikely|none( known)?|n\/?a|not applicable|tbd|rare|-+)\W*$/i

describe.each(withCases)('$detector.id', ({ detector, cases }) => {
  it('has a complete card', () => {
    const { id, phase, asks, clears, next, blindSpots, falsePositives, cites, technique, threshold, lawfulUse, title } = detector
    expect(id.startsWith(`${phase}/`)).toBe(true)
    expect(asks).toMatch(/^[A-Z].*\?$/)
    expect(Number.isInteger(detector.version) && detector.version >= 1).toBe(true)
    for (const list of [clears, next, blindSpots, falsePositives, cites, technique]) expect(list.length).toBeGreaterThan(0)
    const texts = [
      title,
      threshold.says,
      lawfulUse.purpose,
      lawfulUse.note,
      ...clears,
      ...next,
      ...blindSpots,
      ...cites.map((c) => c.says),
      ...falsePositives.map((f) => f.story),
    ]
    for (const text of texts) {
      expect(text.trim().length, text).toBeGreaterThan(3)
      expect(text).not.toMatch(SAYS_NOTHING)
    }
    for (const name of technique) expect(name).toMatch(/^(T\d{4}(\.\d{3})?|F\d{4}(\.\d{3})?)$/)
    expect(Object.keys(detector.needs).length).toBeGreaterThan(0)
    if (detector.status !== 'retired') expect(detector.room === 'sanctions').toBe(detector.family === 'listed')
  })

  it('has a quiet case for every known false positive', () => {
    const byName = new Map(cases.map((c) => [c.name, c]))
    for (const { story, case: name } of detector.falsePositives) {
      expect(byName.get(name)?.expect, `"${story}" names case ${name}`).toBe('quiet')
    }
  })

  it('has a case that fires and one that stays quiet', () => {
    expect(cases.some((c) => c.expect === 'fires')).toBe(true)
    expect(cases.some((c) => c.expect === 'quiet')).toBe(true)
  })

  it.each(cases)('case $name: $expect', async (story) => {
    const { outcome, held } = await resultOf(detector, story)
    expect(outcome, story.story).toMatchObject({ kind: KINDS[story.expect] })
    if (outcome.kind !== 'fired') return
    for (const { says, because } of outcome.findings) {
      expect(says.trim()).toMatch(/[.?]$/)
      const evidence = because.flatMap((value) => value.from)
      expect(evidence.length).toBeGreaterThan(0)
      expect(evidence.filter((id) => !held.has(id))).toEqual([])
    }
  })

  const firing = cases.find((c) => c.expect === 'fires')
  const inputs = Object.entries(detector.needs)

  it.each(inputs)('is not applicable without %s, and says so', async (name, input) => {
    if (firing === undefined) throw new Error('no case fires')
    const outcome = await outcomeOf({ ...detector, needs: { ...detector.needs, [name]: emptied(input) } }, firing)
    expect(outcome.kind).toBe('not-applicable')
    if (outcome.kind === 'not-applicable') expect(outcome.missing).toContain(input.missing)
    expect(input.missing).toMatch(/^[a-z]/)
  })

  const settings = Object.entries(detector.settings ?? {})

  it.each(settings)('reads its number %s, which can be moved both ways within bounds that hold it', async (name, one) => {
    const { shipped, least, most, unit, says } = one
    expect([shipped, least, most].every(Number.isInteger)).toBe(true)
    expect(least <= shipped && shipped <= most && least < most).toBe(true)
    expect(unit).toMatch(/^[a-z]/)
    expect(says).toMatch(/^[A-Z].*\.$/)
    const read = new Set<string | symbol>()
    const watching = new Proxy(shippedNumbers(detector), { get: (all, key) => (read.add(key), Reflect.get(all, key) as unknown) })
    for (const story of cases) await outcomeOf({ ...detector, detect: (given) => detector.detect(given, watching) }, story)
    expect(read).toContain(name)
  })

  /** All numbers at a bound at once, in every way: what two of them allow together is allowed too. */
  const corners = settings.reduce<readonly Numbers[]>(
    (all, [name, { least, most }]) => all.flatMap((numbers) => [least, most].map((bound) => ({ ...numbers, [name]: bound }))),
    [shippedNumbers(detector)],
  )

  it.runIf(settings.length > 0)('stays quiet for every innocent story with its numbers at any bounds', async () => {
    const innocent = new Set(detector.falsePositives.map((f) => f.case))
    for (const story of cases.filter((c) => innocent.has(c.name)))
      for (const numbers of corners) {
        const { kind } = await outcomeOf({ ...detector, detect: (given) => detector.detect(given, numbers) }, story)
        expect([story.name, numbers, kind]).not.toEqual([story.name, numbers, 'fired'])
      }
  })

  it.each(inputs)('has failed when %s fails, and says why', async (name, input) => {
    if (firing === undefined) throw new Error('no case fires')
    const outcome = await outcomeOf({ ...detector, needs: { ...detector.needs, [name]: broken(input) } }, firing)
    expect(outcome).toEqual({ kind: 'failed', error: expect.stringContaining('broken on purpose') })
  })
})

/** The input when the persona has nothing of what it reads. */
function emptied(input: Input): Input {
  if (input.kind === 'view') return { ...input, build: () => input.build([]) }
  // No persona has a statement of this, so the relation does not apply to it.
  return { ...input, reads: ['no-such-property'] as unknown as typeof input.reads }
}

function broken(input: Input): Input {
  const fail = (): never => {
    throw new Error('broken on purpose')
  }
  if (input.kind === 'view') return { ...input, build: fail }
  return { ...input, sql: 'select persona from slice', row: fail }
}

it('has checks with numbers to move', () => {
  expect(detectors.filter((d) => d.settings !== undefined).length).toBeGreaterThanOrEqual(20)
})

describe('a fault stays where it is', () => {
  it('one relation that the database refuses fails its own detectors and no other', async () => {
    const related = withCases.find(({ detector }) => Object.values(detector.needs).some((input) => input.kind === 'relation'))
    const other = withCases.find(({ detector }) => Object.values(detector.needs).every((input) => input.kind === 'view'))
    const story = other?.cases.find((c) => c.expect === 'fires')
    if (related === undefined || other === undefined || story === undefined)
      throw new Error('needs a detector on a relation and one on views only')
    const needs = Object.fromEntries(
      Object.entries(related.detector.needs).map(([name, input]) => [
        name,
        input.kind === 'view' ? input : { ...input, reads: readsOf(story), sql: 'select persona, 1 / 0 as x from slice' },
      ]),
    )
    const { outcomes } = await runCase(store, story, [{ ...related.detector, needs }, other.detector], freshTenant())
    expect(outcomes.get(other.detector.id)?.kind).toBe('fired')
    expect(outcomes.get(related.detector.id)?.kind).toMatch(/failed|not-applicable/)
  })
})

const readsOf = (story: Case) =>
  story.personas.flatMap(([, statements]) => statements.map((s) => s.property)) as unknown as Input['reads'] & readonly never[]
