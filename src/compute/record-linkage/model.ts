import type { ColumnKind } from './columns.ts'

/** What was learnt about one column. Arrays run over the levels of its kind (levels.ts). */
export interface FieldModel {
  readonly name: string
  readonly kind: ColumnKind
  /** Share of each level among pairs of one person, both values present. */
  readonly same: readonly number[]
  /** Share of each level among strangers. */
  readonly strangers: readonly number[]
  /**
   * Share of strangers who agree on a value, for each holder of that value: a value with h holders has the share h × perHolder, at
   * least `least`. Absent where equality is graded by groups of holders instead.
   */
  readonly perHolder?: number | undefined
  readonly least?: number | undefined
  /** Of identifiers, where links rest on them: what they say of one operator under two identities (owners.ts). */
  readonly operator?: OperatorBits | undefined
}

export interface OperatorBits {
  /** By group of holders: log2 odds for one operator when two records share this and nothing else is known. */
  readonly alone: readonly number[]
  /** By level: what it adds where another identifier is shared. */
  readonly beside: readonly number[]
}

/**
 * Column `of`, where it is equal, says little that `given` has not said: among strangers with equal `given`, the share `strangers` has it
 * equal too.
 */
export interface Dependence {
  readonly of: number
  readonly given: number
  readonly strangers: number
}

/** Plain JSON. */
export interface Model {
  readonly version: 1
  readonly fields: readonly FieldModel[]
  readonly dependences: readonly Dependence[]
  /** Prior log2 odds that any two records are one identity. */
  readonly prior: number
  /** Whether names, dates and the like count towards a link, or identifiers alone. */
  readonly rests: 'everything' | 'identifiers'
  /** The decision line: a pair is linked when its log2 odds are at least this. */
  readonly line: number
  /** What it was learnt from. */
  readonly learnt: {
    readonly records: number
    readonly pairs: number
    readonly pairsRead: number
    readonly iterations: number
    /** Expected number of true pairs among all candidate pairs. */
    readonly expected: number
    readonly seed: number
  }
}

export const probability = (logOdds: number): number => 1 / (1 + 2 ** -logOdds)
