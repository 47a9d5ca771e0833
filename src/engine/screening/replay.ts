import type { FiledMatch } from '../../model/adjudication.ts'
import type { ListHit } from '../../model/screening.ts'
import { canonicalJson } from '../statement-id.ts'
import type { OpenList } from './ports.ts'
import { EXACT } from './exact.ts'
import { screenSubject } from './screen-subject.ts'

export interface Replayed {
  readonly same: boolean
  /** Fields of the hit that are other than they were filed; all of them where it is no hit now. */
  readonly differs: readonly string[]
  readonly now: ListHit | undefined
}

/**
 * The same question again: the subject as it was, the list version it was found on, the settings of then. A later algorithm
 * may answer otherwise; then it says in what.
 */
export function replay({ subject, hit, method }: FiledMatch, list: OpenList): Replayed {
  const now = screenSubject(subject, [list], method, EXACT).find((other) => other.entry === hit.entry)
  if (now === undefined) return { same: false, differs: Object.keys(hit), now }
  const differs = Object.keys(hit).filter(
    (field) => canonicalJson(hit[field as keyof ListHit]) !== canonicalJson(now[field as keyof ListHit]),
  )
  return { same: differs.length === 0, differs, now }
}
