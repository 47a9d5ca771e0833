import { digest } from '../../compute/digest.ts'
import type { Subject } from '../../model/screening.ts'
import { canonicalJson } from '../statement-id.ts'

/** An id that the reader of rows gave because the row has none. */
const NUMBERED = /^row \d+$/

/**
 * Gives each row of a source the id under which it is filed, so that the same row of the next run is the same subject and two rows are
 * never one: the source with the row's own id; without one, with what the row says, for rows move. A second row of the same id that says
 * something else is another subject; one that says the same was there already, and undefined is given for it.
 */
export function namesOfRows(source: string): (subject: Subject, id: string) => Subject | undefined {
  const known = new Map<string, Set<string>>()
  return (subject, id) => {
    const { id: _, ...said } = subject
    const content = digest(canonicalJson(said)).slice(0, 16)
    const own = NUMBERED.test(id) ? content : id
    const same = known.get(own)
    if (same === undefined) known.set(own, new Set([content]))
    else if (same.has(content)) return undefined
    else same.add(content)
    const place = known.get(own)!.size
    return { ...subject, id: `${source}: ${own}${place === 1 ? '' : ` (${place})`}` }
  }
}
