/** Letters of a word that count when the index looks for others like it; the exact comparison reads all of them. */
export const LONGEST = 32

const places = new Int32Array(256)
let pattern: Uint8Array = new Uint8Array(0)

/**
 * Sets the word that `distanceTo` measures from: one query word meets thousands of listed ones, so its table is made once.
 *
 * @param word at most 32 bytes, one a letter
 */
export function measureFrom(word: Uint8Array): void {
  for (const letter of pattern) places[letter] = 0
  pattern = word
  for (let i = 0; i < word.length; i++) places[word[i]!]! |= 1 << i
}

/**
 * Optimal string alignment distance of that word from `bytes[start, end)`: the fewest insertions, deletions, replacements and swaps of
 * neighbours, no piece edited twice.
 *
 * Source: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).
 */
export function distanceTo(bytes: Uint8Array, start: number, end: number): number {
  const length = pattern.length
  if (length === 0) return end - start
  const last = 1 << (length - 1)
  let plus = -1
  let minus = 0
  let diagonal = 0
  let before = 0
  let distance = length
  for (let j = start; j < end; j++) {
    const here = places[bytes[j]!]!
    const swap = ((~diagonal & here) << 1) & before
    diagonal = (((here & plus) + plus) ^ plus) | here | minus | swap
    let up = minus | ~(diagonal | plus)
    const down = plus & diagonal
    if ((up & last) !== 0) distance++
    if ((down & last) !== 0) distance--
    up = (up << 1) | 1
    plus = (down << 1) | ~(diagonal | up)
    minus = up & diagonal
    before = here
  }
  return distance
}
