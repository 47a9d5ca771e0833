import css from './evidence.module.css'
import { valueInWords, type Evidence } from './value.ts'

/** A header of a mail, as a mail program shows its source. */
export function HeaderLine({ evidence }: { readonly evidence: Evidence }) {
  const name = /^header=([^&]+)/.exec(evidence.at)?.[1] ?? ''
  return (
    <p className={css.source}>
      <b>{name}:</b> {evidence.original ?? valueInWords(evidence)}
    </p>
  )
}
