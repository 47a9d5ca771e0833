import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, explainComparison, scorePrepared } from '../../../src/compute/name-match/compare.ts'
import { type NameKind, prepareName } from '../../../src/compute/name-match/tokens.ts'

const score = (a: string, b: string, kind: NameKind = 'person'): number => scorePrepared(prepareName(a, kind), prepareName(b, kind))
const compare = (a: string, b: string, kind: NameKind = 'person') => compareNames(prepareName(a, kind), prepareName(b, kind))
/** Each pair must score below the one before it. */
function falling(...pairs: readonly (readonly [a: string, b: string, kind?: NameKind])[]): void {
  const scores = pairs.map(([a, b, kind]) => score(a, b, kind))
  for (const [i, s] of scores.entries())
    if (i > 0) expect(s, `${pairs[i]!.join(' | ')} below ${pairs[i - 1]!.join(' | ')}`).toBeLessThan(scores[i - 1]!)
}

const word = fc.string({ unit: fc.constantFrom(...'abcdegiklmnorstuvz'), minLength: 2, maxLength: 9 })
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
const anything = fc.oneof(
  name,
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."абвгдюя محدعبالله김정은 李明 αβγ .,-&/'’·0123"), maxLength: 30 }),
)
const kind = fc.constantFrom<NameKind>('person', 'organisation', 'other')

