import type { Span } from './span.ts'

/**
 * Jaro and Jaro–Winkler similarity over the bytes of two UTF-8 texts, 0 to 1, pinned to what DuckDB's `jaro_similarity` and
 * `jaro_winkler_similarity` answer (a property test compares them), so that a rule written in SQL and one written here agree.
 * Bytes, not characters: an accented letter is two symbols. An empty text is like nothing, itself included. Fold to ASCII before where
 * that matters.
 *
 * Sources: M. Jaro, "Advances in record-linkage methodology as applied to matching the 1985 census of Tampa, Florida" (1989);
 * W. Winkler, "String comparator metrics and enhanced decision rules in the Fellegi–Sunter model" (1990).
 */

/** Winkler's bonus for each of at most four equal leading bytes, given only where the Jaro similarity is above the second figure. */
const PREFIX_BONUS = 0.1
const BONUS_ABOVE = 0.7
const PREFIX_LONGEST = 4

let usedInA = new Uint8Array(256)
let usedInB = new Uint8Array(256)

export function jaro(a: Span, b: Span): number {
  const lengthA = a.end - a.start
  const lengthB = b.end - b.start
  if (lengthA === 0 || lengthB === 0) return 0
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1)
  makeRoom(Math.max(lengthA, lengthB))
  const common = markCommon(a, b, reach)
  if (common === 0) return 0
  const moved = outOfOrder(a, b) >> 1
  return (common / lengthA + common / lengthB + (common - moved) / common) / 3
}

export function jaroWinkler(a: Span, b: Span): number {
  const similarity = jaro(a, b)
  if (similarity <= BONUS_ABOVE) return similarity
  const most = Math.min(PREFIX_LONGEST, a.end - a.start, b.end - b.start)
  let prefix = 0
  while (prefix < most && a.bytes[a.start + prefix] === b.bytes[b.start + prefix]) prefix++
  return similarity + prefix * PREFIX_BONUS * (1 - similarity)
}

function makeRoom(length: number): void {
  if (length > usedInA.length) {
    usedInA = new Uint8Array(length * 2)
    usedInB = new Uint8Array(length * 2)
  }
  usedInA.fill(0, 0, length)
  usedInB.fill(0, 0, length)
}

/** Pairs each byte of `a` with the first unused equal byte of `b` within reach; marks both and says how many there are. */
function markCommon(a: Span, b: Span, reach: number): number {
  const lengthA = a.end - a.start
  const lengthB = b.end - b.start
  let common = 0
  for (let i = 0; i < lengthA; i++) {
    const byte = a.bytes[a.start + i]
    const last = Math.min(lengthB - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (usedInB[j] === 0 && b.bytes[b.start + j] === byte) {
        usedInA[i] = 1
        usedInB[j] = 1
        common++
        break
      }
    }
  }
  return common
}

/** Of the marked bytes, read in order on both sides, how many stand opposite a different one. */
function outOfOrder(a: Span, b: Span): number {
  let j = 0
  let different = 0
  for (let i = 0; i < a.end - a.start; i++) {
    if (usedInA[i] === 0) continue
    while (usedInB[j] === 0) j++
    if (a.bytes[a.start + i] !== b.bytes[b.start + j]) different++
    j++
  }
  return different
}
