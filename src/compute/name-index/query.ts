import type { NameKind, NameReading } from '../name-match/tokens.ts'
import { powerFor } from './buckets.ts'
import { type Arrays, NUMBER } from './layout.ts'
import { FULL_WEIGHT, joinedWord, type NameWord, plainWord, wordsOf } from './name-words.ts'
import { type Alike, bytesOf, exactly, type Vocabulary } from './vocabulary.ts'
import { LONGEST } from './word-distance.ts'

/** Something a listed name may contain: a word of the query in some spelling, two of them in one, or a part of one. */
export interface Slot {
  readonly weight: number
  /** What all is met where it is, of its words' weight: of a word that was two, both parts in a list where each is a whole word. */
  readonly reach: number
  /** Bit of each word of the query that it stands for. */
  readonly covers: number
  readonly alike: Alike
  /** Names that have one of its words, those with several counted as often. */
  readonly spread: number
}

/** A bit each. The comparison reads no more words of a name either. */
const MOST_WORDS = 24
const MOST_SLOTS = 31
/** Both parts of a word that was two must have so many letters; more where one of them is not a word of the list as it stands. */
const SHORTEST_PART = 2
const SHORTEST_NEAR = 4
const MOST_SPLITS = 3

/** As in the exact comparison: what contradicting and what missing words cost, and a person of whom one part alone is met. */
const CONFLICT = 1.3
const SURPLUS: Readonly<Record<NameKind, number>> = { person: 0.22, organisation: 0.3, other: 0.3 }
const PART = 0.55 * FULL_WEIGHT
const MUCH_LEFT = 0.5 * FULL_WEIGHT
const ONE_PART = 0.85
const INITIAL = 0.9
/** Marks what is met by its first letter; anything better is taken first. */
const BY_INITIAL = 0.01

/**
 * A query taken apart for meeting many names: per word of the vocabulary, what it is worth. A table of some hundred words with open
 * addressing, small enough for the fastest cache, since it is asked for every word of every candidate.
 */
export class Query {
  readonly words: readonly NameWord[]
  /** What the list may hold of it, the rarest first. */
  readonly slots: readonly Slot[]
  readonly weight: number
  readonly #person: boolean
  readonly #surplus: number
  readonly #initials: { readonly slot: number; readonly first: number; readonly last: number }[] = []
  /** By place: word number plus one, and its first entry plus one; entries are chained. */
  readonly #keys: Uint32Array
  readonly #first: Uint16Array
  readonly #shift: number
  readonly #next: number[] = []
  readonly #slot: number[] = []
  readonly #likeness: number[] = []

  constructor(reading: NameReading, kind: NameKind, vocabulary: Vocabulary) {
    this.words = wordsOf(reading).slice(0, MOST_WORDS)
    this.weight = this.words.reduce((sum, { weight }) => sum + weight, 0)
    this.#person = kind === 'person'
    this.#surplus = SURPLUS[kind]
    this.slots = [...this.#singles(vocabulary), ...this.#joined(vocabulary), ...this.#split(vocabulary)]
      .slice(0, MOST_SLOTS)
      .sort((a, b) => a.spread - b.spread)
    const places = powerFor(2 * this.slots.reduce((sum, { alike }) => sum + alike.words.length + 1, 1))
    this.#keys = new Uint32Array(places)
    this.#first = new Uint16Array(places)
    this.#shift = 32 - Math.log2(places)
    for (const [slot, { alike, covers }] of this.slots.entries()) {
      for (const [i, word] of alike.words.entries()) this.#enter(word, slot, alike.likeness[i]!)
      if (alike.initial >= 0) this.#enter(alike.initial, slot, BY_INITIAL)
      const only = this.words.find(({ word }, w) => covers === 1 << w && word.length === 1)
      if (only === undefined) continue
      const [first, last] = vocabulary.beginning(only.word.charCodeAt(0))
      this.#initials.push({ slot, first, last })
    }
  }

  *#singles(vocabulary: Vocabulary): Generator<Slot> {
    for (const [i, word] of this.words.entries())
      yield slotOf(vocabulary, vocabulary.alike(word), { weight: word.weight, reach: word.weight, covers: 1 << i })
  }

