import { mix } from './shingler.ts'

/** Values in a sketch. */
export const VALUES = 128
const RANK_BITS = 25
const RANK = 2 ** RANK_BITS - 1
const EMPTY = RANK + 1

/** Rows of values that make one band key; how many bands there are. */
export interface Bands {
  readonly rows: number
  readonly count: number
}

/**
 * Bands for pairs of at least this similarity. Two texts of similarity J share one of b bands of r rows with probability
 * 1 − (1 − Jʳ)ᵇ if the bands are independent (J. Leskovec, A. Rajaraman, J. Ullman, Mining of Massive Datasets, chapter 3).
 * The values are used in more than one arrangement, which costs no more hashing and finds most of what one alone would miss.
 */
export function bandsFor(least: number): Bands {
  if (least >= 0.5) return { rows: 4, count: 48 }
  return least >= 0.4 ? { rows: 3, count: 64 } : { rows: 2, count: 64 }
}

/**
 * One-permutation MinHash (P. Li, A. Owen, C. Zhang, NIPS 2012): a shingle's hash says by its first 7 bits which of 128 bins
 * it falls into and by the other 25 its rank there; the smallest rank of a bin is a value. A bin that stayed empty takes the
 * value of another, found by a probing order that is the same for all texts (A. Shrivastava, "Optimal densification for fast
 * and accurate minwise hashing", ICML 2017), so the share of equal values estimates the Jaccard similarity without bias.
 */
export class Sketcher {
  readonly values = new Int32Array(VALUES)
  readonly #own = new Int32Array(VALUES)
  readonly #bands: Bands
  /** Which values make up each band, `rows` after `rows`. */
  readonly #order: Uint8Array

  constructor(bands: Bands) {
    this.#bands = bands
    this.#order = arrangements(bands)
  }

  /** Sketches the first `count` of these hashes; repeats change nothing. At least one is needed. */
  sketch(hashes: Int32Array, count: number): void {
    const values = this.values.fill(EMPTY)
    for (let k = 0; k < count; k++) {
      const h = hashes[k] as number
      const bin = h >>> RANK_BITS
      const old = values[bin] as number
      const less = (h & RANK) - old
      // The smaller of the two; a branch would be foreseen wrongly every other time.
      values[bin] = old + (less & (less >> 31))
    }
    const own = this.#own
    own.set(values)
    for (let bin = 0; bin < VALUES; bin++) {
      let from = bin
      for (let probe = 1; own[from] === EMPTY; probe++) from = mix(Math.imul(probe, 0x9e3779b1) ^ bin) >>> RANK_BITS
      values[bin] = own[from] as number
    }
  }

  /** Band keys of the sketch just made, written to every `stride`-th place from `at`. */
  keys(out: Int32Array, at: number, stride: number): void {
    const { rows, count } = this.#bands
    const [values, order] = [this.values, this.#order]
    let place = at
    for (let band = 0, k = 0; band < count; band++) {
      let h = band
      for (let row = 0; row < rows; row++) h = Math.imul(h ^ (values[order[k++] as number] as number), 0x9e3779b1) ^ (h >>> 15)
      out[place] = mix(h)
      place += stride
    }
  }

  /** The lowest byte of each value (P. Li, A. König, "b-bit minwise hashing", 2010): enough to tell unlike texts apart. */
  bytes(out: Uint8Array, at: number): void {
    const values = this.values
    for (let k = 0; k < VALUES; k++) out[at + k] = values[k] as number
  }
}

/** Bands over the values in turn; when all are used, over the same values in another order. */
function arrangements({ rows, count }: Bands): Uint8Array {
  const order = new Uint8Array(rows * count)
  const once = Math.floor(VALUES / rows)
  for (let band = 0; band < count; band++)
    for (let row = 0; row < rows; row++) {
      const place = (band % once) * rows + row
      // Odd factors permute the numbers below 128.
      order[band * rows + row] = Math.imul(place, band < once ? 1 : 37) % VALUES
    }
  return order
}
