import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/index.gen.ts'
import { gradeLevel } from '../../src/compute/readability.ts'
import type { Explanation, Point } from '../../src/engine/contest/explanation.ts'
import { lintWording } from '../../src/model/wording.ts'
import { askLetter, explanationLetter, outcomeLetter } from '../../src/surfaces/notices/letters.ts'
import { countryWords, neverSay } from '../../scripts/words.ts'

/** What we write to the person: golden, in plain words, and without blame. */

const point = (number: number, title: string, clears: readonly string[]): Point => ({
  number,
  finding: `f-${number}`,
  title,
  clears,
  rests: [
    { from: 'your-file', file: 'resume.pdf', at: 'page=1&box=72,640,310,655', value: '+1 202 555 0141' },
    { from: 'other-application' },
  ],
})
const explanation = (more: Partial<Explanation> = {}): Explanation => ({
  persona: 'p-1',
  made: '2026-11-02T09:00:00.000Z',
  against: [point(1, 'Phone number also used by a different applicant', ['The number belongs to an office that both really use.'])],
  inFavour: ['Long code history'],
  recommendation: 'review',
  decided: { kind: 'confirmed', day: '2026-11-03' },
  frozen: true,
  ...more,
})
const outcome = {
  kind: 'appeal',
  instance: 1,
  asked: '2026-11-04',
  outcome: 'upheld',
  day: '2026-11-10',
  reason: 'The agency told us that the number is theirs.',
  withdrawn: 1,
  takenBack: true,
  further: false,
} as const
const ASK = { question: 'Who answers at the number?', documents: ['resume', 'other'], until: '2026-11-23T09:00:00.000Z' } as const

const LETTERS: readonly (readonly [string, string])[] = [
  ['explanation', explanationLetter(explanation())],
  [
    'explanation-of-nothing',
    explanationLetter(explanation({ against: [], inFavour: [], decided: undefined, frozen: false, recommendation: 'clear' })),
  ],
  ['ask', askLetter(ASK)],
  ['upheld', outcomeLetter(outcome)],
  ['rejected', outcomeLetter({ ...outcome, outcome: 'rejected', withdrawn: 0, takenBack: false, further: true })],
]

/** Running text alone: what headings and lists do to the measure is left out. */
const running = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^(#|- )/.test(line))
    .join('\n')

describe.each(LETTERS)('the letter %s', (name, text) => {
  it('is the same as ever', () => expect(text).toMatchFileSnapshot(`letters/${name}.md`))
  it('is read after nine years of school, its running text alone too', () => {
    expect(gradeLevel(text)).toBeLessThanOrEqual(9)
    expect(gradeLevel(running(text))).toBeLessThanOrEqual(9)
  })
  it('accuses nobody and names no country', () => {
    expect(neverSay(text, 'screen')).toEqual([])
    expect(countryWords(text)).toEqual([])
  })
})

describe('every point that can be held against somebody', () => {
  const cards = catalog.detectors.filter((d) => d.room === 'identity' && d.status === 'stable' && d.direction === 'raises')
  it('is there', () => expect(cards.length).toBeGreaterThan(30))
  it.each(cards.map((card) => [card.id, card] as const))('%s is told in plain words', (_, card) => {
    const text = explanationLetter(explanation({ against: [point(1, card.title, card.clears)] }))
    expect(gradeLevel(text)).toBeLessThanOrEqual(9)
    expect(neverSay(text, 'screen')).toEqual([])
    expect(countryWords(text)).toEqual([])
    for (const line of card.clears) expect(lintWording(line, 'note')).toEqual({ ok: true })
  })
  it('all at once are', () => {
    const all = cards.map((card, i) => point(i + 1, card.title, card.clears))
    expect(gradeLevel(explanationLetter(explanation({ against: all })))).toBeLessThanOrEqual(9)
  })
})
