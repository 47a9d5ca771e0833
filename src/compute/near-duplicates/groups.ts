import { UnionFind } from '../union-find.ts'

/**
 * Sets of texts that equality and pairs connect, of two or more, largest first and then by their first text. −1 in
 * `firstEqual` belongs to none.
 */
export function groupsOf(firstEqual: Int32Array, a: Int32Array, b: Int32Array): readonly Int32Array[] {
  const sets = new UnionFind(firstEqual.length)
  for (let i = 0; i < firstEqual.length; i++) if (firstEqual[i] !== -1) sets.union(i, firstEqual[i] as number)
  for (let k = 0; k < a.length; k++) sets.union(a[k] as number, b[k] as number)
  const first = sets.components()
  const groups = new Map<number, { readonly members: Int32Array; count: number }>()
  for (let i = 0; i < first.length; i++) {
    const size = sets.sizeOf(i)
    if (size < 2) continue
    const key = first[i] as number
    const group = groups.get(key) ?? { members: new Int32Array(size), count: 0 }
    group.members[group.count++] = i
    groups.set(key, group)
  }
  return Array.from(groups.values(), (g) => g.members).sort((x, y) => y.length - x.length || (x[0] as number) - (y[0] as number))
}
