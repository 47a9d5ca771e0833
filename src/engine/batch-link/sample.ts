import type { Records } from '../../compute/record-linkage/columns.ts'
import { explain, type Waterfall } from '../../compute/record-linkage/explain.ts'
import type { Model } from '../../compute/record-linkage/model.ts'
import type { LinkTable, ScoredPairs } from './ports.ts'

/** A pair in full, for a person to see what the weights mean. */
export interface SampledPair {
  readonly ids: readonly [string, string]
  readonly state: 'linked' | 'proposed'
  /** How many pairs agree in the same columns. */
  readonly alike: number
  readonly waterfall: Waterfall
  /** The two values of each column, in the order of the waterfall's rows. */
  readonly values: readonly (readonly [string, string])[]
}

const COMMON = 6
const BARELY = 3
const PROPOSED = 4

/** The most frequent ways of being linked, the links nearest to the line, and the most frequent proposals: one pair of each. */
export async function samplePairs(
  table: LinkTable,
  records: Records,
  of: { pairs: ScoredPairs; model: Model },
): Promise<readonly SampledPair[]> {
  const chosen = choose(of.pairs)
  const at = (side: 'left' | 'right'): Uint32Array => Uint32Array.from(chosen, ({ pair }) => of.pairs[side][pair]!)
  const [left, right] = [at('left'), at('right')]
  const [leftIds, rightIds] = [await table.ids(left), await table.ids(right)]
  const names = records.columns.map((column) => column.name)
  const [mine, theirs] = [await table.values(names, left), await table.values(names, right)]
  return chosen.map(({ pair, alike }, i) => ({
    ids: [leftIds[i]!, rightIds[i]!],
    state: of.pairs.linked[pair] === 1 ? 'linked' : 'proposed',
    alike,
    waterfall: explain(records, of.model, left[i]!, right[i]!),
    values: names.map((_, c) => [mine[c]![i]!, theirs[c]![i]!]),
  }))
}

function choose({ linked, pattern, bits, evidence }: ScoredPairs): readonly { pair: number; alike: number }[] {
  // Kinds are numbered once for each wording: pairs are many and wordings few.
  const numbers = new Map<string, number>()
  const kinds = Uint32Array.from(evidence, (says) => {
    const kind = columnsIn(says)
    const number = numbers.get(kind) ?? numbers.size
    numbers.set(kind, number)
    return number
  })
  const ways = [0, 1].map((): ({ readonly pair: number; alike: number } | undefined)[] => [])
  for (let k = 0; k < linked.length; k++) {
    const mine = ways[linked[k]!]!
    const way = (mine[kinds[pattern[k]!]!] ??= { pair: k, alike: 0 })
    way.alike++
  }
  const common = ways.map((way) => way.filter((one) => one !== undefined).sort((a, b) => b.alike - a.alike || a.pair - b.pair))
  const first = common[1]!.slice(0, COMMON)
  const barely = common[1]!.slice(COMMON).sort((a, b) => bits[a.pair]! - bits[b.pair]! || a.pair - b.pair)
  return [...first, ...barely.slice(0, BARELY), ...common[0]!.slice(0, PROPOSED)]
}

/** Pairs are of one kind where the same columns agree, however closely. */
const columnsIn = (evidence: string): string =>
  evidence
    .split('; ')
    .map((part) => part.split(': ', 1)[0]!)
    .filter((name) => name !== 'different')
    .join(', ')
