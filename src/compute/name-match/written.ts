import { formAt } from './company-forms.ts'
import type { HanLanguage } from './east-asian.ts'
import { latinWords, type Reading, type Script } from './transliterate.ts'

/** Vessels, aircraft and what is not known are 'other'. */
export type NameKind = 'person' | 'organisation' | 'other'

/** No word is longer; the rest of a longer run is not read. */
const LONGEST_WORD = 48

/** A word of a name: its Latin letters, its original spelling, and how its Latin letters came about. */
export interface Word {
  readonly text: string
  readonly written: string
  readonly script: Script
}

/** More than this of a name is not read; no name of a person or body known to the lists is half as long. */
const LONGEST = 512

/**
 * A name for comparing as written: canonical characters, one case, single spaces, and for a person with one comma the family name last.
 * @returns `ordered` keeps the case, for showing parts in their original spelling; `key` is for equality.
 */
export function plainOf(written: string, kind: NameKind): { ordered: string; key: string } {
  const cut = written.length > LONGEST ? cutAt(written, LONGEST) : written
  const even = (isPlain(cut) ? cut : cut.normalize('NFKC').replace(INVISIBLE, '')).replace(SPACES, ' ').trim()
  const comma = kind === 'person' ? even.indexOf(',') : -1
  const once = comma > 0 && comma < even.length - 1 && !even.includes(',', comma + 1)
  const ordered = once ? `${even.slice(comma + 1).trim()} ${even.slice(0, comma).trim()}` : even
  // What was cut off still counts when two names are held to be equal.
  return { ordered, key: cut === written ? ordered.toLowerCase() : `${ordered.toLowerCase()}…${written.slice(cut.length)}` }
}

const SPACES = /[\s\p{Cc}\p{Cs}]+/gu
const INVISIBLE = /\p{Cf}+/gu
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text)

/** Never between the halves of a pair of surrogates. */
const cutAt = (text: string, length: number): string =>
  text.slice(0, (text.charCodeAt(length - 1) & 0xfc00) === 0xd800 ? length - 1 : length)

/** Between words: anything but letters, marks, digits, and what stands inside a word (apostrophes, soft hyphens, dots). */
const BETWEEN = /[^\p{L}\p{M}\p{N}.'’‘ʼʹʻ`´&+\u00ad\u200b-\u200f\u2060]+/u
/** The same for a text of ASCII alone, which most are; several times as fast. */
const BETWEEN_PLAIN = /[^A-Za-z0-9.'`&+]+/
const INSIDE = /['’‘ʼʹʻ`´\u00ad\u200b-\u200f\u2060]/g
/** A/S, M/V */
const SLASHED = /(?<![\p{L}\p{N}])(\p{L})\/(\p{L})(?![\p{L}\p{N}])/gu
const DOTTED = /^(?:\p{L}\p{M}*\.)+(?:\p{L}\p{M}*)?$/u

interface Cutting extends Reading {
  readonly kind: NameKind
}

/** The words of a name in order; none where its Han characters cannot be read in that language. */
export function pieceWords(ordered: string, kind: NameKind, han: HanLanguage): Word[] {
  const words: Word[] = []
  const pieces = (kind === 'person' ? ordered : ordered.includes('/') ? ordered.replace(SLASHED, '$1$2') : ordered)
    .split(isPlain(ordered) ? BETWEEN_PLAIN : BETWEEN)
    .filter((piece) => piece !== '')
  const how: Cutting = { kind, han, whole: kind !== 'organisation' && pieces.length === 1, foreign: /[·・‧•=＝]/.test(ordered) }
  for (const piece of pieces) {
    const bare = piece.includes('&') || piece.includes('+') ? piece.replace(/[&+]/g, ' and ') : piece
    for (const chunk of bare === piece ? [piece] : bare.split(' ')) {
      if (chunk === '') continue
      if (!(chunk.includes('.') ? pushDotted(words, chunk, how) : pushWord(words, chunk, how))) return []
    }
  }
  return kind === 'person' ? words.flatMap((word, at) => servantOfGod(words, word, at)) : words
}

/** "Abd Allah" in two words is "Abdullah". */
function servantOfGod(words: readonly Word[], word: Word, at: number): Word[] {
  if (GOD.test(word.text) && isServant(words[at - 1]?.text)) return []
  const next = words[at + 1]
  if (next === undefined || !isServant(word.text) || !GOD.test(next.text)) return [word]
  return [{ text: 'abdullah', written: `${word.written} ${next.written}`, script: word.script }]
}
const GOD = /^[au]?l?lah$/
const isServant = (text: string | undefined): boolean => text !== undefined && text.startsWith('abd') && text.length < 6

/** "J.R.R." are three initials of a person, "A.B.C." and "S.A." one word of anything else; "Mr.Smith" and "5.Battalion" are two. */
function pushDotted(words: Word[], chunk: string, how: Cutting): boolean {
  if (how.kind !== 'person' && DOTTED.test(chunk)) return pushWord(words, chunk.replaceAll('.', ''), how, chunk)
  return chunk.split('.').every((piece) => piece === '' || pushWord(words, piece, how))
}

const WORD = /^[A-Za-z0-9]+$/

/** "Ig0r": figures put for letters in a person's name. */
const digitless = (text: string): string =>
  /^[a-z]+[0135][a-z]/.test(text) ? text.replace(/[0135]/g, (digit) => 'oi_e_s'[Number(digit)]!) : text

/** False where it cannot be read. */
function pushWord(words: Word[], chunk: string, how: Cutting, written = chunk): boolean {
  const run = (WORD.test(chunk) ? chunk : chunk.replace(INSIDE, '')).slice(0, LONGEST_WORD)
  if (WORD.test(run)) {
    if (how.kind === 'person') for (const text of servantOf(digitless(run.toLowerCase()))) words.push({ text, written, script: 'latin' })
    else pushWithForm(words, run, written)
    return true
  }
  const read = latinWords(run, how)
  if (read === undefined) return false
  for (const { text: long, script } of read) {
    const text = long.slice(0, LONGEST_WORD)
    if (how.kind === 'person' && script === 'latin') for (const piece of servantOf(text)) words.push({ text: piece, written, script })
    else words.push({ text, written, script })
  }
  return true
}

/** "SiemensAG": a legal form run together with the name before it. */
function pushWithForm(words: Word[], run: string, written: string): void {
  const tail = /^(.*[a-z])([A-Z]{2,4}|GmbH|Ltd|Inc)$/.exec(run)
  if (tail !== null && formAt([tail[2]!.toLowerCase()], 0) !== undefined) {
    words.push(
      { text: tail[1]!.toLowerCase(), written: tail[1]!, script: 'latin' },
      { text: tail[2]!.toLowerCase(), written: tail[2]!, script: 'latin' },
    )
  } else words.push({ text: run.toLowerCase(), written, script: 'latin' })
}

/**
 * "Abdulrahman", "Abdurrahman" and "Abdel Rahman" are one name: servant of, and whose. An assimilated article ("ur-Rahman") doubles
 * the letter, which goes with it.
 */
function servantOf(text: string): string[] {
  if (!text.startsWith('abd')) return [text]
  const found = /^(abd(?:[ue]l|al|[uea]([rsdnzt])(?=\2)|[ue](?=llah)|(?=allah)|[ui](?=kadir|rahman|rashid|rahim)))([a-z]{3,})$/.exec(text)
  if (found === null) return [text]
  return /^(?:l|al)?lah$/.test(found[3]!) ? [text] : [found[1]!, found[3]!]
}