describe('the score of two names', () => {
  it('is between 0 and 1, the same both ways round, and what the explanation says', () => {
    fc.assert(
      fc.property(anything, anything, kind, (a, b, k) => {
        const [one, other] = [prepareName(a, k), prepareName(b, k)]
        const there = scorePrepared(one, other)
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThanOrEqual(1)
        expect(scorePrepared(other, one)).toBe(there)
        expect(compareNames(one, other).score).toBe(there)
      }),
      { numRuns: 2000, seed: 11 },
    )
  })

  it('is 1 for a name as written, whatever case, spaces and the order around the comma, and for nothing else', () => {
    fc.assert(
      fc.property(name, kind, (a, k) => {
        expect(score(a, ` ${a.toUpperCase().replaceAll(' ', '  ')}`, k)).toBe(1)
      }),
      { seed: 11 },
    )
    expect(score('TESTOVSKI, Orvald', 'Orvald Testovski')).toBe(1)
    expect(score('Orvald Testovski', 'Testovski Orvald')).toBeLessThan(1)
    expect(score('Orvald Téstovski', 'Orvald Testovski')).toBeLessThan(1)
    expect(score('Орвалд Тестов', 'Orvald Testov')).toBeLessThan(1)
    expect(score('Nordwind-Test GmbH', 'Nordwind Test GmbH', 'organisation')).toBeLessThan(1)
  })

  it('falls by a slip, and a word that is left out costs less than another in its place', () => {
    fc.assert(
      fc.property(word, word, word, fc.nat(8), (a, b, c, at) => {
        fc.pre(new Set([a, b, c]).size === 3 && a.length > 4)
        const slip = a.slice(0, at % a.length) + 'q' + a.slice((at % a.length) + 1)
        expect(score(`${slip} ${b}`, `${a} ${b}`)).toBeLessThan(score(`${a} ${b}`, `${a} ${b}`))
      }),
      { seed: 11 },
    )
    falling(
      ['Orvald Miro Testovski', 'Orvald Miro Testovski'],
      ['Orvald Miro Testovski', 'Orvald Testovski'],
      ['Orvald Miro Testovski', 'Orvald Pekka Testovski'],
    )
  })

  it('has an order of how parts meet', () => {
    falling(
      ['Orvald Testham', 'Orvald Testham'],
      ['Орвалд Тестхам', 'Orvald Testkham'],
      ['Orwald Testham', 'Orvald Testham'],
      ['Orvakd Testham', 'Orvald Testham'],
      ['Ingmar Testham', 'Orvald Testham'],
    )
    falling(['Robert Testham', 'Robert Testham'], ['Roberto Testham', 'Robert Testham'], ['Wilma Testham', 'Robert Testham'])
    falling(['William Testham', 'William Testham'], ['Wm. Testham', 'William Testham'], ['Ottokar Testham', 'William Testham'])
    expect(score('Bob Testham', 'Robert Testham')).toBeGreaterThan(0.9)
  })

  it('bears reordered, joined and parted words', () => {
    expect(score('Testham Orvald', 'Orvald Testham')).toBeGreaterThan(0.95)
    expect(score('OrvaldTestham', 'Orvald Testham')).toBeGreaterThan(0.9)
    expect(score('Jean-Test Orvaldson', 'Jeantest Orvaldson')).toBeGreaterThan(0.9)
    expect(score('Orv aldtestham', 'Orvald Testham')).toBeGreaterThan(0.9)
  })

  it('knows patronymics, endings, particles and titles', () => {
    expect(score('Ivan Testov', 'TESTOV, Ivan Petrovich')).toBeGreaterThan(0.85)
    expect(score('Ivan Petrovich Testov', 'Ivan Olegovich Testov')).toBeLessThan(0.8)
    expect(score('Anna Testova', 'Anna Testov')).toBeGreaterThan(0.9)
    expect(score('Wladimir Testowitsch', 'Vladimir Testovich')).toBeGreaterThan(0.85)
    expect(score('Abdul Rahman al-Testi', 'ABDURRAHMAN TESTI')).toBeGreaterThan(0.9)
    expect(score('Sheikh Omar Testani', 'Umar Testani')).toBeGreaterThan(0.9)
    expect(score('Testan bin Omar al-Muradi', 'Omar bin Testan al-Muradi')).toBeLessThan(score('Omar bin Testan', 'Testan, Omar bin'))
  })

  it('takes an initial for a part that begins so, and against any other', () => {
    expect(score('O. Testham', 'Orvald Testham')).toBeGreaterThan(0.85)
    expect(score('Ivo O. Testham', 'Ivo Pekka Testham')).toBeLessThan(0.8)
    expect(compare('O. Testham', 'Orvald Testham').against).toContain('"O" and "Orvald" share only the first letter.')
  })

  it('does not make one person of people who share one part', () => {
    for (const other of ['Testham', 'Orvald Miro Berg', 'Pekka Testham', 'Miro Orvald Testhamsson Berg Falk'])
      expect(score('Ivo Testham', other)).toBeLessThan(0.8)
  })

  it('compares names in any script', () => {
    for (const [a, b] of [
      ['Владимир Тестов', 'Vladimir Testov'],
      ['محمد تستاوي', 'Mohammed Testawi'],
      ['Βλαντίμιρ Τέστοφ', 'Vladimir Testof'],
      ['ვლადიმერ ტესტოვი', 'Vladimer Testovi'],
      ['김정호', 'Kim Jong Ho'],
      ['李明浩', 'Li Minghao'],
      ['李明浩', 'Ri Myong Ho'],
      ['山田健太', 'Kenta Yamada'],
      ['דוד טסט', 'David Test'],
    ] as const)
      expect(score(a, b), `${a} | ${b}`).toBeGreaterThan(0.8)
    expect(score('김정호', 'Kim Jong Chol')).toBeLessThan(0.8)
    expect(score('李明浩', 'Li Minghui')).toBeLessThan(0.8)
  })
})

