import type { AnswerOf } from '../../../client/index.ts'
import { placeInWords } from '../../evidence/place.ts'
import { t } from '../../texts/index.ts'
import css from './person.module.css'

const words = t.concerned.explanation

export type Explained = AnswerOf<'POST /api/person/explanation'>

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' })
/** A day without an hour is that day in every zone; of a moment, the reader's own day. */
export const dayOf = (at: string): string => DAY.format(new Date(at.length === 10 ? `${at}T12:00` : at))

/** What was found and on what it rests, as the person reads it; staff sees the same before they hand it on. */
export function ExplanationShown({ of }: { readonly of: Explained }) {
  const { against, inFavour, recommendation, decided, frozen } = of
  return (
    <>
      <section>
        <h2>{words.points}</h2>
        {against.length === 0 ? <p>{words.none}</p> : against.map((point) => <Point key={point.number} point={point} />)}
      </section>
      {inFavour.length > 0 && (
        <section>
          <h2>{words.favour}</h2>
          <ul className={css.points}>
            {inFavour.map((title) => (
              <li key={title}>{title}.</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{words.who}</h2>
        <p>{decided === undefined ? words.undecided : `${words.decided(dayOf(decided.day))} ${words.decisions[decided.kind]}`}</p>
        {frozen && <p className={css.calm}>{words.frozen}</p>}
      </section>
      <section>
        <h2>{words.tool}</h2>
        <p>
          {words.said[recommendation ?? 'none']} {words.toolSays}
        </p>
      </section>
    </>
  )
}

/** Several places of one page read alike and are said once. */
function inWords({ from, file, at, value }: Explained['against'][number]['rests'][number]): string {
  const place = file === undefined ? '' : `: ${file}${at === undefined ? '' : `, ${placeInWords(at)}`}`
  return `${words.sources[from]}${place}${value === undefined ? '' : ` – ${words.states(value)}`}`
}

function Point({ point: { number, title, rests, clears } }: { readonly point: Explained['against'][number] }) {
  return (
    <article className={css.point}>
      <h3>
        {words.point(number)}. {title}
      </h3>
      <p>{words.from}:</p>
      <ul className={css.points}>
        {[...new Set(rests.map(inWords))].map((rest) => (
          <li key={rest}>{rest}</li>
        ))}
      </ul>
      <p>{words.clears}:</p>
      <ul className={css.points}>
        {clears.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </article>
  )
}
