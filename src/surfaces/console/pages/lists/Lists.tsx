import { useNavigate } from '@tanstack/react-router'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { rooms } from '../../texts/index.ts'
import { COLUMNS } from './columns.tsx'
import { isBad, standingOf, useLists, type ListLine } from './list-lines.ts'
import css from './lists.module.css'

const words = rooms.lists

/** What is worst stands first; what was never loaded stands last. */
const ORDER = ['damaged', 'stale', 'otherwise', 'fresh', 'absent']
const inOrder = (lines: readonly ListLine[]): readonly ListLine[] =>
  lines.toSorted((a, b) => ORDER.indexOf(standingOf(a)) - ORDER.indexOf(standingOf(b)) || a.title.localeCompare(b.title))

export function Lists() {
  const lists = useLists()
  const navigate = useNavigate()
  const rows = inOrder(lists.data?.items ?? [])
  const bad = rows.filter(isBad).length
  return (
    <>
      <PageHeader title={words.title} says={words.says}>
        <ExportButton name="lists" columns={COLUMNS} rows={rows} />
      </PageHeader>
      {bad > 0 && (
        <p className={css.loud} role="alert">
          <b>{words.stale(bad)}</b> {words.staleDo}
        </p>
      )}
      <Listed
        of={lists}
        empty={words.empty}
        label={words.title}
        columns={COLUMNS}
        rows={rows}
        id={(row) => row.list}
        open={({ list }) => void navigate({ to: '/lists/$list', params: { list } })}
      />
    </>
  )
}
