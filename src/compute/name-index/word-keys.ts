import { familiesOf } from '../name-match/given-names.ts'
import { commonWord } from '../name-match/words.ts'

/**
 * Numbers under which a word is found again although it is written otherwise: words with a key in common are worth measuring. A key
 * is 32 bits, and two different things may share one by accident.
 */

/** Slips come late in a word as often as early, but its first letters tell it from most others: deletions are made in these alone. */
const HEAD = 7

/** Letters left away of a word of so many, at most: what the exact comparison still takes for a slip. */
const slipsIn = (letters: number): 0 | 1 | 2 => (letters < 3 ? 0 : letters < 7 ? 1 : 2)

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

/** Keys of one word at most: none, one and two of seven letters left away. */
export const MOST_KEYS = 29

/**
 * Symmetric deletion: keys of the head of a word's sound with up to `slipsIn` letters left away. Two words within that many slips of each
 * other share one, because what one has too many can be left away there, and a replaced letter on both sides. Of the sound and not of the
 * letters, because what cannot be heard is no slip.
 *
 * Source: W. Garbe, SymSpell (2012).
 *
 * @param letters of the word as written
 * @returns how many were written to `out`
 */
export function slipKeys(sound: Uint8Array, letters: number, out: Uint32Array): number {
  const slips = slipsIn(letters)
  const length = Math.min(HEAD, sound.length)
  let count = 0
  out[count++] = keyWithout(sound, length, -1, -1)
  if (slips === 0) return count
  for (let i = 0; i < length; i++) out[count++] = keyWithout(sound, length, i, i)
  if (slips === 1) return count
  for (let i = 0; i < length; i++) for (let j = i + 1; j < length; j++) out[count++] = keyWithout(sound, length, i, j)
  return count
}

function keyWithout(bytes: Uint8Array, length: number, first: number, second: number): number {
  let hash = OFFSET
  for (let i = 0; i < length; i++) if (i !== first && i !== second) hash = Math.imul(hash ^ bytes[i]!, PRIME)
  return mixed(hash)
}

/** Keys of what the word is known to be another form of: a first name in another language, a nickname, "bank" in translation. */
export function kinKeys(word: string): { readonly same: readonly number[]; readonly short: readonly number[] } {
  const { spellings, short } = familiesOf(word)
  const meaning = commonWord(word)
  return {
    same: [...spellings.map((id) => textKey(`=${id}`)), ...(meaning === undefined ? [] : [textKey(`#${meaning}`)])],
    short: short.map((id) => textKey(`~${id}`)),
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
