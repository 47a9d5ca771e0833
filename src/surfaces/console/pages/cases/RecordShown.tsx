import type { DecisionRecord } from '../../../../model/case.ts'
import type { CaseShown } from './case.ts'
import { useReasons } from './case.ts'
import css from './case.module.css'
import { t } from '../../texts/index.ts'

type Told = CaseShown['decisions'][number]['record']

/** A decision in its own words, its reasons of the list, and everything else it was made with behind one click. */
export function RecordShown({ record }: { readonly record: Told | DecisionRecord }) {
  const known = useReasons().data?.items ?? []
  // The service writes it whole; the API's document names only what every record has.
  const { reasons, text, options, recommendation, suggestionShown, differs, seen, known: standing, roles } = record as DecisionRecord
  const words = t.cases.record
  const seconds = Math.round(seen.reduce((sum, one) => sum + one.seconds, 0))
  return (
    <div className={css.record}>
      <blockquote className={css.quote}>{text}</blockquote>
      <ul className={css.points} aria-label={words.reasons}>
        {reasons.map(({ code, findings }) => (
          <li key={code}>
            {known.find((one) => one.code === code)?.says ?? code}
            {findings.length > 0 && <span className="soft small"> {words.findings(findings.length)}</span>}
          </li>
        ))}
      </ul>
      <details className={css.more}>
        <summary>{words.title}</summary>
        <dl className={css.facts}>
          <div>
            <dt>{words.options}</dt>
            <dd>{options.map((option) => t.cases.kinds[option]).join(', ')}</dd>
          </div>
          <div>
            <dt>{words.recommended}</dt>
            <dd>
              {t.recommendation[recommendation ?? 'none'].word}. {suggestionShown ? words.shown : words.hidden}
              {differs && ` ${words.differs}`}
            </dd>
          </div>
          <div>
            <dt>{t.evidence.title}</dt>
            <dd>
              {words.seen(seen.length, seconds)} {words.known(standing.length)}
            </dd>
          </div>
          <div>
            <dt>{words.roles}</dt>
            <dd>{roles.join(', ')}</dd>
          </div>
        </dl>
      </details>
    </div>
  )
}
