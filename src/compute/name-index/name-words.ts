import { consonantsOf, soundOf } from '../name-match/sound.ts'
import type { NameToken, PreparedName, Role } from '../name-match/tokens.ts'
import { LONGEST } from './word-distance.ts'

/** A word by which a name is found. */
export interface NameWord {
  /** Lower-case Latin letters and digits. */
  readonly word: string
  /** The same for words that sound the same; one byte a letter. */
  readonly sound: string
  readonly consonants: string
  /** Whether its script writes no vowels, or only syllables, so that consonants are all there is to compare. */
  readonly unvowelled: boolean
  /** What meeting it is worth in the exact comparison, 1 to 20. */
  readonly weight: number
}

/** In so many names and worth so little that no name is looked up for having one. */
const MINOR: ReadonlySet<Role> = new Set(['particle', 'title', 'form', 'filler'])
export const FULL_WEIGHT = 20

/** The words of a name that tell it from others; all of them where none does. */
export function wordsOf({ tokens }: PreparedName): NameWord[] {
  const telling = tokens.filter(({ role }) => !MINOR.has(role))
  return (telling.length > 0 ? telling : tokens).map(wordOf)
}

const decoder = new TextDecoder('latin1')

function wordOf({ text, sound, consonants, role, script, value, weight }: NameToken): NameWord {
  // "44" and "forty four" are one word.
  const word = role === 'number' && value >= 0 ? String(value) : text.slice(0, LONGEST)
  return {
    word,
    sound: word === text ? decoder.decode(sound.bytes.subarray(sound.start, sound.end)).slice(0, LONGEST) : soundOf(word),
    consonants: consonants[1],
    unvowelled: script === 'consonants' || script === 'syllables',
    weight: Math.max(1, Math.round(weight * FULL_WEIGHT)),
  }
}

/** Two words that stand side by side, as one. */
export function joinedWord(a: NameWord, b: NameWord): NameWord {
  const word = (a.word + b.word).slice(0, LONGEST)
  const sound = soundOf(word)
  return { word, sound, consonants: consonantsOf(sound, true), unvowelled: a.unvowelled || b.unvowelled, weight: a.weight + b.weight }
}
