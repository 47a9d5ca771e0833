import { wilson, type Share } from '../../compute/wilson.ts'
import type { Catalog } from '../../kit/catalog.ts'
import { demand, type Caller } from '../people/caller.ts'
import type { Deps } from '../ports.ts'
import type { DetectorCounts, Period } from './ports.ts'

/** How a detector does on one's own applications. */
export interface DetectorRates {
  readonly detector: string
  readonly fired: number
  readonly quiet: number
  readonly notApplicable: number
  readonly failed: number
  /** Of those where it had something to look at. */
  readonly fires: Share
  /** Of those it fired for and of whom people decided something: a decision rests on everything about somebody, not on one check. */
  readonly confirmed: Share
  readonly cleared: Share
}

/** Every detector of the hiring side that runs, one that said nothing yet too. Those of the other room are not counted. */
export async function detectorRates(
  deps: Pick<Deps, 'store'>,
  caller: Caller,
  { detectors }: Pick<Catalog, 'detectors'>,
  period: Period,
): Promise<readonly DetectorRates[]> {
  demand(caller, 'oversight:read')
  const counted = new Map((await deps.store.tx(caller.tenant, (tx) => tx.countsByDetector(period))).map((one) => [one.detector, one]))
  return detectors.filter((d) => d.room === 'identity').map(({ id }) => ratesOf(counted.get(id) ?? { detector: id, ...NOTHING }))
}

const NOTHING = { fired: 0, quiet: 0, notApplicable: 0, failed: 0, confirmed: 0, cleared: 0, inconclusive: 0 }

function ratesOf({ confirmed, cleared, inconclusive, ...said }: DetectorCounts): DetectorRates {
  const decided = confirmed + cleared + inconclusive
  return {
    ...said,
    fires: wilson(said.fired, said.fired + said.quiet),
    confirmed: wilson(confirmed, decided),
    cleared: wilson(cleared, decided),
  }
}
