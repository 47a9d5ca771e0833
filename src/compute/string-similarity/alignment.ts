import type { Span } from './span.ts'

/**
 * Optimal string alignment distance in bytes: the fewest insertions, deletions, replacements and swaps of neighbours, no piece
 * edited twice. A typing slip is one.
 *
 * Sources: F. Damerau (1964) for the edits; H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
 * distances" (2003), for the bit-parallel form, used while the shorter text has at most 32 bytes; else three rows of the table.
 */
export function alignmentDistance(a: Span, b: Span): number {
  const lengthA = a.end - a.start
  const lengthB = b.end - b.start
  if (lengthA > lengthB) return alignmentDistance(b, a)
  if (lengthA === 0) return lengthB
  return lengthA <= 32 ? byBits(a, b) : byRows(a, b)
}

const places = new Int32Array(256)

function byBits(pattern: Span, text: Span): number {
  const length = pattern.end - pattern.start
  for (let i = 0; i < length; i++) places[pattern.bytes[pattern.start + i]!]! |= 1 << i
  const last = 1 << (length - 1)
  let plus = -1
  let minus = 0
  let diagonal = 0
  let before = 0
  let distance = length
  for (let j = text.start; j < text.end; j++) {
    const here = places[text.bytes[j]!]!
    const swap = ((~diagonal & here) << 1) & before
    diagonal = (((here & plus) + plus) ^ plus) | here | minus | swap
    let up = minus | ~(diagonal | plus)
    let down = plus & diagonal
    if ((up & last) !== 0) distance++
    if ((down & last) !== 0) distance--
    up = (up << 1) | 1
    down <<= 1
    plus = down | ~(diagonal | up)
    minus = up & diagonal
    before = here
  }
  for (let i = 0; i < length; i++) places[pattern.bytes[pattern.start + i]!] = 0
  return distance
}

function byRows(a: Span, b: Span): number {
  const width = b.end - b.start + 1
  let twoAgo = new Int32Array(width)
  let previous = Int32Array.from({ length: width }, (_, j) => j)
  let row = new Int32Array(width)
  for (let i = 1; i <= a.end - a.start; i++) {
    const byte = a.bytes[a.start + i - 1]!
    row[0] = i
    for (let j = 1; j < width; j++) {
      const other = b.bytes[b.start + j - 1]!
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (byte === other ? 0 : 1))
      if (i > 1 && j > 1 && byte === b.bytes[b.start + j - 2] && other === a.bytes[a.start + i - 2])
        best = Math.min(best, twoAgo[j - 2]! + 1)
      row[j] = best
    }
    const spare = twoAgo
    twoAgo = previous
    previous = row
    row = spare
  }
  return previous[width - 1]!
}
