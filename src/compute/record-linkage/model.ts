import type { ColumnKind } from './columns.ts'

/** What was learnt about one column. Arrays run over the levels of its kind (levels.ts). */
export interface FieldModel {
  readonly name: string
  readonly kind: ColumnKind
  /** Share of each level among pairs of one person, both values present. */
  readonly same: readonly number[]
  /** Share of each level among pairs of one operator under two identities; undefined for columns that then say nothing. */
  readonly operator?: readonly number[] | undefined
  /** Share of each level among strangers. */
  readonly strangers: readonly number[]
  /**
   * Share of strangers who agree on a value, for each holder of that value: a value with h holders has the share h × perHolder, at
   * least `least`. Absent where equality is graded by groups of holders instead.
   */
  readonly perHolder?: number | undefined
  readonly least?: number | undefined
}

/** Column `of`, where it is equal, says little that `given` has not said: among strangers with equal `given`, the share `strangers` has it equal too. */
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
  /** Prior log2 odds that any two records are one person, and that they are one operator under two identities. */
  readonly prior: { readonly same: number; readonly operator: number }
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
    /** Expected number of pairs of one person or operator among all candidate pairs. */
    readonly expected: number
    readonly seed: number
  }
}

export const probability = (logOdds: number): number => 1 / (1 + 2 ** -logOdds)
