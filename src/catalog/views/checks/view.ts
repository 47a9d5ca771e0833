import { defineView } from '../../../kit/input.ts'
import { place } from '../../../kit/placed.ts'
import type { Placed } from '../../../kit/placed.ts'
import { isNonEmpty } from '../../../model/statement.ts'
import type { NonEmpty, Statement } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'
import { organisationKey } from '../../../compute/organisation-key.ts'

type Claim = ValueOf<'job'> | ValueOf<'education'> | ValueOf<'certificate'>

export interface Checked {
  readonly check: Placed<ValueOf<'check'>>
  /** What the candidate claims about the same employer, school or certificate: evidence beside the check. */
  readonly claims: readonly Placed<Claim>[]
  /** Self-employed or side work under a trade name: nobody there could confirm it. */
  readonly beside: boolean
}

/** Checks that a named person made outside the candidate's own documents, each with the claim it is about. */
export default defineView({
  id: 'checks',
  missing: 'no check recorded',
  reads: ['check', 'job', 'education', 'certificate'],
  build: (of): NonEmpty<Checked> | undefined => {
    const checked = of
      .filter((s) => s.property === 'check')
      .map((s) => {
        const about = organisationKey(s.value.about)
        const claims = of.filter((c) => subjectOf(c).some((subject) => about !== '' && organisationKey(subject) === about))
        return {
          check: place(s),
          claims: claims.map((c) => place(c) as Placed<Claim>),
          beside: claims.some((c) => c.property === 'job' && c.value.beside === true),
        }
      })
    return isNonEmpty(checked) ? checked : undefined
  },
})

/** The names under which a claim can be looked up. */
function subjectOf(
  s: { readonly [P in 'check' | 'job' | 'education' | 'certificate']: Statement<P> }['check' | 'job' | 'education' | 'certificate'],
): string[] {
  if (s.property === 'job') return [s.value.employer]
  if (s.property === 'education') return [s.value.school, ...(s.value.degree === undefined ? [] : [s.value.degree])]
  if (s.property === 'certificate') return [s.value.name, ...(s.value.number === undefined ? [] : [s.value.number])]
  return []
}
