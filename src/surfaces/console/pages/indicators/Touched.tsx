import { Link } from '@tanstack/react-router'
import css from '../../parts/blocks.module.css'
import type { Column } from '../../parts/csv.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { t } from '../../texts/index.ts'
import { placeInWords } from '../../evidence/place.ts'
import type { TouchedBy } from './indicator.ts'

type One = TouchedBy['touched'][number]

const kindSays = (kind: string): string => (t.indicators.kinds as Readonly<Record<string, string>>)[kind] ?? kind
/** Of whom nobody decided, everything is new. */
const isDecided = (status: string): boolean => status === 'cleared' || status === 'closed'
const w = t.lookback
const COLUMNS: readonly Column<One>[] = [
  { head: w.columns.candidate, value: ({ name, persona }) => name ?? persona },
  { head: w.columns.standing, value: ({ status }) => status },
  { head: w.columns.shared, value: ({ hits }) => [...new Set(hits.map(({ kind }) => kindSays(kind)))].join(', ') },
]

/** Whom values touch, and where it stands in their files. Nobody is flagged by it. */
export function Touched({ found: { touched, hubs } }: { readonly found: TouchedBy }) {
  return (
    <div className={css.form}>
      <header className={css.head}>
        <div>
          <h3>{w.touched(touched.length)}</h3>
          {touched.length > 0 && <p className="soft small">{w.touchedSays}</p>}
        </div>
        {touched.length > 0 && <ExportButton name="touched" columns={COLUMNS} rows={touched} />}
      </header>
      <ul className={css.lines}>
        {touched.map(({ persona, name, hits, status }) => (
          <li key={persona}>
            <div>
              <Link to="/candidates/$persona" params={{ persona }}>
                {name ?? t.candidates.noName}
              </Link>
              <ul className="soft small">
                {hits.map(({ kind, artifact, at, property }) => (
                  <li key={`${kind} ${artifact} ${at} ${property}`}>
                    {kindSays(kind)}, {placeInWords(at)}
                  </li>
                ))}
              </ul>
            </div>
            {isDecided(status) && hits.some(({ isNew }) => isNew) && <Tag tone="look">{w.fresh}</Tag>}
            <Tag>{(t.candidates.standing as Readonly<Record<string, string>>)[status] ?? status}</Tag>
          </li>
        ))}
      </ul>
      {hubs.length > 0 && (
        <section>
          <h3>{w.hubs}</h3>
          <p className="soft small">{w.hubsSays}</p>
          <ul className={css.points}>
            {hubs.map(({ kind, value, holders }) => (
              <li key={`${kind} ${value}`}>
                {kindSays(kind)} {value}: {w.holders(holders)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
