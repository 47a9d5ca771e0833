import { probability } from './model.ts'

/**
 * The decision line: the log2 odds from which linking a pair makes the expected F1 (twice the expected true links, by links plus expected
 * true pairs) largest, computed from the model's own probabilities and nothing else. Where few pairs are in doubt it lies near even odds;
 * a model that is unsure of many draws it lower, never above even odds.
 *
 * Source: Z. Lipton, C. Elkan, B. Naryanaswamy, "Optimal thresholding of classifiers to maximize F1 measure" (ECML 2014): the best line
 * is half the best F1.
 */
export function expectedBest(odds: Float32Array): number {
  const sorted = Float32Array.from(odds).sort().reverse()
  let expected = 0
  for (const value of sorted) expected += probability(value)
  let linked = 0
  let best = 0
  for (const [k, value] of sorted.entries()) {
    linked += probability(value)
    best = Math.max(best, (2 * linked) / (k + 1 + expected))
  }
  const least = Math.min(0.5, Math.max(0.01, best / 2))
  return Math.log2(least / (1 - least))
}

/**
 * One to one between two files: the pairs over the line, best first, each record used once. Greedy rather than the best total
 * assignment: a pair that both sides prefer to all others is always chosen, and ties fall by record number, so the answer never
 * depends on the order of the pairs.
 * @returns positions of the chosen pairs, ascending
 */
export function oneToOne(
  pairs: { readonly left: Uint32Array; readonly right: Uint32Array },
  odds: Float32Array,
  line: number,
): Uint32Array {
  const over = Uint32Array.from(odds.keys()).filter((k) => odds[k]! >= line)
  over.sort((a, b) => odds[b]! - odds[a]! || pairs.left[a]! - pairs.left[b]! || pairs.right[a]! - pairs.right[b]!)
  const used = new Set<number>()
  return over
    .filter((k) => {
      if (used.has(pairs.left[k]!) || used.has(pairs.right[k]!)) return false
      used.add(pairs.left[k]!).add(pairs.right[k]!)
      return true
    })
    .sort()
}
