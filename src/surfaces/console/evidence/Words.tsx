import { basisInWords, labelOf } from '../../../model/in-words.ts'
import { Masked } from '../parts/Masked.tsx'
import { t } from '../texts/index.ts'
import css from './evidence.module.css'
import { placeInWords } from './place.ts'
import { typed, valueInWords, type Evidence } from './value.ts'

/** Longer values are text, not a word to be picked out. */
const PICKED_OUT = 80

/** What every piece of evidence has: its value, how it was written, and the place it stands at. */
export function Words({ evidence, own }: { readonly evidence: Evidence; readonly own: boolean }) {
  const value = valueInWords(evidence)
  return (
    <div className={css.words}>
      <span className="soft small">
        {labelOf(evidence.property)}
        {!own && ` · ${t.evidence.other}`}
      </span>
      <p className={value.length > PICKED_OUT ? css.passage : css.value}>
        <Masked value={value} />
      </p>
      {evidence.original !== undefined && (
        <p className="soft small">
          {t.evidence.written} “{evidence.original}”
        </p>
      )}
      <details className={css.place}>
        <summary>
          {evidence.file ?? evidence.artifact.slice(0, 12)}, {placeInWords(evidence.at)} · {basisInWords(typed(evidence).basis)}
        </summary>
        <dl>
          <dt>{t.evidence.fingerprint}</dt>
          <dd className="mono">{evidence.artifact}</dd>
          <dt>{t.evidence.place}</dt>
          <dd className="mono">{evidence.at}</dd>
          <dt>{t.evidence.statement}</dt>
          <dd className="mono">{evidence.statement}</dd>
        </dl>
      </details>
    </div>
  )
}
