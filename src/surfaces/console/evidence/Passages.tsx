import { t } from '../texts/index.ts'
import css from './evidence.module.css'
import { placeInWords } from './place.ts'
import { valueInWords, type Evidence } from './value.ts'

/** Passages that two personas share, each beside the other's. */
export function Passages({ mine, theirs }: { readonly mine: Evidence; readonly theirs: Evidence }) {
  return (
    <div className={css.pair}>
      {([mine, theirs] as const).map((evidence, i) => (
        <blockquote key={evidence.statement} className={css.quote}>
          <span className="soft small">{i === 0 ? t.evidence.candidate : t.evidence.other}</span>
          <p>{valueInWords(evidence)}</p>
          <span className="soft small">
            {evidence.file}, {placeInWords(evidence.at)}
          </span>
        </blockquote>
      ))}
    </div>
  )
}
