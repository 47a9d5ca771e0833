import { jaro } from '../string-similarity/jaro.ts'
import { type Span, spanOf } from '../string-similarity/span.ts'

/**
 * The score that the search page of the United States' Office of Foreign Assets Control would show, 0–100, so that its users can compare.
 * It is not our own judgement of two names; see compareNames for that.
 *
 * Two techniques, the higher counts: Jaro–Winkler of the whole names, where both begin with the same letter; and each part of the query
 * against its best part of the listed name, by Jaro–Winkler, or by Soundex where that is better, averaged over the parts of the query.
 * Source: OFAC, frequently asked question 249 (2021). What it leaves open was set so as to agree with published scores of that page: parts
 * of one or two letters are not looked at unless there are no others, a part less like than one half counts nothing. Letters outside A–Z
 * are not put into Latin: the page does not either.
 */
export function compareAsRegulator(query: string, listed: string): number {
  const [a, b] = [wordsOf(query), wordsOf(listed)]
  if (a.length === 0 || b.length === 0) return 0
  const whole = a[0]![0] === b[0]![0] ? winkler(spanOf(a.join(' ')), spanOf(b.join(' '))) : 0
  return Math.round(100 * Math.max(whole, byParts(a, b)))
}

/** Longer names are cut, in letters and in parts: comparing takes the square of either. */
const LONGEST = 512
const MOST = 32
const wordsOf = (name: string): string[] =>
  name
    .slice(0, LONGEST)
    .toUpperCase()
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST)

function byParts(a: readonly string[], b: readonly string[]): number {
  const listed = b.map(spanOf)
  const sounds = b.map(soundex)
  const best = long(a).map((part) => {
    const span = spanOf(part)
    const sound = soundex(part)
    return Math.max(...listed.map((other, i) => partScore(span, other, sound === sounds[i])))
  })
  return best.reduce((sum, score) => sum + score, 0) / best.length
}

/** With the bonus for equal beginnings at any similarity; Winkler's, in string-similarity, gives none to names that are little alike. */
function winkler(a: Span, b: Span): number {
  const similarity = jaro(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < a.end && prefix < b.end && a.bytes[prefix] === b.bytes[prefix]) prefix++
  return similarity + prefix * 0.1 * (1 - similarity)
}

function partScore(a: Span, b: Span, soundsAlike: boolean): number {
  const score = winkler(a, b)
  return score < LEAST ? 0 : soundsAlike ? Math.max(score, SOUNDS) : score
}
const LEAST = 0.5
const SOUNDS = 0.8

const long = (words: readonly string[]): readonly string[] => {
  const kept = words.filter((word) => word.length > 2)
  return kept.length > 0 ? kept : words
}

/** Soundex as R. Russell patented it (1918) and the National Archives use it: the first letter and three digits. */
function soundex(word: string): string {
  let code = word[0]!
  let last = DIGITS.get(code)
  for (let at = 1; at < word.length && code.length < 4; at++) {
    const digit = DIGITS.get(word[at]!)
    if (digit !== undefined && digit !== last) code += digit
    // H and W do not part two letters of one digit, vowels do.
    if (word[at] !== 'H' && word[at] !== 'W') last = digit
  }
  return code.padEnd(4, '0')
}
const DIGITS = new Map<string, string>()
for (const group of 'BFPV1 CGJKQSXZ2 DT3 L4 MN5 R6'.split(' ')) for (const letter of group.slice(0, -1)) DIGITS.set(letter, group.at(-1)!)
