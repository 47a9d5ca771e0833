import { monthOf, monthRange } from '../../../compute/months.ts'
import { defineView } from '../../../kit/input.ts'
import type { ArtifactId, Attested, StatementOf } from '../../../model/statement.ts'

const READS = ['document-metadata', 'application', 'job', 'education', 'skill', 'certificate'] as const

/**
 * The latest month that each document knows of, as a count of months: its own created and modified dates, the date of the
 * application, and the latest date written in it. "Years of experience" are counted back from here, never from a clock, and
 * the latest date is the reading most favourable to the candidate.
 */
export default defineView({
  id: 'document-dates',
  missing: 'no document with a date',
  reads: READS,
  build: (of): ReadonlyMap<ArtifactId, Attested<number>> | undefined => {
    const latest = new Map<ArtifactId, Attested<number>>()
    for (const s of of) {
      for (const month of monthsIn(s)) {
        const known = latest.get(s.seenIn.artifact)
        if (known === undefined || known.value < month) latest.set(s.seenIn.artifact, { value: month, from: [s.id] })
      }
    }
    return latest.size > 0 ? latest : undefined
  },
})

function monthsIn(s: StatementOf<(typeof READS)[number]>): number[] {
  switch (s.property) {
    case 'document-metadata':
      return [s.value.created, s.value.modified].flatMap((d) => (d === undefined ? [] : [monthOf(d)]))
    case 'application':
      return s.value.at === undefined ? [] : [monthOf(s.value.at)]
    case 'certificate':
      return s.value.date === undefined ? [] : [monthRange(s.value.date).last]
    // A degree that is still to come is dated ahead of the document.
    case 'education':
      return s.value.from === undefined ? [] : [monthRange(s.value.from).first]
    default:
      return [s.value.from, s.value.to].flatMap((d) => (d === undefined || d === 'present' ? [] : [monthRange(d).last]))
  }
}
