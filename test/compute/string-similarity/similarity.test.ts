import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignmentDistance } from '../../../src/compute/string-similarity/alignment.ts'
import { dateNearness } from '../../../src/compute/string-similarity/dates.ts'
import { houseNumbers } from '../../../src/compute/string-similarity/house-numbers.ts'
import { jaro, jaroWinkler } from '../../../src/compute/string-similarity/jaro.ts'
import { qGramCosine } from '../../../src/compute/string-similarity/q-grams.ts'
import { spanOf, type Span } from '../../../src/compute/string-similarity/span.ts'
import { wordOverlap } from '../../../src/compute/string-similarity/words.ts'

/** Few letters, so that texts have something in common; some of them longer than a byte. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '中', ' '), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 30, maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
/** The same bytes in the middle of others: a measure that reads past a span would be wrong. */
function within(value: string): Span {
  const { bytes } = spanOf(value)
  const larger = new Uint8Array(bytes.length + 6).fill(97)
  larger.set(bytes, 3)
  return { bytes: larger, start: 3, end: 3 + bytes.length }
}

describe('Jaro and Jaro–Winkler', () => {
  it('answer what DuckDB answers', async () => {
    // A NUL ends a string literal there; it has no place in a name.
    const pairs = fc.sample(fc.tuple(text, text), { numRuns: 3000, seed: 7 }).filter((pair) => !pair.join('').includes('\0'))
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    await connection.run('create table pairs (i integer, a varchar, b varchar)')
    const rows = await connection.createAppender('pairs')
    for (const [i, [a, b]] of pairs.entries()) {
      rows.appendInteger(i)
      rows.appendVarchar(a)
      rows.appendVarchar(b)
      rows.endRow()
    }
    rows.closeSync()
    const answers = await connection.runAndReadAll(
      'select a, b, jaro_similarity(a, b) as plain, jaro_winkler_similarity(a, b) as winkler from pairs order by i',
    )
    connection.closeSync()
    instance.closeSync()
    let between = 0
    for (const row of answers.getRowObjects()) {
      const [a, b] = [within(String(row['a'])), within(String(row['b']))]
      expect(Math.abs(jaro(a, b) - Number(row['plain']))).toBeLessThan(1e-12)
      expect(Math.abs(jaroWinkler(a, b) - Number(row['winkler']))).toBeLessThan(1e-12)
      if (Number(row['plain']) > 0.5 && Number(row['plain']) < 1) between++
    }
    expect(between).toBeGreaterThan(300)
  })
})

/** The textbook table, over bytes. */
function alignmentByTable(a: Uint8Array, b: Uint8Array): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, table[i - 2]![j - 2]! + 1)
      table[i]![j] = best
    }
  }
  return table[a.length]![b.length]!
}

describe('optimal string alignment', () => {
  it('is the distance of the table, whichever way it is computed', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(alignmentDistance(within(a), within(b))).toBe(alignmentByTable(spanOf(a).bytes, spanOf(b).bytes))
      }),
      { numRuns: 1000 },
    )
  })
  it('counts a swap of neighbours once', () => expect(alignmentDistance(spanOf('marhta'), spanOf('martha'))).toBe(1))
  it('works at exactly 32 and 33 bytes', () => {
    for (const length of [31, 32, 33]) {
      const long = 'abcdefgh'.repeat(5).slice(0, length)
      expect(alignmentDistance(spanOf(long), spanOf(`${long.slice(0, -2)}${long.at(-1)}${long.at(-2)}`))).toBe(1)
    }
  })
})

function cosineByMaps(a: string, b: string, q: number): number {
  const grams = (value: string): Map<string, number> => {
    const counts = new Map<string, number>()
    if (value === '') return counts
    const padded = Array.from(spanOf(` ${value} `).bytes)
    for (let i = 0; i + q <= padded.length; i++) {
      const gram = padded.slice(i, i + q).join()
      counts.set(gram, (counts.get(gram) ?? 0) + 1)
    }
    return counts
  }
  const [left, right] = [grams(a), grams(b)]
  const square = (of: Map<string, number>): number => [...of.values()].reduce((sum, n) => sum + n * n, 0)
  let dot = 0
  for (const [gram, n] of left) dot += n * (right.get(gram) ?? 0)
  return dot === 0 ? 0 : dot / Math.sqrt(square(left) * square(right))
}

describe('cosine of q-grams', () => {
  it('is that of the counts', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom(2 as const, 3 as const), (a, b, q) => {
        expect(qGramCosine(within(a), within(b), q)).toBeCloseTo(cosineByMaps(a, b, q), 12)
      }),
      { numRuns: 1000 },
    )
  })
  it('holds beyond the first size of its tables', () => {
    const long = Array.from({ length: 3000 }, (_, i) => `w${(i * 7919) % 1000}`).join(' ')
    expect(qGramCosine(spanOf(long), spanOf(long), 3)).toBeCloseTo(1, 12)
    expect(qGramCosine(spanOf('ab'), spanOf('ab'), 3)).toBeCloseTo(1, 12)
  })
})

describe('words', () => {
  const words = fc.array(fc.constantFrom('ana', 'maria', 'garcia', 'de', 'la', 'lopez'), { maxLength: 6 })
  it('shares what the two lists have in common, each word once', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const rest = [...b]
        const shared = a.filter((word) => rest.includes(word) && rest.splice(rest.indexOf(word), 1)).length
        const found = wordOverlap(within(a.join(' ')), within(b.join(' ')))
        expect(found).toEqual({ shared, fewer: Math.min(a.length, b.length), more: Math.max(a.length, b.length) })
      }),
    )
  })
  it('takes initials for words only when asked', () => {
    expect(wordOverlap(spanOf('j smith'), spanOf('jan smith')).shared).toBe(1)
    expect(wordOverlap(spanOf('j smith'), spanOf('jan smith'), true).shared).toBe(2)
  })
})

describe('dates', () => {
  it.each([
    ['1971-05-24', '1971-05-25', 'slip'],
    ['1971-05-24', '1971-05-42', 'slip'],
    ['1971-05-04', '1971-04-05', 'swapped'],
    ['1971-05-24', '1971-05', 'part'],
    ['1971-05-24', '1971-05-13', 'two'],
    ['1971-05-24', '1971-11-13', 'year'],
    ['1971-05-24', '1988-11-13', 'other'],
    ['1971-05-24', '1971', 'part'],
    ['', '1971', 'other'],
  ])('%s and %s: %s, both ways round', (a, b, nearness) => {
    expect(dateNearness(spanOf(a), spanOf(b))).toBe(nearness)
    expect(dateNearness(spanOf(b), spanOf(a))).toBe(nearness)
  })
})

describe('house numbers', () => {
  it.each([
    ['98 high street', '98 high st', 'same'],
    ['2 98 high street', '98 high street', 'same'],
    ['12a high street', '12b high street', 'different'],
    ['12 3rd street', '14 3rd street', 'different'],
    ['3rd street', '14 3rd street', 'none'],
    ['high street', 'high street', 'none'],
  ])('%s and %s: %s, both ways round', (a, b, numbers) => {
    expect(houseNumbers(spanOf(a), spanOf(b))).toBe(numbers)
    expect(houseNumbers(spanOf(b), spanOf(a))).toBe(numbers)
  })
})
