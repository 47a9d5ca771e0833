/**
 * Which items fall under which key, as two arrays: bucket b holds `items[at[b], at[b + 1])`. Keys that end in the same bits share a bucket;
 * the high eight bits of an item are those of its key, so that most strangers are told apart without looking further.
 */
export interface Buckets {
  readonly items: Uint32Array
  readonly at: Uint32Array
}

export const TAG = 0xff00_0000

/**
 * Sorts items into buckets by counting, twice through: nothing but the two arrays is kept.
 *
 * @param each calls back with every item below 2²⁴ and its key, the same ones each time it is called
 * @param buckets a power of two
 */
export function bucketsOf(each: (add: (item: number, key: number) => void) => void, buckets: number): Buckets {
  const at = new Uint32Array(buckets + 1)
  const mask = buckets - 1
  each((_, key) => at[(key & mask) + 1]!++)
  for (let b = 0; b < buckets; b++) at[b + 1]! += at[b]!
  const items = new Uint32Array(at[buckets]!)
  const next = at.slice(0, buckets)
  each((item, key) => {
    items[next[key & mask]!++] = item | (key & TAG)
  })
  return { items, at }
}

/** The smallest power of two that is at least so large. */
export const powerFor = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, count)))
