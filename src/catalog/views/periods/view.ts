import { monthOf } from '../../../compute/months.ts'
import { defineView } from '../../../kit/input.ts'
import { place } from '../../../kit/placed.ts'
import type { Placed } from '../../../kit/placed.ts'
import { isNonEmpty } from '../../../model/statement.ts'
import type { NonEmpty } from '../../../model/statement.ts'
import type { Job, ValueOf, YearMonth } from '../../../model/vocabulary.ts'

/** A job or a course of studies with its dates. */
export interface Period {
  readonly entry: Placed<Job | ValueOf<'education'>>
  readonly kind: 'job' | 'education'
  /** Employer or school. */
  readonly at: string
  readonly from: YearMonth | undefined
  readonly to: YearMonth | 'present' | undefined
  /** Month in which the file was made or last changed, as a count of months, where the file says so. */
  readonly made: number | undefined
}

/** Everything that the documents date from one month to another. */
export default defineView({
  id: 'periods',
  missing: 'no job and no studies',
  reads: ['job', 'education', 'document-metadata'],
  build: (of): NonEmpty<Period> | undefined => {
    const made = new Map<string, number>()
    for (const s of of) {
      if (s.property !== 'document-metadata') continue
      for (const date of [s.value.created, s.value.modified]) {
        if (date !== undefined) made.set(s.seenIn.artifact, Math.max(monthOf(date), made.get(s.seenIn.artifact) ?? 0))
      }
    }
    const periods = of.flatMap((s): Period[] => {
      if (s.property === 'document-metadata') return []
      const at = s.property === 'job' ? s.value.employer : s.value.school
      return [{ entry: place(s), kind: s.property, at, from: s.value.from, to: s.value.to, made: made.get(s.seenIn.artifact) }]
    })
    return isNonEmpty(periods) ? periods : undefined
  },
})
