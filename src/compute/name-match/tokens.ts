import { type Span, spanOf } from '../string-similarity/span.ts'
import { commonWord, FATHERS, isFiller, PARTICLES, PATRONYMIC, TITLES, VESSEL_TITLES } from './words.ts'
import { formAt, type CompanyForm } from './company-forms.ts'
import { familiesOf, type NameFamilies } from './given-names.ts'
import { slippedFormAt } from './slipped-forms.ts'
import { figure, numberWordsAt, romanNumber } from './numbers.ts'
import { stemOf } from './gender-endings.ts'
import { consonantsOf, soundOf } from './sound.ts'
import type { HanLanguage } from './east-asian.ts'
import { hasHan, isEastAsian, type Script } from './transliterate.ts'
import { type NameKind, pieceWords, plainOf, type Word } from './written.ts'

export type { NameKind }

/**
 * What a word does in a name:
 *   part        tells names apart          initial    one letter for a part
 *   patronymic  formed from the father's   abd        "servant of", part of the next one
 *   particle    al, bin, von               title      Mr, Sheikh, President, MV
 *   form        LLC, GmbH                  common     bank, trading: in many organisations' names
 *   number      44, "forty four", VII      filler     the, of, and
 */
export type Role = 'part' | 'initial' | 'patronymic' | 'abd' | 'particle' | 'title' | 'form' | 'common' | 'number' | 'filler'

/**
 * A word of a name. As a span it is its folded Latin letters inside the bytes of the whole name. What only near words are asked for is
 * made when it is first asked for: most pairs are settled before.
 */
export class NameToken implements Span {
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
  /** Folded Latin letters a–z and digits. */
  readonly text: string
  /** As it stands in the name. */
  readonly written: string
  readonly role: Role
  readonly script: Script
  /** What meeting this word is worth, 0–1. */
  readonly weight: number
  /** What it costs when both sides have such a word that meets nothing, 0–1. */
  readonly against: number
  /** What it costs when the other side merely does not have it. */
  readonly missing: number
  /** Bit set of its letters, for a quick bound on how far two words are apart. */
  readonly letters: number
  readonly families: NameFamilies
  /** Legal form, for role form. */
  readonly form: CompanyForm | undefined
  /** Value of a number, or the meaning of a common word; -1 for none. */
  readonly value: number
  #sound: Span | undefined
  #soundLetters = -1
  #consonants: readonly [string, string] | undefined
  #stem: string | undefined

