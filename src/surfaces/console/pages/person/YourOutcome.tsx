import type { AnswerOf } from '../../../client/index.ts'
import { t } from '../../texts/index.ts'
import { dayOf } from './ExplanationShown.tsx'
import css from './person.module.css'

const words = t.concerned.outcome

/** What became of what the person said, with the reasons that were written for them. */
export function YourOutcome({ outcome: told }: { readonly outcome: AnswerOf<'POST /api/person/outcome'> }) {
  const { outcome = 'rejected', asked = '', day = '', reason, withdrawn = 0, takenBack = false } = told
  return (
    <section className={`card ${css.outcome}`} data-outcome={outcome}>
      <h2 className={css.verdict}>{words[outcome]}</h2>
      <p className="soft">{words.says(dayOf(asked), dayOf(day))}</p>
      {outcome === 'upheld' && (
        <p>
          {words.withdrawn(withdrawn)} {takenBack && words.takenBack}
        </p>
      )}
      <h3>{words.why}</h3>
      <blockquote>{reason}</blockquote>
    </section>
  )
}
