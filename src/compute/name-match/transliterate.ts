import { ascii } from '../ascii.ts'
import { arabicWord } from './arabic.ts'
import { type HanLanguage, hanReading, hangulReading } from './east-asian.ts'

/**
 * How far the Latin letters of a word can be trusted.
 *   latin       written so
 *   letters     the script writes its vowels
 *   consonants  short vowels are not written: consonants are compared
 *   syllables   kana, foreign names in Han and Hangul: what is heard is compared, l and r are one
 *   korean      other words in Hangul: what is heard is compared
 *   characters  a name in Han: the reading is exact, another reading is another name
 */
export type Script = 'latin' | 'letters' | 'consonants' | 'syllables' | 'korean' | 'characters'

/** Of these a single letter is a whole word. */
export const isEastAsian = (script: Script): boolean => script === 'syllables' || script === 'korean' || script === 'characters'

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
    } else if (first >= 0xac00 && first <= 0xd7a3)
      for (const word of hangulReading(piece, whole)) push(words, word, piece.length > KOREAN_LONGEST ? 'syllables' : 'korean')
    else if (first >= 0x3040 && first <= 0x30ff) push(words, lettersOf(piece), 'syllables')
    else if (writesConsonants(first)) push(words, lettersOf(hebrew(piece)), 'consonants')
    else push(words, lettersOf(piece), 'letters')
  }
  return words
}

/** Most names are ASCII: the pattern, which is slow to make, is only for the others. */
export const hasHan = (text: string): boolean => !/^[ -~]*$/.test(text) && /\p{Script=Han}/u.test(text)

/** A Korean name has four syllables at most; a longer word is a foreign name. */
const KOREAN_LONGEST = 4

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
function lettersOf(text: string): string {
  return ascii(text)
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

/** Vav inside a word and he at its end are vowels more often than not; pe is read as p, at the end as f. */
const hebrew = (word: string): string =>
  HEBREW_NAMES.get(word) ??
  word
    .replace(/(?<=.)וו/gu, 'v')
    .replace(/(?<=.)ו/gu, 'u')
    .replace(/ה$/u, 'a')
    .replace(/ש/g, 'sh')
    .replace(/[צץ]/g, 'ts')
    .replace(/פ/g, 'p')
    .replace(/ף/g, 'f')

/** First names whose letters say too little. */
const HEBREW_NAMES = new Map(
  'דוד david|משה moshe|יוסף yosef|יעקב yaakov|אברהם avraham|יצחק yitzhak|שרה sara|רחל rachel|בנימין binyamin|שלמה shlomo|חיים chaim|אליהו eliyahu|שמואל shmuel|מרים miriam|רבקה rivka|לאה leah|דניאל daniel|מיכאל michael|חנה hana|אהוד ehud|גד gad'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)
