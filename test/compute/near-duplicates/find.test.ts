import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesOf } from '../../../src/compute/near-duplicates/buckets.ts'
import { Boilerplate } from '../../../src/compute/near-duplicates/boilerplate.ts'
import { Counted } from '../../../src/compute/near-duplicates/counted.ts'
import { nearDuplicates, type Found } from '../../../src/compute/near-duplicates/find.ts'
import { KeyNumbers } from '../../../src/compute/near-duplicates/key-numbers.ts'
import { Shingler } from '../../../src/compute/near-duplicates/shingler.ts'
import { sketchTexts } from '../../../src/compute/near-duplicates/sketch-texts.ts'
import { Texts } from '../../../src/compute/near-duplicates/texts.ts'

function run<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const next = work.next()
    if (next.done === true) return next.value
  }
}

function textsOf(list: readonly string[]): Texts {
  const texts = new Texts()
  for (const text of list) texts.add(text)
  return texts
}

const find = (list: readonly string[], least = 0.5): Found => run(nearDuplicates(textsOf(list), least))

/** Three words in a row, as strings. */
const naiveShingles = (text: string): Set<string> => {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return new Set(
    words.length < 3 ? (words.length > 0 ? [words.join(' ')] : []) : words.slice(2).map((_, i) => words.slice(i, i + 3).join(' ')),
  )
}
const naiveJaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const both = [...a].filter((shingle) => b.has(shingle)).length
  return both / (a.size + b.size - both)
}
/** `a b` → similarity, by comparing everybody with everybody. */
function naivePairs(list: readonly string[], least: number): Map<string, number> {
  const sets = list.map(naiveShingles)
  const pairs = new Map<string, number>()
  for (const [b, theirs] of sets.entries())
    for (let a = 0; a < b; a++) {
      const similarity = naiveJaccard(sets[a] as Set<string>, theirs)
      if (similarity >= least) pairs.set(`${a} ${b}`, similarity)
    }
  return pairs
}
const pairsOf = ({ pairs }: Found): Map<string, number> =>
  new Map(Array.from(pairs.a, (a, k) => [`${a} ${pairs.b[k]}`, pairs.jaccard[k] as number]))

const word = fc.integer({ min: 0, max: 400 }).map((n) => `w${n}`)
/** Documents and copies of some of them with words exchanged; all different. */
const corpus = fc
  .array(fc.tuple(fc.array(word, { minLength: 5, maxLength: 60 }), fc.array(fc.tuple(fc.nat(), word), { maxLength: 12 })), {
    minLength: 1,
    maxLength: 25,
  })
  .map((made) => {
    const texts = made.flatMap(([words, edits]) => {
      const copy = [...words]
      for (const [at, instead] of edits) copy[at % copy.length] = instead
      return [words.join(' '), copy.join(' ')]
    })
    return [...new Set(texts)]
  })

/** A text of its own by its number: words nobody else has. */
const own = (i: number, length: number): string => Array.from({ length }, (_, k) => `t${i}w${k}`).join(' ')

