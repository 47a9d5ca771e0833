import { Link } from '@tanstack/react-router'
import type { TableColumn } from '../../parts/DataTable.tsx'
import { Recommendation } from '../../parts/Recommendation.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import type { Candidate } from './candidate-lines.ts'

const heads = t.candidates.columns

export const COLUMNS: readonly TableColumn<Candidate>[] = [
  {
    head: heads.name,
    width: 'minmax(180px, 2fr)',
    value: ({ name }) => name ?? t.candidates.noName,
    draw: ({ persona, name }) => (
      <Link to="/candidates/$persona" params={{ persona }}>
        {name ?? t.candidates.noName}
      </Link>
    ),
  },
  {
    head: heads.recommendation,
    width: '140px',
    value: ({ recommendation }) => t.recommendation[recommendation ?? 'none'].word,
    draw: ({ recommendation }) => <Recommendation of={recommendation} />,
  },
  { head: heads.opening, width: 'minmax(90px, 1fr)', value: ({ requisition }) => requisition },
  {
    head: heads.source,
    width: 'minmax(120px, 1.5fr)',
    value: ({ source }) => source,
    // The folders before it are the same in every line.
    draw: ({ source }) => <span title={source}>{source.split('/').at(-1)}</span>,
  },
  { head: heads.received, width: '130px', value: ({ received }) => received, draw: ({ received }) => <When at={received} as="day" /> },
  { head: heads.standing, width: '100px', value: ({ standing }) => t.candidates.standing[standing] },
]
