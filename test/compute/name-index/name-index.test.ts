import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildNameIndex, openNameIndex } from '../../../src/compute/name-index/name-index.ts'
import { verifyNameIndex } from '../../../src/compute/name-index/layout.ts'
import type { IndexedName } from '../../../src/compute/name-index/name.ts'
import { compareNames, scorePrepared } from '../../../src/compute/name-match/compare.ts'
import { prepareName } from '../../../src/compute/name-match/tokens.ts'

/** Invented people and companies. */
const FIRST = [
  'Ivan',
  'Yusuf',
  'Maria',
  'Olena',
  'Karim',
  'Sofia',
  'Tomasz',
  'Elif',
  'Nadia',
  'Pavel',
  'Ingrid',
  'Hassan',
  'Lucia',
  'Bruno',
]
const LAST = [
  'Kowalenko',
  'Brandvik',
  'Tessarini',
  'Oduyale',
  'Marchetti',
  'Zelinsky',
  'Haddadin',
  'Quispe',
  'Rautavaara',
  'Lindqvist',
  'Obradovic',
]
const FIRMS = [
  'Northwind Trading LLC',
  'Aurora Shipping Company',
  'Blue Harbour Holding',
  'Zenit Metals OOO',
  'Banco Serrano',
  'Kestrel Aviation',
]

const person = (text: string, party = 0, quality: IndexedName['quality'] = 'strong'): IndexedName => ({
  text,
  kind: 'person',
  party,
  quality,
})

const people: IndexedName[] = FIRST.flatMap((first, i) =>
  LAST.map((last, j) => person(`${last.toUpperCase()}, ${first}`, i * LAST.length + j)),
)
const listed: IndexedName[] = [
  ...people,
  ...FIRMS.map((text, i) => ({ text, kind: 'organisation' as const, party: 1000 + i, quality: 'strong' as const })),
]
const index = buildNameIndex(listed)

/** Every name that counts, compared one after the other. */
function bruteForce(names: readonly IndexedName[], query: string, least: number): { name: number; score: number }[] {
  const mine = prepareName(query, 'person')
  return names
    .map(({ text, kind }, name) => ({ name, score: kind === 'organisation' ? 0 : scorePrepared(mine, prepareName(text, kind)) }))
    .filter(({ score }) => score >= least)
}

const slipped = fc
  .tuple(fc.constantFrom(...people), fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'none', 'turn'))
  .map(([{ text }, at, how]) => {
    const words = text.split(', ')
    const plain = how === 'turn' ? words.join(' ') : `${words[1]} ${words[0]}`
    const place = 1 + (at % (plain.length - 2))
    if (how === 'drop') return plain.slice(0, place) + plain.slice(place + 1)
    if (how === 'double') return plain.slice(0, place) + plain[place]! + plain.slice(place)
    if (how === 'swap') return plain.slice(0, place) + plain[place + 1]! + plain[place]! + plain.slice(place + 2)
    return plain
  })

describe('search', () => {
  test('finds what comparing with every name finds', () => {
    let hits = 0
    let kept = 0
    fc.assert(
      fc.property(slipped, (query) => {
        const wanted = bruteForce(listed, query, 0.7)
        const found = new Set(index.search(query, { kind: 'person', limit: 200, least: 0.7 }).map(({ name }) => name))
        hits += wanted.length
        kept += wanted.filter(({ name }) => found.has(name)).length
      }),
      { numRuns: 300, seed: 20_261_128 },
    )
    expect(hits).toBeGreaterThan(250)
    expect(kept / hits).toBeGreaterThanOrEqual(0.98)
  })

  test('scores are those of the comparison of the two names', () => {
    for (const hit of index.search('Marya Brandvik', { kind: 'person', limit: 20, least: 0.3 })) {
      const alone = compareNames(prepareName('Marya Brandvik', 'person'), prepareName(hit.text, 'person'))
      expect(hit.comparison).toEqual(alone)
      expect(hit.score).toBe(alone.score)
      expect(hit.text).toBe(listed[hit.name]!.text)
    }
  })

  test.each([
    ['Юсуф Оводенко', 'Yusuf Ovodenko'],
    ['MUHAMAD AL QASIM', 'Mohammed al-Kasim'],
    ['Abdulrahman Tessarini', 'TESSARINI, Abd-ar-Rahman'],
    ['Abd al Rahman Tessarini', 'Abdurrahman Tessarini'],
    ['J. R. Oldenburgh', 'Oldenburgh, Johan Rickard'],
    ['AnnaLenaHolmqvist', 'Anna Lena Holmqvist'],
    ['Elif MARCHETTIDAHIR', 'Dahir, Elif Marchetty'],
    ['Anna Lena Holmqvist', 'AnnaLena Holmqvist'],
    ['Bill Featherstonehaugh', 'William Featherstonehaugh'],
  ])('%s is found as %s', (query, text) => {
    const names = [...people, person(text, 9999)]
    expect(buildNameIndex(names).search(query, { kind: 'person', limit: 5, least: 0.5 })[0]?.text).toBe(text)
  })

  test('a person is not looked for among companies, and a company not among persons', () => {
    const mixed = buildNameIndex([
      person('Aurora Shipping', 1),
      { text: 'Aurora Shipping', kind: 'organisation', party: 2, quality: 'strong' },
    ])
    const parties = (kind?: 'person' | 'organisation'): number[] =>
      mixed.search('Aurora Shipping', { limit: 5, least: 0.5, ...(kind && { kind }) }).map(({ party }) => party)
    expect(parties('person')).toEqual([1])
    expect(parties('organisation')).toEqual([2])
    expect(parties()).toEqual([1, 2])
  })

  test('equal scores: strong before weak, then by party, then as listed', () => {
    const names = [
      person('Elif Quispe', 7, 'weak'),
      person('Elif Quispe', 9),
      person('Elif Quispe', 3),
      person('ELIF QUISPE', 3),
      person('Elif Quispe', 1, 'weak'),
    ]
    const found = buildNameIndex(names).search('elif quispe', { kind: 'person', limit: 10, least: 0.5 })
    expect(found.map(({ name }) => name)).toEqual([2, 3, 1, 4, 0])
  })

  test('the same question has the same answer, whatever was asked before', () => {
    const ask = (over: typeof index): unknown =>
      over.search('Sofiya Haddaddin', { kind: 'person', limit: 7, least: 0.4 }).map(({ name, score }) => [name, score])
    const first = ask(index)
    for (const { text } of people) index.search(text, { limit: 3, least: 0.5 })
    expect(ask(index)).toEqual(first)
    expect(ask(buildNameIndex(listed))).toEqual(first)
  })

  test('a limit or a least score that means nothing is refused', () => {
    for (const how of [
      { limit: 0, least: 0.5 },
      { limit: Number.NaN, least: 0.5 },
      { limit: 5, least: 2 },
    ])
      expect(() => index.search('Ivan', how)).toThrow(RangeError)
  })
})

