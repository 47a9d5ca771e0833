import { MISSING, type Records } from './columns.ts'
import { comparer } from './compare.ts'
import { LEVELS } from './levels.ts'
import type { Model } from './model.ts'
import { combined } from './score.ts'
import { weigher } from './weigh.ts'

/** What one column says of a pair. */
export interface WaterfallRow {
  readonly column: string
  /** The level in words ("a slip apart"), or "missing". */
  readonly level: string
  /** Positive speaks for one person or operator. The rows and the prior add up to the odds. */
  readonly bits: number
  /** How many records hold the value that is equal, where one is. */
  readonly holders?: number | undefined
}

export interface Waterfall {
  /** Which reading of the pair is the likelier one: one identity twice, or two identities of one operator. */
  readonly reading: 'same' | 'operator'
  /** 0 where the reading is "operator": what the strongest identifier says alone has its prior in it. */
  readonly prior: number
  readonly rows: readonly WaterfallRow[]
  /** What the other reading adds; near 0 where one is clearly likelier. */
  readonly otherReading: number
  /** Log2 odds, names counted; what `score` calls `withNames`. */
  readonly odds: number
}

/** Why a pair has the odds it has, column by column. */
export function explain(records: Records, model: Model, i: number, j: number): Waterfall {
  const row = new Uint8Array(records.columns.length)
  comparer(records)(i, j, row, 0)
  const weigh = weigher(records, model)
  const weights = { ...weigh.of(i, j, row, 0) }
  const same = model.prior + weights.same
  const operator = model.rests === 'identifiers' ? weights.operator : -Infinity
  const reading = same >= operator ? 'same' : 'operator'
  const odds = combined(same, operator)
  const strongest = reading === 'operator' ? strongestOf(model, row) : undefined
  const rows = records.columns.map((column, f): WaterfallRow => {
    const level = row[f]!
    if (level === MISSING) return { column: column.name, level: 'missing', bits: 0 }
    const { operator: by } = model.fields[f]!
    const bits = reading === 'same' ? weigh.field(f, i, j, row) : f === strongest ? by!.alone[level]! : (by?.beside[level] ?? 0)
    const words = LEVELS[column.kind].words[level]!
    return {
      column: column.name,
      level: words,
      bits,
      ...(level < LEVELS[column.kind].equal ? { holders: holdersOf(records, f, i, j) } : {}),
    }
  })
  return { reading, prior: reading === 'same' ? model.prior : 0, rows, otherReading: odds - Math.max(same, operator), odds }
}

/** The shared identifier that says most alone, compared with what it would add to another. */
function strongestOf({ fields }: Model, row: Uint8Array): number | undefined {
  const gain = (f: number): number => {
    const { operator, kind } = fields[f]!
    const level = row[f]!
    return operator === undefined || level >= LEVELS[kind].equal ? -Infinity : operator.alone[level]! - operator.beside[level]!
  }
  const best = [...fields.keys()].reduce((a, b) => (gain(b) > gain(a) ? b : a), 0)
  return gain(best) === -Infinity ? undefined : best
}

/** Holders of the rarest value both have. */
function holdersOf(records: Records, f: number, i: number, j: number): number {
  const { codes, counts, starts } = records.columns[f]!
  if (starts === undefined) return counts[codes[i]!]!
  const theirs = new Set(codes.subarray(starts[j], starts[j + 1]))
  const shared = Array.from(codes.subarray(starts[i], starts[i + 1])).filter((code) => theirs.has(code))
  return Math.min(...shared.map((code) => counts[code]!))
}