  /** Two words that stand side by side may be one in the list; with a slip, where they are not both words of it by themselves. */
  *#joined(vocabulary: Vocabulary): Generator<Slot> {
    for (let i = 0; i + 1 < this.words.length; i++) {
      const [a, b] = [this.words[i]!, this.words[i + 1]!]
      const weight = a.weight + b.weight
      const joined = vocabulary.find(bytesOf(a.word + b.word))
      const alike =
        joined >= 0 ? exactly(joined) : isListed(vocabulary, a) && isListed(vocabulary, b) ? undefined : vocabulary.alike(joinedWord(a, b))
      if (alike !== undefined && alike.words.length > 0) yield slotOf(vocabulary, alike, { weight, reach: weight, covers: 3 << i })
    }
  }

  /** One word may be two in the list. */
  *#split(vocabulary: Vocabulary): Generator<Slot> {
    for (const [i, word] of this.words.entries()) {
      yield* this.#parts(vocabulary, word, 1 << i)
      // What is run together with a name like "Abdallah" is cut at the wrong place ("Abd al" and the rest).
      const next = this.words[i + 1]
      if (next !== undefined && word.word.startsWith('abd') && !isListed(vocabulary, next))
        yield* this.#parts(vocabulary, joinedWord(word, next), 3 << i)
    }
  }

  /**
   * Wherever both parts are words of the list, and for a word that it does not have, where one part is and the other nearly. Of the splits
   * the most even are the likeliest.
   */
  *#parts(vocabulary: Vocabulary, word: NameWord, covers: number): Generator<Slot> {
    const letters = bytesOf(word.word)
    const near = isListed(vocabulary, word) ? letters.length : SHORTEST_NEAR
    const splits: { readonly at: number; readonly left: number; readonly right: number; readonly uneven: number }[] = []
    for (let at = SHORTEST_PART; at <= letters.length - SHORTEST_PART; at++) {
      const left = vocabulary.find(letters, 0, at)
      const shorter = Math.min(at, letters.length - at)
      if (left < 0 && shorter < near) continue
      const right = vocabulary.find(letters, at)
      const both = left >= 0 && right >= 0
      if (both || ((left >= 0 || right >= 0) && shorter >= near))
        splits.push({ at, left, right, uneven: letters.length - 2 * shorter + (both ? 0 : LONGEST) })
    }
    splits.sort((a, b) => a.uneven - b.uneven)
    for (const { at, left, right } of splits.slice(0, MOST_SPLITS)) {
      const parts = [
        left >= 0 ? exactly(left) : vocabulary.alike(plainWord(word.word.slice(0, at))),
        right >= 0 ? exactly(right) : vocabulary.alike(plainWord(word.word.slice(at))),
      ]
      for (const alike of parts) yield slotOf(vocabulary, alike, { weight: word.weight / 2, reach: 2 * word.weight, covers })
    }
  }

  /** Where the word stands, or would. */
  #placeOf(word: number): number {
    const keys = this.#keys
    let place = Math.imul(word, 0x9e3779b1) >>> this.#shift
    while (keys[place] !== 0 && keys[place] !== word + 1) place = (place + 1) & (keys.length - 1)
    return place
  }

  #enter(word: number, slot: number, likeness: number): void {
    const place = this.#placeOf(word)
    this.#keys[place] = word + 1
    this.#next.push(this.#first[place]!)
    this.#slot.push(slot)
    this.#likeness.push(likeness)
    this.#first[place] = this.#slot.length
  }

  /** About what the exact comparison with a listed name gives: cheap, and near enough to say who is compared. */
  nearness({ tokens, tokenAt }: Pick<Arrays, 'tokens' | 'tokenAt'>, name: number): number {
    let used = 0
    let [met, gained, parts] = [0, 0, 0]
    let [leftHere, leftThere] = [this.weight, 0]
    for (let t = tokenAt[name]!; t < tokenAt[name + 1]!; t++) {
      const word = tokens[t]! & NUMBER
      const weight = tokens[t]! >>> 24
      let best = -1
      let likeness = 0
      for (let entry = this.#first[this.#placeOf(word)]!; entry !== 0; entry = this.#next[entry - 1]!) {
        const slot = this.#slot[entry - 1]!
        if ((used & (1 << slot)) !== 0 || this.#likeness[entry - 1]! <= likeness) continue
        best = slot
        likeness = this.#likeness[entry - 1]!
      }
      if (best < 0) best = this.#initialOf(word, used)
      if (best < 0) {
        leftThere += weight
        continue
      }
      used |= 1 << best
      const mine = this.slots[best]!.weight
      const initial = likeness === 0 || likeness === BY_INITIAL
      // A word of another reading weighs nothing, and stands for one of the first that does.
      const theirs = weight === 0 ? mine : weight
      const both = initial ? Math.min(mine, theirs) : (mine + theirs) / 2
      met += both
      gained += both * (initial ? INITIAL : likeness)
      leftHere -= mine
      if (weight === 0) leftThere -= mine
      if (both >= PART) parts++
    }
    if (met === 0) return 0
    const conflict = Math.max(0, Math.min(leftHere, leftThere))
    const surplus = Math.max(leftHere, leftThere) - conflict
    const near = gained / (met + CONFLICT * conflict + this.#surplus * surplus)
    return this.#person && parts < 2 && conflict + surplus > MUCH_LEFT ? near * ONE_PART : near
  }

  /** A letter of the query that the word begins with; −1 where there is none left. */
  #initialOf(word: number, used: number): number {
    for (const { slot, first, last } of this.#initials) if (word >= first && word < last && (used & (1 << slot)) === 0) return slot
    return -1
  }

  /**
   * How heavy a name may be that comes as near as `line` although no more than `reach` of the query's weight meets something.
   * @returns least and most weight; none where most < least
   */
  weightsWithin(reach: number, line: number): { readonly least: number; readonly most: number } {
    if (line <= 0) return { least: 0, most: 255 }
    const surplus = this.#surplus
    const left = Math.max(0, this.weight - reach)
    // What may be lost beside what is met: met / (met + lost) ≥ line.
    const bearable = (reach * (1 - line)) / line
    const slack = bearable - surplus * left
    if (slack < 0) return { least: 1, most: 0 }
    const most = CONFLICT * left <= bearable ? reach + left + (bearable - CONFLICT * left) / surplus : reach + slack / (CONFLICT - surplus)
    return { least: Math.min(255, (surplus * this.weight * line) / (1 - line + surplus * line)), most: most >= 255 ? 255 : most }
  }
}

const isListed = (vocabulary: Vocabulary, word: NameWord): boolean => vocabulary.alike(word).likeness[0] === 1

function slotOf(vocabulary: Vocabulary, alike: Alike, part: Pick<Slot, 'weight' | 'reach' | 'covers'>): Slot {
  let spread = 0
  for (const word of alike.words) spread += vocabulary.spread(word)
  return { ...part, alike, spread }
}
