import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Column, NONE, type Records } from '../../src/compute/record-linkage/columns.ts'
import { type Block, type BlockRule, buildBlock } from '../../src/engine/batch-link/blocks.ts'
import { rulesOf } from '../../src/engine/batch-link/candidates.ts'
import { joinedPairs, proposalPieces, proposer } from '../../src/engine/batch-link/propose.ts'

/** Every pair that some rule proposes, once, against a naive search through all pairs. */
const CODES = 6
const count = fc.integer({ min: 2, max: 40 })

const single = (records: number): fc.Arbitrary<Column> =>
  fc
    .array(fc.oneof({ weight: 5, arbitrary: fc.nat({ max: CODES - 1 }) }, fc.constant(NONE)), { minLength: records, maxLength: records })
    .map((codes) => ({
      name: 'c',
      kind: 'exact',
      codes: Uint32Array.from(codes),
      counts: Uint32Array.from({ length: CODES }, (_, code) => codes.filter((c) => c === code).length),
    }))

const several = (records: number): fc.Arbitrary<Column> =>
  fc.array(fc.uniqueArray(fc.nat({ max: CODES - 1 }), { maxLength: 3 }), { minLength: records, maxLength: records }).map((lists) => ({
    name: 'm',
    kind: 'email',
    starts: Uint32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).reduce((n, list) => n + list.length, 0))]),
    codes: Uint32Array.from(lists.flatMap((list) => list.toSorted((a, b) => a - b))),
    counts: Uint32Array.from({ length: CODES }, (_, code) => lists.filter((list) => list.includes(code)).length),
  }))

const RULES: readonly BlockRule[] = [
  { name: 'first', parts: [{ column: 0 }] },
  { name: 'several', parts: [{ column: 2 }] },
  { name: 'both', parts: [{ column: 0 }, { column: 1 }] },
  { name: 'halved', parts: [{ column: 1, map: Uint32Array.from([0, 0, 1, 1, NONE, 2]), keys: 3 }] },
]

const table: fc.Arbitrary<Records> = count.chain((n) =>
  fc
    .record({
      columns: fc.tuple(single(n), single(n), several(n)),
      boundary: fc.option(fc.integer({ min: 1, max: n }), { nil: undefined }),
    })
    .map(({ columns, boundary }) => ({ count: n, columns, boundary })),
)

/** The keys of a record under a rule, as texts. */
function keysOf(records: Records, { parts }: BlockRule, record: number): readonly string[] {
  const each = parts.map(({ column, map }) => {
    const { codes, starts } = records.columns[column]!
    const own = starts === undefined ? [codes[record]!] : [...codes.subarray(starts[record], starts[record + 1])]
    return own.map((code) => (code === NONE ? NONE : map === undefined ? code : map[code]!)).filter((key) => key !== NONE)
  })
  return each.reduce<string[]>((all, keys) => all.flatMap((before) => keys.map((key) => `${before}/${key}`)), [''])
}

function naive(records: Records, rule: BlockRule, largest: number): ReadonlySet<string> {
  const groups = new Map<string, number[]>()
  for (let i = 0; i < records.count; i++) for (const key of keysOf(records, rule, i)) groups.set(key, [...(groups.get(key) ?? []), i])
  const pairs = new Set<string>()
  for (const group of groups.values()) {
    if (group.length > largest) continue
    for (const i of group)
      for (const j of group) {
        const across = records.boundary === undefined || i < records.boundary !== j < records.boundary
        if (i < j && across) pairs.add(`${i} ${j}`)
      }
  }
  return pairs
}

describe('candidate pairs', () => {
  test('are those of a naive search, each once, with the rules that propose it', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 }), (records, largest, piece) => {
        const blocks: Block[] = RULES.map((rule) => buildBlock(records, rule, () => largest))
        const most = blocks.reduce((sum, block) => sum + block.pairs, 0)
        const room = { left: new Uint32Array(most), right: new Uint32Array(most) }
        // The last piece first: each has room of its own, whichever thread comes to it when.
        const pieces = proposalPieces(blocks, piece)
        const propose = proposer({ records, blocks, ...room })
        const written = pieces
          .toReversed()
          .map((one) => propose(one))
          .toReversed()
        const found = joinedPairs(room, pieces, written)
        const pairs = Array.from(found.left, (i, k) => `${i} ${found.right[k]}`)
        const expected = RULES.map((rule) => naive(records, rule, largest))
        expect(new Set(pairs).size).toBe(pairs.length)
        expect(pairs.toSorted()).toEqual([...new Set(expected.flatMap((set) => [...set]))].toSorted())
        const masks = rulesOf(records, blocks, found)
        for (const [k, pair] of pairs.entries())
          expect(masks[k]).toBe(expected.reduce((mask, set, r) => (set.has(pair) ? mask | (1 << r) : mask), 0))
      }),
      { numRuns: 300 },
    )
  })
})
