import { compareNames, type NameComparison } from '../../compute/name-match/compare.ts'
import { compareAsRegulator } from '../../compute/name-match/regulator.ts'
import { prepareName, type NameKind } from '../../compute/name-match/tokens.ts'
import type { ListedName, PartyType } from '../../model/listed-party.ts'
import type { ScreeningMethod, Subject } from '../../model/screening.ts'

/** The names that speak most for one party. */
export interface Named {
  /** Of the subject's names. */
  readonly mine: string
  readonly name: string
  /** The publisher itself calls this alias weak. */
  readonly weak: boolean
  /** Only one part of a name of several met. */
  readonly onePart: boolean
  readonly score: number
  readonly comparison: NameComparison
}

/** How names of this type of party are taken apart; of an unknown one in every way, since it may be anything. */
export const nameKinds = (type: PartyType): readonly NameKind[] =>
  type === 'unknown' ? ['person', 'organisation', 'other'] : [type === 'person' || type === 'organisation' ? type : 'other']

/** A company may be known by one word; a person is not. */
const onOnePart = ({ parts, queryLeft, listedLeft }: NameComparison, type: PartyType): boolean =>
  parts.length === 1 && (type === 'person' || queryLeft.length > 0 || listedLeft.length > 0)

/**
 * Of all pairs of names the one to go by. Among those over the line a strong name with several parts goes before a weak one or a
 * single part, whatever their scores: one more nickname must not take away what the full name says.
 */
export function bestName(
  subject: Pick<Subject, 'names' | 'type'>,
  party: { readonly names: readonly ListedName[]; readonly type: PartyType },
  { mode, least }: Pick<ScreeningMethod, 'mode' | 'least'>,
): Named | undefined {
  const kinds = new Set([...nameKinds(subject.type), ...nameKinds(party.type)])
  let best: Named | undefined
  for (const kind of kinds)
    for (const written of subject.names) {
      const mine = prepareName(written, kind)
      for (const listed of party.names) {
        const comparison = compareNames(mine, prepareName(listed.full, kind))
        const score = mode === 'regulator' ? compareAsRegulator(written, listed.full) / 100 : comparison.score
        const named = {
          mine: written,
          name: listed.full,
          weak: listed.quality === 'weak',
          onePart: onOnePart(comparison, party.type),
          score,
          comparison,
        }
        if (best === undefined || before(named, best, least)) best = named
      }
    }
  return best
}

function before(a: Named, b: Named, least: number): boolean {
  const rank = ({ score, weak, onePart }: Named): number => (score < least ? 0 : weak || onePart ? 1 : 2)
  return rank(a) - rank(b) > 0 || (rank(a) === rank(b) && a.score > b.score)
}
