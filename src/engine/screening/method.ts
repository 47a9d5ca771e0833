import { ALGORITHM, REGULATOR_ALGORITHM } from '../../compute/name-match/index.ts'
import type { ScreeningMethod } from '../../model/screening.ts'
import type { OpenList } from './ports.ts'

/** Version of what is done around the comparison of names: what corroborates, how far it moves a score, what is called missing. */
const SCREENING = 'screening@1'

/** How a screening is done, as it is stored beside each result. `asOf`: a day, `YYYY-MM-DD`. */
export const methodOf = (lists: readonly OpenList[], how: Pick<ScreeningMethod, 'mode' | 'least' | 'limit' | 'asOf'>): ScreeningMethod => ({
  algorithm: `${how.mode === 'regulator' ? REGULATOR_ALGORITHM : ALGORITHM} ${SCREENING}`,
  ...how,
  lists: lists.map((list) => list.facts),
})
