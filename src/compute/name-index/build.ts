import { prepareName } from '../name-match/tokens.ts'
import { bucketsOf, powerFor } from './buckets.ts'
import { Grown, GrownBytes } from './grown.ts'
import { type Arrays, MOST, NUMBER, packed } from './layout.ts'
import { type IndexedName, markOf } from './name.ts'
import { allWordsOf, type NameWord } from './name-words.ts'
import { bytesOf, wordPlacesFor } from './vocabulary.ts'
import { consonantKey, kinKeys, MOST_KEYS, slipKeys } from './word-keys.ts'

/**
 * The bytes of an index of these names, numbered in the order in which they come.
 *
 * @throws RangeError where there are more names, words or text than an index can number
 */
export function packNames(names: Iterable<IndexedName>): Uint8Array {
  const words = new Words()
  const [texts, marks] = [new GrownBytes(), new GrownBytes()]
  const [textAt, party, tokens, tokenAt] = [new Grown(), new Grown(), new Grown(), new Grown()]
  for (const name of names) {
    if (party.length === MOST) throw new RangeError(`name index: it holds ${MOST} names at most; split the list`)
    textAt.push(texts.length)
    texts.write(name.text)
    if (texts.length > 0xffff_ffff) throw new RangeError('name index: the names together have more than 4 GiB; split the list')
    party.push(name.party)
    marks.write(String.fromCharCode(markOf(name)))
    tokenAt.push(tokens.length)
    for (const word of allWordsOf(prepareName(name.text, name.kind))) tokens.push(words.numberOf(word) | (word.weight << 24))
  }
  textAt.push(texts.length)
  tokenAt.push(tokens.length)
  const spoken = { tokens: tokens.values, tokenAt: tokenAt.values }
  const sorted = words.inOrder()
  for (let t = 0; t < spoken.tokens.length; t++)
    spoken.tokens[t] = (spoken.tokens[t]! & ~NUMBER) | sorted.renumbered[spoken.tokens[t]! & NUMBER]!
  const letters = spellings(sorted.words.map(({ word }) => word))
  const sounds = spellings(sorted.words.map(({ sound }) => sound))
  const written = { letters: letters.bytes, letterAt: letters.at }
  return packed({
    texts: texts.bytes,
    textAt: textAt.values,
    party: party.values,
    marks: marks.bytes,
    ...spoken,
    ...postingsOf(spoken, sorted.words.length),
    ...written,
    sounds: sounds.bytes,
    soundAt: sounds.at,
    wordPlaces: wordPlacesFor(written),
    ...keysOf(sorted.words),
  })
}

/** The words of all names, numbered as they come and sorted at the end. */
class Words {
  readonly #numbers = new Map<string, number>()
  readonly #words: NameWord[] = []

  numberOf(word: NameWord): number {
    const known = this.#numbers.get(word.word)
    if (known !== undefined) {
      if (word.unvowelled && !this.#words[known]!.unvowelled) this.#words[known] = word
      return known
    }
    if (this.#words.length === MOST) throw new RangeError(`name index: it holds ${MOST} different words at most; split the list`)
    this.#numbers.set(word.word, this.#words.length)
    return this.#words.push(word) - 1
  }

  /** In alphabetical order, and the new number of each old one. */
  inOrder(): { readonly words: readonly NameWord[]; readonly renumbered: Uint32Array } {
    const words = this.#words.toSorted((a, b) => (a.word < b.word ? -1 : 1))
    const renumbered = new Uint32Array(words.length)
    for (const [i, { word }] of words.entries()) renumbered[this.#numbers.get(word)!] = i
    return { words, renumbered }
  }
}

function spellings(words: readonly string[]): { readonly bytes: Uint8Array; readonly at: Uint32Array } {
  const bytes = new GrownBytes()
  const at = new Uint32Array(words.length + 1)
  for (const [i, word] of words.entries()) {
    bytes.write(word)
    at[i + 1] = bytes.length
  }
  return { bytes: bytes.bytes, at }
}

/** Per word the names that have it, each once, the lightest first, so that those of a range of weights stand together. */
function postingsOf({ tokens, tokenAt }: Pick<Arrays, 'tokens' | 'tokenAt'>, words: number): Pick<Arrays, 'postings' | 'postingAt'> {
  const names = tokenAt.length - 1
  const weights = Uint8Array.from({ length: names }, (_, name) => weightOf(tokens, tokenAt[name]!, tokenAt[name + 1]!))
  const byWeight = bucketsOf((add) => weights.forEach((weight, name) => add(name, weight)), 256).items
  const last = new Uint32Array(words)
  const each = (add: (name: number, word: number) => void): void => {
    last.fill(0)
    for (const name of byWeight) {
      for (let t = tokenAt[name]!; t < tokenAt[name + 1]!; t++) {
        const word = tokens[t]! & NUMBER
        if (last[word] === name + 1) continue
        last[word] = name + 1
        add(name, word)
      }
    }
  }
  const postingAt = new Uint32Array(words + 1)
  each((_, word) => postingAt[word + 1]!++)
  for (let w = 0; w < words; w++) postingAt[w + 1]! += postingAt[w]!
  const postings = new Uint32Array(postingAt[words]!)
  const next = postingAt.slice()
  each((name, word) => {
    postings[next[word]!++] = name | (weights[name]! << 24)
  })
  return { postings, postingAt }
}

/** Weight of a whole name; 255 stands for any above. */
function weightOf(tokens: Uint32Array, start: number, end: number): number {
  let sum = 0
  for (let t = start; t < end && sum < 255; t++) sum += tokens[t]! >>> 24
  return Math.min(255, sum)
}

function keysOf(words: readonly NameWord[]): Pick<Arrays, 'slips' | 'slipAt' | 'kin' | 'kinAt'> {
  const keys = new Uint32Array(MOST_KEYS)
  const bySlips = bucketsOf(
    (add) => {
      for (const [number, { word, sound }] of words.entries()) {
        const count = slipKeys(bytesOf(word), bytesOf(sound), keys)
        for (let k = 0; k < count; k++) add(number, keys[k]!)
      }
    },
    powerFor(words.length * 8),
  )
  const byKin = bucketsOf((add) => {
    for (const [number, { word, consonants, stem, unvowelled }] of words.entries()) {
      const { same, short } = kinKeys(word, stem)
      for (const key of same) add(number, key)
      for (const key of short) add(number, key)
      for (const key of [consonantKey(consonants, 'any'), ...(unvowelled ? [consonantKey(consonants, 'unvowelled')] : [])])
        if (key !== -1) add(number, key)
    }
  }, powerFor(words.length))
  return { slips: bySlips.items, slipAt: bySlips.at, kin: byKin.items, kinAt: byKin.at }
}
