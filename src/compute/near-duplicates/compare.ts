import type { Counted } from './counted.ts'
import { ShingleSets } from './shingle-sets.ts'

/** Pairs between two words on progress. */
const STEP = 1 << 16

/** Documents by number, and the texts that they are. */
interface Documents {
  readonly texts: Int32Array
  readonly count: number
}

export interface Alike {
  readonly a: number[]
  readonly b: number[]
  readonly jaccard: number[]
}

/**
 * Exact similarity of each candidate pair; keeps those of `least` or more. `pairs` holds a × count + b of documents a > b in
 * ascending order; undefined means every pair. Yields the number of pairs done. Numbers in the result are texts, a < b.
 */
export function* compareAll(
  counted: Counted,
  documents: Documents,
  pairs: Float64Array | undefined,
  least: number,
): Generator<number, Alike> {
  const { count, texts } = documents
  const found: Alike = { a: [], b: [], jaccard: [] }
  const kept: (Int32Array | undefined)[] = []
  const table = new ShingleSets()
  /** Lays out a document in the table, and keeps its set. */
  const layOut = (d: number): Int32Array => {
    let own = kept[d]
    if (own !== undefined) return table.layOut(own, own.length)
    const { hashes, count: n } = counted.read(texts[d] as number)
    own = table.layOut(hashes, n)
    kept[d] = own
    return own
  }
  const hold = (a: number, mine: Int32Array, b: number): void => {
    const theirs = kept[b] as Int32Array
    // No more can be shared than the smaller one has.
    if (Math.min(mine.length, theirs.length) < least * Math.max(mine.length, theirs.length)) return
    const both = table.shared(theirs)
    const jaccard = both / (mine.length + theirs.length - both)
    if (jaccard < least) return
    const [x, y] = [texts[a] as number, texts[b] as number]
    found.a.push(Math.min(x, y))
    found.b.push(Math.max(x, y))
    found.jaccard.push(jaccard)
  }
  let done = 0
  if (pairs === undefined) {
    for (let a = 0; a < count; a++) {
      const mine = layOut(a)
      for (let b = 0; b < a; b++) {
        hold(a, mine, b)
        if (++done % STEP === 0) yield done
      }
    }
    return found
  }
  let laid = -1
  let mine: Int32Array = new Int32Array(0)
  for (const pair of pairs) {
    const [a, b] = [Math.floor(pair / count), pair % count]
    if (kept[b] === undefined) {
      layOut(b)
      laid = b
    }
    if (laid !== a) {
      mine = layOut(a)
      laid = a
    }
    hold(a, mine, b)
    if (++done % STEP === 0) yield done
  }
  return found
}
