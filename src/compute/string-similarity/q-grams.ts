import type { Span } from './span.ts'

/**
 * Cosine of the counts of all runs of q bytes, 0 to 1; the text is thought of with one space before and after, so first and last
 * letters count. Holds up under changed word order and small slips, which is what titles and street names suffer.
 *
 * Source: E. Ukkonen, "Approximate string-matching with q-grams and maximal matches" (1992), for q-gram profiles; cosine as in
 * G. Salton, "Automatic text processing" (1989).
 * @param q 2 or 3. Values shorter than q − 2 bytes share nothing and give 0, two equal values 1.
 */
export function qGramCosine(a: Span, b: Span, q: 2 | 3): number {
  const gramsA = count(a, q, tableA)
  const gramsB = count(b, q, tableB)
  let dot = 0
  let squareA = 0
  let squareB = 0
  for (let k = 0; k < gramsA; k++) {
    const slot = tableA.used[k]!
    const times = tableA.times[slot]!
    squareA += times * times
    dot += times * timesOf(tableB, tableA.keys[slot]!)
  }
  for (let k = 0; k < gramsB; k++) {
    const times = tableB.times[tableB.used[k]!]!
    squareB += times * times
  }
  clear(tableA, gramsA)
  clear(tableB, gramsB)
  return dot === 0 ? 0 : Math.min(1, dot / Math.sqrt(squareA * squareB))
}

/**
 * An open-addressing table of q-grams; `times` is 0 in an empty slot. `used` lists the filled slots, so clearing costs what filling cost.
 */
interface GramTable {
  keys: Int32Array
  times: Int32Array
  used: Int32Array
}
const tableOf = (size: number): GramTable => ({ keys: new Int32Array(size), times: new Int32Array(size), used: new Int32Array(size) })
const tableA = tableOf(1024)
const tableB = tableOf(1024)

const SPACE = 32

function count(span: Span, q: number, table: GramTable): number {
  const length = span.end - span.start
  if (length === 0) return 0
  const sized = length * 2 + 8 <= table.keys.length ? table : grow(table, length)
  const mask = sized.keys.length - 1
  const window = q === 2 ? 0xffff : 0xffffff
  let gram = SPACE
  let distinct = 0
  for (let i = 1; i < length + 2; i++) {
    gram = ((gram << 8) | (i <= length ? span.bytes[span.start + i - 1]! : SPACE)) & window
    if (i < q - 1) continue
    let slot = (Math.imul(gram, 0x9e3779b1) >>> 15) & mask
    while (sized.times[slot] !== 0 && sized.keys[slot] !== gram) slot = (slot + 1) & mask
    if (sized.times[slot] === 0) {
      sized.keys[slot] = gram
      sized.used[distinct++] = slot
    }
    sized.times[slot]!++
  }
  return distinct
}

function timesOf(table: GramTable, gram: number): number {
  const mask = table.keys.length - 1
  let slot = (Math.imul(gram, 0x9e3779b1) >>> 15) & mask
  while (table.times[slot] !== 0) {
    if (table.keys[slot] === gram) return table.times[slot]!
    slot = (slot + 1) & mask
  }
  return 0
}

/** The tables are module state; a longer value replaces one by a larger one, empty as it must be between calls. */
function grow(table: GramTable, length: number): GramTable {
  const larger = tableOf(2 ** Math.ceil(Math.log2(length * 2 + 8)))
  table.keys = larger.keys
  table.times = larger.times
  table.used = larger.used
  return table
}

function clear(table: GramTable, grams: number): void {
  for (let k = 0; k < grams; k++) table.times[table.used[k]!] = 0
}
