import { IDENTIFIER_KINDS, MISSING, NONE, type Column, type Records } from './columns.ts'
import { LEVELS } from './levels.ts'
import type { FieldModel, Model } from './model.ts'

/** The weights of one pair in bits, without the prior. Overwritten by every call. */
export interface Weights {
  /** For one identity twice. */
  same: number
  /** The part of it that rests on identifiers. */
  sameByIdentifiers: number
  /** For two identities of one operator; −∞ where no identifier is shared. */
  operator: number
}

type Parts = Pick<Model, 'fields' | 'dependences'>

/** Weighs rows of levels (compare.ts) of records i and j. */
export interface Weigher {
  readonly of: (i: number, j: number, levels: Uint8Array, at: number) => Weights
  /** Bits of one column for "same". */
  readonly field: (f: number, i: number, j: number, levels: Uint8Array) => number
  /** Bits of one column for "operator". */
  readonly operatorField: (f: number, level: number) => number
}

export function weigher(records: Records, model: Parts): Weigher {
  const width = model.fields.length
  const same = model.fields.map((field) => bits(field, field.same))
  const operator = model.fields.map((field) => (field.operator === undefined ? undefined : bits(field, field.operator)))
  const identifier = model.fields.map((field) => IDENTIFIER_KINDS.has(field.kind))
  const equal = model.fields.map((field) => LEVELS[field.kind].equal)
  const byHolders = model.fields.map((field, f) => (field.perHolder === undefined ? undefined : valueBits(records.columns[f]!, field)))
  const given = model.fields.map((_, f) => model.dependences.find((d) => d.of === f))
  const ceiling = model.fields.map((field, f) => (given[f] === undefined ? Infinity : Math.log2(field.same[0]! / given[f].strangers)))

  const field = (f: number, i: number, j: number, levels: Uint8Array, at = 0): number => {
    const level = levels[at + f]!
    const byValue = level === 0 ? byHolders[f] : undefined
    const weight = byValue === undefined ? same[f]![level]! : byValue(i, j)
    const partner = level === 0 ? given[f] : undefined
    // `|| level 0`: only agreement is counted twice; partners that differ leave this one its full weight.
    return partner !== undefined && levels[at + partner.given] === 0 ? Math.min(weight, ceiling[f]!) : weight
  }
  const out: Weights = { same: 0, sameByIdentifiers: 0, operator: 0 }
  return {
    field: (f, i, j, levels) => field(f, i, j, levels),
    operatorField: (f, level) => operator[f]?.[level] ?? 0,
    of: (i, j, levels, at) => {
      out.same = 0
      out.sameByIdentifiers = 0
      out.operator = 0
      let shares = false
      for (let f = 0; f < width; f++) {
        const level = levels[at + f]!
        if (level === MISSING) continue
        if (!identifier[f]) {
          out.same += field(f, i, j, levels, at)
          continue
        }
        const weight = same[f]![level]!
        out.same += weight
        out.sameByIdentifiers += weight
        out.operator += operator[f]![level]!
        if (level < equal[f]!) shares = true
      }
      if (!shares) out.operator = -Infinity
      return out
    },
  }
}

/** One entry for every possible byte, so that MISSING needs no branch. */
function bits(field: FieldModel, shares: readonly number[]): Float64Array {
  const table = new Float64Array(256)
  for (const [level, share] of shares.entries()) table[level] = Math.log2(share / field.strangers[level]!)
  return table
}

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
