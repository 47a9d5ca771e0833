import { type Span, sameBytes } from './span.ts'

/**
 * Comparisons by whole words (runs of bytes between spaces), for values whose words change place or go missing: "garcia lopez, ana"
 * and "ana garcia". The measures known as token sort and token set similarity, counted in words rather than letters.
 */
export interface WordOverlap {
  /** Words that stand in both, each used once. */
  readonly shared: number
  /** Words of the one with fewer words. */
  readonly fewer: number
  /** Words of the one with more words. */
  readonly more: number
}

const SPACE = 32
/** Beyond this many words a value is no name; the rest is not looked at, so a hostile value costs no more than a long one. */
const MOST_WORDS = 32

const left: Span = { bytes: new Uint8Array(0), start: 0, end: 0 }
const right: Span = { bytes: new Uint8Array(0), start: 0, end: 0 }
const startsA = new Int32Array(MOST_WORDS)
const endsA = new Int32Array(MOST_WORDS)
const startsB = new Int32Array(MOST_WORDS)
const endsB = new Int32Array(MOST_WORDS)

/** `initials`: a word of one letter counts as the first unused word of the other side that begins with it. */
export function wordOverlap(a: Span, b: Span, initials = false): WordOverlap {
  const countA = split(a, startsA, endsA)
  const countB = split(b, startsB, endsB)
  left.bytes = a.bytes
  right.bytes = b.bytes
  let shared = 0
  for (let pass = 0; pass < (initials ? 2 : 1); pass++) {
    for (let i = 0; i < countA; i++) {
      if (endsA[i]! < 0) continue
      left.start = startsA[i]!
      left.end = endsA[i]!
      for (let j = 0; j < countB; j++) {
        if (endsB[j]! < 0) continue
        right.start = startsB[j]!
        right.end = endsB[j]!
        if (pass === 0 ? sameBytes(left, right) : isInitialOf(left, right)) {
          endsA[i] = -1
          endsB[j] = -1
          shared++
          break
        }
      }
    }
  }
  return { shared, fewer: Math.min(countA, countB), more: Math.max(countA, countB) }
}

const isInitialOf = (a: Span, b: Span): boolean => (a.end - a.start === 1 || b.end - b.start === 1) && a.bytes[a.start] === b.bytes[b.start]

function split(span: Span, starts: Int32Array, ends: Int32Array): number {
  let count = 0
  let at = span.start
  while (at < span.end && count < MOST_WORDS) {
    while (at < span.end && span.bytes[at] === SPACE) at++
    if (at === span.end) break
    starts[count] = at
    while (at < span.end && span.bytes[at] !== SPACE) at++
    ends[count++] = at
  }
  return count
}
