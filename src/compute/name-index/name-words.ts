import { consonantsOf, soundOf } from '../name-match/sound.ts'
import type { NameToken, NameReading, PreparedName, Role } from '../name-match/tokens.ts'
import { LONGEST } from './word-distance.ts'

/** A word by which a name is found. */
export interface NameWord {
  /** Lower-case Latin letters and digits. */
  readonly word: string
  /** The same for words that sound the same; one byte a letter. */
  readonly sound: string
  readonly consonants: string
  /** Of a family name with the ending of a man or a woman; '' for any other word. */
  readonly stem: string
  /** Whether its script writes no vowels, or only syllables, so that consonants are all there is to compare. */
  readonly unvowelled: boolean
  /** What meeting it is worth in the exact comparison, 1 to 20. */
  readonly weight: number
}

/** In so many names and worth so little that no name is looked up for having one. */
const MINOR: ReadonlySet<Role> = new Set(['particle', 'title', 'form', 'filler'])
export const FULL_WEIGHT = 20

/** The words of a name that tell it from others; all of them where none does. */
export function wordsOf({ tokens }: NameReading): NameWord[] {
  const telling = tokens.filter(({ role }) => !MINOR.has(role))
  return (telling.length > 0 ? telling : tokens).map(wordOf)
}

/**
 * The words of a listed name, however it is read and written: those of other readings than the first, and "Abd al-Rahman" as one word,
 * weigh nothing, they only lead to it.
 */
export function allWordsOf(prepared: PreparedName): NameWord[] {
  const words = wordsOf(prepared)
  const others = prepared.readings.flatMap(wordsOf)
  for (const [at, { text, role }] of prepared.tokens.entries()) {
    const next = prepared.tokens[at + 1]
    if (role === 'abd' && next !== undefined) others.push(plainWord(text + next.text))
  }
  return [...words, ...others.map((word) => ({ ...word, weight: 0 }))]
}

const decoder = new TextDecoder('latin1')

function wordOf({ text, sound, consonants, stem, role, script, value, weight }: NameToken): NameWord {
  // "44" and "forty four" are one word.
  const word = role === 'number' && value >= 0 ? String(value) : text.slice(0, LONGEST)
  return {
    word,
    sound: word === text ? decoder.decode(sound.bytes.subarray(sound.start, sound.end)).slice(0, LONGEST) : soundOf(word),
    consonants: consonants[1],
    stem,
    unvowelled: script === 'consonants' || script === 'syllables',
    weight: Math.max(1, Math.round(weight * FULL_WEIGHT)),
  }
}

/** Two words that stand side by side, as one. */
export const joinedWord = (a: NameWord, b: NameWord): NameWord => ({
  ...plainWord(a.word + b.word),
  unvowelled: a.unvowelled || b.unvowelled,
  weight: a.weight + b.weight,
})

/** A word by itself, of Latin letters. */
export function plainWord(text: string): NameWord {
  const word = text.slice(0, LONGEST)
  const sound = soundOf(word)
  return { word, sound, consonants: consonantsOf(sound, true), stem: '', unvowelled: false, weight: FULL_WEIGHT }
}
