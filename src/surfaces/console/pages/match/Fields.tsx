import type { Column } from '../../parts/csv.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Section } from '../../parts/Section.tsx'
import { rooms } from '../../texts/index.ts'
import { fieldRows, type FieldRow } from './field-rows.ts'
import type { Match, Sides } from './match.ts'
import css from './match.module.css'

const words = rooms.match
const heads = words.fieldHeads

const COLUMNS: readonly Column<FieldRow>[] = [
  { head: heads.field, value: ({ field }) => field },
  { head: heads.mine, value: ({ mine }) => mine.join('; ') },
  { head: heads.listed, value: ({ listed }) => listed.join('; ') },
  {
    head: heads.says,
    value: ({ compared, otherwise }) =>
      compared.length === 0 ? otherwise : compared.map(({ agrees, says }) => `${words.agrees[agrees]}. ${says}`).join(' '),
  },
]

/** Our side beside the entry, field by field. */
export function Fields({ sides, hit }: { readonly sides: Sides; readonly hit: Match['hit'] }) {
  const rows = fieldRows(sides, hit)
  return (
    <Section
      title={words.fields}
      says={sides.entry === undefined ? words.noEntry : words.fieldsSays}
      acts={<ExportButton small name="fields" columns={COLUMNS} rows={rows} />}
    >
      <table className={css.fields}>
        <thead>
          <tr>
            <th scope="col">{heads.field}</th>
            <th scope="col">{heads.mine}</th>
            <th scope="col">{heads.listed}</th>
            <th scope="col">{heads.says}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, mine, listed, compared, otherwise }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td data-head={heads.mine}>
                <Values of={mine} />
              </td>
              <td data-head={heads.listed}>
                <Values of={listed} />
              </td>
              <td data-head={heads.says}>
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
    </Section>
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
