/**
 * Which things belong together when some pairs do: disjoint sets over 0 … n−1.
 *
 * Source: R. Tarjan, J. van Leeuwen, "Worst-case analysis of set union algorithms" (JACM 1984): union by size with path halving,
 * near constant time an operation, no recursion.
 */
export class UnionFind {
  readonly #parent: Uint32Array
  readonly #size: Uint32Array

  constructor(count: number) {
    this.#parent = new Uint32Array(count)
    this.#size = new Uint32Array(count)
    for (let i = 0; i < count; i++) {
      this.#parent[i] = i
      this.#size[i] = 1
    }
  }

  find(item: number): number {
    const parent = this.#parent
    if (!(item < parent.length)) throw new RangeError(`UnionFind: ${item} is not one of ${parent.length}`)
    let at = item
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }

  /** @returns whether they were apart before */
  union(a: number, b: number): boolean {
    const rootA = this.find(a)
    const rootB = this.find(b)
    if (rootA === rootB) return false
    const [large, small] = this.#size[rootA]! >= this.#size[rootB]! ? [rootA, rootB] : [rootB, rootA]
    this.#parent[small] = large
    this.#size[large]! += this.#size[small]!
    return true
  }

  sizeOf(item: number): number {
    return this.#size[this.find(item)]!
  }

  /** For each item the smallest item of its set: the same whatever the order of unions was. */
  components(): Uint32Array {
    const count = this.#parent.length
    const smallest = new Uint32Array(count).fill(0xffffffff)
    const out = new Uint32Array(count)
    for (let i = 0; i < count; i++) {
      const root = this.find(i)
      if (smallest[root] === 0xffffffff) smallest[root] = i
      out[i] = smallest[root]!
    }
    return out
  }
}

/** Pairs as two arrays of the same length. */
export interface PairList {
  readonly left: ArrayLike<number>
  readonly right: ArrayLike<number>
}

/**
 * Sets from pairs that belong together, where some pairs must stay apart. Pairs are taken strongest first (ties by smaller item, then
 * larger), and one that would bring two items that must stay apart into one set is left out and returned. The answer depends on the pairs,
 * not on their order.
 *
 * @param strength one number a pair
 */
export function clusterApart(
  count: number,
  pairs: PairList & { readonly strength: ArrayLike<number> },
  apart: PairList,
): { readonly components: Uint32Array; readonly refused: Uint32Array } {
  const sets = new UnionFind(count)
  const foes = new Map<number, Set<number>>()
  const addFoe = (a: number, b: number): void => {
    const known = foes.get(a)
    if (known === undefined) foes.set(a, new Set([b]))
    else known.add(b)
  }
  for (let k = 0; k < apart.left.length; k++) {
    if (apart.left[k] === apart.right[k]) throw new RangeError(`clusterApart: ${apart.left[k]} cannot be kept apart from itself`)
    addFoe(apart.left[k]!, apart.right[k]!)
    addFoe(apart.right[k]!, apart.left[k]!)
  }
  const low = (k: number): number => Math.min(pairs.left[k]!, pairs.right[k]!)
  const high = (k: number): number => Math.max(pairs.left[k]!, pairs.right[k]!)
  const order = Uint32Array.from({ length: pairs.left.length }, (_, k) => k)
  order.sort((a, b) => pairs.strength[b]! - pairs.strength[a]! || low(a) - low(b) || high(a) - high(b))
  const refused: number[] = []
  for (const k of order) {
    const a = sets.find(pairs.left[k]!)
    const b = sets.find(pairs.right[k]!)
    if (a === b) continue
    if (foes.get(a)?.has(b) === true) {
      refused.push(k)
      continue
    }
    sets.union(a, b)
    const root = sets.find(a)
    const gone = root === a ? b : a
    for (const foe of foes.get(gone) ?? []) {
      foes.get(foe)?.delete(gone)
      addFoe(root, foe)
      addFoe(foe, root)
    }
    foes.delete(gone)
  }
  return { components: sets.components(), refused: Uint32Array.from(refused).sort() }
}
