import type { Recommendation as Kind } from '../../../model/finding.ts'
import { t } from '../texts/index.ts'
import css from './parts.module.css'

/** Words first: the colour only repeats them. */
export function Recommendation({ of }: { readonly of: Kind | undefined }) {
  const kind = of ?? 'none'
  return (
    <span className={css.recommendation} data-kind={kind}>
      {t.recommendation[kind].word}
    </span>
  )
}
