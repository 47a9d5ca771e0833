/**
 * What counts as a letter when texts are compared, and as which. Every place of Unicode's first plane has one number:
 *
 *   0           no letter: words end here
 *   SKIP        stands in no word and ends none: combining accents, soft hyphens, zero-width marks
 *   ALONE + x   a word of its own (scripts that put no spaces between words)
 *   x           the UTF-16 unit it is compared as
 *
 * Folded are case, width and other compatibility forms (Unicode Standard Annex 15, NFKD), accents, and letters of other
 * scripts that look like Latin ones (a subset of the confusables of Unicode Technical Standard 39), so that a copy with
 * swapped letters is still a copy. Digits, `_`, `+` and `#` are letters too, as in `words()`.
 */
export const SKIP = 1
export const ALONE = 0x10000
/** Folds into more than one unit (ﬁ, ㎏): asked from `spelled`. */
export const SEVERAL = 0x20000

const LOOKALIKES = new Map(
  Array.from('аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdһhαaβbεeικkνvοoρpτtυuχxγy'.matchAll(/(.)([a-z])/gu), (m) => [m[1] as string, m[2] as string]),
)
/** Scripts whose words are not told apart by spaces: there each character is a word, so a shingle is a run of characters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
const LETTER = /^[\p{L}\p{N}\p{M}_+#]+$/u
const INVISIBLE = /^(?:\u00ad|[\u0300-\u036f]|[\u200b-\u200f]|\u2060|[\ufe00-\ufe0f]|\ufeff)$/u

/** How a character is compared: '' for none, else one or more UTF-16 units. */
function folded(character: string): string {
  const plain = character
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
  const shown = Array.from(plain, (letter) => LOOKALIKES.get(letter) ?? letter)
    .join('')
    .replace(/[\u0300-\u036f]/g, '')
  return LETTER.test(shown) ? shown : ''
}

const several = new Map<number, string>()
const table = new Uint32Array(0x10000)
/** Pages of 256 characters that stand in the table already: most texts touch two or three. */
const known = new Uint8Array(0x100)

function learn(page: number): void {
  known[page] = 1
  for (let code = page << 8; code < (page + 1) << 8; code++) table[code] = numberOf(code)
}

function numberOf(code: number): number {
  const character = String.fromCodePoint(code)
  if (INVISIBLE.test(character)) return SKIP
  // Half of a pair that has lost its other half.
  if (code >= 0xd800 && code <= 0xdfff) return 0
  const text = folded(character)
  if (text === '') return 0
  const alone = UNSPACED.test(character) ? ALONE : 0
  if (text.length === 1) return text.charCodeAt(0) | alone
  several.set(code, text)
  return SEVERAL | alone
}

/** The number of a code point, as described above; 0 for −1, which is none. */
export function letterOf(code: number): number {
  // Characters beyond the first plane are rare enough to be looked at each time.
  if (code > 0xffff || code < 0) return code < 0 ? 0 : numberOf(code)
  if (known[code >>> 8] === 0) learn(code >>> 8)
  return table[code] as number
}

/** The units that a code point of which `letterOf` says SEVERAL is compared as. */
export const spelled = (code: number): string => several.get(code) ?? ''

/** One byte of UTF-8 to the unit it is compared as; 0 for what ends a word and for every byte of a longer character. */
export const ASCII = Uint8Array.from({ length: 256 }, (_, code) => (code < 128 ? letterOf(code) & 0xff : 0))
