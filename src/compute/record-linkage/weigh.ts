import type { Records } from './columns.ts'
import { LEVELS } from './levels.ts'
import type { FieldModel, Model } from './model.ts'

/** What one pair amounts to in bits. Overwritten by every call. */
export interface Weights {
  /** Weight for one identity twice; the prior is to be added. */
  same: number
  /** Log2 odds for one operator by identifiers alone, prior included; −∞ where none is shared. */
  operator: number
}

type Parts = Pick<Model, 'fields' | 'dependences'>

/** Weighs a row of levels (compare.ts) of records i and j. */
export interface Weigher {
  readonly of: (i: number, j: number, levels: Uint8Array, at: number) => Weights
  /** Bits of one column for "same". */
  readonly field: (f: number, i: number, j: number, levels: Uint8Array) => number
}

export function weigher(records: Records, model: Parts): Weigher {
  const width = model.fields.length
  // One entry for every possible byte of every column. A missing value adds nothing and shares nothing.
  const same = new Float64Array(width * 256)
  const beside = new Float64Array(width * 256)
  /** The strongest shared identifier counts as what it is alone, the others as what they add. */
  const gain = new Float64Array(width * 256).fill(-Infinity)
  for (const [f, field] of model.fields.entries()) {
    same.set(bits(field), f * 256)
    if (field.operator === undefined) continue
    beside.set(field.operator.beside, f * 256)
    for (let l = 0; l < LEVELS[field.kind].equal; l++) gain[f * 256 + l] = field.operator.alone[l]! - field.operator.beside[l]!
  }
  const byHolders = model.fields.map((field, f) => (field.perHolder === undefined ? undefined : valueBits(records, f, field)))
  const given = model.fields.map((_, f) => model.dependences.find((d) => d.of === f))
  const ceiling = model.fields.map((field, f) => (given[f] === undefined ? Infinity : Math.log2(field.same[0]! / given[f].strangers)))

  /** Bits of an equal value. Only agreement would be counted twice; a partner that differs leaves this column its full weight. */
  const ofEqual = (f: number, i: number, j: number, partner: number | undefined): number => {
    const weight = byHolders[f] === undefined ? same[f * 256]! : byHolders[f](i, j)
    return partner === 0 ? Math.min(weight, ceiling[f]!) : weight
  }
  const out: Weights = { same: 0, operator: 0 }
  return {
    field: (f, i, j, levels) => {
      const partner = given[f] === undefined ? undefined : levels[given[f].given]
      return levels[f] === 0 ? ofEqual(f, i, j, partner) : same[f * 256 + levels[f]!]!
    },
    of: (i, j, levels, at) => {
      let forSame = 0
      let sum = 0
      let strongest = -Infinity
      for (let f = 0; f < width; f++) {
        const level = levels[at + f]!
        const place = f * 256 + level
        forSame += level === 0 ? ofEqual(f, i, j, given[f] === undefined ? undefined : levels[at + given[f]!.given]) : same[place]!
        sum += beside[place]!
        if (gain[place]! > strongest) strongest = gain[place]!
      }
      out.same = forSame
      out.operator = sum + strongest
      return out
    },
  }
}

const bits = (field: FieldModel): readonly number[] => field.same.map((share, l) => Math.log2(share / field.strangers[l]!))

/** Bits of an equal value by its number of holders: the rarer the value, the more it says. Of several shared values the rarest counts. */
function valueBits(records: Records, f: number, field: FieldModel): (i: number, j: number) => number {
  const { codes, counts, starts } = records.columns[f]!
  const ofHolders = (holders: number): number => Math.log2(field.same[0]! / Math.max(field.least!, holders * field.perHolder!))
  const table = Float64Array.from({ length: 1024 }, (_, holders) => ofHolders(Math.max(1, holders)))
  const weight = (code: number): number => (counts[code]! < table.length ? table[counts[code]!]! : ofHolders(counts[code]!))
  if (starts === undefined) {
    const { rows } = records
    const width = records.columns.length
    return rows === undefined ? (i) => weight(codes[i]!) : (i) => weight(rows[i * width + f]!)
  }
  return (i, j) => {
    let best = -Infinity
    for (let x = starts[i]!; x < starts[i + 1]!; x++) {
      for (let y = starts[j]!; y < starts[j + 1]!; y++) if (codes[x] === codes[y]) best = Math.max(best, weight(codes[x]!))
    }
    return best
  }
}
