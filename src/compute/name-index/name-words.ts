import { consonantsOf, soundOf } from '../name-match/sound.ts'
import {
  missingOf,
  WEIGHTS,
  FREQUENT_NAME,
  type NameKind,
  type NameToken,
  type NameReading,
  type PreparedName,
  type Role,
} from '../name-match/tokens.ts'
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
  /** What meeting it is worth in the exact comparison, 1 to 20; 19 for a short word that is worth 20 and missed as little as a first name. */
  readonly weight: number
}

/** In so many names and worth so little that no name is looked up for having one. */
const MINOR: ReadonlySet<Role> = new Set(['particle', 'title', 'form', 'filler'])
export const FULL_WEIGHT = 20
const SHORT_WEIGHT = 19
const inFull = (weight: number): number => Math.max(1, Math.round(weight * FULL_WEIGHT))

/** What a word costs that meets nothing, by its weight: where another word stands in its place, and where none does. */
export interface WordCosts {
  readonly against: Float64Array
  readonly missing: Float64Array
}

/** Two roles of the same weight: a letter of a person's name, a common word of any other. */
const NOT_IN: Readonly<Record<NameKind, Role>> = { person: 'common', organisation: 'initial', other: 'initial' }

/** @returns those of the exact comparison, times what a full word weighs */
export const costsOf = (kind: NameKind): WordCosts => COSTS[kind]

function costs(kind: NameKind): WordCosts {
  const made = { against: new Float64Array(3 * FULL_WEIGHT), missing: new Float64Array(3 * FULL_WEIGHT) }
  const enter = (weight: number, against: number, missing: number): void => {
    made.against[weight] = against * FULL_WEIGHT
    made.missing[weight] = against * missing * FULL_WEIGHT
  }
  for (const [role, [weight, against]] of Object.entries(WEIGHTS) as [Role, readonly [number, number]][])
    if (role !== NOT_IN[kind] && !MINOR.has(role)) enter(inFull(weight), against, missingOf(role, false))
  enter(inFull(FREQUENT_NAME), 1, missingOf('part', true))
  enter(SHORT_WEIGHT, 1, missingOf('part', true))
  return made
}

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
    weight: role === 'part' && weight === 1 && text.length < 4 ? SHORT_WEIGHT : inFull(weight),
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

const COSTS: Readonly<Record<NameKind, WordCosts>> = { person: costs('person'), organisation: costs('organisation'), other: costs('other') }