describe('the file', () => {
  const bytes = index.bytes()

  test('answers as the index that was built, also from the middle of a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    for (const opened of [openNameIndex(bytes.slice()), openNameIndex(shifted.subarray(3))]) {
      expect(opened.count).toBe(listed.length)
      fc.assert(
        fc.property(slipped, (query) => {
          const how = { limit: 10, least: 0.4 }
          const answer = (over: typeof index): unknown =>
            over.search(query, how).map(({ name, score, party, text }) => ({ name, score, party, text }))
          expect(answer(opened)).toEqual(answer(index))
        }),
        { numRuns: 30 },
      )
    }
  })

  test('is the same bytes for the same names', () => expect(buildNameIndex(listed).bytes()).toEqual(bytes))

  test('cut short, too long, foreign or damaged bytes are refused', () => {
    expect(() => openNameIndex(new Uint8Array(0))).toThrow(/too few/)
    expect(() => openNameIndex(new TextEncoder().encode('<html>not found</html>'.repeat(50)))).toThrow(/does not begin/)
    expect(() => openNameIndex(bytes.subarray(0, bytes.length - 4))).toThrow(/bytes where its header says/)
    expect(() => openNameIndex(new Uint8Array([...bytes, 0]))).toThrow(/bytes where its header says/)
    const otherVersion = bytes.slice()
    otherVersion[4] = 99
    expect(() => openNameIndex(otherVersion)).toThrow(/version 99/)
    for (let at = 8; at < 100; at++) {
      const damaged = bytes.slice()
      damaged[at]! ^= 16
      expect(() => openNameIndex(damaged), `byte ${at}`).toThrow(/make it anew from its list/)
    }
  })

  test('one flipped bit anywhere is seen when all of it is read', () => {
    verifyNameIndex(bytes)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const damaged = bytes.slice()
        damaged[at]! ^= 1 << bit
        expect(() => verifyNameIndex(damaged)).toThrow(/name index/)
      }),
      { numRuns: 100 },
    )
  })
})

describe('hostile names', () => {
  test('an empty list answers nothing', () => {
    const none = openNameIndex(buildNameIndex([]).bytes())
    expect(none.count).toBe(0)
    expect(none.search('Ivan Kowalenko', { limit: 5, least: 0 })).toEqual([])
  })

  const odd = [
    'a'.repeat(10_000),
    'A B '.repeat(2_500),
    'x',
    '\u0000\u0001\u0002',
    '',
    '   ',
    '\ud800',
    '👩‍🚀',
    '١٢٣',
    '林美惠',
    'a'.repeat(40),
    "'''",
    '＿',
  ]

  test('are kept, do not hinder others, and are found where there is something to find', () => {
    const names = [...odd.map((text, party) => person(text, party)), person('Ingrid Lindqvist', 100)]
    const opened = openNameIndex(buildNameIndex(names).bytes())
    expect(opened.search('Ingrid Lindqvist', { limit: 5, least: 0.5 })[0]?.party).toBe(100)
    for (const query of odd) for (const hit of opened.search(query, { limit: 5, least: 0.1 })) expect(hit.score).toBeGreaterThanOrEqual(0.1)
    expect(opened.search('林美惠', { kind: 'person', limit: 5, least: 0.5 })[0]?.text).toBe('林美惠')
    expect(opened.search('a'.repeat(10_000), { kind: 'person', limit: 1, least: 0.5 })[0]?.party).toBe(0)
    expect(opened.textOf(3)).toBe('\u0000\u0001\u0002')
  })

  test('any text can be listed and asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 20 }),
        fc.string({ unit: 'binary', maxLength: 30 }),
        (texts, query) => {
          const opened = openNameIndex(buildNameIndex(texts.map((text, party) => person(text, party))).bytes())
          for (const { score } of opened.search(query, { limit: 5, least: 0 })) expect(score).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('a million equal names: the first in the list', { timeout: 120_000 }, () => {
    const one = person('Bruno Obradovic', 5)
    const many = buildNameIndex({
      *[Symbol.iterator]() {
        for (let i = 0; i < 1_000_000; i++) yield one
      },
    })
    expect(many.search('Bruno Obradovic', { limit: 3, least: 0.9 }).map(({ name }) => name)).toEqual([0, 1, 2])
    expect(many.search('Brumo Obradovik', { limit: 3, least: 0.5 }).map(({ name }) => name)).toEqual([0, 1, 2])
  })
})
