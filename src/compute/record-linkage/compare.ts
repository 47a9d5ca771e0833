import { type Span, sameBytes } from '../string-similarity/span.ts'
import { type Column, MISSING, NONE, type Pairs, type Records, rowsOf } from './columns.ts'
import { LEVELS, NAMES_EXCHANGED, holderGroup } from './levels.ts'
import { nearnessOf } from './nearness.ts'

/** Writes the level of every column for records i and j at `out[at …]`. */
export type Compare = (i: number, j: number, out: Uint8Array, at: number) => void

/**
 * A comparer over these records. It holds scratch space and a cache of recent answers, so each thread makes its own; it holds no
 * copy of the values.
 */
export function comparer(records: Records): Compare {
  const { columns } = records
  const width = columns.length
  const rows = records.rows ?? rowsOf(records, new Uint32Array(records.count * width))
  const counts = columns.map((column) => column.counts)
  const unequal = columns.map(unequalLevel)
  const graded = Uint8Array.from(columns, ({ kind }) => (LEVELS[kind].equal > 1 ? 1 : 0))
  const near = Uint8Array.from(unequal, (level) => (level === undefined ? 0 : 1))
  const lists = [...columns.keys()].filter((f) => columns[f]!.starts !== undefined)
  const several = columns.map((column, f) => bestLevel(column, unequal[f]))
  const different = Uint8Array.from(columns, ({ kind }) => LEVELS[kind].words.length - 1)
  const swaps = exchangeable(records.columns)
  return (i, j, out, at) => {
    const left = i * width
    const right = j * width
    for (let f = 0; f < width; f++) {
      const a = rows[left + f]!
      const b = rows[right + f]!
      if (a === NONE || b === NONE) out[at + f] = MISSING
      else if (a === b) out[at + f] = graded[f] === 1 ? holderGroup(counts[f]![a]!) : 0
      else out[at + f] = near[f] === 1 ? unequal[f]!(a, b) : different[f]!
    }
    for (const f of lists) out[at + f] = several[f]!(i, j)
    for (const swap of swaps) swap(i, j, out, at)
  }
}

/** Levels of all pairs, one row of `columns.length` bytes a pair. */
export function compare(records: Records, pairs: Pick<Pairs, 'left' | 'right'>): Uint8Array {
  const width = records.columns.length
  const out = new Uint8Array(pairs.left.length * width)
  const one = comparer(records)
  for (let k = 0; k < pairs.left.length; k++) one(pairs.left[k]!, pairs.right[k]!, out, k * width)
  return out
}

type OfTwo = (a: number, b: number) => number

/** Of several values the best agreement counts: two people who share one of their three phones share a phone. */
function bestLevel({ codes, counts, kind, starts }: Column, unequal: OfTwo | undefined): OfTwo {
  const { equal, words } = LEVELS[kind]
  return (i, j) => {
    let best = MISSING
    for (let x = starts![i]!; x < starts![i + 1]!; x++) {
      for (let y = starts![j]!; y < starts![j + 1]!; y++) {
        const [a, b] = [codes[x]!, codes[y]!]
        const same = equal === 1 ? 0 : holderGroup(counts[a]!)
        best = Math.min(best, a === b ? same : (unequal?.(a, b) ?? words.length - 1))
      }
    }
    return best
  }
}

/** 2¹³ recent answers a column. Names repeat, so most comparisons of one were made shortly before. */
const CACHE = 8192

/** How near two codes are; undefined where all that is not equal is different. */
function unequalLevel({ kind, spellings }: Column): OfTwo | undefined {
  const near = nearnessOf(kind)
  if (near === undefined || spellings === undefined) return undefined
  const { bytes, offsets } = spellings
  const left: Span = { bytes, start: 0, end: 0 }
  const right: Span = { bytes, start: 0, end: 0 }
  const seenA = new Uint32Array(CACHE).fill(NONE)
  const seenB = new Uint32Array(CACHE)
  const answer = new Uint8Array(CACHE)
  return (x, y) => {
    const a = Math.min(x, y)
    const b = Math.max(x, y)
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 19
    if (seenA[slot] === a && seenB[slot] === b) return answer[slot]!
    left.start = offsets[a]!
    left.end = offsets[a + 1]!
    right.start = offsets[b]!
    right.end = offsets[b + 1]!
    const level = near(left, right)
    seenA[slot] = a
    seenB[slot] = b
    answer[slot] = level
    return level
  }
}

/** For every two columns of names: did somebody write the one where the other belongs? Both then stand at that level. */
function exchangeable(columns: readonly Column[]): Compare[] {
  const names = columns.flatMap((column, f) =>
    column.kind === 'name' && column.starts === undefined && column.spellings !== undefined ? [{ column, f }] : [],
  )
  return names.flatMap((first, k) =>
    names.slice(k + 1).map((second): Compare => {
      const a = first.f
      const b = second.f
      const crossed = sameSpelling(first.column, second.column)
      return (i, j, out, at) => {
        if (out[at + a]! <= NAMES_EXCHANGED || out[at + b]! <= NAMES_EXCHANGED) return
        if (out[at + a] === MISSING || out[at + b] === MISSING) return
        if (!crossed(i, j) || !crossed(j, i)) return
        out[at + a] = NAMES_EXCHANGED
        out[at + b] = NAMES_EXCHANGED
      }
    }),
  )
}

function sameSpelling(first: Column, second: Column): (i: number, j: number) => boolean {
  const a: Span = { bytes: first.spellings!.bytes, start: 0, end: 0 }
  const b: Span = { bytes: second.spellings!.bytes, start: 0, end: 0 }
  const offsetsA = first.spellings!.offsets
  const offsetsB = second.spellings!.offsets
  return (i, j) => {
    const codeA = first.codes[i]!
    const codeB = second.codes[j]!
    a.start = offsetsA[codeA]!
    a.end = offsetsA[codeA + 1]!
    b.start = offsetsB[codeB]!
    b.end = offsetsB[codeB + 1]!
    return sameBytes(a, b)
  }
}
