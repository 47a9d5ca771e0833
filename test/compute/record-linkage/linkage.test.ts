import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consistentClusters } from '../../../src/compute/record-linkage/clusters.ts'
import { MISSING, type Records } from '../../../src/compute/record-linkage/columns.ts'
import { compare } from '../../../src/compute/record-linkage/compare.ts'
import { expectedBest, oneToOne } from '../../../src/compute/record-linkage/decide.ts'
import { explain } from '../../../src/compute/record-linkage/explain.ts'
import { descending } from '../../../src/compute/record-linkage/learn-levels.ts'
import { LEVELS, ownerShare } from '../../../src/compute/record-linkage/levels.ts'
import { score } from '../../../src/compute/record-linkage/score.ts'
import { train } from '../../../src/compute/record-linkage/train.ts'
import { chance, columnOf, pairsByColumn, slip, word } from './people.ts'

/** People who stand in the file once or twice, the second time with slips and gaps; surnames few, so that many namesakes meet. */
function register(people: number, seed: number): { records: Records; person: number[] } {
  const next = chance(seed)
  const surnames = Array.from({ length: 40 }, () => word(next, 3))
  const rows: { person: number; given?: string; surname?: string; born?: string; town?: string; account?: string }[] = []
  for (let person = 0; person < people; person++) {
    const born = `19${10 + Math.floor(next() * 89)}-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 9)}`
    const one = {
      person,
      given: word(next, 2),
      surname: surnames[Math.floor(next() * 40)]!,
      born,
      town: `town${Math.floor(next() * 30)}`,
      account: `A${100_000 + person}`,
    }
    rows.push(one)
    if (next() > 0.5) continue
    const gap = next()
    rows.push({
      ...one,
      ...(next() < 0.2 ? { given: slip(next, one.given) } : {}),
      ...(next() < 0.2 ? { surname: slip(next, one.surname) } : {}),
      ...(gap < 0.3 ? { account: undefined } : gap < 0.4 ? { born: undefined } : {}),
    } as (typeof rows)[number])
  }
  const column = (name: 'given' | 'surname' | 'born' | 'town' | 'account', kind: 'name' | 'date' | 'exact' | 'account') =>
    columnOf(
      name,
      kind,
      rows.map((row) => row[name]),
    )
  return {
    records: {
      count: rows.length,
      columns: [
        column('given', 'name'),
        column('surname', 'name'),
        column('born', 'date'),
        column('town', 'exact'),
        column('account', 'account'),
      ],
    },
    person: rows.map((row) => row.person),
  }
}
const RULES = ['given', 'surname', 'born', 'town', 'account'].map((name, f) => ({ name, columns: [f] }))

describe('training without labels', () => {
  const { records, person } = register(600, 3)
  const pairs = pairsByColumn(records, [0, 1, 2, 3, 4])
  const model = train(records, pairs, { rules: RULES })
  const { odds } = score(records, model, pairs)

  it('finds who stands twice, among namesakes and neighbours', () => {
    const linked = [...odds.keys()].filter((k) => odds[k]! >= model.line)
    const right = linked.filter((k) => person[pairs.left[k]!] === person[pairs.right[k]!]).length
    const twice = records.count - new Set(person).size
    expect(twice).toBeGreaterThan(200)
    expect((2 * right) / (linked.length + twice)).toBeGreaterThan(0.98)
    expect(Math.abs(model.learnt.expected - twice) / twice).toBeLessThan(0.1)
  })
  it('does not take namesakes for the class it looks for: an equal account speaks for, a different one a little against', () => {
    const [given, , , town, account] = model.fields
    const bits = (field: typeof given, level: number): number => Math.log2(field!.same[level]! / field!.strangers[level]!)
    expect(bits(account, 0)).toBeGreaterThan(10)
    expect(bits(account, LEVELS.account.words.length - 1)).toBeGreaterThan(-5)
    expect(bits(given, 0)).toBeGreaterThan(bits(town, 0))
  })
  it('holds its bounds: shares sum to one and no worse level weighs more', () => {
    for (const { same, strangers } of model.fields) {
      for (const shares of [same, strangers]) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
    }
  })
  it('learns the same from the same', () => expect(train(records, pairs, { rules: RULES })).toEqual(model))
  it('is plain JSON', () => expect(score(records, JSON.parse(JSON.stringify(model)), pairs).odds).toEqual(odds))
  it('weighs a rare surname more than a common one', () => {
    const { counts, codes } = records.columns[1]!
    const equal = [...odds.keys()].filter((k) => codes[pairs.left[k]!] === codes[pairs.right[k]!])
    const bitsOf = (k: number): number => explain(records, model, pairs.left[k]!, pairs.right[k]!).rows[1]!.bits
    const sorted = equal.toSorted((a, b) => counts[codes[pairs.left[a]!]!]! - counts[codes[pairs.left[b]!]!]!)
    expect(bitsOf(sorted[0]!)).toBeGreaterThan(bitsOf(sorted.at(-1)!) + 1)
  })
  it('explains what it scores: prior and rows add up to the odds', () => {
    for (let k = 0; k < odds.length; k += 97) {
      const { prior, rows, otherReading, odds: told } = explain(records, model, pairs.left[k]!, pairs.right[k]!)
      expect(told).toBeCloseTo(odds[k]!, 3)
      expect(prior + rows.reduce((sum, row) => sum + row.bits, 0) + otherReading).toBeCloseTo(told, 6)
    }
  })
  it('gives a missing value no weight', () => {
    const levels = compare(records, pairs)
    const k = [...odds.keys()].find((at) => levels[at * 5 + 4] === MISSING)!
    expect(explain(records, model, pairs.left[k]!, pairs.right[k]!).rows[4]).toEqual({ column: 'account', level: 'missing', bits: 0 })
  })
  it('takes no pairs, and one record, as they come', () => {
    const none = { left: new Uint32Array(0), right: new Uint32Array(0) }
    expect(score(records, train(records, none, { rules: [] }), none).odds).toHaveLength(0)
    const one = { count: 1, columns: [columnOf('name', 'name', ['ana'])] }
    expect(train(one, none, { rules: [] }).fields).toHaveLength(1)
  })
})

