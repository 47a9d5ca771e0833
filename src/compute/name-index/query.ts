import { CONFLICT, EACH_FEWER, FEW_LETTERS, ONE_PART, PART } from '../name-match/compare.ts'
import { SOFTENED } from '../name-match/half-alike.ts'
import type { NameKind, NameReading } from '../name-match/tokens.ts'
import { powerFor } from './buckets.ts'
import { HalfAlike } from './half-alike-words.ts'
import { type Arrays, NUMBER } from './layout.ts'
import { costsOf, FULL_WEIGHT, type NameWord, type WordCosts, wordsOf } from './name-words.ts'
import { type Slot, slotsOf } from './slots.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A bit each. The comparison reads no more words of a name either. */
const MOST_WORDS = 24

/** As in the exact comparison. */
const PART_WEIGHT = PART * FULL_WEIGHT
const MUCH_LEFT = 0.5 * FULL_WEIGHT
const INITIAL = 0.9
/** Marks what is met by its first letter; anything better is taken first. */
const BY_INITIAL = 0.01
/** What a missing word costs of its weight at least, and one that is contradicted by a word as near as one can be without meeting it. */
const LEAST_MISSING = 0.29
const LEAST_CONFLICT = CONFLICT * (1 - SOFTENED * 0.7)

/** What words of the query cost where others stand in their place, and where none do. */
interface Cost {
  against: number
  missing: number
  letters: number
}

