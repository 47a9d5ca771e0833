import type { AnswerOf } from '../../../client/index.ts'
import { rooms } from '../../texts/index.ts'
import css from './screening.module.css'

type Compared = AnswerOf<'GET /api/matches/:match'>['hit']['comparisons'][number]

/** What was compared beside the name, a line each: how it came out, in words, and both values. */
export function Comparisons({ of }: { readonly of: readonly Compared[] }) {
  return (
    <ul className={css.comparisons}>
      {of.map(({ about, agrees, mine, theirs, says }) => (
        <li key={`${about} ${mine} ${theirs}`}>
          <b data-agrees={agrees}>{rooms.match.agrees[agrees]}</b> {says}{' '}
          <span className="soft">
            {mine} · {theirs}
          </span>
        </li>
      ))}
    </ul>
  )
}
