import { organisationKey } from '../../../compute/organisation-key.ts'
import type { Attested, NonEmpty } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'
import type { Checked } from './view.ts'

type Check = ValueOf<'check'>

export interface NotConfirmed {
  readonly about: string
  readonly kind: Check['kind']
  /** Whoever was asked says otherwise; false where they know nothing of it. */
  readonly contradicted: boolean
  readonly beside: boolean
  readonly because: NonEmpty<Attested<unknown>>
}

/**
 * Checks of these kinds, made independently of the candidate, whose answer contradicts the claim or finds nothing of it. A
 * confirmation about the same school, employer or certificate takes one away, where `settles` lets that check count.
 */
export function notConfirmed(
  checks: readonly Checked[],
  kinds: readonly Check['kind'][],
  settles: (confirmation: Check) => boolean,
): readonly NotConfirmed[] {
  return checks.flatMap(({ check, claims, beside }) => {
    const { kind, outcome, contact, about } = check.value
    if (!kinds.includes(kind) || contact !== 'independent' || (outcome !== 'contradicted' && outcome !== 'not-found')) return []
    const confirmed = checks.some(
      ({ check: { value: c } }) => c.outcome === 'confirmed' && settles(c) && organisationKey(c.about) === organisationKey(about),
    )
    return confirmed ? [] : [{ about, kind, contradicted: outcome === 'contradicted', beside, because: [check, ...claims] as const }]
  })
}
