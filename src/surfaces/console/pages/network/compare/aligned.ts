/** A word of a passage, and whether the other passage has it too, in the same order. */
export interface Word {
  readonly text: string
  readonly shared: boolean
}
export interface Aligned<P> {
  readonly mine: P
  readonly theirs: P
  /** Share of the words of the longer one that both have in the same order, 0 to 1. */
  readonly alike: number
  readonly mineWords: readonly Word[]
  readonly theirWords: readonly Word[]
}

/** Passages of which fewer words agree are two texts about one trade. */
const LEAST_ALIKE = 0.35
/** A line of so few words is a heading or a list of tools. */
const LEAST_WORDS = 4
/** Longer ones are compared by their beginnings: the table below grows with the square. */
const MOST_WORDS = 400

interface Split<P> {
  readonly of: P
  readonly words: readonly string[]
  readonly plain: readonly string[]
}

function split<P>(of: P, text: string): Split<P> {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
  return { of, words, plain: words.map((word) => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')) }
}

/** Pairs the passages of two texts that are most alike, each at most once, the most alike first. */
export function aligned<P>(mine: readonly P[], theirs: readonly P[], textOf: (passage: P) => string): readonly Aligned<P>[] {
  const [left, right] = [mine, theirs].map((side) =>
    side.map((one) => split(one, textOf(one))).filter(({ words }) => words.length >= LEAST_WORDS),
  )
  const pairs = (left ?? []).flatMap((a) =>
    (right ?? []).flatMap((b) => (mayBeAlike(a.plain, b.plain) ? [{ a, b, common: inOrder(a.plain, b.plain) }] : [])),
  )
  const scored = pairs
    .map((pair) => ({ ...pair, alike: pair.common.length / Math.max(pair.a.words.length, pair.b.words.length) }))
    .filter(({ alike }) => alike >= LEAST_ALIKE)
    .toSorted((one, other) => other.alike - one.alike)
  const used = new Set<Split<P>>()
  return scored.flatMap(({ a, b, common, alike }) => {
    if (used.has(a) || used.has(b)) return []
    used.add(a).add(b)
    return [{ mine: a.of, theirs: b.of, alike, mineWords: marked(a.words, common, 0), theirWords: marked(b.words, common, 1) }]
  })
}

/** Cheap, and never wrong about what is left out: without enough common words there is no long common order. */
function mayBeAlike(a: readonly string[], b: readonly string[]): boolean {
  const have = new Set(b)
  return a.filter((word) => have.has(word)).length >= LEAST_ALIKE * Math.max(a.length, b.length)
}

/** The longest list of words that both have in the same order, as pairs of places. */
function inOrder(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] && a[i] !== '' ? 1 + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1))
  const found: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j] && a[i] !== '') found.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return found
}

function marked(words: readonly string[], common: readonly (readonly [number, number])[], side: 0 | 1): readonly Word[] {
  const shared = new Set(common.map((pair) => pair[side]))
  return words.map((text, i) => ({ text, shared: shared.has(i) }))
}
