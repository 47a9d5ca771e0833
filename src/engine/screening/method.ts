import { ALGORITHM } from '../../compute/name-match/compare.ts'
import type { ScreeningMethod, ScreeningMode } from '../../model/screening.ts'
import type { OpenList } from './ports.ts'

/** Version of what is done around the comparison of names: what corroborates, how far it moves a score, what is called missing. */
const SCREENING = 'screening@1'

/** By which names are scored; changes whenever a score may. */
export const algorithmOf = (mode: ScreeningMode): string => (mode === 'regulator' ? 'regulator@1' : ALGORITHM)

/** How a screening is done, as it is stored beside each result. `asOf`: a day, `YYYY-MM-DD`. */
export const methodOf = (lists: readonly OpenList[], how: Pick<ScreeningMethod, 'mode' | 'least' | 'limit' | 'asOf'>): ScreeningMethod => ({
  algorithm: `${algorithmOf(how.mode)} ${SCREENING}`,
  ...how,
  lists: lists.map((list) => list.facts),
})
