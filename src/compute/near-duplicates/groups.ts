/**
 * Sets of texts that pairs and equality connect, of two or more, largest first and then by their first text. Union-find with
 * path halving; a text's root is the lowest number it is connected with, so that the result does not depend on the order of
 * the pairs.
 */
export function groupsOf(firstEqual: Int32Array, a: Int32Array, b: Int32Array): readonly Int32Array[] {
  const root = Int32Array.from(firstEqual)
  const rootOf = (text: number): number => {
    let at = text
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number
      at = root[at] as number
    }
    return at
  }
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [rootOf(a[k] as number), rootOf(b[k] as number)]
    root[Math.max(x, y)] = Math.min(x, y)
  }
  const sizes = new Int32Array(root.length)
  for (let i = 0; i < root.length; i++) {
    if (root[i] === -1) continue
    root[i] = rootOf(i)
    const r = root[i] as number
    sizes[r] = (sizes[r] as number) + 1
  }
  const groups = new Map<number, { members: Int32Array; count: number }>()
  for (let i = 0; i < root.length; i++) {
    const size = root[i] === -1 ? 0 : (sizes[root[i] as number] as number)
    if (size < 2) continue
    const r = root[i] as number
    const group = groups.get(r) ?? { members: new Int32Array(size), count: 0 }
    group.members[group.count++] = i
    groups.set(r, group)
  }
  return [...groups.values()].map((g) => g.members).sort((x, y) => y.length - x.length || (x[0] as number) - (y[0] as number))
}
