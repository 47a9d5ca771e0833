import anyAscii from 'any-ascii'
import { arabicWord } from './arabic.ts'
import { type HanLanguage, hanReading, hangulReading } from './east-asian.ts'

/**
 * How far the Latin letters of a word can be trusted.
 *   latin       written so
 *   letters     the script writes its vowels
 *   consonants  short vowels are not written: consonants are compared
 *   syllables   Hangul, kana, foreign names in Han: what is heard is compared, l and r are one
 *   characters  a name in Han: the reading is exact, another reading is another name
 */
export type Script = 'latin' | 'letters' | 'consonants' | 'syllables' | 'characters'

/** One word in Latin letters, lower case, a–z and 0–9 only. */
export interface LatinWord {
  readonly text: string
  readonly script: Script
}

export interface Reading {
  /** Whether the run may be a whole East Asian name, family name first. */
  readonly whole: boolean
  /** Whether the name holds a middle dot, as foreign names do. */
  readonly foreign: boolean
  readonly han: HanLanguage
}

/**
 * A run of letters without separators as Latin words: usually one, more where the script joins them (Arabic article, family name and
 * given name in Han and Hangul). Letters without a Latin form give none.
 * @returns undefined where Han characters cannot be read in the language asked for
 */
export function latinWords(run: string, { whole, foreign, han }: Reading): LatinWord[] | undefined {
  const words: LatinWord[] = []
  for (const piece of run.match(PIECES) ?? []) {
    const first = piece.codePointAt(0)!
    if (first < 0x370) push(words, lettersOf(piece), 'latin')
    else if (first < 0x400) push(words, lettersOf(greek(piece.toLowerCase())), 'letters')
    else if (first < 0x530) push(words, lettersOf(cyrillic(piece.toLowerCase())), 'letters')
    else if (isArabic(first)) for (const word of arabicWord(piece)) push(words, word, 'consonants')
    else if (isHan(first)) {
      const read = hanReading(piece, whole, han)
      if (read === undefined) return undefined
      for (const word of read) push(words, word, foreign ? 'syllables' : 'characters')
    } else if (first >= 0xac00 && first <= 0xd7a3) for (const word of hangulReading(piece, whole)) push(words, word, 'syllables')
    else if (first >= 0x3040 && first <= 0x30ff) push(words, lettersOf(anyAscii(piece)), 'syllables')
    else if (writesConsonants(first)) push(words, lettersOf(hebrew(piece)), 'consonants')
    else push(words, lettersOf(anyAscii(piece)), 'letters')
  }
  return words
}

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Runs of one script: Greek, Cyrillic, Arabic, Han, Hangul, kana, and all others together. */
const PIECES =
  /[\p{Script=Greek}\u0301]+|[\p{Script=Cyrillic}\u0301]+|\p{Script=Arabic}+|\p{Script=Han}+|\p{Script=Hangul}+|[\p{Script=Katakana}\p{Script=Hiragana}ー]+|[^\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}ー]+/gu

function push(words: LatinWord[], text: string, script: Script): void {
  if (text !== '') words.push({ text, script })
}

const isArabic = (code: number): boolean => (code >= 0x600 && code <= 0x6ff) || (code >= 0x750 && code <= 0x77f)
const isHan = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || (code >= 0x20000 && code <= 0x3ffff) || code === 0x3005
/** Hebrew, and the scripts of South-East Asia, whose Latin form in any-ascii leaves inherent vowels out. */
const writesConsonants = (code: number): boolean =>
  (code >= 0x590 && code <= 0x5ff) ||
  (code >= 0xe00 && code <= 0xeff) ||
  (code >= 0x1000 && code <= 0x109f) ||
  (code >= 0x1780 && code <= 0x17ff)

/** Latin letters with marks, whatever is left of other scripts, lower-cased; everything that is no letter or digit goes. */
export function lettersOf(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
}

/** Russian, Ukrainian, Belarusian, Serbian and Macedonian letters as English texts write them; the rest is left to any-ascii. */
const CYRILLIC = new Map(
  Object.entries({
    а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', ђ: 'dj', ѓ: 'g', е: 'e', ё: 'yo', є: 'ye', ж: 'zh', з: 'z', ѕ: 'dz',
    и: 'i', і: 'i', ї: 'i', й: 'y', ј: 'j', к: 'k', ќ: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p',
    р: 'r', с: 's', т: 't', ћ: 'ch', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', џ: 'dz', ш: 'sh', щ: 'shch',
    ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', '\u0301': '',
  }),
) // prettier-ignore

function cyrillic(word: string): string {
  let text = ''
  for (const letter of word) text += CYRILLIC.get(letter) ?? letter
  return text.replace(/(?<=[iy])y$/, '')
}

/** Greek writes b, d and g of foreign names with two letters. */
const greek = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/μπ/g, 'b')
    .replace(/^ντ/, 'd')
    .replace(/ντ/g, 'nd')
    .replace(/γκ/g, 'g')
    .replace(/ου/g, 'u')
    .replace(/τζ/g, 'j')
    .replace(/χ/g, 'kh')
    .replace(/(?<=[αε])υ(?=[βγδζλμνραεηιουω])/g, 'v')

/** Pe is p or f, vav v, o or u: the consonants are compared in classes that join these. */
const hebrew = (word: string): string => word.replace(/ש/g, 'sh').replace(/[צץ]/g, 'ts').replace(/[פף]/g, 'p').replace(/ב/g, 'b')
