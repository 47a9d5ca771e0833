import { formAt } from '../name-match/company-forms.ts'
import { isFiller, PARTICLES, TITLES } from '../name-match/words.ts'
import { joinedWord, type NameWord, plainWord } from './name-words.ts'
import { type Alike, bytesOf, exactly, type Vocabulary } from './vocabulary.ts'
import { LONGEST } from './word-distance.ts'

/** Something a listed name may contain: a word of the query in some spelling, two of them in one, or a part of one. */
export interface Slot {
  readonly weight: number
  /** What all is met where it is, of its words' weight: of a word that was two, both parts in a list where each is a whole word. */
  readonly reach: number
  /** Bit of each word of the query that it stands for. */
  readonly covers: number
  /** Number of the split that it is a part of, 0 for none: one part without the other is another word. */
  readonly split: number
  readonly alike: Alike
  /** Names that have one of its words, those with several counted as often. */
  readonly spread: number
}

const MOST_SLOTS = 31
/** Both parts of a word that was two must have so many letters; more where one of them is not a word of the list as it stands. */
const SHORTEST_PART = 2
const SHORTEST_NEAR = 4
/** Shorter parts are words of the list by accident, and looking up what they are like would cost more than all the rest. */
const SHORTEST_RESPELLED = 5
const MOST_SPLITS = 3

/** What the list may hold of a query of these words, the rarest first. */
export function slotsOf(words: readonly NameWord[], vocabulary: Vocabulary): readonly Slot[] {
  return [...singles(words, vocabulary), ...joined(words, vocabulary), ...split(words, vocabulary)]
    .slice(0, MOST_SLOTS)
    .sort((a, b) => a.spread - b.spread)
}

function* singles(words: readonly NameWord[], vocabulary: Vocabulary): Generator<Slot> {
  for (const [i, word] of words.entries())
    yield slotOf(vocabulary, vocabulary.alike(word), {
      weight: word.weight,
      reach: word.weight,
      covers: 1 << i,
      split: 0,
    })
}

/** Two words that stand side by side may be one in the list; with a slip, where they are not both words of it by themselves. */
function* joined(words: readonly NameWord[], vocabulary: Vocabulary): Generator<Slot> {
  for (let i = 0; i + 1 < words.length; i++) {
    const [a, b] = [words[i]!, words[i + 1]!]
    const weight = a.weight + b.weight
    const whole = vocabulary.find(bytesOf(a.word + b.word))
    const alike =
      whole >= 0
        ? exactly(whole)
        : isListed(vocabulary, a) && isListed(vocabulary, b)
          ? undefined
          : vocabulary.slipped(joinedWord(a, b), bears(a.word.length + b.word.length))
    if (alike !== undefined && alike.words.length > 0) yield slotOf(vocabulary, alike, { weight, reach: weight, covers: 3 << i, split: 0 })
  }
}

/** Slips that a word of so many letters bears that was written as two, as in the exact comparison. */
const bears = (letters: number): number => (letters < 6 ? 0 : letters < 10 ? 1 : 2)

/** One word may be two in the list. */
function* split(words: readonly NameWord[], vocabulary: Vocabulary): Generator<Slot> {
  let count = 0
  for (const [i, word] of words.entries()) {
    for (const parts of splits(vocabulary, word)) yield* slotsOfParts(vocabulary, parts, { word, covers: 1 << i, split: ++count })
    // What is run together with a name like "Abdallah" is cut at the wrong place ("Abd al" and the rest).
    const next = words[i + 1]
    if (next === undefined || !word.word.startsWith('abd') || isListed(vocabulary, next)) continue
    const both = joinedWord(word, next)
    for (const parts of splits(vocabulary, both)) yield* slotsOfParts(vocabulary, parts, { word: both, covers: 3 << i, split: ++count })
  }
}

/** A part of a word. */
interface Part {
  readonly text: string
  /** Number in the list; −1 where it has none. */
  readonly listed: number
  /** No name is looked up for it: "al", "Colonel", "Ltd". */
  readonly minor: boolean
}

/**
 * Wherever both parts are words of the list, and for a word that it does not have, where one part is and the other nearly. Of the splits
 * the most even are the likeliest.
 */
function splits(vocabulary: Vocabulary, { word, ...rest }: NameWord): (readonly [Part, Part])[] {
  const letters = bytesOf(word)
  const near = isListed(vocabulary, { word, ...rest }) ? letters.length : SHORTEST_NEAR
  const found: { readonly parts: readonly [Part, Part]; readonly uneven: number }[] = []
  const partOf = (from: number, to: number): Part => {
    const text = word.slice(from, to)
    return { text, listed: vocabulary.find(letters, from, to), minor: isMinor(text) }
  }
  for (let at = SHORTEST_PART; at <= letters.length - SHORTEST_PART; at++) {
    const shorter = Math.min(at, letters.length - at)
    const left = partOf(0, at)
    if (left.listed < 0 && !left.minor && shorter < near) continue
    const right = partOf(at, letters.length)
    if (left.minor && right.minor) continue
    const known = Number(left.listed >= 0 || left.minor) + Number(right.listed >= 0 || right.minor)
    if (known === 2 || (known === 1 && shorter >= near))
      found.push({ parts: [left, right], uneven: letters.length - 2 * shorter + (known === 2 ? 0 : LONGEST) })
  }
  return found
    .sort((a, b) => a.uneven - b.uneven)
    .slice(0, MOST_SPLITS)
    .map(({ parts }) => parts)
}

const isMinor = (word: string): boolean => TITLES.has(word) || PARTICLES.has(word) || isFiller(word) || formAt([word], 0) !== undefined

/**
 * Both parts; one alone where no name is looked up for the other, or the other is two words of a list itself ("AnnaLenaHolmqvist"). Of a
 * word that the list does not have, the parts are taken with their other spellings: it has been run together, and the list may write
 * either part otherwise.
 */
function* slotsOfParts(
  vocabulary: Vocabulary,
  parts: readonly [Part, Part],
  { word, covers, split }: { readonly word: NameWord; readonly covers: number; readonly split: number },
): Generator<Slot> {
  const asWritten = parts.some(({ text }) => text.length < SHORTEST_RESPELLED) || isListed(vocabulary, word)
  const telling = parts.flatMap(({ text, listed, minor }) =>
    minor ? [] : [listed >= 0 && asWritten ? exactly(listed) : vocabulary.alike(plainWord(text))],
  )
  const found = telling.filter(({ words }) => words.length > 0)
  for (const alike of found)
    yield found.length === 1
      ? slotOf(vocabulary, alike, { weight: word.weight / telling.length, reach: 2 * word.weight, covers, split: 0 })
      : slotOf(vocabulary, alike, { weight: word.weight / 2, reach: 2 * word.weight, covers, split })
}

const isListed = (vocabulary: Vocabulary, word: NameWord): boolean => vocabulary.alike(word).likeness[0] === 1

function slotOf(vocabulary: Vocabulary, alike: Alike, part: Omit<Slot, 'alike' | 'spread'>): Slot {
  let spread = 0
  for (const word of alike.words) spread += vocabulary.spread(word)
  return { ...part, alike, spread }
}