describe('names of organisations', () => {
  it('weigh the legal form little, in full or short, before or behind', () => {
    for (const [a, b] of [
      ['Nordwind Gesellschaft mit beschränkter Haftung', 'Nordwind GmbH'],
      ['NordwindAG', 'Nordwind Aktiengesellschaft'],
      ['OOO Testprom', 'Testprom Limited Liability Company'],
      ['ООО "Тестпром"', 'LLC Testprom'],
      ['Testprom Joint Stock Company', 'JSC Testprom'],
      ['Testprom', 'Testprom Sp. z o.o.'],
      ['Testprom Trading Co., Ltd.', 'Testprom Trading Company Limited'],
      ['A.B.C. Testing', 'ABC Testing'],
    ] as const)
      expect(score(a, b, 'organisation'), `${a} | ${b}`).toBeGreaterThan(0.88)
    falling(
      ['Nordwind GmbH', 'Nordwind GmbH', 'organisation'],
      ['Nordwind GmbH', 'Nordwind Gesellschaft mit beschränkter Haftung', 'organisation'],
      ['Nordwind GmbH', 'Nordwind AG', 'organisation'],
      ['Nordwind Stiftung', 'Südwind AG', 'organisation'],
    )
  })

  it('are not made one by common words, nor held apart by their language', () => {
    expect(score('Nordwind Trading Company', 'Südsee Trading Company', 'organisation')).toBeLessThan(0.5)
    expect(score('Testland Gas Company', 'Testland Oil Company', 'organisation')).toBeLessThan(0.8)
    expect(score('Banco de Testland', 'Bank of Testland', 'organisation')).toBeGreaterThan(0.9)
  })

  it('hold numbers apart, however they are written', () => {
    expect(score('Brigade forty-four', 'Brigade 44', 'other')).toBeGreaterThan(0.9)
    expect(score('1st Test Battalion', 'First Test Battalion', 'organisation')).toBeGreaterThan(0.9)
    expect(score('Brigade 44', 'Brigade 45', 'other')).toBeLessThan(0.5)
    expect(compare('Brigade 44', 'Brigade 45', 'other').against).toContain('The numbers differ: "44" and "45".')
    expect(score('Test Fund IV', 'Test Fund V', 'organisation')).toBeLessThan(0.8)
  })
})

describe('the explanation', () => {
  it('says which part met which and how, what met nothing, and what speaks against', () => {
    const c = compare('Владимир Testham', 'TESTHAM, Vladimir Olegovich')
    expect(c.parts.map(({ query, listed, how }) => [query, listed, how])).toEqual([
      ['Владимир', 'Vladimir', 'transliterated'],
      ['Testham', 'TESTHAM', 'equal'],
    ])
    expect([c.queryLeft, c.listedLeft]).toEqual([[], ['Olegovich']])
    expect(explainComparison(c)).toBe(
      `Score ${c.score.toFixed(2)}: "Владимир" and "Vladimir" are the same letters in another script; "Testham" is equal. The listed name also holds "Olegovich".`,
    )
    expect(explainComparison(compare('Orvald', '…'))).toContain('holds no letter or digit')
  })

  it('names each word of either side once, met or left', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const c = compare(a, b)
        fc.pre(c.parts.every((p) => p.how !== 'joined'))
        expect(c.parts.length + c.queryLeft.length).toBe(prepareName(a, 'person').tokens.length)
        expect(c.parts.length + c.listedLeft.length).toBe(prepareName(b, 'person').tokens.length)
      }),
      { seed: 11 },
    )
  })
})

describe('hostile names', () => {
  it('never throw, and a name without letters is like nothing', () => {
    const long = 'Ab1.'.repeat(2500)
    const hostile = [
      '',
      ' ',
      ',',
      '😀😀',
      '\u0000\u0001',
      '\ud800',
      'x',
      '.',
      '،',
      '&',
      '1',
      '\u202eabc',
      '\u0301'.repeat(500),
      'ﷺ'.repeat(600),
      '李'.repeat(10_000),
      long,
      'a '.repeat(5000),
    ]
    for (const a of hostile) {
      for (const b of [...hostile, 'Orvald Testham'])
        for (const k of ['person', 'organisation', 'other'] as const) {
          const c = compare(a, b, k)
          expect(c.score).toBeGreaterThanOrEqual(0)
          expect(explainComparison(c)).not.toBe('')
        }
    }
    expect(score('😀', '😀')).toBe(0)
    // What is cut off still tells two names apart.
    expect(score(`${long}a`, `${long}b`)).toBeLessThan(1)
  })
})
