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
  if (lengthA <= 32 && lengthB <= 32) return byBits(a, b, reach)
  makeRoom(Math.max(lengthA, lengthB))
  const common = markCommon(a, b, reach)
  return common === 0 ? 0 : similarity(a, b, common, outOfOrder(a, b) >> 1)
}

const similarity = (a: Span, b: Span, common: number, moved: number): number =>
  (common / (a.end - a.start) + common / (b.end - b.start) + (common - moved) / common) / 3

/** Bit j: the byte stands at place j of the second text. */
const places = new Int32Array(256)

/** The same for at most 32 bytes each, with a bit a place: no byte of one is held against every near one of the other. */
function byBits(a: Span, b: Span, reach: number): number {
  const lengthA = a.end - a.start
  const lengthB = b.end - b.start
  for (let j = 0; j < lengthB; j++) places[b.bytes[b.start + j]!]! |= 1 << j
  let usedA = 0
  let usedB = 0
  let common = 0
  for (let i = 0; i < lengthA; i++) {
    let near = places[a.bytes[a.start + i]!]! & ~usedB
    if (i > reach) near &= -1 << (i - reach)
    if (i + reach < 31) near &= (1 << (i + reach + 1)) - 1
    if (near === 0) continue
    usedA |= 1 << i
    usedB |= near & -near
    common++
  }
  for (let j = 0; j < lengthB; j++) places[b.bytes[b.start + j]!] = 0
  if (common === 0) return 0
  let different = 0
  for (; usedA !== 0; usedA &= usedA - 1, usedB &= usedB - 1) {
    const i = 31 - Math.clz32(usedA & -usedA)
    const j = 31 - Math.clz32(usedB & -usedB)
    if (a.bytes[a.start + i] !== b.bytes[b.start + j]) different++
  }
  return similarity(a, b, common, different >> 1)
}

export function jaroWinkler(a: Span, b: Span): number {
  const plain = jaro(a, b)
  if (plain <= BONUS_ABOVE) return plain
  const most = Math.min(PREFIX_LONGEST, a.end - a.start, b.end - b.start)
  let prefix = 0
  while (prefix < most && a.bytes[a.start + prefix] === b.bytes[b.start + prefix]) prefix++
  return plain + prefix * PREFIX_BONUS * (1 - plain)
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
