import { monthOf, monthRange } from '../../../compute/months.ts'
import { defineView } from '../../../kit/input.ts'
import type { ArtifactId, Attested, StatementId, StatementOf } from '../../../model/statement.ts'

const READS = ['document-metadata', 'application', 'job', 'education', 'skill', 'certificate'] as const

export interface DocumentDate {
  /** Latest month that the document knows of, as a count of months. */
  readonly latest: Attested<number>
  /**
   * The file itself or the application is dated. Otherwise `latest` is only the latest date written in the text, and the
   * document may be any time younger: "12 years of experience" cannot be counted back from there.
   */
  readonly stated: boolean
}

/**
 * How old each document is, as late as anything in it allows: its created and modified dates, the date of the application
 * and the dates written in it. "Years of experience" are counted back from here and never from a clock, and the latest date
 * is the reading most favourable to the candidate.
 */
export default defineView({
  id: 'document-dates',
  missing: 'no document with a date',
  reads: READS,
  build: (of): ReadonlyMap<ArtifactId, DocumentDate> | undefined => {
    const dates = new Map<ArtifactId, DocumentDate>()
    for (const s of of) {
      const states = s.property === 'document-metadata' || s.property === 'application'
      for (const month of monthsIn(s)) dates.set(s.seenIn.artifact, later(dates.get(s.seenIn.artifact), month, s.id, states))
    }
    return dates.size > 0 ? dates : undefined
  },
})

function later(known: DocumentDate | undefined, month: number, id: StatementId, states: boolean): DocumentDate {
  const stated = states || known?.stated === true
  return known === undefined || known.latest.value < month
    ? { latest: { value: month, from: [id] }, stated }
    : { latest: known.latest, stated }
}

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
