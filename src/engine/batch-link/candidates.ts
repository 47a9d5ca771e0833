import { type Column, NONE, type Records, rowsOf } from '../../compute/record-linkage/columns.ts'
import { type Block, eachKey } from './blocks.ts'

/** Every pair once that stands together in some group. */
export interface Candidates {
  /** In shared memory; `left[k] < right[k]`. */
  readonly left: Uint32Array
  readonly right: Uint32Array
}

/** At most so many of the pairs, evenly spread. */
export function thinned({ left, right }: Candidates, most: number): Candidates {
  if (left.length <= most) return { left, right }
  const step = left.length / most
  const pick = (from: Uint32Array): Uint32Array => Uint32Array.from({ length: most }, (_, k) => from[Math.floor(k * step)]!)
  return { left: pick(left), right: pick(right) }
}

/** Bit r of each: did rule r propose this pair? At most 32 rules. */
export function rulesOf(records: Records, blocks: readonly Block[], pairs: Candidates): Uint32Array {
  const tests = testers(records, blocks)
  return Uint32Array.from(pairs.left, (i, k) => {
    let mask = 0
    for (let b = 0; b < tests.length; b++) if (tests[b]!(i, pairs.right[k]!)) mask |= 1 << b
    return mask >>> 0
  })
}

type Test = (i: number, j: number) => boolean

export function testers(records: Records, blocks: readonly Block[]): readonly Test[] {
  const rows = records.rows ?? rowsOf(records, new Uint32Array(records.count * records.columns.length))
  return blocks.map((block) => tester(records, rows, block))
}

/** Do both stand in one group of the block? */
function tester(records: Records, rows: Uint32Array, block: Block): Test {
  const { rule, sizes, largest } = block
  if (sizes === undefined) return together(records, rows, block)
  const part = rule.parts[0]!
  const column = records.columns[part.column]!
  if (column.starts === undefined && part.several === undefined) {
    const { map } = part
    const width = records.columns.length
    return (i, j) => {
      const a = rows[i * width + part.column]!
      const b = rows[j * width + part.column]!
      if (a === NONE || b === NONE) return false
      const key = map === undefined ? a : map[a]!
      return key !== NONE && key === (map === undefined ? b : map[b]!) && sizes[key]! <= largest
    }
  }
  return (i, j) => firstShared(column, block, i, j) !== NONE
}

/** Of a pair that shares several keys of one rule, only the smallest proposes it. */
export function repeats(records: Records, block: Block): (i: number, j: number, key: number) => boolean {
  const part = block.rule.parts[0]!
  const column = records.columns[part.column]!
  if (column.starts === undefined && part.several === undefined) return () => true
  // A record that has a key twice stands in its group twice.
  return (i, j, key) => i !== j && firstShared(column, block, i, j) === key
}

function firstShared(column: Column, { rule, sizes, largest }: Block, i: number, j: number): number {
  const part = rule.parts[0]!
  let first = NONE
  eachKey(column, part, i, (a) => {
    if (a >= first || sizes![a]! > largest) return
    eachKey(column, part, j, (b) => {
      if (a === b) first = a
    })
  })
  return first
}

function together(records: Records, rows: Uint32Array, { rule, inGroup }: Block): Test {
  const width = records.columns.length
  const columns = rule.parts.map((part) => part.column)
  const maps = rule.parts.map((part) => part.map)
  return (i, j) => {
    if ((inGroup![i >>> 5]! & (1 << (i & 31))) === 0 || (inGroup![j >>> 5]! & (1 << (j & 31))) === 0) return false
    for (let p = 0; p < columns.length; p++) {
      const a = rows[i * width + columns[p]!]!
      const b = rows[j * width + columns[p]!]!
      if (a === b) continue
      const map = maps[p]
      if (map === undefined || a === NONE || b === NONE || map[a] !== map[b]) return false
    }
    return true
  }
}
