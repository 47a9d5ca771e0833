import { bandsFor, Sketcher, VALUES } from './sketch.ts'
import type { Sketches } from './buckets.ts'
import type { Counted } from './counted.ts'
import { EqualTexts } from './equal-texts.ts'

/** Texts between two words on progress. */
const STEP = 4096

export interface Sketched {
  readonly sketches: Sketches
  /** The text that each document is: the first of those that are equal. */
  readonly documents: Int32Array
  /** For each text the first that is equal to it, itself for most; −1 for one without words. */
  readonly firstEqual: Int32Array
  /** Shingles of all documents. */
  readonly shingles: number
}

/** Sketches each different text once. Yields the number of texts done. */
export function* sketchTexts(counted: Counted, texts: number, least: number): Generator<number, Sketched> {
  const bands = bandsFor(least)
  const sketcher = new Sketcher(bands)
  const equal = new EqualTexts(texts)
  const documents = new Int32Array(texts)
  const firstEqual = new Int32Array(texts).fill(-1)
  // What is never written takes no memory, so room for all does not cost what copies leave empty.
  const keys = new Int32Array(texts * bands.count)
  const bytes = new Uint8Array(texts * VALUES)
  const sizes = new Int32Array(texts)
  let [count, shingles] = [0, 0]
  for (let text = 0; text < texts; text++) {
    const { hashes, count: n } = counted.read(text)
    if (n > 0) {
      const document = equal.numberOf(counted.shingler.low, counted.shingler.high)
      if (document === count) {
        counted.tally(n)
        documents[document] = text
        sketcher.sketch(hashes, n)
        sketcher.keys(keys, document, texts)
        sketcher.bytes(bytes, document * VALUES)
        sizes[document] = n
        shingles += n
        count++
      }
      firstEqual[text] = documents[document] as number
    }
    if ((text + 1) % STEP === 0) yield text + 1
  }
  return { sketches: { count, keys, stride: texts, bands: bands.count, bytes, sizes }, documents, firstEqual, shingles }
}
