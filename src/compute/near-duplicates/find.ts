import { candidatesOf } from './buckets.ts'
import { boilerplateIn, type Boilerplate } from './boilerplate.ts'
import { compareAll, type Alike } from './compare.ts'
import { Counted } from './counted.ts'
import { groupsOf } from './groups.ts'
import { Shingler } from './shingler.ts'
import { sketchTexts } from './sketch-texts.ts'
import type { Texts } from './texts.ts'

/** Lookups up to which every pair is compared and no candidates are guessed: about half a second. */
const EVERY_PAIR = 1e8

export interface Progress {
  readonly step: 'read' | 'sorted' | 'compared'
  readonly done: number
  readonly of: number
}

/** Pairs of texts, a < b, most alike first. Of equal texts only the first takes part. */
export interface Pairs {
  readonly count: number
  readonly a: Int32Array
  readonly b: Int32Array
  /** |A ∩ B| ÷ |A ∪ B| of the shingles that count, 0 to 1. */
  readonly jaccard: Float64Array
}

export interface Found {
  readonly pairs: Pairs
  /** For each text the first that is equal to it but for case, accents, spacing and punctuation; itself for most; −1 for one without words. */
  readonly firstEqual: Int32Array
  /** Texts that pairs or equality connect, two at least in each; largest group first. */
  readonly groups: readonly Int32Array[]
  readonly common: Boilerplate
  /** Texts that were compared: without copies, and without those that have no words. */
  readonly different: number
  /** Every pair was compared. Otherwise candidates came from sketches, and a few pairs near the line may be missing. */
  readonly everyPair: boolean
  /** Texts that are like more others than they were compared with. */
  readonly crowded: number
}

/**
 * All pairs of texts whose Jaccard similarity over shingles of three words is at least `least`, 0.2 to 1, by exact
 * comparison. Similarity is of 32-bit hashes: two different shingles are taken for one with probability 2⁻³².
 *
 * Small collections are compared everybody with everybody; in larger ones those who share a MinHash band (A. Broder, "On the
 * resemblance and containment of documents", 1997). Time grows with the bytes, whatever the texts are: copies are compared
 * once, what very many share is not counted, and of a crowd each is compared with a few. Yields progress; whoever drives it
 * may stop between two steps.
 */
export function* nearDuplicates(texts: Texts, least: number): Generator<Progress, Found> {
  const shingler = new Shingler()
  const common = boilerplateIn(texts, shingler)
  const counted = new Counted(texts, shingler, common)
  const { sketches, documents, firstEqual, shingles } = yield* told('read', texts.count, sketchTexts(counted, texts.count, least))
  const { count } = sketches
  const everyPair = (count - 1) * shingles <= EVERY_PAIR
  const candidates = everyPair ? undefined : yield* told('sorted', sketches.bands, candidatesOf(sketches, least))
  const of = candidates?.pairs.length ?? (count * (count - 1)) / 2
  const alike = yield* told('compared', of, compareAll(counted, { texts: documents, count }, candidates?.pairs, least))
  const pairs = sorted(alike)
  return {
    pairs,
    firstEqual,
    groups: groupsOf(firstEqual, pairs.a, pairs.b),
    common,
    different: count,
    everyPair,
    crowded: candidates?.crowded ?? 0,
  }
}

function* told<T>(step: Progress['step'], of: number, work: Generator<number, T>): Generator<Progress, T> {
  for (;;) {
    const next = work.next()
    if (next.done === true) return next.value
    yield { step, done: next.value, of }
  }
}

function sorted({ a, b, jaccard }: Alike): Pairs {
  const order = Uint32Array.from(a.keys()).sort(
    (x, y) => (jaccard[y] as number) - (jaccard[x] as number) || (a[x] as number) - (a[y] as number) || (b[x] as number) - (b[y] as number),
  )
  return {
    count: order.length,
    a: Int32Array.from(order, (k) => a[k] as number),
    b: Int32Array.from(order, (k) => b[k] as number),
    jaccard: Float64Array.from(order, (k) => jaccard[k] as number),
  }
}