describe('columns that repeat each other', () => {
  it('count a coincidence once', () => {
    const next = chance(5)
    const towns = Array.from({ length: 400 }, () => Math.floor(next() * 12))
    const people = towns.map((town, i) => ({ town: `town${town}`, code: `c${town}`, name: `${word(next, 3)} ${i}` }))
    const records = {
      count: 400,
      columns: [
        columnOf(
          'town',
          'exact',
          people.map((p) => p.town),
        ),
        columnOf(
          'code',
          'exact',
          people.map((p) => p.code),
        ),
        columnOf(
          'name',
          'name',
          people.map((p) => p.name),
        ),
      ],
    }
    const pairs = pairsByColumn(records, [0])
    const model = train(records, pairs, { rules: [{ name: 'town', columns: [0] }] })
    const { rows } = explain(records, model, pairs.left[0]!, pairs.right[0]!)
    const [more, less] = [rows[0]!.bits, rows[1]!.bits].toSorted((a, b) => b - a)
    expect(more).toBeGreaterThan(2)
    expect(less).toBeLessThan(0.5)
  })
})

describe('personas', () => {
  /** Operators with three identities that share a wallet; a crowd behind one address; names of their own for all. */
  function crowd(): { records: Records; operator: number[] } {
    const next = chance(9)
    const rows = Array.from({ length: 900 }, (_, i) => {
      const operator = Math.floor(i / 3)
      const ring = operator < 100
      return {
        operator: ring ? operator : 1000 + i,
        name: `${word(next, 2)} ${word(next, 3)}`,
        wallet: `w${ring ? operator : 1000 + i}`,
        device: `d${ring && next() < 0.5 ? operator : 1000 + i}`,
        ip: i % 3 === 0 ? '192.0.2.1' : `ip${i}`,
      }
    })
    const column = (name: 'name' | 'wallet' | 'device' | 'ip') =>
      columnOf(
        name,
        name,
        rows.map((row) => row[name]),
      )
    return {
      records: { count: rows.length, columns: [column('name'), column('wallet'), column('device'), column('ip')] },
      operator: rows.map((row) => row.operator),
    }
  }
  const { records, operator } = crowd()
  const pairs = pairsByColumn(records, [1, 2, 3])
  const rules = ['wallet', 'device', 'ip'].map((name, k) => ({ name, columns: [k + 1] }))
  const model = train(records, pairs, { rules, rests: 'identifiers' })
  const { odds } = score(records, model, pairs)

  it('are linked by what they share and by nothing that a crowd shares', () => {
    let [right, wrong] = [0, 0]
    for (const [k, value] of odds.entries()) {
      if (value < model.line) continue
      if (operator[pairs.left[k]!] === operator[pairs.right[k]!]) right++
      else wrong++
    }
    expect({ right, wrong }).toEqual({ right: 300, wrong: 0 })
  })
  it('are linked the same after everybody is renamed', () => {
    const names = columnOf(
      'name',
      'name',
      Array.from({ length: 900 }, (_, i) => `someone ${i}`),
    )
    const renamed = { ...records, columns: [names, ...records.columns.slice(1)] }
    const again = train(renamed, pairs, { rules, rests: 'identifiers' })
    const linked = (of: Float32Array, line: number): boolean[] => Array.from(of, (value) => value >= line)
    expect(linked(score(renamed, again, pairs).odds, again.line)).toEqual(linked(odds, model.line))
  })
  it('never are by a name alone', () => {
    const namesakes = {
      count: 2,
      columns: records.columns.map((c) =>
        columnOf(c.name, c.kind, c.kind === 'name' ? ['ana lopez', 'ana lopez'] : [undefined, undefined]),
      ),
    }
    const one = { left: Uint32Array.of(0), right: Uint32Array.of(1) }
    const { odds: alone, withNames } = score(namesakes, model, one)
    expect(alone[0]).toBeLessThan(-50)
    expect(withNames[0]).toBeGreaterThan(alone[0]!)
  })
  it('explains a link by what is shared', () => {
    const k = odds.findIndex((value) => value >= model.line)
    const { reading, rows, odds: told } = explain(records, model, pairs.left[k]!, pairs.right[k]!)
    expect(reading).toBe('operator')
    expect(rows[0]!.bits).toBe(0)
    expect(rows[1]).toMatchObject({ column: 'wallet', level: 'equal, held by 3 to 4', holders: 3 })
    expect(told).toBeGreaterThanOrEqual(odds[k]! - 0.01)
  })
  it('are told apart by fewer holders before anything is measured', () => {
    for (const kind of ['email', 'phone', 'wallet', 'account', 'device', 'ip'] as const) {
      for (let group = 1; group < 6; group++) expect(ownerShare(kind, group)).toBeLessThan(ownerShare(kind, group - 1))
    }
  })
})

