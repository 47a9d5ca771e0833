import { sharedRuns } from '../shingles.ts'
import type { Boilerplate } from './boilerplate.ts'
import { Shingler, WORDS } from './shingler.ts'
import { endedBytes, type Texts } from './texts.ts'
import { wordsAt } from './words-at.ts'

/** Equal words in a row from which it is a passage: runs of seven are rarely equal by chance. */
const PASSAGE = 7
/** Words of each text in which passages are looked for; a book needs no more to be recognised. */
const MOST_WORDS = 50_000

/** A run of words that stands in both texts, quoted as the first has it. */
export interface Passage {
  readonly text: string
  readonly words: number
}

/** What two texts share word for word, longest first, without what is common to very many. In short texts shorter runs count. */
export function sharedPassages(first: string, second: string, common: Boilerplate, most: number): readonly Passage[] {
  const mine = wordsAt(first, MOST_WORDS)
  const theirs = wordsAt(second, MOST_WORDS)
  const least = Math.max(1, Math.min(PASSAGE, mine.words.length, theirs.words.length))
  const passages = sharedRuns(mine.words, theirs.words, least)
    .map((run) => ({
      text: first.slice(mine.from[run.mine], mine.to[run.mine + run.length - 1]),
      words: run.length,
    }))
    .sort((x, y) => y.words - x.words)
    .slice(0, most * 4)
  const own = passages.filter(({ text }) => !isCommon(text, common))
  // Of many that are alike as a whole everything is common; then that is what they share.
  return (own.length > 0 ? own : passages).slice(0, most)
}

function isCommon(text: string, common: Boilerplate): boolean {
  if (common.shingles.count === 0) return false
  const hashes = hashesOf(text)
  return hashes.length > 0 && hashes.every((hash) => common.shingles.find(hash) >= 0)
}

function hashesOf(text: string): Int32Array {
  const shingler = new Shingler()
  const bytes = endedBytes(text)
  shingler.read(bytes, 0, bytes.length - 1)
  return shingler.hashes.slice(0, shingler.count)
}

/** Words that very many documents have in a row and that were not counted. */
export interface BoilerplateRun extends Passage {
  /** Different documents that have all of them, whether or not they were left out of account in each. */
  readonly documents: number
}

/** Names what was common and not counted, from the first texts that have it; those with most words first. */
export function boilerplateRuns(texts: Texts, common: Boilerplate, most: number): readonly BoilerplateRun[] {
  // What only stands in texts that were compared as a whole was counted.
  const named = Uint8Array.from(common.cutFrom.subarray(0, common.shingles.count), (documents) => +(documents === 0))
  const shingler = new Shingler()
  const runs: BoilerplateRun[] = []
  let left = named.reduce((sum, is) => sum + 1 - is, 0)
  for (let i = 0; i < texts.count && left > 0; i++) {
    shingler.read(texts.memory(i), texts.from(i), texts.to(i))
    const numbers = Array.from(shingler.hashes.subarray(0, shingler.count), (hash) => common.shingles.find(hash))
    if (!numbers.some((number) => number >= 0 && named[number] === 0)) continue
    const text = texts.text(i)
    const { words, from, to } = wordsAt(text)
    for (let k = 0; k < numbers.length; k++) {
      let end = k
      let documents = Number.POSITIVE_INFINITY
      let fresh = 0
      for (let number = numbers[end] as number; end < numbers.length && number >= 0; number = numbers[++end] as number) {
        documents = Math.min(documents, common.holders[number] as number)
        fresh += 1 - (named[number] as number)
        named[number] = 1
      }
      if (fresh > 0) {
        const last = Math.min(words.length, end - 1 + WORDS) - 1
        runs.push({ text: text.slice(from[k], to[last]), words: last - k + 1, documents })
        left -= fresh
      }
      k = end
    }
  }
  return runs.sort((x, y) => y.words - x.words || y.documents - x.documents).slice(0, most)
}
