/** What stands for "no value" among codes. */
const NONE = 0xffffffff
/** Hashes that are told apart at a time: with their table they lie in the processor's cache. */
const TOGETHER = 4096
/** More parts than these are slower to deal out to than to look through. */
const MOST_BITS = 11

/**
 * Dense codes for 64-bit hashes, numbered in the order in which they first come. Hashes are dealt out by their upper bits, and equal ones found
 * part by part: one large table would miss the cache at every look (partitioned hashing; S. Manegold, P. Boncz, M. Kersten, "Optimizing
 * main-memory join on modern hardware", 2002). Two different values with one hash would be taken for one; among ten million that has a
 * chance of 1 in 180,000.
 *
 * @param low,high the halves of hash i; where both are 0 there is none
 * @param codes takes the code of each, or 0xffffffff
 * @returns how many different ones there are
 */
export function denseCodes(low: Uint32Array, high: Uint32Array, codes: Uint32Array): number {
  const dealt = dealtOut(low, high)
  let table: Uint32Array = new Uint32Array(2 * TOGETHER)
  codes.fill(NONE)
  for (let part = 0; part + 1 < dealt.starts.length; part++) table = firstOfEach(dealt, part, codes, table)
  let next = 0
  for (let i = 0; i < codes.length; i++) {
    const first = codes[i]!
    // The first of each has got its code when the others come.
    if (first !== NONE) codes[i] = first === i ? next++ : codes[first]!
  }
  return next
}

interface Dealt {
  readonly low: Uint32Array
  readonly high: Uint32Array
  /** Which hash it is; ascending within a part. */
  readonly of: Uint32Array
  readonly starts: Uint32Array
}

function dealtOut(low: Uint32Array, high: Uint32Array): Dealt {
  const bits = Math.max(1, Math.min(MOST_BITS, Math.ceil(Math.log2(low.length / TOGETHER))))
  const shift = 32 - bits
  const starts = new Uint32Array((1 << bits) + 1)
  for (let i = 0; i < low.length; i++) if (low[i] !== 0 || high[i] !== 0) starts[(high[i]! >>> shift) + 1]!++
  for (let part = 1; part < starts.length; part++) starts[part]! += starts[part - 1]!
  const total = starts.at(-1)!
  const dealt = { low: new Uint32Array(total), high: new Uint32Array(total), of: new Uint32Array(total), starts }
  const at = starts.slice()
  for (let i = 0; i < low.length; i++) {
    if (low[i] === 0 && high[i] === 0) continue
    const to = at[high[i]! >>> shift]!++
    dealt.low[to] = low[i]!
    dealt.high[to] = high[i]!
    dealt.of[to] = i
  }
  return dealt
}

/** Writes to `codes`, for each hash of the part, which is the first that equals it. Open addressing with linear probing; returns the table, grown where it had to. */
function firstOfEach({ low, high, of, starts }: Dealt, part: number, codes: Uint32Array, table: Uint32Array): Uint32Array {
  let places = table.fill(0)
  let used = 0
  /** The place of the one at `k`, or the empty one where it would stand. */
  const seek = (k: number): number => {
    const mask = places.length - 1
    let place = low[k]! & mask
    for (let held = places[place]!; held !== 0 && (low[held - 1] !== low[k] || high[held - 1] !== high[k]); held = places[place]!)
      place = (place + 1) & mask
    return place
  }
  for (let k = starts[part]!; k < starts[part + 1]!; k++) {
    const place = seek(k)
    if (places[place] === 0) {
      places[place] = k + 1
      if (++used * 2 > places.length) {
        const before = places
        places = new Uint32Array(before.length * 2)
        for (const held of before) if (held !== 0) places[seek(held - 1)] = held
      }
      codes[of[k]!] = of[k]!
    } else codes[of[k]!] = of[places[place]! - 1]!
  }
  return places
}
