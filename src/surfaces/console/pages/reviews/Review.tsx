import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { useWho } from '../../api/colleagues.ts'
import { OneTimeLink } from '../../parts/OneTimeLink.tsx'
import { Crumb } from '../../parts/Crumb.tsx'
import { NotYet } from '../../parts/NotYet.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import css from './review.module.css'
import { AnswerForm } from './AnswerForm.tsx'
import { useReview, type ReviewShown } from './reviews.ts'

const words = t.reviews

/** What somebody says against what was found or decided, and the answer to it. */
export function Review() {
  const { review: id } = useParams({ from: '/inside/reviews/$review' })
  const found = useReview(id)
  const [made, setMade] = useState<AnswerOf<'POST /api/reviews/:review/answer'>>()
  if (!found.isSuccess)
    return (
      <NotYet title={t.states.one.review} asked={found}>
        <Crumb to="/reviews" says={words.back} />
      </NotYet>
    )
  const of = found.data
  return (
    <>
      <Crumb to="/reviews" says={words.back} />
      <PageHeader title={words.head[of.kind]} />
      <ul className={css.head}>
        {of.instance === 2 && <li>{words.second}</li>}
        <li>
          {words.came} <When at={of.at} />
        </li>
        <li>
          {words.due} <When at={of.due} as="day" />
        </li>
        <li>
          <Link to="/candidates/$persona" params={{ persona: of.persona }}>
            {words.dossier}
          </Link>
        </li>
      </ul>
      <div className={css.body}>
        <section className="card" aria-labelledby="statement">
          <h2 id="statement">{words.statement}</h2>
          <blockquote className={css.statement}>{of.statement}</blockquote>
          <p className="soft small">{words.files(of.files)}</p>
        </section>
        {made !== undefined ? (
          <section className={`card ${css.made}`} aria-labelledby="made">
            <h2 id="made">{words.ready}</h2>
            <p>{words.readySays(made.changed)}</p>
            <OneTimeLink page="/person/explanation" secret={made.link} letter={made.letter} />
          </section>
        ) : of.decided === undefined ? (
          <AnswerForm of={of} onMade={setMade} />
        ) : (
          <Decided decided={of.decided} />
        )}
      </div>
    </>
  )
}

function Decided({ decided }: { readonly decided: NonNullable<ReviewShown['decided']> }) {
  const who = useWho()
  return (
    <section className="card" aria-labelledby="decided">
      <h2 id="decided">{words.decided[decided.outcome]}</h2>
      <blockquote className={css.statement}>{decided.reason}</blockquote>
      <p className="soft small">
        {words.by} {who(decided.by)}, <When at={decided.at} />
      </p>
    </section>
  )
}
