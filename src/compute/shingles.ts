/**
 * Word n-grams of a text as 32-bit hashes, and what is done with them: MinHash bands for near-equal texts, winnowed
 * fingerprints for shared phrases, exact Jaccard similarity, and the shared runs themselves.
 *
 * Sources: A. Broder, "On the resemblance and containment of documents" (1997), for shingles and MinHash; P. Li, A. Owen,
 * C. Zhang, "One permutation hashing" (NIPS 2012), for one hash per shingle; S. Schleimer, D. Wilkerson, A. Aiken,
 * "Winnowing" (SIGMOD 2003), for fingerprints that every long enough shared run must have in common.
 */

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/**
 * Letters of other scripts that look like Latin ones, so that a copy with swapped letters is still a copy. A subset of the
 * confusables of Unicode Technical Standard 39. Folding whole texts of such a script changes nothing: both sides are folded.
 */
const LOOKALIKES = new Map(
  Array.from('аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdһhαaβbεeικkνvοoρpτtυuχxγy'.matchAll(/(.)([a-z])/gu), (m) => [m[1] as string, m[2] as string]),
)

/** Lower-case words of letters and digits, in order. `_` stands for a masked name or contact and breaks nothing. */
export function words(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0370-\u052f]/g, (letter) => LOOKALIKES.get(letter) ?? letter)
  return plain.match(/[\p{L}\p{N}_+#]+/gu) ?? []
}

/** FNV-1a over UTF-16 units, 32 bits, unsigned. */
function hashWord(word: string): number {
  let h = FNV_OFFSET
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), FNV_PRIME)
  return h >>> 0
}

/** Final mix of MurmurHash3: spreads a 32-bit value evenly over 32 bits. */
function mix(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Hash of every run of `n` words, in order; empty when there are fewer than `n` words. */
export function shingles(list: readonly string[], n: number): Uint32Array {
  const count = list.length - n + 1
  if (count <= 0) return new Uint32Array(0)
  const hashes = Uint32Array.from(list, hashWord)
  const out = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    let h = FNV_OFFSET
    for (let j = 0; j < n; j++) h = Math.imul(Math.imul(h, 31) ^ (hashes[i + j] as number), FNV_PRIME)
    out[i] = mix(h)
  }
  return out
}

const BINS = 128
const BANDS = 32
const ROWS = BINS / BANDS
const EMPTY = 0xffffffff

/**
 * 32 band keys (signed 32-bit) of a one-permutation MinHash with 128 bins, empty bins filled from the next full one.
 * Two texts of Jaccard similarity J share a band with probability 1 − (1 − J⁴)³²: 87 % at 0.5, 99 % at 0.6.
 * Fewer than 16 distinct shingles say too little: no keys.
 */
export function minHashKeys(hashes: Uint32Array): number[] {
  const bins = new Uint32Array(BINS).fill(EMPTY)
  let full = 0
  for (const h of hashes) {
    const bin = h >>> 25
    if ((bins[bin] as number) === EMPTY) full++
    if (h < (bins[bin] as number)) bins[bin] = h
  }
  if (full < 16) return []
  const signature = new Uint32Array(BINS)
  for (let i = 0; i < BINS; i++) {
    let step = 0
    while ((bins[(i + step) % BINS] as number) === EMPTY) step++
    signature[i] = mix((bins[(i + step) % BINS] as number) + Math.imul(step, 0x9e3779b1))
  }
  const keys: number[] = []
  for (let band = 0; band < BANDS; band++) {
    let h = mix(band + 1)
    for (let row = 0; row < ROWS; row++) h = mix(Math.imul(h, 31) ^ (signature[band * ROWS + row] as number))
    keys.push(h | 0)
  }
  return keys
}

/** The smallest hash of every window of `window` neighbours: any shared run of n + window − 1 words has one in common. */
export function winnow(hashes: Uint32Array, window: number): Set<number> {
  const chosen = new Set<number>()
  for (let start = 0; start + window <= hashes.length; start++) {
    let smallest = hashes[start] as number
    for (let i = 1; i < window; i++) smallest = Math.min(smallest, hashes[start + i] as number)
    chosen.add(smallest | 0)
  }
  return chosen
}

/** Share of distinct shingles that two texts have in common, 0–1. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  const left = new Set(a)
  const right = new Set(b)
  if (left.size === 0 || right.size === 0) return 0
  let both = 0
  for (const h of left) if (right.has(h)) both++
  return both / (left.size + right.size - both)
}

/** A run of words that stands in both texts: `length` words from `mine` here and from `theirs` there. */
export interface SharedRun {
  readonly mine: number
  readonly theirs: number
  readonly length: number
}

/** Longest common runs of at least `least` words, left to right, not overlapping in the first text. */
export function sharedRuns(mine: readonly string[], theirs: readonly string[], least: number): SharedRun[] {
  const places = new Map<string, number[]>()
  for (let i = 0; i + least <= theirs.length; i++) {
    const key = theirs.slice(i, i + least).join(' ')
    const list = places.get(key)
    // A phrase repeated over and over in hostile text must not make this quadratic.
    if (list === undefined) places.set(key, [i])
    else if (list.length < 8) list.push(i)
  }
  const runs: SharedRun[] = []
  for (let i = 0; i + least <= mine.length;) {
    let best: SharedRun | undefined
    for (const j of places.get(mine.slice(i, i + least).join(' ')) ?? []) {
      let length = least
      while (i + length < mine.length && j + length < theirs.length && mine[i + length] === theirs[j + length]) length++
      if (best === undefined || length > best.length) best = { mine: i, theirs: j, length }
    }
    if (best === undefined) i++
    else {
      runs.push(best)
      i += best.length
    }
  }
  return runs
}
