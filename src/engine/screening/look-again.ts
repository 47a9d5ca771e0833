import { ALERT } from '../../compute/name-match/compare.ts'
import type { ListReview } from '../../model/adjudication.ts'
import type { Actor } from '../access.ts'
import { notYetLooked } from '../lists/not-yet-looked.ts'
import type { Shelf } from '../lists/ports.ts'
import type { TakenIn } from '../lists/take-in.ts'
import type { Deps } from '../ports.ts'
import { afterNewVersion } from './after-import.ts'

/** After a list changed: everybody is screened with what it changed. Undefined where they were already. */
export async function lookAgain(
  deps: Pick<Deps, 'store' | 'clock'> & { readonly shelf: Shelf },
  actor: Actor,
  work: { readonly taken: TakenIn; readonly signal: AbortSignal },
): Promise<ListReview | undefined> {
  const came = await notYetLooked(deps.shelf, work.taken)
  if (came === undefined) return undefined
  const review = await afterNewVersion(deps, actor, {
    came,
    how: { mode: 'standard', least: ALERT, asOf: deps.clock.now().slice(0, 10) },
    watch: { progress: () => undefined, signal: work.signal },
  })
  await deps.shelf.noteLooked(came.version)
  return review
}
