import { IDENTIFIER_KINDS, type ColumnKind } from './columns.ts'

/**
 * How alike two values of a column are, as one of a few levels; level 0 is the strongest agreement, the last one "different".
 * For identifiers, equality is split by how many records hold the value, so that what a shared phone is worth is measured for
 * phones held by two apart from phones held by fifty.
 */
export interface LevelSet {
  /** In words, for the explanation of a link. */
  readonly words: readonly string[]
  /** Levels 0 … equal−1 all mean "the same value". */
  readonly equal: number
  /**
   * Where the training starts: how often two records of one person or operator stand at each level. Rough figures, taken from what
   * record linkage commonly finds (W. Winkler, "Overview of record linkage and current research directions", US Census Bureau 2006: about
   * one value in ten mistyped); they matter only where the records themselves say too little.
   */
  readonly seeds: readonly number[]
}

/** Upper ends of the groups of holders: 2, 3–4, 5–8, 9–16, 17–32, more. */
export const HOLDER_GROUPS = [2, 4, 8, 16, 32] as const
export const HOLDER_WORDS = ['2', '3 to 4', '5 to 8', '9 to 16', '17 to 32', 'more than 32']

/**
 * How likely a shared value of this kind, held by two records, is to stand for one person or operator before anything was measured.
 * A wallet or bank account has one owner by its nature; phones and devices are passed on within a household; one network address
 * is shared by strangers as a rule. Each doubling of the holders halves the odds.
 */
const ONE_OWNER: Partial<Record<ColumnKind, number>> = { wallet: 0.98, account: 0.98, email: 0.98, device: 0.9, phone: 0.9, ip: 0.2 }

export function ownerShare(kind: ColumnKind, group: number): number {
  const share = ONE_OWNER[kind] ?? 0
  const odds = share / (1 - share) / 2 ** group
  return odds / (1 + odds)
}

export function holderGroup(holders: number): number {
  let group = 0
  while (group < HOLDER_GROUPS.length && holders > HOLDER_GROUPS[group]!) group++
  return group
}

/** Levels below "equal", nearest first, with their seeds; the last is "different". */
const BELOW: Record<ColumnKind, readonly (readonly [string, number])[]> = {
  name: [
    ['same words in another order', 0.02],
    ['given and family name exchanged', 0.02],
    ['a slip apart', 0.12],
    ['one is part of the other', 0.04],
    ['similar', 0.04],
    ['different', 0.06],
  ],
  email: [
    ['same mailbox name, other provider', 0.05],
    ['a slip apart', 0.1],
    ['different', 0.25],
  ],
  phone: [
    ['a slip apart', 0.05],
    ['different', 0.35],
  ],
  account: [
    ['a slip apart', 0.08],
    ['different', 0.22],
  ],
  wallet: [['different', 0.4]],
  device: [['different', 0.5]],
  ip: [['different', 0.7]],
  address: [
    ['nearly equal', 0.12],
    ['same house number, similar street', 0.06],
    ['similar', 0.06],
    ['same house number only', 0.02],
    ['different', 0.14],
  ],
  date: [
    ['a slip apart', 0.08],
    ['day and month exchanged', 0.02],
    ['two of year, month and day equal', 0.04],
    ['same year', 0.02],
    ['different', 0.04],
  ],
  exact: [['different', 0.2]],
  text: [
    ['nearly equal', 0.15],
    ['very similar', 0.1],
    ['similar', 0.08],
    ['somewhat similar', 0.05],
    ['different', 0.07],
  ],
}

function levelSet(kind: ColumnKind): LevelSet {
  const below = BELOW[kind]
  const equalSeed = 1 - below.reduce((sum, [, seed]) => sum + seed, 0)
  const belowWords = below.map(([word]) => word)
  const belowSeeds = below.map(([, seed]) => seed)
  if (!IDENTIFIER_KINDS.has(kind)) return { words: ['equal', ...belowWords], equal: 1, seeds: [equalSeed, ...belowSeeds] }
  // Most operators are small: each larger group of holders is seeded with half of the one before.
  const shares = HOLDER_WORDS.map((_, group) => 2 ** -group)
  const total = shares.reduce((a, b) => a + b, 0)
  return {
    words: [...HOLDER_WORDS.map((holders) => `equal, held by ${holders}`), ...belowWords],
    equal: HOLDER_WORDS.length,
    seeds: [...shares.map((share) => (equalSeed * share) / total), ...belowSeeds],
  }
}

export const LEVELS = Object.fromEntries((Object.keys(BELOW) as ColumnKind[]).map((kind) => [kind, levelSet(kind)])) as Record<
  ColumnKind,
  LevelSet
>

/** Level of exchanged names; the only one that looks at two columns at once. */
export const NAMES_EXCHANGED = 2
