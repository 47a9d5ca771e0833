import type { Found } from '../../../compute/near-duplicates/find.ts'
import { boilerplateRuns, sharedPassages, type BoilerplateRun, type Passage } from '../../../compute/near-duplicates/passages.ts'
import type { Failure } from '../../../engine/read.ts'
import type { Collection } from './collection.ts'

/** Pairs of which the passages are looked up; in a crowd the rest say the same again. */
const MOST_QUOTED = 10_000
const MOST_PASSAGES = 10
const MOST_COMMON = 20
/** Pairs between two looks at whether the user has stopped the run. */
const STEP = 64

export interface PairOutcome {
  readonly a: string
  readonly b: string
  readonly jaccard: number
  /** Longest first; null where they were not looked up because there are too many pairs. */
  readonly passages: readonly Passage[] | null
}

export interface GroupOutcome {
  readonly documents: readonly string[]
  /** Sets of documents that are the same but for case, accents, spacing and punctuation. */
  readonly equal: readonly (readonly string[])[]
  readonly pairs: readonly PairOutcome[]
}

/** What `dedupe-text --json` prints. */
export interface Outcome {
  readonly documents: number
  readonly different: number
  readonly least: number
  /** False when candidates came from sketches, with which a few pairs near the line can be missed. */
  readonly everyPairCompared: boolean
  readonly groups: readonly GroupOutcome[]
  readonly notCounted: readonly (BoilerplateRun & { readonly of: number })[]
  readonly leftOut: {
    readonly withoutWords: readonly string[]
    readonly comparedInPart: number
    readonly failed: readonly Failure[]
    readonly moreFailed: number
  }
  readonly notes: readonly string[]
}

/** Everything by its name, with the passages that each pair shares. */
export async function outcomeOf(
  { texts, names, failures, moreFailures, notes }: Collection,
  found: Found,
  least: number,
  pause: () => Promise<void>,
): Promise<Outcome> {
  const groupOf = new Int32Array(texts.count).fill(-1)
  for (const [g, members] of found.groups.entries()) for (const i of members) groupOf[i] = g
  const pairs = found.groups.map((): PairOutcome[] => [])
  const { a, b, jaccard, count } = found.pairs
  for (let k = 0; k < count; k++) {
    const [x, y] = [a[k] as number, b[k] as number]
    const passages = k < MOST_QUOTED ? sharedPassages(texts.text(x), texts.text(y), found.common, MOST_PASSAGES) : null
    pairs[groupOf[x] as number]?.push({ a: names[x] as string, b: names[y] as string, jaccard: jaccard[k] as number, passages })
    if (k % STEP === 0 && k < MOST_QUOTED) await pause()
  }
  const nameOf = (i: number): string => names[i] as string
  const groups = found.groups.map((members, g) => ({
    documents: Array.from(members, nameOf),
    equal: [...Map.groupBy(members, (i) => found.firstEqual[i]).values()].filter((set) => set.length > 1).map((set) => set.map(nameOf)),
    pairs: pairs[g] ?? [],
  }))
  return {
    documents: texts.count,
    different: found.different,
    least,
    everyPairCompared: found.everyPair,
    groups,
    notCounted: boilerplateRuns(texts, found.common, MOST_COMMON).map((run) => ({ ...run, of: found.different })),
    leftOut: {
      withoutWords: names.filter((_, i) => found.firstEqual[i] === -1),
      comparedInPart: found.crowded,
      failed: failures,
      moreFailed: moreFailures,
    },
    notes,
  }
}