describe('near-duplicates', () => {
  it('are the pairs of a comparison of everybody with everybody, with the same similarity', () => {
    fc.assert(
      fc.property(corpus, fc.constantFrom(0.3, 0.5, 0.8), (texts, least) => {
        const found = find(texts, least)
        expect(found.everyPair).toBe(true)
        expect(pairsOf(found)).toEqual(naivePairs(texts, least))
      }),
      { numRuns: 60 },
    )
  })

  it('do not depend on the order of the texts', () => {
    fc.assert(
      fc.property(
        corpus.chain((texts) => fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length }))),
        ([texts, shuffled]) => {
          const named = (list: readonly string[]): string[] => {
            const { pairs } = find(list)
            return Array.from(pairs.a, (a, k) =>
              [list[a] as string, list[pairs.b[k] as number] as string, String(pairs.jaccard[k])].toSorted().join(' | '),
            ).sort()
          }
          expect(named(shuffled)).toEqual(named(texts))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('are compared once however often each stands there, and copies are told', () => {
    const texts = [...Array.from({ length: 500 }, () => own(1, 40)), own(2, 40), own(1, 40).toUpperCase().replaceAll(' ', ',  ')]
    const found = find(texts)
    expect([found.different, found.pairs.count, found.groups.map((g) => g.length)]).toEqual([2, 0, [501]])
    expect(found.firstEqual[501]).toBe(0)
    expect(found.firstEqual[500]).toBe(500)
  })

  it('leave out what has no words', () => {
    const found = find(['', '… — …', 'one', 'one', 'two words'])
    expect([...found.firstEqual]).toEqual([-1, -1, 2, 2, 4])
    expect(found.groups.map((g) => [...g])).toEqual([[2, 3]])
  })

  it('do not come from a page that very many share, which is named by who holds it', () => {
    const page = Array.from({ length: 40 }, (_, k) => `page${k}`).join(' ')
    const found = find(
      Array.from({ length: 120 }, (_, i) => `${page} ${own(i, 45)}`),
      0.2,
    )
    expect(found.pairs.count).toBe(0)
    expect(found.common.shingles.count).toBe(38)
    expect([...found.common.holders]).toEqual(Array.from({ length: 38 }, () => 120))
    expect([...found.common.cutFrom]).toEqual(Array.from({ length: 38 }, () => 120))
  })

  it('are found among very many that are alike as a whole, in one group', () => {
    const letter = own(0, 80)
    const found = find([
      ...Array.from({ length: 60 }, (_, i) => `${letter} ${own(i + 1, 4)}`),
      ...Array.from({ length: 60 }, (_, i) => own(i + 100, 80)),
    ])
    expect(found.groups.map((g) => g.length)).toEqual([60])
    expect(found.pairs.count).toBe((60 * 59) / 2)
    expect(Math.max(...found.common.cutFrom)).toBe(0)
  })
})

describe('candidates from sketches', () => {
  const sketched = (list: readonly string[], least: number): { readonly pairs: Set<string>; readonly crowded: number } => {
    const counted = new Counted(textsOf(list), new Shingler(), new Boilerplate(new KeyNumbers()))
    const { sketches, documents } = run(sketchTexts(counted, list.length, least))
    const { pairs, crowded } = run(candidatesOf(sketches, least))
    const n = sketches.count
    return { pairs: new Set(Array.from(pairs, (p) => [documents[p % n], documents[Math.floor(p / n)]].join(' '))), crowded }
  }

  it('hold nearly all pairs above the line, whatever the length of the texts', () => {
    for (const length of [12, 40, 300]) {
      // Every other text is the one before it with every twelfth word exchanged: similarity about .6.
      const texts = Array.from({ length: 400 }, (_, i) =>
        i % 2 === 0
          ? own(i, length)
          : own(i - 1, length)
              .split(' ')
              .map((w, k) => (k % 12 === 5 ? `x${i}k${k}` : w))
              .join(' '),
      )
      const wanted = naivePairs(texts, 0.5)
      expect(wanted.size).toBe(200)
      const { pairs } = sketched(texts, 0.5)
      expect([...wanted.keys()].filter((pair) => pairs.has(pair)).length).toBeGreaterThanOrEqual(190)
      expect(pairs.size).toBeLessThanOrEqual(240)
    }
  })

  it('stay linear in a crowd, and say who was compared with some of it only', () => {
    const letter = own(0, 200)
    const { pairs, crowded } = sketched(
      Array.from({ length: 2000 }, (_, i) => `${letter} n${i}`),
      0.5,
    )
    expect(crowded).toBeGreaterThan(1900)
    expect(pairs.size).toBeLessThan(2000 * 64)
    expect(pairs.size).toBeGreaterThanOrEqual(1999)
  })
})
