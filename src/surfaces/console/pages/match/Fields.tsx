import { rooms } from '../../texts/index.ts'
import { fieldRows } from './field-rows.ts'
import type { Match, Sides } from './match.ts'
import css from './match.module.css'

const words = rooms.match

/** Our side beside the entry, field by field. */
export function Fields({ sides, hit }: { readonly sides: Sides; readonly hit: Match['hit'] }) {
  return (
    <section className="card" aria-labelledby="fields">
      <h2 id="fields">{words.fields}</h2>
      <p className="soft small">{sides.entry === undefined ? words.noEntry : words.fieldsSays}</p>
      <table className={css.fields}>
        <thead>
          <tr>
            <th scope="col">{words.fieldHeads.field}</th>
            <th scope="col">{words.fieldHeads.mine}</th>
            <th scope="col">{words.fieldHeads.listed}</th>
            <th scope="col">{words.fieldHeads.says}</th>
          </tr>
        </thead>
        <tbody>
          {fieldRows(sides, hit).map(({ field, mine, listed, compared, otherwise }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td data-head={words.fieldHeads.mine}>
                <Values of={mine} />
              </td>
              <td data-head={words.fieldHeads.listed}>
                <Values of={listed} />
              </td>
              <td data-head={words.fieldHeads.says}>
                {compared.map(({ agrees, says, mine: own, theirs }) => (
                  <p key={`${own} ${theirs}`}>
                    <b data-agrees={agrees}>{words.agrees[agrees]}.</b> {says}
                  </p>
                ))}
                {otherwise !== undefined && <p className="soft">{otherwise}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className={css.why}>{words.explanation}</h3>
      <p>{hit.explanation}</p>
    </section>
  )
}

function Values({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <ul>
      {of.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  )
}
