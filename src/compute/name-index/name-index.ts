import { compareNames, type NameComparison, scorePrepared } from '../name-match/compare.ts'
import { type NameKind, type PreparedName, prepareName } from '../name-match/tokens.ts'
import { packNames } from './build.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { type Arrays, opened } from './layout.ts'
import { type IndexedName, isWeak, kindOf } from './name.ts'
import { FULL_WEIGHT } from './name-words.ts'
import { Query } from './query.ts'
import { Vocabulary } from './vocabulary.ts'

export interface NameSearch {
  /** Names of this kind and of unknown kind; *other*: all; absent: all, each compared as what it is. */
  readonly kind?: NameKind
  /** Hits at most, 1 or more. */
  readonly limit: number
  /** Least score of a hit, 0 to 1. */
  readonly least: number
}

/** A listed name that the query may mean. */
export class NameHit {
  /** Number of the name in the index. */
  readonly name: number
  readonly party: number
  readonly text: string
  readonly quality: IndexedName['quality']
  readonly score: number
  readonly #mine: PreparedName
  readonly #listed: PreparedName
  #comparison: NameComparison | undefined

  constructor({ name, party, weak, score, mine, listed }: Scored) {
    this.name = name
    this.party = party
    this.text = listed.written
    this.quality = weak ? 'weak' : 'strong'
    this.score = score
    this.#mine = mine
    this.#listed = listed
  }

  /** Which part met which and how; made when it is asked for. */
  get comparison(): NameComparison {
    return (this.#comparison ??= compareNames(this.#mine, this.#listed))
  }
}

/** How much the nearness by which names are proposed may differ from their score. Measured: see `bench`, recall of its own brute force. */
const DOUBT = 0.05
/**
 * Names compared exactly beyond those that are asked for: nearness and score order them a little differently. Many more for a query of
 * one word or less that tells, such as "Mullah Salim": the index does not know the others, by which equally near names differ.
 */
const MORE = 5
const MORE_BY_ONE_WORD = 64

/** Listed names remembered as taken apart, about two kilobytes each: those of frequent words come up again and again. */
const REMEMBERED = 32768

/**
 * Names to be searched, over one piece of memory that is also the file. The index only says who is compared; scores, their explanations and
 * the order come from the comparison of two names alone, so a hit can be checked without the index.
 */
export class NameIndex {
  readonly count: number
  readonly #bytes: Uint8Array
  readonly #arrays: Arrays
  readonly #vocabulary: Vocabulary
  #met: Uint8Array | undefined
  readonly #prepared = new Map<number, PreparedName>()
  readonly #decoder = new TextDecoder()

  /** @throws where the bytes are not an index that this version can read */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#arrays = opened(bytes)
    this.count = this.#arrays.party.length
    this.#vocabulary = new Vocabulary(this.#arrays)
  }

  /** The file. */
  bytes(): Uint8Array {
    return this.#bytes
  }

  /** The name as published. */
  textOf(name: number): string {
    const { texts, textAt } = this.#arrays
    return this.#decoder.decode(texts.subarray(textAt[name]!, textAt[name + 1]!))
  }

  /**
   * Best first: by score, then strong before weak, then by party, then in the order of the list. Among more equals than are compared,
   * the first in the list are.
   */
  search(query: string, { kind, limit, least }: NameSearch): NameHit[] {
    if (!(limit >= 1) || !(least >= 0 && least <= 1))
      throw new RangeError(`name index: limit ${limit} must be 1 or more, least ${least} between 0 and 1`)
    const { party, marks } = this.#arrays
    const asked = new Asked(query, kind)
    const found: Scored[] = []
    const scores: number[] = []
    for (const { name, nearness } of this.#candidates(asked, { kind, limit, floor: Math.max(0, least - DOUBT) })) {
      // Nobody further down can come among the first.
      if (scores.length === limit && nearness + DOUBT < scores[limit - 1]!) break
      const listed = this.#listed(name)
      const mine = asked.as(listed.kind)
      const score = scorePrepared(mine, listed)
      if (score < least) continue
      found.push({ name, score, weak: isWeak(marks[name]!), party: party[name]!, mine, listed })
      if (scores.length < limit || score > scores[limit - 1]!) {
        scores.push(score)
        scores.sort((a, b) => b - a)
        if (scores.length > limit) scores.pop()
      }
    }
    return found
      .sort(inOrder)
      .slice(0, limit)
      .map((scored) => new NameHit(scored))
  }

  #listed(name: number): PreparedName {
    let prepared = this.#prepared.get(name)
    if (prepared === undefined) {
      if (this.#prepared.size >= REMEMBERED) this.#prepared.clear()
      this.#prepared.set(name, (prepared = prepareName(this.textOf(name), kindOf(this.#arrays.marks[name]!))))
    }
    return prepared
  }

  #candidates(
    asked: Asked,
    { kind, limit, floor }: { readonly kind: NameKind | undefined; readonly limit: number; readonly floor: number },
  ): readonly Candidate[] {
    const met = (this.#met ??= new Uint8Array(this.count))
    const found = READINGS[kind ?? 'unknown'].flatMap(([as, kinds]) => {
      const prepared = asked.as(as)
      return [prepared, ...prepared.readings].map((reading) => {
        const query = new Query(reading, as, this.#vocabulary)
        const most = limit + (query.weight > FULL_WEIGHT || query.words.length === reading.tokens.length ? MORE : MORE_BY_ONE_WORD)
        return candidatesOf(query, this.#arrays, met, { kinds, most, floor })
      })
    })
    return found.length === 1 ? found[0]! : found.flat().sort((a, b) => b.nearness - a.nearness || a.name - b.name)
  }
}

/** How a query is read, and which names it is then compared with. */
const READINGS: Readonly<Record<NameKind | 'unknown', readonly (readonly [NameKind, readonly NameKind[]])[]>> = {
  person: [['person', ['person', 'other']]],
  organisation: [['organisation', ['organisation', 'other']]],
  other: [['other', ['person', 'organisation', 'other']]],
  unknown: [
    ['person', ['person']],
    ['organisation', ['organisation', 'other']],
  ],
}

interface Scored {
  readonly name: number
  readonly score: number
  readonly weak: boolean
  readonly party: number
  readonly mine: PreparedName
  readonly listed: PreparedName
}

const inOrder = (a: Scored, b: Scored): number =>
  b.score - a.score || Number(a.weak) - Number(b.weak) || a.party - b.party || a.name - b.name

/** The query as whatever a listed name is: an unknown name may be a person's or a company's. */
class Asked {
  readonly #text: string
  readonly #kind: NameKind | undefined
  readonly #prepared = new Map<NameKind, PreparedName>()

  constructor(text: string, kind: NameKind | undefined) {
    this.#text = text
    this.#kind = kind
  }

  as(listed: NameKind): PreparedName {
    const kind = this.#kind ?? listed
    let prepared = this.#prepared.get(kind)
    if (prepared === undefined) this.#prepared.set(kind, (prepared = prepareName(this.#text, kind)))
    return prepared
  }
}

/** @throws RangeError where there are more names than an index can number */
export const buildNameIndex = (names: Iterable<IndexedName>): NameIndex => new NameIndex(packNames(names))

/**
 * The index in these bytes, as `NameIndex.bytes` gave them. Reads the header only.
 *
 * @throws where the bytes are none, cut short, damaged in the header, or made by another version
 */
export const openNameIndex = (bytes: Uint8Array): NameIndex => new NameIndex(bytes)
