import { describe, expect, it } from 'vitest'
import { recommend, weigh } from '../../src/engine/assess.ts'
import type { Direction, Family, Finding, Recommendation, Strength } from '../../src/model/finding.ts'

let serial = 0
function finding(family: Family, strength: Strength, more: { direction?: Direction; because?: string; detector?: string } = {}): Finding {
  serial++
  return {
    id: `f${serial}`,
    persona: 'p-1',
    detector: more.detector ?? `application/d${serial}`,
    version: 1,
    family,
    strength,
    direction: more.direction ?? 'raises',
    room: 'identity',
    says: '',
    because: [more.because ?? `s${serial}`],
  }
}
const none = new Set<string>()
const recommended = (findings: readonly Finding[], shadow: ReadonlySet<string> = none): Recommendation =>
  recommend(weigh(findings, shadow), true)

const FAMILIES: readonly Family[] = ['contact', 'copied-content', 'timeline']
const LEVELS: readonly (Strength | undefined)[] = [undefined, 'weak', 'moderate', 'strong']

/** Every combination of up to two findings a family in three families: 16³ = 4,096. */
function* combinations(): Generator<{ families: Map<Family, Strength[]>; findings: Finding[] }> {
  const pairs = LEVELS.flatMap((a) => LEVELS.map((b) => [a, b].filter((s) => s !== undefined)))
  for (const a of pairs)
    for (const b of pairs)
      for (const c of pairs) {
        const families = new Map<Family, Strength[]>(FAMILIES.map((family, i) => [family, [a, b, c][i] as Strength[]]))
        yield { families, findings: [...families].flatMap(([family, list]) => list.map((s) => finding(family, s))) }
      }
}

describe('recommendation', () => {
  it('escalates only on two independent families of which one is strong (R-010), over every combination', () => {
    let seen = 0
    for (const { families, findings } of combinations()) {
      seen++
      const strongest = [...families.values()].map((list) => Math.max(0, ...list.map((s) => ['weak', 'moderate', 'strong'].indexOf(s) + 1)))
      const got = recommended(findings)
      const flag = strongest.includes(3) && strongest.filter((level) => level >= 2).length >= 2
      expect(got === 'escalate', JSON.stringify([...families])).toBe(flag)
      if (strongest.every((level) => level <= 1)) expect(['ask', 'clear']).toContain(got)
      if (strongest.every((level) => level === 0)) expect(got).toBe('clear')
      if (strongest.includes(3)) expect(['review', 'escalate']).toContain(got)
    }
    expect(seen).toBe(4096)
  })

  it('never lets more findings lower a recommendation', () => {
    const order = ['clear', 'ask', 'review', 'escalate']
    for (const { findings } of combinations()) {
      if (findings.length === 0) continue
      expect(order.indexOf(recommended(findings))).toBeGreaterThanOrEqual(order.indexOf(recommended(findings.slice(1))))
    }
  })

  it('caps any number of weak findings at asking', () => {
    expect(recommended([...FAMILIES, 'document' as const, 'presence' as const].map((f) => finding(f, 'weak')))).toBe('ask')
  })

  it('asks for review on three moderate findings of two families, not on three of one', () => {
    expect(recommended([finding('timeline', 'moderate'), finding('timeline', 'moderate'), finding('document', 'moderate')])).toBe('review')
    expect(recommended([finding('timeline', 'moderate'), finding('timeline', 'moderate'), finding('timeline', 'moderate')])).toBe('ask')
    expect(recommended([finding('timeline', 'moderate'), finding('document', 'moderate')])).toBe('ask')
  })

  it('counts two findings on one statement once', () => {
    expect(recommended([finding('contact', 'strong', { because: 'same' }), finding('copied-content', 'strong', { because: 'same' })])).toBe(
      'review',
    )
  })

  it('does not hang on ids, which hang on names', () => {
    const made = [
      finding('contact', 'strong', { because: 'a' }),
      finding('timeline', 'strong', { because: 'b' }),
      finding('document', 'moderate', { because: 'a' }),
    ]
    const withIds = (ids: readonly string[]) => recommended(made.map((f, i) => ({ ...f, id: ids[i] as string })))
    for (const ids of [
      ['1', '2', '3'],
      ['3', '2', '1'],
      ['2', '3', '1'],
      ['3', '1', '2'],
    ])
      expect(withIds(ids)).toBe('escalate')
  })

  it('does not merge two facts that cite one claim beside', () => {
    const [a, b] = [finding('timeline', 'strong'), finding('organisation', 'moderate')]
    expect(
      recommended([
        { ...a, because: ['answer', 'claim'] },
        { ...b, because: ['check', 'claim'] },
      ]),
    ).toBe('escalate')
  })

  it('never counts conduct, context, shadow or the sanctions room', () => {
    expect(recommended([finding('conduct', 'strong')])).toBe('clear')
    expect(recommended([finding('contact', 'strong', { direction: 'context' })])).toBe('clear')
    expect(recommended([finding('contact', 'strong', { detector: 'application/new' })], new Set(['application/new']))).toBe('clear')
    expect(recommended([{ ...finding('listed', 'strong'), room: 'sanctions' }])).toBe('clear')
  })

  it('asks when nothing could be checked: that is not a clear record', () => {
    expect(recommend([], false)).toBe('ask')
  })
})

describe('lowering', () => {
  it('takes a moderate finding of the same family down by a step, and none of another', () => {
    const raised = [finding('timeline', 'moderate'), finding('timeline', 'moderate'), finding('document', 'moderate')]
    expect(recommended(raised)).toBe('review')
    expect(recommended([...raised, finding('timeline', 'moderate', { direction: 'lowers' })])).toBe('ask')
    expect(recommended([...raised, finding('contact', 'moderate', { direction: 'lowers' })])).toBe('review')
  })

  it('takes a strong finding down only by a strong one, and never away', () => {
    const strong = finding('contact', 'strong')
    expect(recommended([strong, finding('contact', 'moderate', { direction: 'lowers' })])).toBe('review')
    expect(recommended([strong, finding('contact', 'strong', { direction: 'lowers' })])).toBe('ask')
  })

  it('leaves a weak finding alone when the lowering one is weak too', () => {
    expect(recommended([finding('contact', 'weak'), finding('contact', 'weak', { direction: 'lowers' })])).toBe('ask')
    expect(recommended([finding('contact', 'weak'), finding('contact', 'moderate', { direction: 'lowers' })])).toBe('clear')
  })
})
