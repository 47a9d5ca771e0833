import type { CaseShown } from '../cases/case.ts'

/** For how many seconds this person has had each finding's evidence open, in this case. */
export const secondsOf = (of: CaseShown, me: string): ReadonlyMap<string, number> =>
  new Map(of.seen.filter((one) => one.by === me && one.what === 'finding').map((one) => [one.evidence, one.seconds]))
