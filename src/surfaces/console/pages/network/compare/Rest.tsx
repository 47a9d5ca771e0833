import { labelOf } from '../../../../../model/in-words.ts'
import { valueInWords, type Evidence } from '../../../evidence/value.ts'
import blocks from '../../../parts/blocks.module.css'
import type { Column } from '../../../parts/csv.ts'
import { ExportButton } from '../../../parts/ExportButton.tsx'
import { Masked } from '../../../parts/Masked.tsx'
import { t } from '../../../texts/index.ts'
import type { Dossier } from '../../persona/dossier.ts'
import css from './compare.module.css'

const words = t.compare

/** What people compare with their own eyes, in this order; passages have a part of their own, and names are no evidence. */
const ROWS = [
  'email',
  'phone',
  'messenger',
  'link',
  'place',
  'postal-address',
  'wallet',
  'job',
  'education',
  'skill',
  'certificate',
  'referee',
  'account',
] as const

const said = ({ statements }: Dossier, property: string): readonly string[] => [
  ...new Set(statements.filter((one: Evidence) => one.property === property).map(valueInWords)),
]

/** What either says of the same things, row by row, whether it is alike or not. */
export function Rest({ mine, theirs }: { readonly mine: Dossier; readonly theirs: Dossier }) {
  const rows = ROWS.map((property) => ({ property, sides: [said(mine, property), said(theirs, property)] as const })).filter(({ sides }) =>
    sides.some((side) => side.length > 0),
  )
  const names = [mine, theirs].map(({ name }) => name ?? t.candidates.noName)
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { head: words.what, value: ({ property }) => labelOf(property) },
    ...names.map((head, i) => ({ head, value: ({ sides }: (typeof rows)[number]) => sides[i]?.join('; ') })),
  ]
  return (
    <section className={`card ${css.part}`} aria-labelledby="rest">
      <header className={blocks.head}>
        <h2 id="rest">{words.facts}</h2>
        <ExportButton small name={`compared-${mine.persona}-${theirs.persona}`} columns={columns} rows={rows} />
      </header>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ property, sides }) => (
            <tr key={property}>
              <th scope="row">{labelOf(property)}</th>
              {sides.map((side, i) => (
                <td key={i === 0 ? 'mine' : 'theirs'} data-head={names[i]}>
                  {side.length === 0 ? (
                    <span className="soft">{words.nothing}</span>
                  ) : (
                    <ul>
                      {side.map((value) => (
                        <li key={value}>
                          <Masked value={value} />
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
