import type { MatchState as State } from '../../../../model/adjudication.ts'
import { rooms } from '../../texts/index.ts'
import css from './screening.module.css'

/** Words first; the colour only repeats whether somebody has to do something. */
export function MatchState({ of }: { readonly of: State }) {
  return (
    <span className={css.state} data-state={of}>
      {rooms.screening.states[of]}
    </span>
  )
}
