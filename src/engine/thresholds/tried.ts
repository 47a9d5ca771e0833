import type { TriedOutcome } from '../../model/number-set.ts'
import type { Detection } from '../detect.ts'

/** What a detector that was asked twice said of each, by the numbers in force and by the others. */
export function triedOf(detections: readonly Detection[], detector: string): readonly TriedOutcome[] {
  return detections.flatMap(({ persona, outcomes, tried }) => {
    const [now, other] = [outcomes.get(detector), tried.get(detector)]
    return now === undefined || other === undefined ? [] : [{ persona, now: now.kind, other: other.outcome.kind }]
  })
}
