import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/model/errors.ts'
import { lintWording, refuseWording, type WordingUse } from '../../src/model/wording.ts'

interface Line {
  readonly use: WordingUse
  readonly text: string
}

function corpus(name: string): readonly Line[] {
  const lines = readFileSync(new URL(`wording/${name}.txt`, import.meta.url), 'utf8').split('\n')
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [use, ...rest] = line.split(' | ')
      if (use !== 'note' && use !== 'reason' && use !== 'rule') throw new Error(`corpus line without a use: ${line}`)
      return { use, text: rest.join(' | ') }
    })
}

describe('F9: the wording linter', () => {
  const bad = corpus('bad')
  const good = corpus('good')

  test('has at least sixty lines of each kind, and some of each use', () => {
    expect(bad.length).toBeGreaterThanOrEqual(60)
    expect(good.length).toBeGreaterThanOrEqual(60)
    for (const use of ['note', 'reason', 'rule'] as const) {
      expect(bad.some((line) => line.use === use)).toBe(true)
      expect(good.some((line) => line.use === use)).toBe(true)
    }
  })

  test('accepts no bad line', () => {
    expect(bad.filter(({ use, text }) => lintWording(text, use).ok).map((line) => line.text)).toEqual([])
  })

  test('refuses at most two good lines', () => {
    const refused = good.filter(({ use, text }) => !lintWording(text, use).ok)
    expect(refused.length, JSON.stringify(refused)).toBeLessThanOrEqual(2)
  })

  test('every refusal shows the words at their place, why, and what to write instead', () => {
    let seen = 0
    for (const { use, text } of bad) {
      const verdict = lintWording(text, use)
      if (verdict.ok) continue
      for (const found of verdict.found) {
        seen += 1
        expect(text.slice(found.from, found.to)).toBe(found.text)
        expect(found.explanation).toMatch(/\.$/)
        expect(found.instead.length).toBeGreaterThan(5)
      }
    }
    expect(seen).toBeGreaterThan(bad.length)
  })

  test('a country may stand in a note that compares two claims, and not in a rule', () => {
    const text = 'The résumé says the client was in Brazil, the profile says Portugal.'
    expect(lintWording(text, 'note').ok).toBe(true)
    expect(lintWording(text, 'rule').ok).toBe(false)
  })

  test('invisible characters and capitals do not help', () => {
    for (const text of ['Thick acc\u00adent', 'THICK ACCENT', 'nationality\u200b is unclear', 'Nation\u200bality']) {
      expect(lintWording(text).ok, text).toBe(false)
    }
  })

  test('refuseWording throws the words, the reason and the pointer', () => {
    try {
      refuseWording('Strong accent.', 'note', '/observations/0/text')
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(AppError)
      const refused = error as AppError
      expect(refused.code).toBe('refused-words')
      expect(refused.status).toBe(422)
      expect(refused.pointer).toBe('/observations/0/text')
      expect(refused.detail).toContain('"accent"')
    }
  })

  test('a long text is judged in linear time', () => {
    const text = 'the candidate is from the team of the '.repeat(500)
    expect(lintWording(text).ok).toBe(true)
    expect(() => refuseWording('x'.repeat(20_001), 'note', '/x')).toThrow(/at most 20000/)
  })
})
