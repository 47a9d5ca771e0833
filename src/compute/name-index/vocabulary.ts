import { FRONT, LEAST, slips as bears, UNHEARD, UNHEARD_MOST, UNHEARD_SLIPS } from '../name-match/nearness.ts'
import { powerFor, TAG } from './buckets.ts'
import { type Arrays, NUMBER } from './layout.ts'
import type { NameWord } from './name-words.ts'
import { DistanceFrom, LONGEST } from './word-distance.ts'
import { consonantKey, kinKeys, MOST_KEYS, slipKeys, wordKey } from './word-keys.ts'

/** Listed words that one query word may stand for, the likeliest first. */
export interface Alike {
  readonly words: Uint32Array
  /** About what the exact comparison finds them worth, 0 to 1, beside each. */
  readonly likeness: Float32Array
  /** The word that is its first letter alone; −1 where the list has none. Too many names have one to be looked up for it. */
  readonly initial: number
}

/** About what the exact comparison finds these worth; they only decide who is compared. */
const SAME_NAME = 0.97
const SHORT_FORM = 0.9
const SAME_CONSONANTS = 0.85

/** More words than this are like a short query word only because everything is; the likeliest are kept. */
const MOST_ALIKE = 400
/** Query words remembered with what they may stand for: few words make up most names. */
const REMEMBERED = 4096

/** One word of the list as it stands. */
export const exactly = (word: number): Alike => ({ words: Uint32Array.of(word), likeness: Float32Array.of(1), initial: -1 })

/** A word or sound as the index keeps it: Latin letters and digits, one byte each. */
export function bytesOf(word: string): Uint8Array {
  const bytes = new Uint8Array(Math.min(LONGEST, word.length))
  for (let i = 0; i < bytes.length; i++) bytes[i] = word.charCodeAt(i)
  return bytes
}

/** The words of all names of an index, and which of them are like a given one. */
export class Vocabulary {
  readonly #arrays: Arrays
  readonly #written = new DistanceFrom()
  readonly #heard = new DistanceFrom()
  readonly #keys = new Uint32Array(MOST_KEYS)
  readonly #remembered = new Map<string, Alike>()
  /** By word: the number of the look-up that has met it last. Made when it is first asked for: opening must cost nothing. */
  #met: Uint32Array | undefined
  #lookups = 0

  constructor(arrays: Arrays) {
    this.#arrays = arrays
  }

  /** Number of the word, −1 where no name has it. */
  find(word: Uint8Array, from = 0, to = word.length): number {
    const { wordPlaces, letters, letterAt } = this.#arrays
    const mask = wordPlaces.length - 1
    for (let place = wordKey(word, from, to) & mask; ; place = (place + 1) & mask) {
      const found = wordPlaces[place]! - 1
      if (found < 0) return -1
      const shift = letterAt[found]! - from
      if (letterAt[found + 1]! - shift !== to) continue
      let at = from
      while (at < to && letters[at + shift] === word[at]) at++
      if (at === to) return found
    }
  }

