import { type ColumnKind, IDENTIFIER_KINDS, type Records } from '../../compute/record-linkage/columns.ts'
import { type Block, type BlockRule, buildBlock, canJoin, type Limit, LARGEST, type Part } from './blocks.ts'
import { beginningKeys, soundKeys, wordKeys } from './derived.ts'
import { hubLimit } from './hubs.ts'
import type { RestsOn } from './map.ts'

/** More than these cannot be told apart in training (one bit each). */
const MOST_RULES = 32

/** Called between two blocks, so that an interrupt has its turn. */
type Turn = () => Promise<void>

/** All blocks of a table, those that say most first. */
export function planBlocks(records: Records, restsOn: RestsOn, turn: Turn): Promise<readonly Block[]> {
  return restsOn === 'identifiers' ? forPersonas(records, turn) : forAnything(records, turn)
}

/**
 * Between personas every identifier proposes, up to where it becomes a hub, and names with a date or a place propose for a person to
 * look at. Those pairs join nobody, so they may cost little: half a pair a record and rule.
 */
async function forPersonas(records: Records, turn: Turn): Promise<readonly Block[]> {
  const few = within(records.count, 0.5)
  const blocks: Block[] = []
  const add = async (parts: readonly Part[], limit: Limit): Promise<void> => {
    await turn()
    const block = buildBlock(records, { name: nameOf(records, parts), parts }, limit)
    // A rule on identifiers says what is a hub even where it proposes nothing.
    if ((block.pairs > 0 || limit !== few) && blocks.length < MOST_RULES) blocks.push(block)
  }
  const of = (...kinds: ColumnKind[]): number[] => [...records.columns.keys()].filter((c) => kinds.includes(records.columns[c]!.kind))
  for (const column of of(...IDENTIFIER_KINDS)) await add([{ column }], (groups) => hubLimit(records, column, groups))
  for (const column of of('exact')) await add([{ column }], few)
  for (const column of of('text')) await add([wordKeys(records, column)], few)
  const joinable = (columns: number[]): number[] => columns.filter((c) => canJoin(records.columns[c]!, { column: c }))
  const [names, dates, others] = [joinable(of('name')), joinable(of('date')), joinable(of('exact', 'address'))]
  for (const name of names) for (const date of dates) await add([{ column: name }, { column: date }], few)
  for (const [a, b] of pairsOf(names)) for (const other of others) await add([{ column: a }, { column: b }, { column: other }], few)
  if (dates.length === 0 && others.length === 0) for (const [a, b] of pairsOf(names)) await add([{ column: a }, { column: b }], few)
  return blocks
}

/**
 * For records of any kind every column by itself, then its beginnings, sounds and words, then two columns together where one alone
 * has groups that are too large. The smaller the file, the more pairs a record may cost.
 */
async function forAnything(records: Records, turn: Turn): Promise<readonly Block[]> {
  const perRecord = Math.min(60, Math.max(1, 4e6 / records.count))
  const limit = within(records.count, perRecord)
  const whole = new Set<number>()
  const blocks: Block[] = []
  const add = async (parts: readonly Part[], upTo: Limit = limit): Promise<Block> => {
    await turn()
    const block = buildBlock(records, { name: nameOf(records, parts), parts }, upTo)
    // A rule on identifiers says what is a hub even where it proposes nothing.
    if (block.pairs > 0 || upTo !== limit) blocks.push(block)
    return block
  }
  for (const [column, { counts, kind }] of records.columns.entries()) {
    const upTo: Limit = IDENTIFIER_KINDS.has(kind) ? (groups) => hubLimit(records, column, groups) : limit
    const { largest } = await add([{ column }], upTo)
    // Every group that there is was small enough: joining this column with another one finds nothing new.
    if (!counts.some((count) => count > largest)) whole.add(column)
  }
  const softer = records.columns.flatMap((column, c): Part[] => {
    if (column.spellings === undefined) return []
    if (column.kind === 'name') return [soundKeys(records, c), wordKeys(records, c)]
    return column.kind === 'address' || column.kind === 'text' ? [beginningKeys(records, c), wordKeys(records, c)] : []
  })
  for (const part of softer) await add([part])
  const single = [...records.columns.keys()].filter((c) => canJoin(records.columns[c]!, { column: c }) && !whole.has(c))
  for (const [a, b] of pairsOf(single)) await add([{ column: a }, { column: b }])
  for (const part of softer)
    if (part.map !== undefined) for (const column of single) if (column !== part.column) await add([part, { column }])
  return blocks.slice(0, MOST_RULES)
}

function pairsOf(list: readonly number[]): (readonly [number, number])[] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const))
}

function nameOf(records: Records, parts: readonly Part[]): string {
  return parts
    .map(
      (part) =>
        `${records.columns[part.column]!.name}${part.several === undefined ? (part.map === undefined ? '' : ' (beginning or sound)') : ' (shared words)'}`,
    )
    .join(' and ')
}

/** The largest groups are left out until the pairs fit the budget: they hold the common values, which say least and cost most. */
function within(records: number, perRecord: number): Limit {
  const budget = Math.max(20_000, records * perRecord)
  return (groups) => {
    let pairs = 0
    let largest = 1
    for (let size = 2; size < LARGEST; size++) {
      pairs += (groups[size]! * size * (size - 1)) / 2
      if (pairs > budget) break
      if (groups[size]! > 0) largest = size
    }
    return largest
  }
}

/** What blocks looked at, as the training wants to know it. */
export const rulesOfBlocks = (blocks: readonly Block[]): { name: string; columns: number[] }[] =>
  blocks.map(({ rule }: { rule: BlockRule }) => ({ name: rule.name, columns: rule.parts.map((part) => part.column) }))
