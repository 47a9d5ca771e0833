import type { FindingShown } from '../../evidence/value.ts'
import type { CaseShown } from '../cases/case.ts'

/** For how many seconds this person has had each finding's evidence open, in this case. */
export const secondsOf = (of: CaseShown, me: string): ReadonlyMap<string, number> =>
  new Map(of.seen.filter((one) => one.by === me && one.what === 'finding').map((one) => [one.evidence, one.seconds]))

const WEIGHT = { strong: 0, moderate: 1, weak: 2 } as const
const SIDE = { raises: 0, lowers: 1, context: 2 } as const

/** What speaks against somebody first, and of each side the strongest. */
export const inOrder = (findings: readonly FindingShown[]): readonly FindingShown[] =>
  findings.toSorted((a, b) => SIDE[a.direction] - SIDE[b.direction] || WEIGHT[a.strength] - WEIGHT[b.strength])
