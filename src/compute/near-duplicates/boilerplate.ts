import { KeyNumbers } from './key-numbers.ts'
import type { Shingler } from './shingler.ts'
import type { Texts } from './texts.ts'

/** Different documents that are looked at for what is common. The error of a share of 2 % is then half of it at most. */
const SAMPLE = 1024
/** Shingles looked at, so that a thousand books do not take as long as all the rest. */
const MOST_SHINGLES = 1 << 22
/** Bits of a hash by which shingles are counted roughly first. */
const ROUGH_BITS = 18
const BEGINNING_BITS = 14
/** What stands in this share of the sample is common: a template, a footer, a job advertisement that was pasted in … */
const SHARE = 0.02
/** … but in no fewer documents than this, below which comparing all of them costs nothing. */
const FEWEST = 50
/** A text of which more than this is common is no text with a template, it is one of many alike, and is compared as it is. */
const MOSTLY = 0.5

/**
 * Shingles that very many documents have. Counting them would make everybody similar who used one template, and comparing
 * everybody who holds them takes time that grows with the square of the documents. Document-frequency cuts are the usual
 * answer; ours names what it cut.
 */
export class Boilerplate {
  readonly shingles: KeyNumbers
  /** Documents with each shingle, by its number, among those that were tallied. */
  readonly holders: Int32Array
  /** Of these, the documents in which it was not counted. */
  readonly cutFrom: Int32Array
  readonly #last: Int32Array
  #document = 0
  #kept = new Int32Array(1024)
  /** 1 for each beginning of a hash that a common shingle has: most others are known by that not to be common. */
  readonly #perhaps = new Uint8Array(1 << BEGINNING_BITS)

  constructor(shingles: KeyNumbers) {
    this.shingles = shingles
    for (let number = 0; number < shingles.count; number++) this.#perhaps[(shingles.keys[number] as number) >>> (32 - BEGINNING_BITS)] = 1
    this.holders = new Int32Array(shingles.count)
    this.cutFrom = new Int32Array(shingles.count)
    this.#last = new Int32Array(shingles.count)
  }

  /** Those hashes of a document that count: what is not common, or all when most is common. */
  without(hashes: Int32Array, count: number): { readonly hashes: Int32Array; readonly count: number } {
    if (this.shingles.count === 0) return { hashes, count }
    if (this.#kept.length < count) this.#kept = new Int32Array(count * 2)
    const [kept, perhaps] = [this.#kept, this.#perhaps]
    let n = 0
    for (let k = 0; k < count; k++) {
      const hash = hashes[k] as number
      kept[n] = hash
      if (perhaps[hash >>> (32 - BEGINNING_BITS)] === 0 || this.shingles.find(hash) < 0) n++
    }
    return n < count * (1 - MOSTLY) ? { hashes, count } : { hashes: kept, count: n }
  }

  /** Takes one more document among the holders; `cut` says that what is common was not counted in it. */
  tally(hashes: Int32Array, count: number, cut: boolean): void {
    if (this.shingles.count === 0) return
    const document = ++this.#document
    for (let k = 0; k < count; k++) {
      const hash = hashes[k] as number
      if (this.#perhaps[hash >>> (32 - BEGINNING_BITS)] === 0) continue
      const number = this.shingles.find(hash)
      if (number < 0 || this.#last[number] === document) continue
      this.#last[number] = document
      this.holders[number] = (this.holders[number] as number) + 1
      if (cut) this.cutFrom[number] = (this.cutFrom[number] as number) + 1
    }
  }
}

/** What is common in these texts, from a sample that does not depend on their order. */
export function boilerplateIn(texts: Texts, shingler: Shingler): Boilerplate {
  const lists: Int32Array[] = []
  const seen = new Set<string>()
  let shingles = 0
  for (const text of sampleOf(texts)) {
    if (lists.length === SAMPLE || shingles > MOST_SHINGLES) break
    shingler.read(texts.memory(text), texts.from(text), texts.to(text))
    const content = `${shingler.low} ${shingler.high}`
    if (shingler.count === 0 || seen.has(content)) continue
    seen.add(content)
    lists.push(shingler.hashes.slice(0, shingler.count))
    shingles += shingler.count
  }
  // Of a sample that is not all, that many documents are as many fewer.
  const part = lists.length === SAMPLE ? SAMPLE / texts.count : 1
  const line = Math.max(Math.ceil(FEWEST * part), Math.ceil(lists.length * SHARE))
  return new Boilerplate(heldBy(lists, line))
}

/** Hashes that stand in `line` of these lists or more. */
function heldBy(lists: readonly Int32Array[], line: number): KeyNumbers {
  // Most shingles are rare, and a rough count is enough to leave them out: it is never too low.
  const rough = new Uint32Array(1 << ROUGH_BITS)
  for (const list of lists) for (let k = 0; k < list.length; k++) rough[(list[k] as number) >>> (32 - ROUGH_BITS)]! += 1
  const numbers = new KeyNumbers()
  const holders: number[] = []
  const last: number[] = []
  for (const [i, list] of lists.entries())
    for (let k = 0; k < list.length; k++) {
      if ((rough[(list[k] as number) >>> (32 - ROUGH_BITS)] as number) < line) continue
      const number = numbers.add(list[k] as number)
      if (last[number] === i) continue
      last[number] = i
      holders[number] = (holders[number] ?? 0) + 1
    }
  const held = new KeyNumbers()
  for (let number = 0; number < numbers.count; number++) if ((holders[number] as number) >= line) held.add(numbers.keys[number] as number)
  return held
}

/** Documents in the order of a hash of some of their bytes, the first few thousand: the same ones however they are arranged. */
function sampleOf(texts: Texts): Uint32Array {
  const keys = Uint32Array.from({ length: texts.count }, (_, i) => glance(texts.memory(i), texts.from(i), texts.to(i)))
  // Copies of one text have one key; so the line is drawn by different keys.
  const sorted = keys.toSorted()
  let different = 0
  let line = 0
  for (let k = 0; k < sorted.length && different < SAMPLE; k++) {
    if (k === 0 || sorted[k] !== sorted[k - 1]) different++
    line = sorted[k] as number
  }
  const chosen = Uint32Array.from(keys.keys()).filter((i) => (keys[i] as number) <= line)
  return chosen.sort((a, b) => (keys[a] as number) - (keys[b] as number))
}

/** A hash of the length and of 32 bytes at even distances. */
function glance(bytes: Uint8Array, from: number, to: number): number {
  const step = Math.max(1, (to - from) >> 5)
  let h = to - from
  for (let i = from; i < to; i += step) h = Math.imul(h ^ (bytes[i] as number), 0x01000193)
  return Math.imul(h ^ (h >>> 15), 0x9e3779b1) >>> 0
}
