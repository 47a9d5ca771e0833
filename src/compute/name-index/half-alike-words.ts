import { likenessOf } from '../name-match/half-alike.ts'
import { type Arrays, NUMBER } from './layout.ts'
import type { NameWord, WordCosts } from './name-words.ts'
import { bytesOf } from './vocabulary.ts'
import { DistanceFrom } from './word-distance.ts'

/** Of which name, and what of it and of the query met nothing. */
interface Unmet {
  /** Where its words begin. */
  readonly start: number
  /** Bit of each of them that met nothing. */
  readonly unmet: number
  /** Bit of each word of the query that met something. */
  readonly covered: number
  /** Whether less of the query is left than of the name. */
  readonly fewer: boolean
}

/** Words of a query that meet nothing in a name, against those of the name: see `half-alike.ts` of the exact comparison. */
export class HalfAlike {
  readonly #words: readonly NameWord[]
  readonly #costs: WordCosts
  /** By word, made when it is first asked for. */
  readonly #distances: (DistanceFrom | undefined)[] = []

  constructor(words: readonly NameWord[], costs: WordCosts) {
    this.#words = words
    this.#costs = costs
  }

  /** Of the side of which less is left: what contradicts, times how alike the nearest word of the other side is. */
  between(arrays: Arrays, { start, unmet, covered, fewer }: Unmet): number {
    const { against } = this.#costs
    let sum = 0
    if (fewer) {
      for (const [w, { weight }] of this.#words.entries()) {
        if ((covered >> w) & 1) continue
        let best = 0
        for (let t = 0; unmet >> t !== 0 && t < 31; t++) if ((unmet >> t) & 1) best = Math.max(best, this.#alike(w, arrays, start + t))
        sum += best * against[weight]!
      }
      return sum
    }
    for (let t = 0; unmet >> t !== 0 && t < 31; t++) {
      if (((unmet >> t) & 1) === 0) continue
      let best = 0
      for (let w = 0; w < this.#words.length; w++) if (((covered >> w) & 1) === 0) best = Math.max(best, this.#alike(w, arrays, start + t))
      sum += best * against[arrays.tokens[start + t]! >>> 24]!
    }
    return sum
  }

  #alike(w: number, { tokens, letters, letterAt }: Arrays, token: number): number {
    const { word } = this.#words[w]!
    const listed = tokens[token]! & NUMBER
    const [start, end] = [letterAt[listed]!, letterAt[listed + 1]!]
    if (tokens[token]! >>> 24 === 0 || !isSpelled(word.length, word.charCodeAt(0)) || !isSpelled(end - start, letters[start]!)) return 0
    let distance = this.#distances[w]
    if (distance === undefined) {
      this.#distances[w] = distance = new DistanceFrom()
      distance.set(bytesOf(word))
    }
    return likenessOf(distance.to(letters, start, end), word.length + end - start)
  }
}

const NINE = 57
/** No letter of a name and no number. */
const isSpelled = (length: number, first: number): boolean => length > 2 && first > NINE
