/**
 * Pairs by left and then right record: `order[k]` is the place of the k-th. Left records are counted (Knuth, TAOCP 3, 5.2, distribution
 * counting); the few pairs of each are inserted, or sorted where they are many.
 */
export function orderOfPairs(left: Uint32Array, right: Uint32Array, records: number): Uint32Array {
  const starts = new Uint32Array(records + 1)
  for (const record of left) starts[record + 1]!++
  for (let record = 0; record < records; record++) starts[record + 1]! += starts[record]!
  const at = starts.slice(0, records)
  const order = new Uint32Array(left.length)
  for (let k = 0; k < left.length; k++) order[at[left[k]!]!++] = k
  for (let record = 0; record < records; record++) {
    const [from, to] = [starts[record]!, starts[record + 1]!]
    if (to - from > MANY) order.subarray(from, to).sort((a, b) => right[a]! - right[b]!)
    else insert(order, right, from, to)
  }
  return order
}

const MANY = 32

function insert(order: Uint32Array, right: Uint32Array, from: number, to: number): void {
  for (let k = from + 1; k < to; k++) {
    const moved = order[k]!
    let hole = k
    for (; hole > from && right[order[hole - 1]!]! > right[moved]!; hole--) order[hole] = order[hole - 1]!
    order[hole] = moved
  }
}