  /** Numbers [first, last) of the words that begin with this letter: words are in alphabetical order. */
  beginning(letter: number): readonly [number, number] {
    return [this.#firstFrom(letter), this.#firstFrom(letter + 1)]
  }

  #firstFrom(letter: number): number {
    const { letters, letterAt } = this.#arrays
    let [low, high] = [0, letterAt.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (letters[letterAt[middle]!]! < letter) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Names that have the word. */
  spread(word: number): number {
    const { postingAt } = this.#arrays
    return postingAt[word + 1]! - postingAt[word]!
  }

  alike(word: NameWord): Alike {
    // The same letters may come from a script with vowels and from one without.
    const key = word.unvowelled ? `${word.word}*` : word.word
    let alike = this.#remembered.get(key)
    if (alike === undefined) {
      if (this.#remembered.size >= REMEMBERED) this.#remembered.clear()
      this.#remembered.set(key, (alike = this.#look(word)))
    }
    return alike
  }

  /** Words of the list within so many slips of this one, heard or not. */
  slipped(word: NameWord, most: number): Alike {
    const { letters, letterAt } = this.#arrays
    const { words, likeness } = this.alike(word)
    this.#written.set(bytesOf(word.word))
    const kept = Array.from(words.keys()).filter((i) => this.#written.to(letters, letterAt[words[i]!]!, letterAt[words[i]! + 1]!) <= most)
    return { words: Uint32Array.from(kept, (i) => words[i]!), likeness: Float32Array.from(kept, (i) => likeness[i]!), initial: -1 }
  }

  #look({ word, sound, consonants, stem, unvowelled }: NameWord): Alike {
    const { letterAt, kin, kinAt } = this.#arrays
    const met = (this.#met ??= new Uint32Array(letterAt.length))
    const lookup = ++this.#lookups
    const found: number[] = []
    const likeness: number[] = []
    const meet = (other: number, like: number): void => {
      if (met[other] === lookup || like <= 0) return
      met[other] = lookup
      found.push(other)
      likeness.push(like)
    }
    const reach = (key: number, like: number): void => {
      if (key === -1) return
      const bucket = key & (kinAt.length - 2)
      for (let i = kinAt[bucket]!; i < kinAt[bucket + 1]!; i++) if (((kin[i]! ^ key) & TAG) === 0) meet(kin[i]! & NUMBER, like)
    }
    const exact = this.find(bytesOf(word))
    if (exact >= 0) meet(exact, 1)
    const { same, short } = kinKeys(word, stem)
    for (const key of same) reach(key, SAME_NAME)
    this.#reachSlips(bytesOf(word), bytesOf(sound), meet)
    for (const key of short) reach(key, SHORT_FORM)
    reach(consonantKey(consonants, unvowelled ? 'any' : 'unvowelled'), SAME_CONSONANTS)
    const order = Array.from(found.keys()).sort((a, b) => likeness[b]! - likeness[a]! || found[a]! - found[b]!)
    order.length = Math.min(order.length, MOST_ALIKE)
    return {
      words: Uint32Array.from(order, (i) => found[i]!),
      likeness: Float32Array.from(order, (i) => likeness[i]!),
      initial: word.length > 1 ? this.find(bytesOf(word[0]!)) : -1,
    }
  }

  #reachSlips(word: Uint8Array, sound: Uint8Array, meet: (word: number, like: number) => void): void {
    const { letters, letterAt, sounds, soundAt, slips, slipAt } = this.#arrays
    const met = this.#met!
    const lookup = this.#lookups
    this.#written.set(word)
    this.#heard.set(sound)
    const keys = slipKeys(word, sound, this.#keys)
    for (let k = 0; k < keys; k++) {
      const key = this.#keys[k]!
      const bucket = key & (slipAt.length - 2)
      for (let i = slipAt[bucket]!; i < slipAt[bucket + 1]!; i++) {
        if (((slips[i]! ^ key) & TAG) !== 0) continue
        const other = slips[i]! & NUMBER
        if (met[other] === lookup) continue
        const start = letterAt[other]!
        const end = letterAt[other + 1]!
        const longer = Math.max(word.length, end - start)
        const most = bears(longer)
        if (Math.abs(end - start - word.length) > most + UNHEARD_SLIPS) continue
        const written = this.#written.to(letters, start, end)
        if (written > most + UNHEARD_SLIPS) continue
        const heard = this.#heard.to(sounds, soundAt[other]!, soundAt[other + 1]!)
        const unheard = Math.max(0, written - heard) * UNHEARD
        const cost = heard === 0 ? Math.min(UNHEARD_MOST, unheard) : Math.min(written, heard + unheard)
        if (cost > most) continue
        const front = letters[start] === word[0] || sounds[soundAt[other]!] === sound[0] ? 0 : FRONT
        const both = word.length + end - start
        const like = 1 - (2 * cost) / both
        if (like >= LEAST) meet(other, Math.max(LEAST, like - (2 * front) / both))
      }
    }
  }
}

/** Places for so many words that a third of them stays empty. */
export function wordPlacesFor(arrays: Pick<Arrays, 'letters' | 'letterAt'>): Uint32Array {
  const count = arrays.letterAt.length - 1
  const places = new Uint32Array(powerFor(count * 1.5))
  const mask = places.length - 1
  for (let word = 0; word < count; word++) {
    let place = wordKey(arrays.letters, arrays.letterAt[word]!, arrays.letterAt[word + 1]!) & mask
    while (places[place] !== 0) place = (place + 1) & mask
    places[place] = word + 1
  }
  return places
}
