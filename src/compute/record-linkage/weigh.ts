import { MISSING, NONE, type Column, type Records } from './columns.ts'
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
  const same = model.fields.map(bits)
  const beside = model.fields.map(({ operator }) => operator && byLevel(operator.beside))
  // The strongest shared identifier counts as what it is alone, the others as what they add.
  const gain = model.fields.map(({ operator }) => operator && byLevel(operator.alone.map((alone, l) => alone - operator.beside[l]!)))
  const equal = model.fields.map((field) => LEVELS[field.kind].equal)
  const byHolders = model.fields.map((field, f) => (field.perHolder === undefined ? undefined : valueBits(records.columns[f]!, field)))
  const given = model.fields.map((_, f) => model.dependences.find((d) => d.of === f))
  const ceiling = model.fields.map((field, f) => (given[f] === undefined ? Infinity : Math.log2(field.same[0]! / given[f].strangers)))

  const byValue = (f: number, level: number, i: number, j: number): number => {
    const valued = level === 0 ? byHolders[f] : undefined
    return valued === undefined ? same[f]![level]! : valued(i, j)
  }
  // Only agreement would be counted twice; a partner that differs leaves this column its full weight.
  const capped = (f: number, weight: number, levels: Uint8Array, at: number): number => {
    const partner = levels[at + f] === 0 ? given[f] : undefined
    return partner !== undefined && levels[at + partner.given] === 0 ? Math.min(weight, ceiling[f]!) : weight
  }
  const out: Weights = { same: 0, operator: 0 }
  return {
    field: (f, i, j, levels) => capped(f, byValue(f, levels[f]!, i, j), levels, 0),
    of: (i, j, levels, at) => {
      out.same = 0
      let sum = 0
      let strongest = -Infinity
      for (let f = 0; f < width; f++) {
        const level = levels[at + f]!
        if (level === MISSING) continue
        out.same += given[f] === undefined ? byValue(f, level, i, j) : capped(f, byValue(f, level, i, j), levels, at)
        const adds = beside[f]
        if (adds === undefined) continue
        sum += adds[level]!
        if (level < equal[f]!) strongest = Math.max(strongest, gain[f]![level]!)
      }
      out.operator = sum + strongest
      return out
    },
  }
}

/** One entry for every possible byte, so that MISSING needs no branch. */
function byLevel(bitsOfLevels: readonly number[]): Float64Array {
  const table = new Float64Array(256)
  table.set(bitsOfLevels)
  return table
}

const bits = (field: FieldModel): Float64Array => byLevel(field.same.map((share, l) => Math.log2(share / field.strangers[l]!)))

/** Bits of an equal value by its number of holders: the rarer the value, the more it says. Of several shared values the rarest counts. */
function valueBits({ codes, counts, starts }: Column, field: FieldModel): (i: number, j: number) => number {
  const ofHolders = (holders: number): number => Math.log2(field.same[0]! / Math.max(field.least!, holders * field.perHolder!))
  const table = Float64Array.from({ length: 1024 }, (_, holders) => ofHolders(Math.max(1, holders)))
  const weight = (code: number): number => (counts[code]! < table.length ? table[counts[code]!]! : ofHolders(counts[code]!))
  if (starts === undefined) return (i) => (codes[i] === NONE ? 0 : weight(codes[i]!))
  return (i, j) => {
    let best = -Infinity
    for (let x = starts[i]!; x < starts[i + 1]!; x++) {
      for (let y = starts[j]!; y < starts[j + 1]!; y++) if (codes[x] === codes[y]) best = Math.max(best, weight(codes[x]!))
    }
    return best
  }
}