  constructor(draft: Draft, bytes: Uint8Array, start: number) {
    const { text, role } = draft
    this.bytes = bytes
    this.start = start
    this.end = start + text.length
    this.text = text
    this.written = draft.written
    this.role = role
    this.script = draft.script
    this.families = familiesOf(text)
    this.form = draft.form
    this.value = draft.value ?? -1
    const frequent = role === 'part' && (this.families.spellings.length > 0 || this.families.short.length > 0)
    const [weight, against] = WEIGHTS[role]
    this.weight = frequent ? FREQUENT_NAME : weight
    this.against = against
    this.missing = against * missingOf(role, frequent || text.length < 4)
    let letters = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      bytes[start + at] = code
      letters |= 1 << (code & 31)
    }
    this.letters = letters
  }

  /** How it sounds, as a span of its own. */
  get sound(): Span {
    return (this.#sound ??= spanOf(soundOf(this.text)))
  }

  /** Bit set of the letters of its sound. */
  get soundLetters(): number {
    if (this.#soundLetters === -1) {
      this.#soundLetters = 0
      for (const code of this.sound.bytes) this.#soundLetters |= 1 << (code & 31)
    }
    return this.#soundLetters
  }

  /** Its consonants, see consonantsOf; [1] with l and r as one. */
  get consonants(): readonly [string, string] {
    if (this.#consonants === undefined) {
      const sound = soundOf(this.text)
      this.#consonants = [consonantsOf(sound, false), consonantsOf(sound, true)]
    }
    return this.#consonants
  }

  /** A Slavic family name without the ending of a man or a woman; '' for any other word. */
  get stem(): string {
    return (this.#stem ??= stemOf(this.text))
  }
}

/** One way to read a name. */
export interface NameReading {
  readonly tokens: readonly NameToken[]
  /** Letters of all tokens one after another, without spaces. */
  readonly bytes: Uint8Array
  /** Whether a word says that the next part is the father's name. */
  readonly fathers: boolean
}

export interface PreparedName extends NameReading {
  readonly written: string
  readonly kind: NameKind
  /** Case, spaces and the order around a person's comma evened out; equal means equal as written. */
  readonly plain: string
  /** Han characters of a person read in Korean and Japanese; whoever looks names up by their words looks these up too. */
  readonly readings: readonly NameReading[]
}

/** A longer name is no name: the rest is not looked at, so a hostile value costs no more than a long one. */
export const MOST_TOKENS = 24

/**
 * Cuts a name into words with roles. Never throws; a name without a single letter or digit has no tokens and is like nothing.
 * @param written any script, at most its first 512 characters are read
 */
export function prepareName(written: string, kind: NameKind): PreparedName {
  const plain = plainOf(written, kind)
  const chinese = read(plain.ordered, kind, 'chinese')
  const readings = kind === 'person' && hasHan(plain.ordered) ? OTHER_READINGS.map((han) => read(plain.ordered, kind, han)) : NO_READINGS
  return { written, kind, plain: plain.key, ...chinese, readings: readings.filter((reading) => reading.tokens.length > 0) }
}

const OTHER_READINGS = ['korean', 'japanese'] as const
const NO_READINGS: readonly NameReading[] = []

function read(ordered: string, kind: NameKind, han: HanLanguage): NameReading {
  const words = pieceWords(ordered, kind, han)
  if (words.length > MOST_TOKENS) words.length = MOST_TOKENS
  const drafts = kind === 'person' ? personRoles(words) : organisationRoles(words, kind)
  return { ...laidOut(drafts), fathers: kind === 'person' && words.some((w) => FATHERS.has(w.text)) }
}

interface Draft {
  readonly text: string
  readonly written: string
  readonly script: Script
  readonly role: Role
  readonly form?: CompanyForm
  readonly value?: number
}

function personRoles(words: readonly Word[]): Draft[] {
  const parts = words.filter((w) => w.text.length > 1 && !TITLES.has(w.text) && !PARTICLES.has(w.text)).length
  return words.map((word, at): Draft => {
    const { text } = word
    if (text.length === 1) return { ...word, role: isEastAsian(word.script) ? 'part' : 'initial' }
    // A name may be all titles and particles ("Prince", "De La"): then they are its parts.
    if (TITLES.has(text) && parts > 0) return { ...word, role: 'title' }
    if (PARTICLES.has(text) && parts > 0) return { ...word, role: 'particle' }
    if (isAbd(text) && at + 1 < words.length) return { ...word, role: 'abd' }
    const value = figure(text) ?? (at > 0 && /^i{2,3}$/.test(text) ? romanNumber(text) : undefined)
    if (value !== undefined) return { ...word, role: 'number', value }
    return { ...word, role: parts > 2 && PATRONYMIC.test(text) ? 'patronymic' : 'part' }
  })
}

const isAbd = (text: string): boolean => text.startsWith('abd') && /^abd(?:[aeiou][lrsdnz]?)?$/.test(text)

function organisationRoles(words: readonly Word[], kind: NameKind): Draft[] {
  const texts = words.map((w) => w.text)
  const drafts: Draft[] = []
  for (let at = 0; at < words.length;) {
    const word = words[at]!
    const form = formAt(texts, at) ?? slippedFormAt(texts, at)
    // A name that is nothing but a form keeps its words as parts.
    if (form !== undefined && form.words < words.length) {
      drafts.push({ ...joined(words, at, form.words), role: 'form', form: form.form })
      at += form.words
      continue
    }
    const spelled = numberWordsAt(texts, at)
    const value = figure(word.text) ?? spelled?.value ?? (at > 0 && word.script === 'latin' ? romanNumber(word.text) : undefined)
    if (value !== undefined) {
      const length = spelled?.words ?? 1
      drafts.push({ ...joined(words, at, length), role: 'number', value })
      at += length
      continue
    }
    const meaning = commonWord(word.text)
    if (kind === 'other' && at === 0 && words.length > 1 && VESSEL_TITLES.has(word.text)) drafts.push({ ...word, role: 'title' })
    else if (isFiller(word.text)) drafts.push({ ...word, role: 'filler' })
    else drafts.push(meaning === undefined ? { ...word, role: 'part' } : { ...word, role: 'common', value: meaning })
    at++
  }
  return drafts
}

function joined(words: readonly Word[], at: number, length: number): Word {
  const first = words[at]!
  if (length === 1) return first
  const run = words.slice(at, at + length)
  return { text: run.map((w) => w.text).join(''), written: run.map((w) => w.written).join(' '), script: first.script }
}

/**
 * Judgement: a part that tells apart counts 1. First names that many people bear say less. What a word costs when it is contradicted is
 * not what it is worth when it is met: two companies may share "Bank", but "Gas" against "Oil" makes them two.
 */
export const WEIGHTS: Readonly<Record<Role, readonly [weight: number, against: number]>> = {
  part: [1, 1],
  initial: [0.4, 0.8],
  patronymic: [0.6, 0.8],
  abd: [0.3, 0.7],
  particle: [0.1, 0.05],
  title: [0.05, 0],
  form: [0.1, 0],
  common: [0.4, 0.7],
  number: [0.7, 1],
  filler: [0.03, 0],
}
/** A first name with a line in the table of names. */
export const FREQUENT_NAME = 0.75

/**
 * Judgement: of a word that only one side has. First names, fathers' names and short words are left out often, a family name seldom; a
 * number more is another unit or ship.
 */
export const missingOf = (role: Role, little: boolean): number =>
  role === 'number' ? 0.6 : role === 'common' ? 0.3 : role === 'part' && !little ? 0.44 : 0.22

function laidOut(drafts: readonly Draft[]): { tokens: NameToken[]; bytes: Uint8Array } {
  let length = 0
  for (const { text } of drafts) length += text.length
  const bytes = new Uint8Array(length)
  let start = 0
  const tokens: NameToken[] = []
  for (const draft of drafts) {
    tokens.push(new NameToken(draft, bytes, start))
    start += draft.text.length
  }
  return { tokens, bytes }
}
