import { PairSet } from './pair-set.ts'
import { VALUES } from './sketch.ts'

/** A bucket of more documents than this is no coincidence of a few; who comes later is compared with some of it only. */
const CROWD = 32
/** Of a crowded bucket: those who came last. The first is compared as well, so the group stays one. */
const NEAREST = 8
/** Standard errors by which a sketch may fall short of the line and still be looked at closely: one true pair in 700 is lost. */
const DOUBT = 3

export interface Sketches {
  readonly count: number
  /** Band keys, `stride` apart: key of document d in band b is at b × stride + d. */
  readonly keys: Int32Array
  readonly stride: number
  readonly bands: number
  /** 128 bytes a document, from its sketch. */
  readonly bytes: Uint8Array
  /** Shingles of each document. */
  readonly sizes: Int32Array
}

export interface Candidates {
  /** a × count + b of documents a > b that share a band and whose sketches are alike, in ascending order. */
  readonly pairs: Float64Array
  /** Documents that were not compared with all of a bucket. */
  readonly crowded: number
}

/**
 * Documents that fall into one bucket in some band, and whose sketches do not speak against `least`. Linear in the documents:
 * in each band a document is compared with 32 others at most. Yields the number of bands done.
 */
export function* candidatesOf(sketches: Sketches, least: number): Generator<number, Candidates> {
  const buckets = new Buckets(sketches, least)
  for (let band = 0; band < sketches.bands; band++) {
    buckets.sort(band)
    yield band + 1
  }
  return { pairs: buckets.pairs.sorted(), crowded: buckets.crowded.reduce((sum, is) => sum + is, 0) }
}

/** The buckets of one band after the other, in the same memory. */
class Buckets {
  readonly pairs: PairSet
  /** 1 for a document that was not compared with all of a bucket. */
  readonly crowded: Uint8Array
  readonly #sketches: Sketches
  /** Equal bytes from which a pair is worth an exact comparison. */
  readonly #enough: number
  /** By place in the table: the last document of a bucket plus one, 0 where there is none; and its first document. */
  readonly #head: Int32Array
  readonly #first: Int32Array
  /** By document: the one before it in its bucket, plus one; and how many are before it. */
  readonly #before: Int32Array
  readonly #rank: Int32Array
  /** By document: others before it that it was found alike with, one of them in several bands counted as often. */
  readonly #met: Int32Array
  readonly #bytes: Int32Array

  constructor(sketches: Sketches, least: number) {
    const { count } = sketches
    this.#sketches = sketches
    this.#enough = Math.ceil(VALUES * (least - DOUBT * Math.sqrt((least * (1 - least)) / VALUES)))
    this.pairs = new PairSet(Math.max(1, count))
    this.crowded = new Uint8Array(count)
    const places = 2 ** Math.ceil(Math.log2(Math.max(2, count) * 1.5))
    this.#head = new Int32Array(places)
    this.#first = new Int32Array(places)
    this.#before = new Int32Array(count)
    this.#rank = new Int32Array(count)
    this.#met = new Int32Array(count)
    this.#bytes = new Int32Array(sketches.bytes.buffer, sketches.bytes.byteOffset, (count * VALUES) / 4)
  }

  sort(band: number): void {
    const { count, keys, stride } = this.#sketches
    const [head, first, before, rank] = [this.#head, this.#first, this.#before, this.#rank]
    const mask = head.length - 1
    const from = band * stride
    head.fill(0)
    for (let d = 0; d < count; d++) {
      const key = keys[from + d] as number
      let place = (key >>> 7) & mask
      let last = head[place] as number
      while (last !== 0 && keys[from + last - 1] !== key) {
        place = (place + 1) & mask
        last = head[place] as number
      }
      head[place] = d + 1
      before[d] = last
      if (last === 0) {
        first[place] = d
        rank[d] = 0
      } else {
        rank[d] = (rank[last - 1] as number) + 1
        this.#join(d, last, first[place] as number)
      }
    }
  }

  #join(d: number, last: number, first: number): void {
    const crowd = (this.#rank[d] as number) > CROWD
    if (crowd) {
      this.crowded[d] = 1
      this.#meet(d, first)
      // Copies crowd together in one band after the other: who has met enough of them learns nothing from more.
      if ((this.#met[d] as number) > CROWD) return
    }
    let other = last
    for (let left = crowd ? NEAREST : CROWD; other !== 0 && left > 0; left--) {
      this.#meet(d, other - 1)
      other = this.#before[other - 1] as number
    }
  }

  #meet(a: number, b: number): void {
    const { sizes } = this.#sketches
    // A short text has too few shingles for its sketch to say much.
    const short = (sizes[a] as number) < VALUES || (sizes[b] as number) < VALUES
    if (!short && equalBytes(this.#bytes, a * (VALUES / 4), b * (VALUES / 4)) < this.#enough) return
    this.pairs.add(a, b)
    this.#met[a] = (this.#met[a] as number) + 1
  }
}

/** How many of 128 bytes are equal, four at a time: the high bit of each byte that is zero in the difference, then their number. */
function equalBytes(bytes: Int32Array, a: number, b: number): number {
  let equal = 0
  for (let k = 0; k < VALUES / 4; k++) {
    const x = (bytes[a + k] as number) ^ (bytes[b + k] as number)
    const zero = ~(((x & 0x7f7f7f7f) + 0x7f7f7f7f) | x | 0x7f7f7f7f)
    equal += Math.imul(zero >>> 7, 0x01010101) >>> 24
  }
  return equal
}
