import { Link, useNavigate } from '@tanstack/react-router'
import type { TableColumn } from '../../parts/DataTable.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import css from '../cases/cases.module.css'
import { useReviews, type ReviewShown } from './reviews.ts'

const words = t.reviews
const heads = words.columns

const kindOf = ({ kind, instance }: ReviewShown): string =>
  instance === 1 ? words.kinds[kind] : `${words.kinds[kind]}, ${words.second.toLowerCase()}`

const COLUMNS: readonly TableColumn<ReviewShown>[] = [
  {
    head: heads.says,
    width: 'minmax(240px, 3fr)',
    value: ({ statement }) => statement,
    draw: ({ review, statement }) => (
      <Link to="/reviews/$review" params={{ review }}>
        {statement}
      </Link>
    ),
  },
  { head: heads.kind, width: '170px', value: kindOf },
  { head: heads.came, width: '120px', value: ({ at }) => at, draw: ({ at }) => <When at={at} as="ago" /> },
  {
    head: heads.due,
    width: '170px',
    value: ({ due }) => due,
    draw: ({ due }) => (
      <span className={css.due} data-overdue={due < new Date().toISOString() || undefined}>
        <When at={due} as="day" />
      </span>
    ),
  },
  { head: heads.files, width: '70px', value: ({ files }) => String(files) },
]

/** Everybody who waits for an answer, the longest first. */
export function Reviews() {
  const navigate = useNavigate()
  const { query, rows, onEnd } = useReviews()
  return (
    <>
      <PageHeader title={words.title} says={words.says}>
        <ExportButton name="reviews" columns={COLUMNS} rows={rows} />
      </PageHeader>
      <Listed
        of={query}
        empty={words.empty}
        label={words.title}
        columns={COLUMNS}
        rows={rows}
        id={(row) => row.review}
        open={({ review }) => void navigate({ to: '/reviews/$review', params: { review } })}
        onEnd={onEnd}
      />
    </>
  )
}
