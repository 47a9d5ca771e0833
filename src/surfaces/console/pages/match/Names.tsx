import type { Column } from '../../parts/csv.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Section } from '../../parts/Section.tsx'
import { rooms } from '../../texts/index.ts'
import type { Match, Sides } from './match.ts'
import css from './match.module.css'

const words = rooms.match
const HOW: Readonly<Record<string, string>> = words.how
const heads = words.namesHeads

/** A part of either name, and what it meets. */
interface PartRow {
  readonly mine: string
  readonly listed: string
  readonly how: string
  readonly met: 'whole' | 'nearly' | 'not'
}

const COLUMNS: readonly Column<PartRow>[] = [
  { head: heads.mine, value: ({ mine }) => mine },
  { head: heads.listed, value: ({ listed }) => listed },
  { head: heads.how, value: ({ how }) => how },
]

const rowsOf = (names: Sides['names']): readonly PartRow[] =>
  names === undefined
    ? []
    : [
        ...names.parts.map(({ query, listed, how, score }): PartRow => ({
          mine: query,
          listed,
          how: HOW[how] ?? how,
          met: score === 1 ? 'whole' : 'nearly',
        })),
        ...names.queryLeft.map((word): PartRow => ({ mine: word, listed: '', how: words.unmet, met: 'not' })),
        ...names.listedLeft.map((word): PartRow => ({ mine: '', listed: word, how: words.unmet, met: 'not' })),
      ]

/** The two names that met, a part a line: which meet, how, and which meet nothing. */
export function Names({ names, hit }: { readonly names: Sides['names']; readonly hit: Match['hit'] }) {
  const rows = rowsOf(names)
  return (
    <Section title={words.names} acts={rows.length > 0 && <ExportButton small name="names" columns={COLUMNS} rows={rows} />}>
      {names === undefined ? (
        <p className="soft">{words.noNames}</p>
      ) : (
        <>
          <table className={css.names}>
            <caption>
              {names.mine} · {names.listed}
            </caption>
            <thead>
              <tr>
                {COLUMNS.map(({ head }) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ mine, listed, how, met }) => (
                <tr key={`${mine} ${listed}`} data-met={met}>
                  <td>{mine}</td>
                  <td>{listed}</td>
                  <td>{how}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ul className={css.notes}>
            <li>{words.nameScore(hit.nameScore)}</li>
            {hit.onePart && <li>{words.onePart}</li>}
            {names.weak && <li>{words.weak}</li>}
            {names.against.map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
