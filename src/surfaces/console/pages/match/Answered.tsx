import type { AdjudicationForm } from '../../../../model/adjudication.ts'
import { When } from '../../parts/When.tsx'
import { rooms } from '../../texts/index.ts'
import { useWho } from '../screening/people.ts'
import type { Match } from './match.ts'
import css from './match.module.css'

const words = rooms.match.form

/** A form as it was answered, for the second person and for whoever asks later. */
export function Answered({ title, act }: { readonly title: string; readonly act: Match['acts'][number] }) {
  const who = useWho()
  // The service let it in as such a form and keeps it as it came.
  const form = act.form as AdjudicationForm | undefined
  return (
    <section className={`card ${css.form}`} aria-labelledby="answered">
      <h2 id="answered">{title}</h2>
      <p>
        <b>{act.outcome === undefined ? '' : words.outcomes[act.outcome].word}</b>{' '}
        <span className="soft small">
          {who(act.by)}, <When at={act.at} />
        </span>
      </p>
      <p>{act.reason}</p>
      {form !== undefined && (
        <dl className={css.answers}>
          <Line asks={words.rightList.asks} says={words[form.rightList.answer]} rests={form.rightList.evidence} />
          <Line asks={words.sameType.asks} says={words[form.sameType.answer]} rests={form.sameType.evidence} />
          <Line asks={words.nameParts.asks} says={words.nameParts[form.nameParts.answer]} rests={form.nameParts.evidence} />
          <Line asks={words.wholeEntry.asks} says={words[form.wholeEntry.answer]} rests={form.wholeEntry.evidence} />
          <Pointed asks={words.similarities.asks} none={words.similarities.none} points={form.similarities} />
          <Pointed asks={words.differences.asks} none={words.differences.none} points={form.differences} />
          <Line asks={words.nationality.asks} says={words.nationality[form.nationality]} />
        </dl>
      )}
    </section>
  )
}

function Line({ asks, says, rests }: { readonly asks: string; readonly says: string; readonly rests?: string }) {
  return (
    <div>
      <dt>{asks}</dt>
      <dd>
        <b>{says}</b>
        {rests !== undefined && ` · ${rests}`}
      </dd>
    </div>
  )
}

interface Made {
  readonly asks: string
  readonly none: string
  readonly points: AdjudicationForm['similarities']
}

function Pointed({ asks, none, points }: Made) {
  return (
    <div>
      <dt>{asks}</dt>
      {points.length === 0 && <dd>{none}</dd>}
      {points.map(({ what, evidence }) => (
        <dd key={`${what} ${evidence}`}>
          <b>{what}</b> · {evidence}
        </dd>
      ))}
    </div>
  )
}
