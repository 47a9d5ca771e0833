import { familiesOf } from '../name-match/given-names.ts'
import { commonWord } from '../name-match/words.ts'

/**
 * Numbers under which a word is found again although it is written otherwise: words with a key in common are worth measuring. A key
 * is 32 bits, and two different things may share one by accident.
 */

/** Slips come late in a word as often as early, but its first letters tell it from most others: deletions are made in these alone. */
const HEAD = 7

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/** Spreads what FNV leaves in the high bits over the low ones, which choose the place in a table. */
const mixed = (hash: number): number => {
  const h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

/** FNV-1a of the whole word. */
export function wordKey(bytes: Uint8Array, start: number, end: number): number {
  let hash = OFFSET
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, PRIME)
  return mixed(hash)
}

/** Keys of one word at most: none, one and two of seven letters left away, and none or one of its sound. */
export const MOST_KEYS = 1 + 7 + 21 + 1 + 7

/**
 * Symmetric deletion: keys of the head of a word with some letters left away. Two words within that many slips of each other share one,
 * because what one has too many can be left away there, and a replaced letter on both sides. How many are left away follows what the
 * exact comparison still takes for a slip: one in four letters, two in seven. What is written otherwise and heard alike is no slip
 * there, so the sound has keys too, with one slip less.
 *
 * Source: W. Garbe, SymSpell (2012).
 *
 * @returns how many were written to `out`
 */
export function slipKeys(word: Uint8Array, sound: Uint8Array, out: Uint32Array): number {
  const count = without(word, word.length < 4 ? 0 : word.length < 7 ? 1 : 2, 0, out)
  return without(sound, word.length < 6 ? 0 : 1, count, out)
}

/** Keys of the word with up to `slips` letters left away, written from `out[count]` on. */
function without(word: Uint8Array, slips: number, from: number, out: Uint32Array): number {
  const length = Math.min(HEAD, word.length)
  let count = from
  out[count++] = keyWithout(word, length, -1, -1)
  if (slips === 0) return count
  for (let i = 0; i < length; i++) out[count++] = keyWithout(word, length, i, i)
  if (slips === 1) return count
  for (let i = 0; i < length; i++) for (let j = i + 1; j < length; j++) out[count++] = keyWithout(word, length, i, j)
  return count
}

function keyWithout(bytes: Uint8Array, length: number, first: number, second: number): number {
  let hash = OFFSET
  for (let i = 0; i < length; i++) if (i !== first && i !== second) hash = Math.imul(hash ^ bytes[i]!, PRIME)
  return mixed(hash)
}

/**
 * Keys of what the word is known to be another form of: a first name in another language, "bank" in translation; and with less in common a
 * nickname, a family name with the ending of a man or a woman.
 *
 * @param stem of such a family name, '' for any other word
 */
export function kinKeys(word: string, stem: string): { readonly same: readonly number[]; readonly short: readonly number[] } {
  const { spellings, short } = familiesOf(word)
  const meaning = commonWord(word)
  return {
    same: [...spellings.map((id) => textKey(`=${id}`)), ...(meaning === undefined ? [] : [textKey(`#${meaning}`)])],
    short: [...short.map((id) => textKey(`~${id}`)), ...(stem === '' ? [] : [textKey(`|${stem}`)])],
  }
}

/**
 * Key of the consonants, for scripts that write no vowels; −1 where fewer than two are left, which is the sound of too many words.
 *
 * @param listed 'any' finds every word, 'unvowelled' only those that the list itself writes so
 */
export const consonantKey = (consonants: string, listed: 'any' | 'unvowelled'): number =>
  consonants.length < 2 ? -1 : textKey(`${listed} ${consonants}`)

function textKey(text: string): number {
  let hash = OFFSET
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME)
  return mixed(hash)
}
