import { NUMBER, type Arrays } from './layout.ts'
import { isWeak, kindOf, MARKS } from './name.ts'
import type { Query, Wanting } from './query.ts'
import type { Slot } from './slots.ts'
import type { NameKind } from '../name-match/tokens.ts'

/** Nearer names come first; of equally near ones strong before weak, then the first in the list. */
export interface Candidate {
  readonly name: number
  readonly nearness: number
}

/** What a weak name must be nearer by to come before a strong one: less than any real difference. */
const WEAKNESS = 1e-6

/**
 * Once a name is so near, it is the one that is meant, or nobody is: words that are only half alike are no longer looked at, which few of
 * its neighbours owe their place to (judgement). Where nothing further away is asked for they always are: few names come near enough to be looked at.
 */
const FOUND = 0.75
const NEAR_ALONE = 0.5

/** The nearest names met so far, at most so many. */
class Nearest {
  readonly #most: number
  readonly #floor: number
  readonly #found: Candidate[] = []

  constructor(most: number, floor: number) {
    this.#most = most
    this.#floor = floor
  }

  /** A name must be nearer than this to be kept. */
  get line(): number {
    return this.#found.length < this.#most ? this.#floor : this.#found[this.#most - 1]!.nearness
  }

  /** What a name must be nearer than, and whether words that are half alike count for it. */
  get wanted(): Wanting {
    return { line: this.line, softly: this.#floor > NEAR_ALONE || (this.#found[0]?.nearness ?? 0) < FOUND }
  }

  offer(candidate: Candidate): void {
    const found = this.#found
    if (candidate.nearness <= this.line) return
    let place = found.length < this.#most ? found.length : this.#most - 1
    for (; place > 0; place--) {
      const before = found[place - 1]!
      if (before.nearness > candidate.nearness || (before.nearness === candidate.nearness && before.name < candidate.name)) break
      found[place] = before
    }
    found[place] = candidate
  }

  get all(): readonly Candidate[] {
    return this.#found
  }
}

export interface Wanted {
  /** Only names of these kinds. */
  readonly kinds: readonly NameKind[]
  readonly most: number
  /** Nothing less near is worth an exact comparison. */
  readonly floor: number
}

/**
 * The names that may be meant, nearest first. The rarest words are looked up first; of the names that have a word, only those are read
 * that could still come in if nothing but it and the words that are left is met (H. Turtle, J. Flood, "Query evaluation: strategies
 * and optimizations", 1995, known as MaxScore): the names of a word stand in the order of their weight, so these are a stretch of them.
 *
 * @param met one byte a name, all zero before and after
 */
export function candidatesOf(query: Query, arrays: Arrays, met: Uint8Array, wanted: Wanted): readonly Candidate[] {
  const nearest = new Nearest(wanted.most, wanted.floor)
  const touched: number[] = []
  const { postings, postingAt, marks } = arrays
  const isWanted = MARKS.map((mark) => wanted.kinds.includes(kindOf(mark)))
  for (const [i, slot] of query.slots.entries()) {
    const left = leftAfter(query, i)
    for (const [k, word] of slot.alike.words.entries()) {
      // Query weight that a name met here for the first time can still have matched.
      const reach = slot.alike.likeness[k]! * slot.reach + left
      let wanting = nearest.wanted
      let { least, most } = query.weightsWithin(reach, wanting)
      if (most < least) continue
      for (let p = firstFrom(arrays, word, Math.ceil(least)); p < postingAt[word + 1]!; p++) {
        if (postings[p]! >>> 24 > most) break
        const name = postings[p]! & NUMBER
        if (met[name] !== 0) continue
        met[name] = 1
        touched.push(name)
        const mark = marks[name]!
        if (!isWanted[mark]!) continue
        nearest.offer({ name, nearness: query.nearness(arrays, name, wanting) - (isWeak(mark) ? WEAKNESS : 0) })
        if (nearest.line === wanting.line) continue
        wanting = nearest.wanted
        ;({ least, most } = query.weightsWithin(reach, wanting))
      }
    }
  }
  for (const name of touched) met[name] = 0
  return nearest.all
}

/** Place of the first name of the word that weighs at least so much. */
function firstFrom({ postings, postingAt }: Arrays, word: number, weight: number): number {
  let [low, high] = [postingAt[word]!, postingAt[word + 1]!]
  while (low < high) {
    const middle = (low + high) >> 1
    if (postings[middle]! >>> 24 < weight) low = middle + 1
    else high = middle
  }
  return low
}

/** Weight of the query's words that only later slots than the i-th stand for. */
function leftAfter({ slots, words }: Query, i: number): number {
  const later = slots.slice(i + 1).reduce((all: number, { covers }: Slot) => all | covers, 0) & ~slots[i]!.covers
  return words.reduce((sum, { weight }, w) => sum + ((later >> w) & 1 ? weight : 0), 0)
}
