import { formAt } from './company-forms.ts'
import type { NameKind } from './tokens.ts'
import { latinWords, type Script } from './transliterate.ts'

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
const INSIDE = /['’‘ʼʹʻ`´\u00ad\u200b-\u200f\u2060]/g
/** A/S, M/V */
const SLASHED = /(?<![\p{L}\p{N}])(\p{L})\/(\p{L})(?![\p{L}\p{N}])/gu
const DOTTED = /^(?:\p{L}\p{M}*\.)+(?:\p{L}\p{M}*)?$/u

interface Reading {
  readonly kind: NameKind
  /** Whether a run of Han or Hangul may be a whole name. */
  readonly whole: boolean
}

export function pieceWords(ordered: string, kind: NameKind): Word[] {
  const words: Word[] = []
  const how: Reading = { kind, whole: kind !== 'organisation' && !/[·・‧•=＝]/.test(ordered) }
  const pieces = (kind === 'person' ? ordered : ordered.replace(SLASHED, '$1$2')).split(BETWEEN).filter((piece) => piece !== '')
  for (const piece of pieces) {
    const bare = piece.includes('&') || piece.includes('+') ? piece.replace(/[&+]/g, ' and ') : piece
    for (const chunk of bare === piece ? [piece] : bare.split(' ')) {
      if (chunk === '') continue
      if (chunk.includes('.')) pushDotted(words, chunk, how)
      else pushWord(words, chunk, how)
    }
  }
  return words
}

/** "J.R.R." are three initials of a person, "A.B.C." and "S.A." one word of anything else; "Mr.Smith" and "5.Battalion" are two. */
function pushDotted(words: Word[], chunk: string, how: Reading): void {
  if (how.kind !== 'person' && DOTTED.test(chunk)) {
    pushWord(words, chunk.replaceAll('.', ''), how, chunk)
    return
  }
  for (const piece of chunk.split('.')) if (piece !== '') pushWord(words, piece, how)
}

function pushWord(words: Word[], chunk: string, { kind, whole }: Reading, written = chunk): void {
  const run = chunk.replace(INSIDE, '')
  if (/^[A-Za-z0-9]+$/.test(run)) {
    const text = run.toLowerCase()
    if (kind === 'person') for (const piece of servantOf(text)) words.push({ text: piece, written, script: 'latin' })
    else pushWithForm(words, run, text, written)
    return
  }
  for (const { text, script } of latinWords(run, whole)) {
    if (kind === 'person' && script === 'latin') for (const piece of servantOf(text)) words.push({ text: piece, written, script })
    else words.push({ text, written, script })
  }
}

/** "SiemensAG": a legal form run together with the name before it. */
function pushWithForm(words: Word[], run: string, text: string, written: string): void {
  const tail = /^(.*[a-z])([A-Z]{2,4}|GmbH|Ltd|Inc)$/.exec(run)
  if (tail !== null && formAt([tail[2]!.toLowerCase()], 0) !== undefined) {
    words.push(
      { text: tail[1]!.toLowerCase(), written: tail[1]!, script: 'latin' },
      { text: tail[2]!.toLowerCase(), written: tail[2]!, script: 'latin' },
    )
  } else words.push({ text, written, script: 'latin' })
}

/**
 * "Abdulrahman", "Abdurrahman" and "Abdel Rahman" are one name: servant of, and whose. An assimilated article ("ur-Rahman") doubles
 * the letter, which goes with it.
 */
function servantOf(text: string): string[] {
  const found = /^(abd(?:[ue]l|al|[uea]([rsdnzt])(?=\2)|[ue](?=llah)|(?=allah)|[ui](?=kadir|rahman|rashid|rahim)))([a-z]{3,})$/.exec(text)
  return found === null || (found[1] === 'abdal' && found[3] === 'lah') ? [text] : [found[1]!, found[3]!]
}
