import { type Column, NONE, type Records } from '../../compute/record-linkage/columns.ts'

/** One part of a key: a column, or what a table makes of its codes (a prefix, a sound). NONE stands for no key. */
export interface Part {
  readonly column: number
  readonly map?: Uint32Array | undefined
  /** Several keys a code: those of code c are `keys[starts[c] … starts[c+1])`. */
  readonly several?: { readonly starts: Uint32Array; readonly keys: Uint32Array } | undefined
  /** How many different keys `map` or `several` give. */
  readonly keys?: number | undefined
}

/** Records with equal keys are worth comparing. One part, or several that must all be equal. */
export interface BlockRule {
  readonly name: string
  readonly parts: readonly Part[]
}

/** The groups of a rule that are small enough to be compared pair by pair. */
export interface Block {
  readonly rule: BlockRule
  /** Records, group after group, ascending within each. */
  readonly order: Uint32Array
  /** Group g is `order[starts[g] … starts[g+1])`. */
  readonly starts: Uint32Array
  /** Larger groups are not compared. */
  readonly largest: number
  /** Pairs in all groups. */
  readonly pairs: number
  /** Of a rule with one part: how many records hold each key. Of several: which records stand in a group (one bit each). */
  readonly sizes?: Uint32Array | undefined
  readonly inGroup?: Uint32Array | undefined
  /** The key of each group, for a rule with one part. */
  readonly keys?: Uint32Array | undefined
}

/** How many groups there are of each size, up to `LARGEST`; the last entry counts all larger ones. */
export const LARGEST = 256

/** The keys of one record under a part, one after another. */
export function eachKey(column: Column, part: Part, record: number, use: (key: number) => void): void {
  if (column.starts !== undefined) {
    for (let x = column.starts[record]!; x < column.starts[record + 1]!; x++) eachOfCode(part, column.codes[x]!, use)
    return
  }
  const code = column.codes[record]!
  if (code !== NONE) eachOfCode(part, code, use)
}

function eachOfCode(part: Part, code: number, use: (key: number) => void): void {
  if (part.several !== undefined) {
    const { starts, keys } = part.several
    for (let x = starts[code]!; x < starts[code + 1]!; x++) use(keys[x]!)
  } else {
    const key = part.map === undefined ? code : part.map[code]!
    if (key !== NONE) use(key)
  }
}

/** Only columns with one value a record and one key a value can be one of several parts. */
export const canJoin = (column: Column, part: Part): boolean => column.starts === undefined && part.several === undefined

/** The largest size that a group may have, told how many groups there are of each size (`LARGEST` and more together). */
export type Limit = (groups: Uint32Array) => number

export function buildBlock(records: Records, rule: BlockRule, limit: Limit): Block {
  return rule.parts.length === 1 ? byKey(records, rule, limit) : byParts(records, rule, limit)
}

function byKey(records: Records, rule: BlockRule, limit: Limit): Block {
  const part = rule.parts[0]!
  const column = records.columns[part.column]!
  const plain = part.map === undefined && part.several === undefined
  const sizes = plain ? column.counts : counted(records, part)
  const groups = new Uint32Array(LARGEST + 1)
  for (const size of sizes) if (size > 1) groups[Math.min(size, LARGEST)]!++
  const largest = limit(groups)
  const at = new Uint32Array(sizes.length)
  let total = 0
  let live = 0
  for (let key = 0; key < sizes.length; key++) {
    const size = sizes[key]!
    if (size < 2 || size > largest) at[key] = NONE
    else {
      at[key] = total
      total += size
      live++
    }
  }
  const order = new Uint32Array(total)
  const place = (key: number, record: number): void => {
    if (at[key] !== NONE) order[at[key]!++] = record
  }
  if (plain && column.starts === undefined) {
    const { codes } = column
    for (let record = 0; record < records.count; record++) if (codes[record] !== NONE) place(codes[record]!, record)
  } else for (let record = 0; record < records.count; record++) eachKey(column, part, record, (key) => place(key, record))
  const starts = new Uint32Array(live + 1)
  const keys = new Uint32Array(live)
  let group = 0
  for (let key = 0; key < sizes.length; key++) {
    if (at[key] === NONE) continue
    keys[group++] = key
    starts[group] = at[key]!
  }
  return { rule, order, starts, largest, pairs: pairsIn(starts), sizes, keys }
}

