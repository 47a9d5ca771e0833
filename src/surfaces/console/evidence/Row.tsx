import { labelOf } from '../../../model/in-words.ts'
import css from './evidence.module.css'
import { valueInWords, type Evidence } from './value.ts'

/** A cell of a table that was handed in, with its row and column. */
export function Row({ evidence }: { readonly evidence: Evidence }) {
  const [, row, column] = /^row=(\d+)(?:&column=(.+))?$/.exec(evidence.at) ?? []
  return (
    <table className={css.cell}>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{evidence.file}</span>
          </th>
          <th scope="col">{column ?? labelOf(evidence.property)}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{row}</th>
          <td>{evidence.original ?? valueInWords(evidence)}</td>
        </tr>
      </tbody>
    </table>
  )
}
