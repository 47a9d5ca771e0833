import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PairSet } from '../../../src/compute/near-duplicates/pair-set.ts'
import { mix, OFFSET, PRIME, shingleOf, Shingler } from '../../../src/compute/near-duplicates/shingler.ts'
import { bandsFor, Sketcher, VALUES } from '../../../src/compute/near-duplicates/sketch.ts'
import { Texts } from '../../../src/compute/near-duplicates/texts.ts'
import { wordsAt } from '../../../src/compute/near-duplicates/words-at.ts'

const shingler = new Shingler()
function read(text: string): { readonly hashes: readonly number[]; readonly words: number; readonly content: string } {
  const texts = new Texts()
  texts.add(text)
  shingler.read(texts.memory(0), texts.from(0), texts.to(0))
  return { hashes: [...shingler.hashes.subarray(0, shingler.count)], words: shingler.words, content: `${shingler.low} ${shingler.high}` }
}

/** The hashes of the words that `wordsAt` gives, a word at a time. */
function naiveHashes(text: string): number[] {
  const words = wordsAt(text).words.map((w) =>
    Array.from({ length: w.length }, (_, i) => w.charCodeAt(i)).reduce((h, unit) => Math.imul(h ^ unit, PRIME), OFFSET),
  )
  return words.slice(2).map((word, i) => shingleOf(words[i] as number, words[i + 1] as number, word))
}

const letters = fc.constantFrom(
  ...'ab z Z9_+#.,\n\t\u0000-éÉßﬁ\u0301\u00ad\u200bаПж漢字かタ한글กไเ㎏𝐀𠀀😀•–İ'.split(''),
  '𝐀',
  '𠀀',
  '😀',
  'e\u0301',
)
const anyText = fc.oneof(
  fc.array(letters, { maxLength: 80 }).map((list) => list.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

describe('the words of a text', () => {
  it('are the same read byte by byte without branches and letter by letter', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const text = given.toWellFormed()
        const { hashes, words } = read(text)
        expect(words).toBe(wordsAt(text).words.length)
        if (words >= 3) expect(hashes).toEqual(naiveHashes(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('are told apart and folded', () => {
    expect(wordsAt('Résumé, C++ & c# — SNAKE_case').words).toEqual(['resume', 'c++', 'c#', 'snake_case'])
    // Cyrillic letters that look like Latin ones, full width, a soft hyphen, a zero-width space, a ligature, a decomposed accent.
    expect(wordsAt('p\u0430rc\u0435l ｐａｒｃｅｌ par\u00adcel par\u200bcel \ufb01le e\u0301t\u00e9').words).toEqual([
      'parcel',
      'parcel',
      'parcel',
      'parcel',
      'file',
      'ete',
    ])
    expect(wordsAt('東京で働く ok').words).toEqual(['東', '京', 'で', '働', 'く', 'ok'])
    expect(wordsAt('한국어 문장').words).toEqual(['한국어', '문장'])
    expect(wordsAt('हिन्दी में').words).toHaveLength(2)
  })

  it('lie where they are said to', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, from, to } = wordsAt(text)
        for (const [k, word] of words.entries()) expect(wordsAt(text.slice(from[k], to[k])).words).toEqual([word])
      }),
    )
  })

  it('end at bytes that are no UTF-8, and nothing beyond the text is read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.uint8Array({ maxLength: 10 }), (bytes, behind) => {
        const texts = new Texts()
        texts.addBytes(bytes)
        texts.addBytes(behind)
        shingler.read(texts.memory(0), texts.from(0), texts.to(0))
        const alone = [shingler.words, shingler.low, shingler.high]
        const other = new Texts()
        other.addBytes(bytes)
        shingler.read(other.memory(0), other.from(0), other.to(0))
        expect([shingler.words, shingler.low, shingler.high]).toEqual(alone)
        expect(shingler.words).toBeLessThanOrEqual((bytes.length + 1) / 2)
      }),
    )
  })

  it('make equal contents of equal words in equal order alone', () => {
    expect(read('One  two,three FOUR').content).toBe(read('one two three four.').content)
    expect(read('one two').content).not.toBe(read('two one').content)
    expect(read('one two three four').content).not.toBe(read('one two four three').content)
    expect(read('one').hashes).toHaveLength(1)
    expect(read('').hashes).toHaveLength(0)
  })
})

describe('a sketch', () => {
  const valuesOf = (hashes: readonly number[]): number[] => {
    const sketcher = new Sketcher(bandsFor(0.5))
    sketcher.sketch(Int32Array.from(hashes), hashes.length)
    return [...sketcher.values]
  }
  const set = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map(mix), { minLength: 1, maxLength: 400 })

  it('is equal for equal sets, in any order and with repeats', () => {
    fc.assert(
      fc.property(
        set.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.subarray(list))),
        ([list, shuffled, again]) => {
          expect(valuesOf([...shuffled, ...again])).toEqual(valuesOf(list))
        },
      ),
    )
  })

  it('has the smallest of each bin where the bin is not empty', () => {
    fc.assert(
      fc.property(set, (list) => {
        const values = valuesOf(list)
        for (const [bin, ranks] of Map.groupBy(list, (h) => h >>> 25))
          expect(values[bin]).toBe(Math.min(...ranks.map((h) => h & 0x1ffffff)))
      }),
    )
  })

  it('estimates the similarity without bias, for long and short sets', () => {
    for (const size of [20, 100, 1000]) {
      const rounds = 400
      let estimated = 0
      for (let round = 0; round < rounds; round++) {
        const hashes = (from: number): number[] =>
          Array.from({ length: size }, (_, i) => mix(Math.imul(round * 7919 + from + i, 0x9e3779b1)))
        const [a, b] = [valuesOf(hashes(0)), valuesOf(hashes(size / 4))]
        estimated += a.filter((value, k) => value === b[k]).length / VALUES / rounds
      }
      // Three quarters of each are shared: .75 / 1.25.
      expect(Math.abs(estimated - 0.6)).toBeLessThan(0.02)
    }
  })
})

describe('a set of pairs', () => {
  it('holds each once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9_999), fc.nat(9_999)), { maxLength: 6000 }), (pairs) => {
        const set = new PairSet(10_000)
        for (const [a, b] of pairs) set.add(a, b)
        expect([...set.sorted()]).toEqual([...new Set(pairs.map(([a, b]) => a * 10_000 + b))].sort((x, y) => x - y))
      }),
      { numRuns: 30 },
    )
  })
})
