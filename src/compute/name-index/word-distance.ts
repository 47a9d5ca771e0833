/** Letters of a word that count when the index looks for others like it; the exact comparison reads all of them. */
export const LONGEST = 32

/**
 * Optimal string alignment distance from one word to many: the fewest insertions, deletions, replacements and swaps of neighbours, no piece
 * edited twice. The table of the one word is made once.
 *
 * Source: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).
 */
export class DistanceFrom {
  readonly #places = new Int32Array(128)
  #word: Uint8Array = new Uint8Array(0)

  /** @param word at most 32 bytes of ASCII */
  set(word: Uint8Array): void {
    for (const letter of this.#word) this.#places[letter & 127] = 0
    this.#word = word
    for (let i = 0; i < word.length; i++) this.#places[word[i]! & 127]! |= 1 << i
  }

  /** To `bytes[start, end)`. */
  to(bytes: Uint8Array, start: number, end: number): number {
    const places = this.#places
    const length = this.#word.length
    if (length === 0) return end - start
    const last = 1 << (length - 1)
    let plus = -1
    let minus = 0
    let diagonal = 0
    let before = 0
    let distance = length
    for (let j = start; j < end; j++) {
      const here = places[bytes[j]! & 127]!
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
}