function counted(records: Records, part: Part): Uint32Array {
  const sizes = new Uint32Array(part.keys ?? 0)
  const column = records.columns[part.column]!
  for (let record = 0; record < records.count; record++) eachKey(column, part, record, (key) => sizes[key]!++)
  return sizes
}

function byParts(records: Records, rule: BlockRule, limit: Limit): Block {
  const codes = rule.parts.map((part) => records.columns[part.column]!.codes)
  const maps = rule.parts.map((part) => part.map)
  const counts = rule.parts.map((part) => (part.map === undefined ? records.columns[part.column]!.counts : undefined))
  const keys = new Uint32Array(records.count)
  const members = new Uint32Array(records.count)
  let used = 0
  for (let record = 0; record < records.count; record++) {
    let hash = 0x9e3779b9
    let whole = true
    for (let p = 0; p < codes.length && whole; p++) {
      let key = codes[p]![record]!
      // A value that nobody else holds puts nobody into one group with it.
      if (key === NONE || (counts[p] !== undefined && counts[p]![key]! < 2)) whole = false
      else {
        if (maps[p] !== undefined) key = maps[p]![key]!
        if (key === NONE) whole = false
        hash = mixed(hash ^ key)
      }
    }
    if (!whole) continue
    keys[used] = hash
    members[used++] = record
  }
  const sorted = sortByKey(keys.subarray(0, used), members.subarray(0, used))
  return cut(records, rule, { sorted, limit })
}

/** Murmur3's finaliser: every bit of the input changes every bit of the output. */
function mixed(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

interface Sorted {
  readonly keys: Uint32Array
  readonly members: Uint32Array
}

/** Least significant digit first, eleven bits at a time; stable, so members stay in their order within a key. */
function sortByKey(keys: Uint32Array, members: Uint32Array): Sorted {
  const n = keys.length
  let from: Sorted = { keys, members }
  let to: Sorted = { keys: new Uint32Array(n), members: new Uint32Array(n) }
  for (const shift of [0, 11, 22]) {
    const places = new Uint32Array(2048)
    for (let i = 0; i < n; i++) places[(from.keys[i]! >>> shift) & 2047]!++
    let sum = 0
    for (let d = 0; d < 2048; d++) {
      const count = places[d]!
      places[d] = sum
      sum += count
    }
    for (let i = 0; i < n; i++) {
      const key = from.keys[i]!
      const at = places[(key >>> shift) & 2047]!++
      to.keys[at] = key
      to.members[at] = from.members[i]!
    }
    ;[from, to] = [to, from]
  }
  return from
}

function cut(records: Records, rule: BlockRule, { sorted, limit }: { sorted: Sorted; limit: Limit }): Block {
  const { keys, members } = sorted
  const groups = new Uint32Array(LARGEST + 1)
  eachRun(keys, (from, to) => {
    if (to - from > 1) groups[Math.min(to - from, LARGEST)]!++
  })
  const largest = limit(groups)
  let total = 0
  let live = 0
  eachRun(keys, (from, to) => {
    if (to - from < 2 || to - from > largest) return
    total += to - from
    live++
  })
  const order = new Uint32Array(total)
  const starts = new Uint32Array(live + 1)
  const inGroup = new Uint32Array((records.count + 31) >>> 5)
  let at = 0
  let group = 0
  eachRun(keys, (from, to) => {
    if (to - from < 2 || to - from > largest) return
    for (let i = from; i < to; i++) {
      const record = members[i]!
      order[at++] = record
      inGroup[record >>> 5]! |= 1 << (record & 31)
    }
    starts[++group] = at
  })
  return { rule, order, starts, largest, pairs: pairsIn(starts), inGroup }
}

function eachRun(keys: Uint32Array, use: (from: number, to: number) => void): void {
  for (let from = 0; from < keys.length;) {
    let to = from + 1
    while (to < keys.length && keys[to] === keys[from]) to++
    use(from, to)
    from = to
  }
}

function pairsIn(starts: Uint32Array): number {
  let pairs = 0
  for (let g = 1; g < starts.length; g++) {
    const size = starts[g]! - starts[g - 1]!
    pairs += (size * (size - 1)) / 2
  }
  return pairs
}
