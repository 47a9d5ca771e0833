import { ALONE, ASCII, letterOf, SEVERAL, SKIP, spelled } from './letters.ts'

/** FNV-1a, 32 bits (G. Fowler, L. Noll, K.-P. Vo). */
export const OFFSET = 0x811c9dc5 | 0
export const PRIME = 0x01000193
/** Words in a shingle. Three, because an edit then costs three shingles of some 270 and copies with every tenth word changed still meet. */
export const WORDS = 3

/** Odd numbers by which the hashes of a shingle's words are multiplied, so that their order counts (multilinear hashing: D. Lemire, O. Kaser, "Strongly universal string hashing is fast", 2014). */
const [FIRST, SECOND, THIRD] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d]

/** Final mix of MurmurHash3 (A. Appleby): every bit of the sum reaches every bit of the result. */
export function mix(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** Hash of three words in a row, signed 32-bit. */
export const shingleOf = (a: number, b: number, c: number): number => mix(Math.imul(a, FIRST) + Math.imul(b, SECOND) + Math.imul(c, THIRD))

/**
 * Reads UTF-8 texts into hashed shingles of three words. One instance works on one text after the other in the same memory.
 * Scripts without spaces give a word a character. Malformed bytes end a word and are otherwise passed over.
 */
export class Shingler {
  /** Shingles of the last text in order, repeats included; the first `count` hold. */
  hashes = new Int32Array(1024)
  count = 0
  /** Words of the last text. */
  words = 0
  /** 64 bits over its words in order: equal for texts that differ in case, spacing and punctuation only. */
  low = 0
  high = 0

  /**
   * Takes bytes `from` to `to`, behind which a byte 0xFF must stand. A text of one or two words is one shingle; one without
   * words has none.
   */
  read(bytes: Uint8Array, from: number, to: number): void {
    // A word and its end take two bytes at least.
    if (this.hashes.length < (to - from) / 2 + 2) this.hashes = new Int32Array(to - from + 2)
    const words = this.#readWords(bytes, from, to)
    const out = this.hashes
    let before = words > 0 ? (out[0] as number) : 0
    let last = words > 1 ? (out[1] as number) : 0
    let low = shingleOf(before, last, words)
    let high = low
    if (words < WORDS) out[0] = low
    for (let k = 2; k < words; k++) {
      const word = out[k] as number
      const shingle = shingleOf(before, last, word)
      out[k - 2] = shingle
      low = Math.imul(low ^ word, PRIME)
      high = (high + shingle) | 0
      before = last
      last = word
    }
    this.words = words
    this.count = words >= WORDS ? words - WORDS + 1 : Math.min(1, words)
    this.low = low
    this.high = high
  }

  /**
   * Writes the hash of each word to `hashes`. What ends a word cannot be foreseen, and a branch on it costs a processor more
   * than ten letters do; so there is none: the running hash is written at every byte, and only at a word's end the place moves on.
   */
  #readWords(bytes: Uint8Array, from: number, to: number): number {
    const out = this.hashes
    const ascii = ASCII
    let words = 0
    let h = OFFSET
    /** −1 inside a word, 0 outside, as is `letter` in the loop. */
    let inside = 0
    for (let i = from; ; i++) {
      let byte = bytes[i] as number
      while (byte < 0x80) {
        const c = ascii[byte] as number
        const letter = -c >> 31
        out[words] = h
        words -= inside & ~letter
        h = Math.imul(h ^ c, PRIME)
        h = OFFSET ^ ((h ^ OFFSET) & letter)
        inside = letter
        byte = bytes[++i] as number
      }
      const code = i >= to ? -1 : codePointAt(bytes, i)
      const letter = letterOf(code)
      i += lengthOf(code) - 1
      if (letter === SKIP) continue
      const alone = (letter & ALONE) !== 0
      if (letter === 0 || alone) {
        out[words] = h
        words -= inside
        h = OFFSET
        inside = 0
        if (i >= to) return words
        if (letter === 0) continue
      }
      h = withLetter(h, letter, code)
      inside = -1
      if (alone) {
        out[words++] = h
        h = OFFSET
        inside = 0
      }
    }
  }
}

function withLetter(hash: number, letter: number, code: number): number {
  if (letter < SEVERAL) return Math.imul(hash ^ (letter & 0xffff), PRIME)
  let h = hash
  const units = spelled(code)
  for (let u = 0; u < units.length; u++) h = Math.imul(h ^ units.charCodeAt(u), PRIME)
  return h
}

/** The code point at a byte of 0x80 or more; −1 where there is none. */
function codePointAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number
  const more = lead >= 0xf0 && lead < 0xf8 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0
  if (more === 0) return -1
  let code = lead & (0x3f >> more)
  for (let k = 1; k <= more; k++) {
    const next = bytes[at + k] as number
    if ((next & 0xc0) !== 0x80) return -1
    code = (code << 6) | (next & 0x3f)
  }
  return lengthOf(code) === more + 1 && code <= 0x10ffff ? code : -1
}

/** Bytes of a code point in UTF-8; 1 for a byte that begins none. */
const lengthOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