/** What is asked of a name. */
export interface Wanting {
  /** What is not nearer than this need not be known better. */
  readonly line: number
  /** Whether words that do not meet and are half alike are told from words that have nothing in common. */
  readonly softly: boolean
}

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
  readonly #costs: WordCosts
  readonly #slotCosts: readonly Cost[]
  readonly #all: Cost
  readonly #halfAlike: HalfAlike
  /** By split the bits of its two slots. */
  readonly #splits = new Map<number, number>()
  /** Bits of the slots that are parts of words, and of those that the last name has. */
  #halves = 0
  #parts = 0
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
    this.#costs = costsOf(kind)
    this.slots = slotsOf(this.words, vocabulary)
    this.#slotCosts = this.slots.map(({ covers, split }) => this.#costOf(covers, split > 0 ? 2 : 1))
    this.#all = this.#costOf(-1, 1)
    this.#halfAlike = new HalfAlike(this.words, this.#costs)
    const places = powerFor(2 * this.slots.reduce((sum, { alike }) => sum + alike.words.length + 1, 1))
    this.#keys = new Uint32Array(places)
    this.#first = new Uint16Array(places)
    this.#shift = 32 - Math.log2(places)
    for (const [slot, { alike, covers, split }] of this.slots.entries()) {
      for (const [i, word] of alike.words.entries()) this.#enter(word, slot, alike.likeness[i]!)
      if (split > 0) {
        this.#splits.set(split, (this.#splits.get(split) ?? 0) | (1 << slot))
        this.#halves |= 1 << slot
      }
      if (alike.initial >= 0) this.#enter(alike.initial, slot, BY_INITIAL)
      const only = this.words.find(({ word }, w) => covers === 1 << w && word.length === 1)
      if (only === undefined) continue
      const [first, last] = vocabulary.beginning(only.word.charCodeAt(0))
      this.#initials.push({ slot, first, last })
    }
  }

  /** Of the words whose bits are set, divided among so many slots. */
  #costOf(covers: number, slots: number): Cost {
    const cost = { against: 0, missing: 0, letters: 0 }
    for (const [w, { weight, word }] of this.words.entries()) {
      if (((covers >> w) & 1) === 0) continue
      cost.against += this.#costs.against[weight]! / slots
      cost.missing += this.#costs.missing[weight]! / slots
      cost.letters += word.length / slots
    }
    return cost
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
  nearness(arrays: Arrays, name: number, wanting: Wanting): number {
    const near = this.#nearness(arrays, name, wanting, 0)
    if (this.#parts === 0) return near
    // Of a word that was two the name has one part or both; one without the other is another word.
    let best = near
    for (const [split, both] of this.#splits)
      if ((this.#parts & both) === both) best = Math.max(best, this.#nearness(arrays, name, wanting, split))
    return best
  }

  /** The same where one word of the query is read as two, or none (0). Leaves behind which parts of words the name has. */
  #nearness(arrays: Arrays, name: number, { line, softly }: Wanting, split: number): number {
    const { tokens, tokenAt } = arrays
    const { against, missing } = this.#costs
    const [start, end] = [tokenAt[name]!, tokenAt[name + 1]!]
    this.#parts = 0
    let [used, covered, unmet] = [0, 0, 0]
    let [met, gained, parts, letters] = [0, 0, 0, 0]
    let [leftHere, moreHere, leftThere, moreThere] = [this.#all.against, this.#all.missing, 0, 0]
    for (let t = start; t < end; t++) {
      const word = tokens[t]! & NUMBER
      let theirs = tokens[t]! >>> 24
      let best = -1
      let likeness = 0
      for (let entry = this.#first[this.#placeOf(word)]!; entry !== 0; entry = this.#next[entry - 1]!) {
        const slot = this.#slot[entry - 1]!
        if ((used & (1 << slot)) !== 0 || this.#likeness[entry - 1]! <= likeness) continue
        if ((this.#halves & (1 << slot)) !== 0) {
          this.#parts |= 1 << slot
          if (this.slots[slot]!.split !== split) continue
        }
        best = slot
        likeness = this.#likeness[entry - 1]!
      }
      if (best < 0) best = this.#initialOf(word, used)
      if (best < 0) {
        leftThere += against[theirs]!
        moreThere += missing[theirs]!
        unmet |= 1 << (t - start)
        continue
      }
      used |= 1 << best
      const slot = this.slots[best]!
      const cost = this.#slotCosts[best]!
      if (theirs === 0) {
        // A word of another reading weighs nothing, and stands for one of the first that does.
        theirs = slot.weight
        leftThere -= cost.against
        moreThere -= cost.missing
      }
      const initial = likeness === 0 || likeness === BY_INITIAL
      const both = initial ? Math.min(slot.weight, theirs) : (slot.weight + theirs) / 2
      met += both
      gained += both * (initial ? INITIAL : likeness)
      covered |= slot.covers
      leftHere -= cost.against
      moreHere -= cost.missing
      letters += initial ? 1 : cost.letters
      if (both >= PART_WEIGHT) parts++
    }
    if (met === 0) return 0
    leftHere = Math.max(0, leftHere)
    leftThere = Math.max(0, leftThere)
    const conflict = Math.min(leftHere, leftThere)
    const surplus = leftHere > leftThere ? moreHere * (1 - conflict / leftHere) : leftThere > 0 ? moreThere * (1 - conflict / leftThere) : 0
    const share = letters < FEW_LETTERS ? 1 + (FEW_LETTERS - letters) * EACH_FEWER : 1
    const worth = this.#person && parts < 2 && leftHere + leftThere > MUCH_LEFT ? gained * ONE_PART : gained
    const whole = met + Math.max(0, surplus) * share
    const near = worth / (whole + CONFLICT * conflict)
    if (conflict === 0 || !softly || worth / (whole + LEAST_CONFLICT * conflict) <= line) return near
    const softened = this.#halfAlike.between(arrays, { start, unmet, covered, fewer: leftHere <= leftThere })
    return softened === 0 ? near : worth / (whole + CONFLICT * (conflict - SOFTENED * Math.min(conflict, softened)))
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
  weightsWithin(reach: number, { line, softly }: Wanting): { readonly least: number; readonly most: number } {
    if (line <= 0) return { least: 0, most: 255 }
    const conflict = softly ? LEAST_CONFLICT : CONFLICT
    const left = Math.max(0, this.weight - reach)
    // What may be lost beside what is met: met / (met + lost) ≥ line.
    const bearable = (reach * (1 - line)) / line
    const slack = bearable - LEAST_MISSING * left
    if (slack < 0) return { least: 1, most: 0 }
    const most =
      conflict * left <= bearable ? reach + left + (bearable - conflict * left) / LEAST_MISSING : reach + slack / (conflict - LEAST_MISSING)
    return {
      least: Math.min(255, (LEAST_MISSING * this.weight * line) / (1 - line + LEAST_MISSING * line)),
      most: most >= 255 ? 255 : most,
    }
  }
}
