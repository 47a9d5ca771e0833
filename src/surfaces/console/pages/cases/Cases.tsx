import { SegmentedControl } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useWho } from '../../api/colleagues.ts'
import { useMe } from '../../api/session.ts'
import type { TableColumn } from '../../parts/DataTable.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { aboutWhom, useCases, type CaseLine } from './case.ts'
import css from './cases.module.css'

const words = t.cases
const heads = words.columns
const FILTERS = (['open', 'mine', 'closed'] as const).map((value) => ({ value, label: words.filters[value] }))

const statusOf = ({ status, snoozed, quiet }: CaseLine): string =>
  [
    words.status[status],
    ...(status === 'open' && snoozed !== undefined && snoozed > new Date().toISOString() ? [words.aside] : []),
    ...(quiet ? [words.quiet] : []),
  ].join(', ')

/** In a table that is saved, the reader's own name stands and not “you”. */
const columnsFor = (who: (id: string) => string): readonly TableColumn<CaseLine>[] => [
  {
    head: heads.who,
    width: 'minmax(160px, 1.2fr)',
    value: aboutWhom,
    draw: (line) => (
      <Link to="/cases/$case" params={{ case: line.id }}>
        {aboutWhom(line)}
      </Link>
    ),
  },
  { head: heads.status, width: '130px', value: statusOf },
  { head: heads.why, width: 'minmax(200px, 2.4fr)', value: ({ says }) => says },
  { head: heads.assigned, width: 'minmax(110px, 0.8fr)', value: ({ assignee }) => (assignee === undefined ? words.nobody : who(assignee)) },
  {
    head: heads.due,
    width: '190px',
    value: ({ due }) => due,
    draw: ({ due }) =>
      due !== undefined && (
        <span className={css.due} data-overdue={due < new Date().toISOString() || undefined}>
          <When at={due} />
        </span>
      ),
  },
  { head: heads.opened, width: '110px', value: ({ opened }) => opened, draw: ({ opened }) => <When at={opened} as="ago" /> },
]

/** Every case that the reader may see, in either room, as one table. */
export function Cases() {
  const { show = 'open' } = useSearch({ from: '/inside/cases' })
  const navigate = useNavigate()
  const me = useMe()
  const who = useWho()
  const columns = useMemo(() => columnsFor((id) => (id === me.account ? me.name : who(id))), [who, me])
  const { query, rows: all, onEnd } = useCases({ status: show === 'closed' ? 'closed' : 'open' })
  const rows = show === 'mine' ? all.filter((line) => line.assignee === me.account) : all
  return (
    <>
      <PageHeader title={words.title} says={words.says}>
        <ExportButton name="cases" columns={columns} rows={rows} />
      </PageHeader>
      <div className={css.filters}>
        <SegmentedControl
          aria-label={words.show}
          data={FILTERS}
          value={show}
          onChange={(chosen) => void navigate({ to: '/cases', search: chosen === 'open' ? {} : { show: chosen }, replace: true })}
        />
      </div>
      <Listed
        of={query}
        empty={words.empty}
        label={words.title}
        columns={columns}
        rows={rows}
        id={(line) => line.id}
        open={({ id }) => void navigate({ to: '/cases/$case', params: { case: id } })}
        onEnd={onEnd}
      />
    </>
  )
}