describe('several values in a record', () => {
  it('count by the best of them, and none is missing', () => {
    const records = { count: 3, columns: [columnOf('phone', 'phone', [['+12025550101', '+12025550102'], ['+12025550102'], []])] }
    expect([...compare(records, { left: Uint32Array.of(0, 0), right: Uint32Array.of(1, 2) })]).toEqual([0, MISSING])
  })
})

describe('names in each other’s column', () => {
  it('are seen', () => {
    const records = { count: 2, columns: [columnOf('a', 'name', ['isla', 'hall']), columnOf('b', 'name', ['hall', 'isla'])] }
    const levels = compare(records, { left: Uint32Array.of(0), right: Uint32Array.of(1) })
    expect([...levels].map((l) => LEVELS.name.words[l])).toEqual(['given and family name exchanged', 'given and family name exchanged'])
  })
})

describe('levels', () => {
  it('have seeds that sum to one', () => {
    for (const { seeds, words } of Object.values(LEVELS)) {
      expect(seeds).toHaveLength(words.length)
      expect(seeds.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
    }
  })
  it('never weigh more when worse, and keep their sum', () => {
    const shares = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(shares, shares, (a, against) => {
        const pooled = Float64Array.from(a)
        descending(pooled, Float64Array.from(against))
        expect(pooled.reduce((x, y) => x + y, 0)).toBeCloseTo(
          a.reduce((x, y) => x + y, 0),
          9,
        )
        for (let l = 1; l < 6; l++) expect(pooled[l]! / against[l]!).toBeLessThanOrEqual((pooled[l - 1]! / against[l - 1]!) * (1 + 1e-9))
      }),
    )
  })
})

describe('deciding', () => {
  it('draws the line where the expected F1 is largest', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 40 }), (values) => {
        const odds = Float32Array.from(values)
        const p = (value: number): number => 1 / (1 + 2 ** -value)
        const all = odds.reduce((sum, value) => sum + p(value), 0)
        const f1 = (line: number): number => {
          const over = odds.filter((value) => value >= line)
          return (2 * over.reduce((sum, value) => sum + p(value), 0)) / (over.length + all)
        }
        const best = Math.max(...Array.from(odds, f1))
        // Below one in a hundred the line does not go.
        if (best > 0.02) expect(f1(expectedBest(odds))).toBeCloseTo(best, 4)
      }),
    )
  })
  it('links one to one, the best first, whatever the order', () => {
    const left = Uint32Array.of(0, 0, 1, 2)
    const right = Uint32Array.of(10, 11, 10, 12)
    expect([...oneToOne({ left, right }, Float32Array.of(5, 4, 6, -1), 0)]).toEqual([1, 2])
    expect([...oneToOne({ left: left.toReversed(), right: right.toReversed() }, Float32Array.of(-1, 6, 4, 5), 0)]).toEqual([1, 2])
  })
})

describe('clusters of records', () => {
  it('do not join two groups by one weak link, and do not depend on the order of links', () => {
    const { records, person } = register(200, 8)
    const pairs = pairsByColumn(records, [0, 1, 2, 3, 4])
    const model = train(records, pairs, { rules: RULES })
    const { odds } = score(records, model, pairs)
    const over = [...odds.keys()].filter((k) => odds[k]! >= model.line)
    const first = over.find((k) => person[pairs.left[k]!] === person[pairs.right[k]!])!
    const other = over.findLast((k) => person[pairs.left[k]!] === person[pairs.right[k]!])!
    // A link that should not be: from the one person to the other.
    const links = [
      ...over.map((k) => [pairs.left[k]!, pairs.right[k]!, odds[k]!] as const),
      [pairs.left[first]!, pairs.left[other]!, model.line] as const,
    ]
    const clusters = (of: typeof links): number[] => [
      ...consistentClusters(records, model, {
        left: Uint32Array.from(of, ([a]) => a),
        right: Uint32Array.from(of, ([, b]) => b),
        odds: Float32Array.from(of, ([, , value]) => value),
      }),
    ]
    const found = clusters(links)
    expect(found[pairs.left[first]!]).toBe(found[pairs.right[first]!])
    expect(found[pairs.left[first]!]).not.toBe(found[pairs.left[other]!])
    expect(clusters(links.toReversed())).toEqual(found)
  })
})
