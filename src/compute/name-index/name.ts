import type { NameKind } from '../name-match/tokens.ts'

/** One spelling of one party's name. */
export interface IndexedName {
  /** As published. */
  readonly text: string
  readonly kind: NameKind
  /** Row of the party in its list. */
  readonly party: number
  /** *weak*: the publisher itself calls it low quality. */
  readonly quality: 'strong' | 'weak'
}

const KINDS: readonly NameKind[] = ['person', 'organisation', 'other']
const WEAK = 4

/** Every mark that a name may have, and some that none has. */
export const MARKS: readonly number[] = Array.from({ length: 2 * WEAK }, (_, mark) => mark)
export const markOf = ({ kind, quality }: IndexedName): number => KINDS.indexOf(kind) | (quality === 'weak' ? WEAK : 0)
export const kindOf = (mark: number): NameKind => KINDS[mark & 3] ?? 'other'
export const isWeak = (mark: number): boolean => (mark & WEAK) !== 0
