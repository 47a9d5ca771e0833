import { Counted } from '../src/compute/near-duplicates/counted.ts'
import type { Found, Pairs } from '../src/compute/near-duplicates/find.ts'
import { Shingler } from '../src/compute/near-duplicates/shingler.ts'
import type { Texts } from '../src/compute/near-duplicates/texts.ts'

/** A pair as one number. */
const keyOf = (a: number, b: number): number => Math.min(a, b) * 2 ** 26 + Math.max(a, b)

/**
 * Every pair whose similarity is `least` or more, by an index of all shingles that count: each text meets all that share one
 * with it. Quadratic in how many do, so for ten thousand texts at most.
 */
export function exactJoin(texts: Texts, { common, firstEqual }: Found, least: number): ReadonlyMap<number, number> {
  const counted = new Counted(texts, new Shingler(), common)
  const holders = new Map<number, number[]>()
  const sizes: number[] = []
  const shared = new Uint16Array(texts.count)
  const pairs = new Map<number, number>()
  for (let i = 0; i < texts.count; i++) {
    if (firstEqual[i] !== i) continue
    const { hashes, count } = counted.read(i)
    const own = new Set(hashes.subarray(0, count))
    sizes[i] = own.size
    const met: number[] = []
    for (const hash of own) {
      const list = holders.get(hash)
      if (list === undefined) holders.set(hash, [i])
      else {
        for (const j of list) if (shared[j]!++ === 0) met.push(j)
        list.push(i)
      }
    }
    for (const j of met) {
      const both = shared[j] as number
      shared[j] = 0
      const similarity = both / (own.size + (sizes[j] as number) - both)
      if (similarity >= least) pairs.set(keyOf(i, j), similarity)
    }
  }
  return pairs
}

/** How many of these pairs are `least` alike or more, and how many of those were found. */
export function foundAmong(texts: Texts, found: Found, pairs: readonly (readonly [number, number])[], least: number): string {
  const counted = new Counted(texts, new Shingler(), found.common)
  const shinglesOf = (text: number): ReadonlySet<number> => {
    const { hashes, count } = counted.read(text)
    return new Set(hashes.subarray(0, count))
  }
  const keys = new Set(Array.from(found.pairs.a, (a, k) => keyOf(a, found.pairs.b[k] as number)))
  let [alike, there] = [0, 0]
  for (const [a, b] of pairs) {
    const [mine, theirs] = [shinglesOf(a), shinglesOf(b)]
    const both = [...mine].filter((hash) => theirs.has(hash)).length
    if (both < least * (mine.size + theirs.size - both)) continue
    alike++
    if (keys.has(keyOf(a, b))) there++
  }
  return `${there} of ${alike} of them that are at J ≥ ${least}`
}

/** Share of the true pairs that were found, above the line and well above it, and of the found ones that are true. */
export function qualityOf(found: Pairs, truth: ReadonlyMap<number, number>): string {
  const keys = new Set(Array.from(found.a, (a, k) => keyOf(a, found.b[k] as number)))
  const right = Array.from(found.a).filter((a, k) => truth.get(keyOf(a, found.b[k] as number)) === found.jaccard[k]).length
  const recall = (least: number): string => {
    const wanted = [...truth].filter(([, similarity]) => similarity >= least)
    const there = wanted.filter(([key]) => keys.has(key)).length
    return `recall ${(there / wanted.length).toFixed(4)} of ${wanted.length} pairs at J ≥ ${least}`
  }
  return `${recall(0.5)}, ${recall(0.7)}; precision ${(right / found.count).toFixed(4)} of ${found.count}`
}
