import type { ListReview } from '../../model/adjudication.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import type { ScreeningMethod } from '../../model/screening.ts'
import type { Actor } from '../access.ts'
import type { ListDelta } from '../lists/delta.ts'
import type { ListVersion, ReadingShelf } from '../lists/ports.ts'
import type { Deps } from '../ports.ts'
import { methodOf } from './method.ts'
import { openSome, openWhole } from './open-list.ts'
import { rescreen, type Watching } from './rescreen.ts'

export interface NewVersion {
  readonly version: ListVersion
  readonly previous: ListVersion | undefined
  /** Undefined where there is nothing to compare with: then everything is new. */
  readonly delta: ListDelta | undefined
}

const ids = (parties: readonly ListedParty[]): ReadonlySet<string> => new Set(parties.map((party) => party.id))

/** Everybody is looked at again with what a new version of a list changed, and with nothing else. */
export async function afterNewVersion(
  deps: Pick<Deps, 'store' | 'clock'> & { readonly shelf: ReadingShelf },
  actor: Actor,
  work: { came: NewVersion; how: Pick<ScreeningMethod, 'mode' | 'least' | 'limit' | 'asOf'>; watch: Watching },
): Promise<ListReview> {
  const { version, previous, delta } = work.came
  const changed = delta?.changed.map((one) => one.after) ?? []
  const whole = await openWhole(deps.shelf, version)
  const touched = delta === undefined ? whole : openSome(whole, [...delta.added, ...changed])
  return rescreen(deps, actor, {
    touched,
    changes: {
      previous: previous?.hash,
      added: ids(delta?.added ?? touched.parties()),
      changed: ids(changed),
      removed: ids(delta?.removed ?? []),
    },
    method: methodOf([touched], work.how),
    watch: work.watch,
  })
}
